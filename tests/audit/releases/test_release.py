"""Release files to text: every encoding and kind of file that an office sends, and what is refused."""

from __future__ import annotations

import io
import sys
import zipfile

import pytest

from conftest import ROOT
from zjjstats.audit.releases import docx, release
from zjjstats.audit.releases.release import read_release
from zjjstats.errors import ReleaseError

TEXT = "张家界市计划新开工项目22个，已开工15个，开工率68.18%。\n其中“320工程”64个。\n"
WORD = ROOT / "tests" / "audit" / "release.docx"
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def read(tmp_path):
    """A function that writes bytes to a file and reads them as a release."""

    def written(content, name="release.txt"):
        (tmp_path / name).write_bytes(content)
        return read_release(tmp_path / name)

    return written


def word(body, **parts):
    """A Word file with the given body and further parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(docx.BODY, f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>')
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("encoding", "mark", "read_as"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8", b"\xef\xbb\xbf", "UTF-8 with byte mark"),
        ("utf-16-le", b"\xff\xfe", "UTF-16-LE with byte mark"),
        ("utf-16-be", b"\xfe\xff", "UTF-16-BE with byte mark"),
        ("utf-16-le", b"", "UTF-16-LE without byte mark"),
        ("utf-16-be", b"", "UTF-16-BE without byte mark"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "UTF-32-LE with byte mark"),
        ("gb18030", b"", "GB18030"),
        ("gbk", b"", "GB18030"),
    ],
)
def test_an_encoding_is_told_from_the_bytes_and_named(read, encoding, mark, read_as):
    found = read(mark + TEXT.encode(encoding))
    assert (found.text, found.read_as) == (TEXT, read_as)


def test_a_character_that_only_gb18030_has_is_read(read):
    rare = "𠮷林社区新开工5个，开工率95%。"
    assert read(rare.encode("gb18030")).text == rare


def test_western_signs_are_not_taken_for_chinese(read):
    found = read("the city\x92s projects \x96 68.18 % of 22".encode("latin-1"))
    assert (found.text, found.read_as) == ("the city’s projects – 68.18 % of 22", "Windows-1252")


def test_a_file_pasted_together_of_two_encodings_is_read_line_by_line(read):
    one, other = "已开工项目15个，计划项目22个\n", "开工率68.18%，比上年提高2个百分点\n"
    found = read(one.encode("utf-8") + other.encode("gb18030") + one.encode("utf-8"))
    assert found.text == one + other + one
    assert found.read_as == "mixed: 2 lines UTF-8, 1 lines GB18030"


def test_line_ends_stay_as_they_are_so_that_offsets_are_those_of_the_file(read):
    assert read(b"22\r\n15\r68").text == "22\r\n15\r68"


def test_an_empty_file_is_an_empty_text(read):
    assert read(b"").text == ""


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "no text in UTF-8, UTF-16 or GB18030"),
        (b"\xff\xfe\x00\xd8\x00\x00", "says by its first bytes that it is UTF-16-LE, and is not"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Word file (.doc) or one locked with a password"),
        (b"{\\rtf1 22}", "rich-text"),
        (b"PK\x03\x04 and no more", "damaged Word file"),
    ],
    ids=["picture", "torn utf-16", "pdf", "doc", "rtf", "torn zip"],
)
def test_what_is_no_text_is_refused_by_name_and_kind(read, content, told):
    with pytest.raises(ReleaseError, match=r"release\.txt: ") as caught:
        read(content)
    assert told in str(caught.value)
    assert caught.value.exit_code == 2


def test_random_bytes_are_never_read_as_chinese(read):
    # A fixed sequence that looks random: each byte from the last.
    seed, content = 1, bytearray()
    for _ in range(5000):
        seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
        content.append(seed >> 16 & 0xFF)
    with pytest.raises(ReleaseError):
        read(bytes(content))


def test_a_file_that_is_not_there_or_is_a_folder_is_named(tmp_path):
    with pytest.raises(ReleaseError, match=r"absent\.md: No such file"):
        read_release(tmp_path / "absent.md")
    with pytest.raises(ReleaseError, match="Is a directory"):
        read_release(tmp_path)


def test_ten_megabytes_are_read_and_one_byte_more_is_refused(read):
    line = "已开工项目15个，计划项目22个\n".encode("gb18030")
    content = (line * (release.LARGEST // len(line) + 1))[: release.LARGEST]
    assert len(read(b"1" * (release.LARGEST - 1)).text) == release.LARGEST - 1
    with pytest.raises(ReleaseError, match="more than 10 MB"):
        read(content + b"\n")


def test_a_dash_is_the_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gb18030"))))
    found = read_release("-")
    assert (found.text, found.name) == (TEXT, "-")


def test_front_matter_is_blanked_and_told_and_offsets_stay(read):
    matter = "---\ncity: zhangjiajie\nperiod: 2022Q1\nsource: http://a.example/2022\n---\n"
    found = read((matter + TEXT).encode(), "release.md")
    assert found.about == {"city": "zhangjiajie", "period": "2022Q1", "source": "http://a.example/2022"}
    assert found.text[len(matter) :] == TEXT
    assert found.text[: len(matter)].split() == []
    assert found.text.count("\n") == (matter + TEXT).count("\n")


def test_a_rule_further_down_is_no_front_matter(read):
    text = "22个\n---\n15个\n---\n"
    assert read(text.encode()).text == text


def test_a_word_file_is_read_in_its_order_with_tables_notes_and_boxes():
    # Made up, and saved by LibreOffice.
    found = read_release(WORD)
    assert found.read_as == "Word (.docx)"
    assert found.text.splitlines() == [
        "示例稿（虚构）：计划新开工项目22个，已开工15个※，开工率68.18%。",
        "※ 含复工项目3个。",
        "类别\t计划\t开工",
        "竣工\t20个\t19个※",
        "※ 截至3月底。",
        "框外文字。",
        "框内文字：开工率95%。",
        "末段<b>不是标签</b>。",
    ]


def test_deleted_moved_and_hidden_text_is_not_read(read):
    run = "<w:r><w:t>{}</w:t></w:r>"
    seen = run.format("15个")
    gone = f"<w:del><w:r><w:delText>16个</w:delText></w:r></w:del><w:moveFrom>{run.format('17个')}</w:moveFrom>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>18个</w:t></w:r>"
    assert read(word(f"<w:p>{seen}{gone}{hidden}</w:p>")).text == "15个\n"


def test_a_table_in_a_table_and_a_cell_of_two_paragraphs_stay_in_their_row(read):
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('内')}</w:tc><w:tc>{paragraph('2个')}</w:tc></w:tr></w:tbl>"
    cells = f"<w:tc>{paragraph('甲')}{paragraph('乙')}</w:tc><w:tc>{inner}{paragraph('')}</w:tc>"
    assert read(word(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>{paragraph('后')}")).text == "甲 乙\t内\t2个\n后\n"


def test_endnotes_are_read_like_footnotes(read):
    notes = f'<w:endnotes xmlns:w="{NAMESPACE}"><w:endnote w:id="4">{paragraph("注文5个")}</w:endnote></w:endnotes>'
    body = '<w:p><w:r><w:t>15个</w:t><w:endnoteReference w:id="4"/></w:r></w:p>'
    assert read(word(body, endnotes=notes)).text == "15个※\n※ 注文5个\n"


def test_a_text_nested_ten_thousand_deep_is_no_crash(read):
    deep = 10_000
    body = f"<w:p>{'<w:ins>' * deep}<w:r><w:t>15个</w:t></w:r>{'</w:ins>' * deep}</w:p>"
    assert read(word(body)).text == "15个\n"


def test_a_zip_bomb_is_refused_before_it_unpacks(read, monkeypatch):
    monkeypatch.setattr(docx, "LARGEST_PART", 1024 * 1024)
    content = word(paragraph("0" * 5_000_000))
    assert len(content) < 10_000
    with pytest.raises(ReleaseError, match=r"word/document.xml unpacks to more than 1 MB"):
        read(content)


def test_entities_that_swell_are_refused(read):
    swelling = '<!DOCTYPE d [<!ENTITY a "22"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="x">&b;</w:document>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(docx.BODY, swelling)
    with pytest.raises(ReleaseError, match="declares entities"):
        read(buffer.getvalue())


def test_another_packed_file_and_a_locked_one_are_refused(read):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(ReleaseError, match=r"no Word file \(\.docx\)"):
        read(buffer.getvalue())
    content = bytearray(word(paragraph("15个")))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + place] |= 1
    with pytest.raises(ReleaseError, match="locked with a password"):
        read(bytes(content))
