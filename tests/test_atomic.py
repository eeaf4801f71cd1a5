"""Files that appear whole or not at all."""

from __future__ import annotations

import pytest

from zjjstats.atomic import whole, write_whole


class StoppedError(Exception):
    """Stands for whatever stops a run."""


def write_half_and_stop(path):
    with whole(path) as draft:
        draft.write_text("half", encoding="utf-8")
        raise StoppedError


def test_an_error_leaves_the_old_file_and_nothing_beside_it(tmp_path):
    page = tmp_path / "page.html"
    page.write_bytes(b"old")
    with pytest.raises(StoppedError):
        write_half_and_stop(page)
    assert page.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [page]


def test_an_error_leaves_no_file_where_none_was(tmp_path):
    with pytest.raises(StoppedError):
        write_half_and_stop(tmp_path / "page.html")
    assert list(tmp_path.iterdir()) == []


def test_an_interruption_leaves_no_temporary_file(tmp_path):
    def interrupted():
        with whole(tmp_path / "page.html"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(tmp_path.iterdir()) == []


def test_the_old_file_stands_until_the_block_ends(tmp_path):
    page = tmp_path / "page.html"
    page.write_bytes(b"old")
    with whole(page) as draft:
        draft.write_bytes(b"new")
        assert page.read_bytes() == b"old"
        assert draft.parent == page.parent
        assert draft.suffix == ".html"
    assert page.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [page]


def test_a_new_folder_is_made(tmp_path):
    page = tmp_path / "2022Q1" / "zhangjiajie" / "page.html"
    write_whole(page, "new")
    assert page.read_bytes() == b"new"


def test_others_may_read_the_file(tmp_path):
    write_whole(tmp_path / "page.html", "new")
    assert (tmp_path / "page.html").stat().st_mode & 0o777 == 0o644


def test_text_is_written_in_the_encoding_asked_for_with_plain_line_ends(tmp_path):
    write_whole(tmp_path / "plain.csv", "市\n")
    write_whole(tmp_path / "marked.csv", "市\n", encoding="utf-8-sig")
    assert (tmp_path / "plain.csv").read_bytes() == b"\xe5\xb8\x82\n"
    assert (tmp_path / "marked.csv").read_bytes() == b"\xef\xbb\xbf\xe5\xb8\x82\n"
