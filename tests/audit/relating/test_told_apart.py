"""Rates of two lists, the others of a whole, moves and multiples that a clause tells without naming what they are of."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import pytest

from marked_sentences import misses

# 60/80 = 75 %, 25/40 = 62.5 %, 18/20 = 90 %; 45/54 = 83.3 %, 13/26 = 50 %, 12/16 = 75 %; 38/40 = 95 %, 22/25 = 88 %;
# 150/200 = 75 %, 152/160 = 95 %.
LISTS = [
    "Of the loans, [[80|N]] went to farms, [[40|N]] to shops and [[20|N]] to inns. Repaid so far: [[60|N]] by farms, [[25|N]] by shops, [[18|N]] by inns. That puts repayment at [[75%|C]] for farms, [[62.5%|C]] for shops and [[90%|C]] for inns.",
    "The register has [[54|N]] entries in manufacturing, [[26|N]] in logistics and [[16|N]] in tourism. Started: [[45|N]] in manufacturing, [[13|N]] in logistics and [[12|N]] in tourism. Start rates, then, are [[83.3%|C]] for manufacturing, [[50%|C]] for logistics and [[57%|X]] for tourism.",
    "东乡应检企业[[40家|N]]，西乡应检企业[[25家|N]]。实际合格，东乡[[38家|N]]，西乡[[22家|N]]。合格率东乡[[95%|C]]，西乡[[88%|C]]。",
    "春季招工计划：纺织厂[[200人|N]]、电子厂[[160人|N]]。到岗情况：纺织厂[[150人|N]]、电子厂[[152人|N]]。到岗率分别为[[75%|C]]和[[95%|C]]。",
    # 102/120 = 85 %, 74/80 = 92.5 %; other rates of the same two are of nothing told.
    "一车间定员[[120人|N]]，二车间定员[[80人|N]]。眼下在岗，一车间[[102人|N]]，二车间[[74人|N]]。在岗率，一车间[[85%|C]]，二车间[[92.5%|C]]。",
    "纺织厂应到[[200人|N]]，电子厂应到[[160人|N]]。实到，纺织厂[[150人|N]]，电子厂[[152人|N]]。满意率分别为[[79%|N]]和[[95.5%|N]]。",
    "Invited were [[80|N]] farms and [[40|N]] shops. Present: [[60|N]] farms, [[25|N]] shops. Satisfaction rates were [[85%|N]] among farms and [[65%|N]] among shops.",
    "签约项目[[25个|N]]，落地[[18个|N]]，履约率[[72%|C]]；落地项目中，投产[[6个|N]]，恰好占[[三分之一|C]]。",
]  # fmt: skip

# 65 - 52 = 13, 48 - 31 = 17, 125 - 108 = 17, 86 - 71 = 15, 17/125 = 13.6 %.
OTHERS = [
    "By our count [[65|N]] projects were pledged and [[52|N]] opened. You also write that the [[13|C]] laggards are worth [[390 million yuan|N]].",
    "There were [[48|N]] applicants. The panel admitted [[31|N]]. The [[17|C]] turned away may apply again.",
    "There were [[48|N]] applicants. The panel admitted [[31|N]]. The [[71|N]] turned away may apply again.",
    "年末规模以上工业企业[[125户|CN]]，其中盈利[[108户|N]]，亏损[[17户|C]]，亏损面[[13.6%|C]]。",
    "共受理申请[[86件|N]]，通过[[71件|N]]，退回[[51件|N]]。",
]  # fmt: skip

# 6 - 3 = 3, 12 - 7 = 5; 200 - 184 = 16, 16/200 = 8 %; 50 - 15 = 35; 3/0.8 = 3.75; 65 - 48 = 17; 320/1280 = 25 %;
# 851.01/233.51 = 3.6; 600/150 = 4; 25.1 - 24.5 = 0.6.
UNNAMED = [
    "In the city's assessment we were [[6th|N]]; this year we are [[3rd|N]], [[three places|C]] up.",
    "Once [[12th|N]], the valley is now [[7th|N]], a climb of [[five places|C]].",
    "In the league for road safety we came [[11th|N]]; a year on, we are [[8th|N]]. [[Three places|C]] gained.",
    "春季排[[第10|N]]，秋季排[[第6|N]]，进了[[4位|C]]。",
    "Tax is up [[three places|C]] to [[4th|N]], from [[7th|N]] a year ago.",
    "Last year we were [[6th|N]] in tax; this year we are [[3rd|N]] in output, [[two places|N]] up.",
    "Bamboo went the other way, from [[200 million|N]] down to [[184 million yuan|N]], a loss of [[8 percent|C]].",
    "甲县由[[1.6亿元|N]]增至[[2.4亿元|N]]，增长[[50%|C]]；乙区由[[20亿元|N]]增至[[23亿元|N]]，增长[[15%|C]]。论增速，前者高出[[35个百分点|C]]。",
    "甲县由[[1.6亿元|N]]增至[[2.4亿元|N]]，增量[[0.8亿元|C]]；乙区由[[20亿元|N]]增至[[23亿元|N]]，增量[[3亿元|C]]。论增量，后者是前者的[[3.75倍|C]]。",
    "今年检查合格率[[65%|N]]，须整改的[[19家|N]]。\n\n与上一轮相比，合格率由[[48%|N]]提高[[17个百分点|C]]。",
    "Pipeline: [[1,280|N]] tenants, of which [[320|N]] joined this year - [[a quarter|C]].",
    "Zhuzhou turned over [[233.51 million yuan|N]] in 2015.\n\nIts neighbours matter as well. Changsha weighs in at [[851.01 million yuan|N]], [[3.6 times|C]] as much, and Xiangtan at [[170.31 million yuan|N]].",
    "The lower mill employs [[150|N]] people. The upper one has [[690|N]], [[four times|N]] as many.",
    "Investment gained [[24.5%|N]]; the provincial average was [[25.1%|N]], so the gap is [[0.6 points|C]].",
]  # fmt: skip


@pytest.mark.parametrize("text", LISTS)
def test_the_rates_of_a_list_are_of_two_lists_by_name_or_by_place(text):
    assert misses(text) == []


@pytest.mark.parametrize("text", OTHERS)
def test_a_whole_and_its_part_leave_the_others_by_any_name(text):
    assert misses(text) == []


@pytest.mark.parametrize("text", UNNAMED)
def test_a_clause_without_names_is_of_what_was_told_last(text):
    assert misses(text) == []
