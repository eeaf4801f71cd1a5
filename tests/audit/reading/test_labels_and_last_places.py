"""Numbers that are borne and count nothing, places told from the end, and one that is left."""

from __future__ import annotations

import pytest

from marked_sentences import misses
from zjjstats.audit.reading.figures import read


def figures(text):
    return [(text[one.start : one.end], one.unit) for one in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The telephone of my office, 5361 000, is known to you; my extension is 2206.",
        "Open from 9 to 5, closed between 12 and 2; the phone rings at 6 in the morning.",
        "Mr Deng, who turned 81 on 3 November, came here at 19.",
        "See Glossary, entry 47, exercise 3, photo 2 and pp. 14-16.",
        "Projects 14 and 37 of the list were struck off under Notice (2023) 116.",
        "We met between 4 and 15 July and on May 3, 4 and 9.",
        "Five questions to the bureau",
        "See tables 4-1 to 4-9 and Ref. LD-GX [2023] 4. Ms. Luo, 46, is out.",
        "In the second place, we lack land. Over three quarters the trend held.",
        "Hunan's big four, and what the two districts share.",
        "请电告8380-0131小刘，或8223311转302；我住3栋2单元，他在12栋。",
        "取件码8841，工号10023，房间号305；有事请拨服务专线96123。",
        "书号ISBN 978-7-5438-1234-5。",
        "A quarter is a short time. A third party came. The last third of the road is open.",
        "Safety comes first. The first place to look is the ledger.",
        "实行末位淘汰，把安全放在首位，首位女车间主任到任。",
        "It was last with nobody behind. In the county it ranked last.",
    ],
)
def test_what_is_borne_or_only_said_is_no_figure(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Project 14 is idle; batch 2 has 9.", [("9", "count")]),
        ("- Begun: 51. The rest waits.", [("51", "count")]),
        ("It is nineteen of twenty.", [("nineteen", "count"), ("twenty", "count")]),
        ("Of 22 projects 21 run, so that one remains.", [("22", "count"), ("21", "count"), ("one", "count")]),
        ("只剩一个还在等土地手续，这一个最难。", [("一个", "count")]),
        ("About an eighth of the total, an eighth firm said.", [("an eighth", "pct")]),
        ("工业技改投资第二，比上年同期上升7个位次。", [("第二", "rank"), ("7个位次", "places")]),
        ("Investment growth first, up 11 places.", [("first", "rank"), ("11 places", "places")]),
        ("It is 8th, having been 5th twelve months earlier.", [("8th", "rank"), ("5th", "rank")]),
    ],
)
def test_what_counts_and_what_ranks_beside_it(text, wanted):
    assert figures(text) == wanted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("居全省末位。", 14),
        ("全省倒数第三。", 12),
        ("It slid from fourth to last in Hunan.", 14),
        ("It came second from bottom in the province.", 13),
        ("稳坐头名。", 1),
    ],
)
def test_a_place_told_from_the_end_is_counted_from_the_front(text, value):
    assert int(read(text)[-1].value) == value


@pytest.mark.parametrize(
    ("marked", "city"),
    [
        # Loudi is 14th of 14 and 5th of 5, Changsha 13th of 14 by upgrading and 4th of 4, Hengyang 3rd of 5.
        ("2022年，娄底工业总产值增速居全省[[末位|C]]，在第二方阵内也列[[末位|C]]。", "loudi"),
        ("2022年，长沙技改投资增速全省排名[[倒数第二|C]]，方阵内居[[末位|C]]。", "changsha"),
        ("2022年，邵阳工业总产值增速居全省[[末位|XN]]。", "shaoyang"),
        (
            "In 2022 Changsha's gross industrial output growth ranked [[11th|C]] in Hunan and [[last|C]] in its group.",
            "changsha",
        ),
        ("In 2022 Hengyang's gross industrial output growth ranked [[last|XN]] in its assessment group.", "hengyang"),
    ],
)
def test_the_last_of_a_group_is_as_many_as_it_has_cities(marked, city):
    assert misses(marked, "sample", city=city, period="2022M01-M12") == []


def test_where_no_group_is_known_its_last_place_has_no_number():
    assert misses("It fell to [[last|XN]] in its assessment group.") == [("last", "not found")]
