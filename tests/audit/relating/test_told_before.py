"""What a sentence leaves, looks back to or moves on from what was told right before it."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import pytest

from marked_sentences import misses

# 360 - 297 = 63, 297/360 = 82.5 %; 275 - 231 = 44, 231/275 = 84 %; 126 - 98 = 28, 98/126 = 77.8 %; 640 - 416 = 224,
# 416/640 = 65 %; 335 - 268 = 67; 90.4 - 43.1 - 28.2 = 19.1.
LEFT = [
    "We wrote to [[360|N]] households and [[297|N]] replied, which is [[82.5%|C]]. The [[63|C]] silent ones will be visited.",
    "We wrote to [[360|N]] households and [[297|N]] replied, which is [[82.5%|C]]. The [[36|X]] households that did not reply will be visited.",
    "The exam was sat by [[275|N]] apprentices; [[231|N]] passed, a pass rate of [[84%|C]]. [[44|C]] failed and may sit again in May.",
    "全县摸排老旧管网[[126处|N]]，已改造[[98处|N]]，改造率[[77.8%|C]]。没改的[[28处|C]]，列入明年计划。",
    "全县摸排老旧管网[[126处|N]]，已改造[[98处|N]]，改造率[[77.8%|C]]。没改的[[82处|X]]，列入明年计划。",
    "Budget: [[640 million yuan|N]]. Spent by May: [[416 million yuan|N]], or [[65%|C]]. Left: [[242 million yuan|X]].",
    "Yesterday's count: [[268|N]] stalls licensed out of [[335|N]]. The rest, [[67|C]], trade without papers.",
    "The fund lent [[90.4 million yuan|N]] in all. Weavers took [[43.1 million yuan|N]], potters [[28.2 million yuan|N]] and printers the remaining [[19.1 million yuan|C]].",
    # Of what is left some, and others: neither is all that is left.
    "申报[[214家|N]]，通过[[171家|N]]，通过率[[79.9%|C]]。未通过的企业里[[34家|N]]缺环评，其余[[9家|CN]]缺能评。",
    "Of [[64|N]] boats [[48|N]] have licences, or [[75%|C]]. Another [[18|CN]] boats without engines were not counted.",
    "Budget: [[640 million yuan|N]]. Spent by May: [[416 million yuan|N]], or [[65%|C]]. Not yet invoiced: [[242 million yuan|N]] of works ordered.",
]  # fmt: skip

# 412 - 37 = 375, 8.4 + 1.9 = 10.3, 86.4 - 7.9 = 78.5, 12.7 + 3.6 = 16.3, 73 - 15 = 58.
BEFORE = [
    "At the end of May the club had [[412|N]] members, [[37|C]] more than a year earlier, when there were [[375|C]].",
    "At the end of May the club had [[412|N]] members, [[37|N]] more than a year earlier, when there were [[357|X]].",
    "The vacancy rate is [[8.4%|N]], [[1.9 points|C]] lower than in 2021, when it was [[10.3%|C]].",
    "6月末贷款余额[[86.4亿元|N]]，比年初增加[[7.9亿元|N]]，年初余额[[75.8亿元|X]]。",
    "亏损面降到[[12.7%|N]]，较去年收窄[[3.6个百分点|C]]，去年还在[[16.3%|C]]。",
    "全镇合作社达到[[73家|N]]，一年多了[[15家|C]]；而上一年只有[[58家|C]]。",
    # What was 75.8 are deposits, and 7.7% is of investment.
    "6月末贷款余额[[86.4亿元|N]]，比年初增加[[7.9亿元|N]]；存款比上年增加，上年为[[75.8亿元|N]]。",
    "产值增长[[8.3%|N]]，比上年提高[[1.2个百分点|N]]，上年投资增长[[7.7%|N]]。",
]  # fmt: skip

# 9 - 5 = 4, 5 + 3 = 8, 3 + 2 = 5, 11 - 6 = 5.
PLACES = [
    "In the county's league we were [[9th|N]] a year ago. We are [[5th|N]] today. That is a climb of [[four places|C]].",
    "In the county's league we were [[9th|N]] a year ago. We are [[5th|N]] today. That is a climb of [[three places|X]].",
    "Among the [[12|N]] yards we are [[5th|N]], up [[3 places|N]], so we must have been [[8th|C]].",
    "在全市园区评价中，我们排[[第3位|N]]，上升[[2个位次|C]]，而上一年还是[[第5位|C]]。",
    "去年我县排全市[[第11位|N]]。今年排[[第6位|N]]。一年前进了[[6位|X]]。",
    "去年我县产值排[[第11位|N]]，今年排[[第6位|N]]。税收前移[[3位|N]]。",
    "综合评价列[[第3位|N]]，比上月前移[[2位|N]]，去年同期列[[第6位|N]]。",
]  # fmt: skip

# 75 - 68.5 = 6.5; 11.0 - 6.4 = 4.6, 9.2 - 6.4 = 2.8; 4650 - 3120 = 1530, 1530/4650 = 32.9 %; 96.6/161 = 0.6.
COMPARED = [
    "[[171|N]] of [[228|N]] requests were granted, a rate of [[75%|C]]. A year earlier the rate had been [[68.5%|N]], so the improvement is [[5.6 percentage points|X]].",
    "全县增加值增长[[6.4%|N]]。家具业增长[[11.0%|N]]，高于全县[[4.6个百分点|C]]；食品业增长[[9.2%|N]]，高出[[2.8个百分点|C]]。",
    "全县增加值增长[[6.4%|N]]。家具业增长[[11.0%|N]]，高于全县[[4.6个百分点|C]]；食品业增长[[9.2%|N]]，高出[[8.2个百分点|X]]。",
    "储备金由[[4650万元|N]]降至[[3120万元|N]]，少了[[1530万元|C]]，下降[[32.9%|C]]。",
    "The scheme paid out [[96.6 million yuan|N]] in all. Spread over [[161|N]] borrowers, that is an average of [[0.6 million yuan|C]].",
]  # fmt: skip


@pytest.mark.parametrize("text", LEFT)
def test_a_whole_and_its_part_with_their_rate_tell_what_is_left(text):
    assert misses(text) == []


@pytest.mark.parametrize("text", BEFORE)
def test_a_change_tells_what_there_was_before_it(text):
    assert misses(text) == []


@pytest.mark.parametrize("text", PLACES)
def test_places_lie_between_the_ranks_of_two_times(text):
    assert misses(text) == []


@pytest.mark.parametrize("text", COMPARED)
def test_a_sentence_compares_what_the_one_before_told(text):
    assert misses(text) == []
