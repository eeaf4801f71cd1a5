"""Facts recalled for figures that no words name outright: confirmed by what is told around them, never by chance."""

from __future__ import annotations

import pytest

import zjjstats as zj
from zjjstats.audit import audit
from zjjstats.audit.against.workspace_facts import Data
from zjjstats.audit.engine import names_of
from zjjstats.audit.naming.contexts import contexts
from zjjstats.audit.naming.mentions import mentions
from zjjstats.audit.reading.layout import lay_out
from zjjstats.audit.reading.numerals import folded
from zjjstats.audit.recalling.recalled import line_above, recalled
from zjjstats.audit.recalling.ties import parts_of, share_in

# Facts of the sample for January to August 2022: technological-upgrade investment of Huaihua 16.4 %, of Yiyang 13.2 %
# and 6th, of Shaoyang 2.7 %; fixed-asset investment of Huaihua 17.8 %. Published for 2016: GDP of Yueyang 310.087.
HUAIHUA = ("sample", "2022M01-M08", "huaihua")
ZHUZHOU = ("published", "2017M01-M12", "zhuzhou")
ZHUZHOU_BY_NOVEMBER = ("published", "2017M01-M11", "zhuzhou")
YIYANG = ("sample", "2022M01-M06", "yiyang")
YUEYANG = ("published", "2016M01-M12", "yueyang")
HENGYANG_2008 = ("published", "2008M01-M12", "hengyang")


def last(of, text):
    """The verdict that the room itself gives the last figure of a text, with no other room asked."""
    name, period, city = of
    workspace = zj.open_workspace(name)
    names, items, plain = names_of(workspace), lay_out(text), folded(text)
    told = contexts(plain, items, mentions(plain, names, city=city, period=period), names, city=city, period=period)
    finding = recalled(Data(workspace, names, "en"), plain, items, told, lambda _: True)[-1]
    return finding.verdict if finding else ""


RECALLED = [
    # The heading, or the question, names the indicator by one of its words.
    (HUAIHUA, "*Upgrading of old plants?*\nUp 16.4%."),
    # Spending is what investment is.
    (HUAIHUA, "Fixed-asset investment was weak. Upgrading spending fared a little better at 16.4%."),
    (HUAIHUA, "**技改呢？**\n增长16.4%。"),
    # The city stands a clause before, or only elsewhere in the text.
    (HUAIHUA, "Technological-upgrade investment grew by 16.4%, ahead of Yiyang, 6th with 13.2%."),
    # The place is of what the percentage of its sentence is, not of the city told last; or of that a year before.
    (ZHUZHOU, "株洲园区增加值增速9.7%，比全省的10.3%慢0.6个百分点，位次为第5位。"),
    (YIYANG, "总产值增速10.2%，去年这个时候是第11。"),
    (YIYANG, "总产值：增长10.2%，居全省第13位，同比后移2位。"),
    # Five digits need no name; the whole year where words tell it.
    (YUEYANG, "Behind Changsha comes Yueyang, with an output of 310.087 billion yuan."),
    (ZHUZHOU_BY_NOVEMBER, "For 2017 as a whole, the parks of Zhuzhou added 73.151 billion yuan of industrial value."),
    (YUEYANG, "Changsha comes first and Yueyang second by GDP.\n\nThe runner-up has 310.087 billion yuan."),
    # A count of three digits is none that another of its paragraph tells.
    (HENGYANG_2008, "Zhuzhou, to the north, had 611 projects under construction and completed 363."),
    (HENGYANG_2008, "其中株洲有施工项目611个，建成363个。"),
]  # fmt: skip


@pytest.mark.parametrize(("of", "text"), RECALLED)
def test_what_stands_around_a_figure_tells_its_fact(of, text):
    assert last(of, text) == "confirmed"


LEFT = [
    # 17.8 % is the growth of another investment, and no word speaks of it; 14.6 is 16.4 mistyped, but loosely tied.
    (HUAIHUA, "*Upgrading of old plants?*\nUp 14.6%."),
    (HUAIHUA, "Fixed-asset investment was weak. Upgrading spending fared a little better at 14.6%."),
    # Shaoyang's growth, where Huaihua's is told by all words and Shaoyang by none.
    (HUAIHUA, "Technological-upgrade investment in Huaihua grew by 2.7%."),
    # The place of this year, told of last; of another city; an amount of the city behind it.
    (YIYANG, "总产值增速10.2%，去年这个时候是第13。"),
    (ZHUZHOU, "株洲园区增加值增速9.7%，比全省的10.3%慢0.6个百分点，位次为第3位。"),
    (YUEYANG, "Changde had an output of 310.087 billion yuan and Yueyang of more."),
    # Another matter, half or aim stands in the clause.
    (YUEYANG, "Digital GDP rose 7.8% and the digital economy 8.7%."),
    # Nothing names an indicator.
    (HUAIHUA, "The canteen served more meals, up 16.4%."),
    # A place that two cities told alike might hold is neither's: one in fourteen is no evidence.
    (HUAIHUA, "Yiyang, Shaoyang and Huaihua were told their upgrade investment: 14th."),
    # A share is no growth, and what is nearly so is not told.
    (HUAIHUA, "Technological-upgrade investment is a share of 16.4%."),
    (HUAIHUA, "*Upgrading of old plants?*\nUp nearly 16.4%."),
    # No fact of Zhuzhou's counts is 336.
    (HENGYANG_2008, "Zhuzhou, to the north, told 611 firms of its projects, 336 in all."),
]  # fmt: skip


@pytest.mark.parametrize(("of", "text"), LEFT)
def test_a_fact_that_only_happens_to_fit_confirms_nothing(of, text):
    assert last(of, text) == ""


def test_a_word_counts_the_more_the_fewer_names_it_is_in():
    parts = parts_of(names_of(zj.open_workspace("published")))
    upgrade = next(both[1] for both in parts.values() if "upgra" in both[1])
    # investment stands in two names and counts a quarter of technology and upgrade.
    assert share_in(upgrade, "the upgrading of plants") == pytest.approx(1 / 2.25)
    assert share_in(upgrade, "the investment in plants") == pytest.approx(0.25 / 2.25)


@pytest.mark.parametrize("text", ["Huaihua's GDP grew by 8.0% last year.", "怀化的GDP去年增长8.0%。", "那时排第6位。"])
def test_a_year_before_no_known_period_is_none(text):
    figures = audit(text, zj.open_workspace("published")).figures
    assert [figure.verdict for figure in figures] == ["not-checked"]


REFUTED = [
    # 16.4 with its digits swapped, where the question names the indicator and nothing else is told.
    (HUAIHUA, "**技改呢？**\n增长61.4%。"),
    # 310.087 mistyped; and a place right behind the amount that it ranks.
    (YUEYANG, "In 2016 Yueyang had a product of 310.078 billion yuan."),
    (YUEYANG, "Changde's output of 295.554 billion yuan ranked 4th in the province."),
]  # fmt: skip


@pytest.mark.parametrize(("of", "text"), REFUTED)
def test_a_slip_of_the_fact_that_is_meant_is_called_wrong(of, text):
    assert last(of, text) == "contradicted"


@pytest.mark.parametrize(("text", "above"), [("# Head\n\n5", "# Head"), ("5", ""), ("\n\n5", ""), ("a\nb\n \n5", "b")])
def test_the_line_above_is_the_next_that_is_not_blank(text, above):
    assert line_above(text, text.index("5")) == above
