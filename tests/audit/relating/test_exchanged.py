"""Shares of what is listed, each by its name or its place, and two percentages that have changed places."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import pytest

from marked_sentences import misses

# 420/1050 = 40 %, 7.5/12 = 62.5 %, 155/250 = 62 %, 364/520 = 70 %, 3.30/2.75 - 1 = 20 %, 1.68/1.60 - 1 = 5 %.
EXCHANGED = [
    "Lower Mill sold [[420 tonnes|N]] and Upper Mill [[630 tonnes|N]] of the [[1,050 tonnes|CN]] sold in all, i.e. [[60%|X]] and [[40%|X]] respectively.",
    "全区实现税收[[12.0亿元|CN]]，其中东片[[7.5亿元|N]]、西片[[4.5亿元|N]]，分别占[[37.5%|X]]和[[62.5%|X]]。",
    "Of [[250|CN]] loans, [[155|N]] went to farms and [[95|N]] to shops; farms thus took [[38%|X]] and shops [[62%|X]].",
    "问：两条线各占多少？答：北线运了[[364万吨|N]]，南线运了[[156万吨|N]]，加起来[[520万吨|C]]。南线占[[70%|X]]，北线占[[30%|X]]。",
    "Exports: [[3.30 billion yuan|N]]; last year [[2.75 billion yuan|N]]. Imports: [[1.68 billion yuan|N]]; last year [[1.60 billion yuan|N]]. Exports grew by [[5.0%|X]], imports by [[20.0%|X]].",
]
STRAIGHT = [
    "全区实现税收[[12.0亿元|CN]]，其中东片[[7.5亿元|N]]、西片[[4.5亿元|N]]，分别占[[62.5%|C]]和[[37.5%|C]]。",
    "Of [[250|CN]] loans, [[155|N]] went to farms and [[95|N]] to shops; farms thus took [[62%|C]] and shops [[38%|C]].",
    "问：两条线各占多少？答：北线运了[[364万吨|N]]，南线运了[[156万吨|N]]，加起来[[520万吨|C]]。南线占[[30%|C]]，北线占[[70%|C]]。",
    "Exports: [[3.30 billion yuan|N]]; last year [[2.75 billion yuan|N]]. Imports: [[1.68 billion yuan|N]]; last year [[1.60 billion yuan|N]]. Exports grew by [[20.0%|C]], imports by [[5.0%|C]].",
]


@pytest.mark.parametrize("text", [*EXCHANGED, *STRAIGHT])
def test_two_percentages_that_print_what_the_other_one_is_are_both_wrong(text):
    assert misses(text) == []


# 88.4/260 = 34 %, 140.4/260 = 54 %, 1240/2500 = 49.6 %, 5.18 - 3.42 = 1.76, 27 - 12 = 15, 29 - 16 = 13, 68.0 - 7.3 = 60.7,
# 12.5 - 7.8 = 4.7, 416/640 - 1 = -35 %.
NAMED = [
    "第一产业增加值[[31.2亿元|N]]，第二产业[[88.4亿元|N]]，第三产业[[140.4亿元|N]]，地区生产总值[[260.0亿元|C]]。第二产业占比[[43.0%|X]]，第三产业占比[[54.0%|C]]。",
    "三个镇完成造林：青山镇[[1,240亩|N]]，白水镇[[865亩|N]]，红石镇[[395亩|N]]，合计[[2,500亩|C]]；青山镇占总面积的[[46.9%|X]]，比白水镇多[[375亩|C]]。",
    "East Park spent [[5.18 billion yuan|N]], West Park [[3.42 billion yuan|N]], South Park [[1.40 billion yuan|N]], in all [[10.00 billion yuan|C]]. East Park leads West Park by [[1.67 billion yuan|X]].",
    "上年末有企业[[214家|N]]，今年新入库[[27家|N]]，退库[[12家|N]]，净增[[15家|C]]。",
    "At the end of 2022 there were [[136|N]] firms; [[29|N]] entered and [[16|CN]] left, a net addition of [[13|C]].",
    "By August [[68.0%|N]] of the plan was spent, [[7.3 points|CN]] more than a year before, when the share must therefore have been [[60.7%|C]].",
    "旅游收入增长[[12.5%|N]]。接待人次增长[[7.8%|N]]。两者相差[[7.4个百分点|X]]。",
    "Complaints dropped from [[640|N]] to [[416|N]], a fall of [[34%|L]].",
    "工业项目[[86个|C]]，其中在建[[52个|N]]、竣工[[21个|N]]、未开工[[13个|CN]]。",
]


@pytest.mark.parametrize("text", NAMED)
def test_figures_are_of_what_they_name_among_those_listed_before_them(text):
    assert misses(text) == []
