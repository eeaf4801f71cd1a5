"""A figure unlike what it is tied to: when it is called wrong, and when it is likely of something else."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

from decimal import Decimal

import pytest

from marked_sentences import misses
from zjjstats.audit.doubting.slips import difference_of
from zjjstats.audit.judging.findings import Finding
from zjjstats.audit.reading.layout import lay_out

YEAR = "2016M01-M12"


@pytest.mark.parametrize(
    ("printed", "holds", "wanted"),
    [
        ("增长8.7%", "8.1", "slip"),
        ("占68.81%", "68.18", "swapped"),
        ("占40%", "4.0", "misplaced"),
        ("相差15个百分点", "5", "misplaced"),
        ("增长31.4%", "8.1", "far"),
        ("高9.9个百分点", "-3.1", "far"),
        ("增长2.3%", "-2.3", "sign"),
        ("总量300亿元", "310.09", "round"),
        ("总量301亿元", "310", "swapped"),
        ("总量300亿元", "500", "slip"),
        ("前移11位", None, "bounds"),
    ],
)
def test_a_difference_is_a_slip_or_tells_another_figure(printed, holds, wanted):
    item = lay_out(printed)[0]
    finding = Finding("contradicted", None if holds is None else Decimal(holds), "")
    assert difference_of(item, finding) == wanted


# Of the published tables: GDP of Zhangjiajie 497.62 in 2016 and 447.70 in 2015, growth 8.1 % (4th) and 8.5 % (9th);
# of Yueyang 3100.87 and 7.8 % (11th) in 2016, 8.7 % in 2015; of Changde 2955.54 and 8.0 %.
NOT_CALLED_WRONG = [
    # What two figures of the text give, whatever the words between them.
    "2016年，岳阳市地区生产总值3100.87亿元，同常德市的2955.54亿元之间隔着[[145.33亿元|CN]]。",
    "In 2016 Yueyang's GDP was 310.087 billion yuan. [[14.533 billion yuan|CN]] lay between it and Changde's 295.554 billion yuan.",
    "2016年岳阳市地区生产总值增长7.8%，跟常德市8.0%的增速隔着[[0.2个百分点|CN]]。",
    # What the data hold for another year that the sentence speaks of.
    "2016年岳阳市地区生产总值增长7.8%，此前一年还是[[8.7%|CN]]。",
    "In 2016 the GDP of Yueyang grew by 7.8%, following [[8.7%|CN]] the year before.",
    # A round amount that is passed.
    "In 2016 the GDP of Yueyang went past [[300 billion yuan|CN]].",
    # A percentage far from the fact is no slip of it.
    "2016年全市地区生产总值增长[[31.4%|N]]。",
    # Where nothing that a sentence tells is in the data, it tells of something else.
    "2016年全市地区生产总值增速[[2.6%|N]]，居全省第[[1|N]]位。",
    "In 2016 GDP growth in the city was [[2.6%|N]], [[1st|N]] in the province.",
    # A rank that the same paragraph already tells is not told again as another.
    "In 2016 GDP growth in the city was 8.1%, 4th in the province; the new area came [[2nd|N]].",
]


@pytest.mark.parametrize("marked", NOT_CALLED_WRONG)
def test_a_figure_that_may_be_of_something_else_is_not_called_wrong(marked):
    assert not misses(marked, "published", period=YEAR, city="zhangjiajie")


CALLED_WRONG = [
    "2016年全市地区生产总值增长[[1.8%|X]]。",
    "2016年全市地区生产总值增长[[8.7%|X]]。",
    "2016年全市地区生产总值[[479.62亿元|X]]。",
    # The amount of another year, where the sentence tells its own.
    "2016年全市地区生产总值[[447.70亿元|X]]。",
    "In 2016 the city's GDP was [[44.77 billion yuan|X]].",
    # What the figure's own sentence gives does not give another one.
    "2016年，岳阳市地区生产总值3100.87亿元，比常德市的2955.54亿元多[[154.33亿元|X]]。",
    "2016年全市地区生产总值增速8.1%，居全省第[[5|X]]位。",
    "2016年全市地区生产总值增长8.1%，[[增速居全省第11位|X]]。",
    "今年共安排项目22个，已开工15个，开工率[[68.81%|X]]。",
]


@pytest.mark.parametrize("marked", CALLED_WRONG)
def test_a_slip_that_nothing_else_gives_is_called_wrong(marked):
    assert not misses(marked, "published", period=YEAR, city="zhangjiajie")


# What stands right before a figure and gives it holds, whatever the city's programme comes to.
SUMMED = "一季度，320工程拟新开工的22个里15个已经开工，拟竣工的20个里19个已经开工。两类相加，42个项目动工[[34个|CN]]。"
PROJECTS = "一季度，全市320工程64个项目已开工56个。再说高新区：承接任务17个，动工14个，开工率[[82.35%|C]]。"


def test_a_count_that_its_words_call_a_sum_may_be_that_of_two_others():
    assert not misses(SUMMED, "published", period="2022Q1", city="zhangjiajie")


def test_two_figures_right_before_a_rate_hold_against_a_fact_of_others():
    assert not misses(PROJECTS, "published", period="2022Q1", city="zhangjiajie")


def test_the_direction_right_beside_places_is_theirs_and_not_that_of_the_next():
    text = "2016年，张家界市地区生产总值增速比上年前移[[5位|C]]，岳阳市后移[[5位|C]]。"
    assert not misses(text, "published", period=YEAR, city="zhangjiajie")


# What stands nearest to a figure and does not give it, with the words that say why it is none of its parts; beside some
# the same figures without such words.
PARTS_OF_OTHERS = [
    # The average firm is what the two counts behind it are of.
    "The number of machines rose by 50%, of firms by [[20%|N]], and the average firm went from 20 machines to 25.",
    "Machines rose [[23%|X]], from 20 to 25.",
    # The two ends are of 2022.
    "Alpha grew by 13.4% and Gamma by 10.9% in 2022. The spread was [[2.3 points|N]] in 2021.",
    # Parts that are told roughly give no last digit.
    "A little over 16.5 billion yuan of about 64 billion remains, i.e. [[25.9%|N]] of the plan.",
    # The two already give another gap.
    "Real growth was 9.4% then and 9.9% now: faster by [[0.5 points|C]] and then by [[0.3|N]].",
    # Worked out from the figure itself.
    "It beats 2016, 6.9%, by [[0.7 points|N]], which puts the nation at 6.6%.",
    # The province is compared, and 6.8 % is not its growth.
    "上半年，白水州工业增加值增长6.8%，全省又比上年同期的5.1%快[[1.1个百分点|N]]。",
    "上半年，白水州工业增加值增长6.8%，比上年同期的5.1%快[[1.1个百分点|X]]。",
    # More than 14 are ranked.
    "上一年在各乡镇里排第15位，今年排第9，前移[[6位|CN]]。",
    "全省14个市州，今年排第9，比上年前移[[6位|X]]。",
    # Levels of two years and the change between them add up to nothing.
    "亏损企业去年15家，今年9家，减少6家（规上和规下合计[[60家|N]]）。",
    # One of the two is compared with a third.
    "怀化这两项分别为17.5%、16.6%，后者距我市仅[[0.3个百分点|N]]。",
    # What came of the two is worked out last, so that it is wrong and not they.
    "Income of 61.2 million yuan less expenses of [[48.7 million yuan|N]] left a surplus of [[13.5 million yuan|X]].",
    # Of another year.
    "网上销售额7020万元，占全部销售的[[30%|N]]，是2019年2340万元的[[3倍|C]]。",
    # A rate may be of both counts together.
    "Employment was 236,900 and that of unemployed persons 11,700, which gives an unemployment rate of [[4.7%|N]].",
    # A word for two counts what is told elsewhere.
    "续建的42个，两个时点都是[[41个|N]]在干。",
    # Two columns that are not side by side.
    "| 市州 | 产值增速 | 上年 | 投资增速 | 上年 |\n|---|---|---|---|---|\n| 甲州 | 10.3 | 9.4 | 19.5 | 26.7 |\n\n投资上甲州少了[[7.2个百分点|CN]]。",
    # Of one digit and noughts any other is a slip.
    "丙厂每吨[[7000元|N]]，乙厂4000元，甲厂5000元。",
]


@pytest.mark.parametrize("marked", PARTS_OF_OTHERS)
def test_figures_near_by_that_words_give_to_others_call_nothing_wrong(marked):
    assert not misses(marked)


FACTS_OF_OTHERS = [
    ("2016年全市地区生产总值按现价算增长11.2%，按可比价算增长8.1%，前面有长沙的[[9.4%|C]]。", "2016M01-M12"),
    ("“320工程”：桑植县计划新开工[[12个|N]]。", "2022M01-M03"),
    # A place by the rate right before it, not by what is counted.
    ("2008年岳阳施工项目518个，只投192个，37.1%，[[倒数第二|CN]]。", "2008M01-M12"),
    # What growth falls short of is not what is ranked next.
    (
        "In 2016 GDP growth of 8.1% in Zhangjiajie is 1.3 points short of the rate for industrial investment, and the provincial rank is [[9th|N]].",
        "2016M01-M12",
    ),
    ("The county of Sangzhi runs 11 of its [[14|N]] projects of the 320 Project.", "2022M01-M03"),
    (
        "| 区县 | 320工程计划 |\n|---|---|\n| 永定区 | 36 |\n| 慈利县 | 14 |\n| 桑植县 | [[14|N]] |\n| 全市 | 64 |\n",
        "2022M01-M03",
    ),
]


@pytest.mark.parametrize(("marked", "period"), FACTS_OF_OTHERS)
def test_facts_of_the_city_call_nothing_wrong_that_words_give_to_others(marked, period):
    assert not misses(marked, "published", period=period, city="zhangjiajie")


def test_places_gained_hold_against_another_base_where_no_words_say_which():
    text = "1—2月，全市工业技术改造投资增长23.9%，居全省第2位，前移[[{}位|{}]]。"
    for places, verdict in ((7, "C"), (4, "A"), (5, "X")):
        assert not misses(text.format(places, verdict), "sample", period="2022M01-M02", city="zhangjiajie")
