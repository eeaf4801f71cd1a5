"""Places in Chinese words, places given up or won back, and what is counted behind nouns that end like places."""

from __future__ import annotations

import pytest

from zjjstats.audit.reading.figures import read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("总量仍处末位。", [("14", "rank")]),
        ("实行末位淘汰，末位发言。", []),
        ("全省第几？第一！", [("1", "rank")]),
        ("问：在全省排第几？\n答：第二，不算差。", [("2", "rank")]),
        ("第一，要快；第二，要稳。", []),
        ("从榜首掉到第3，让出两位。", [("1", "rank"), ("3", "rank"), ("2", "places")]),
        ("较去年同期抢回6位，夺回五个名次。", [("6", "places"), ("5", "places")]),
        ("追回3名外逃人员，失去2位老师。", [("3", "count"), ("2", "count")]),
        ("检查使用单位238家，床位120张，泊位600个。", [("238", "count"), ("120", "count"), ("600", "count")]),
        ("居10位，位列3名，居全省8位。", [("10", "rank"), ("3", "rank"), ("8", "rank")]),
        ("库里占了5席，比上年多1席。", [("5", "count"), ("1", "count")]),
    ],
)
def test_places_and_what_only_looks_like_them(text, wanted):
    assert [(str(reading.value), reading.unit) for reading in read(text)] == wanted
