"""Gaps between two cities in points or places, shares of other amounts, and places of another year, in Chinese.

The facts of the sample and of the tables, as worked out by hand: in the first nine months of 2022 investment in upgrading
grew by 32.2 % in Yongzhou, 17.3 in Yueyang, 16.6 in Huaihua, 13.2 in Loudi, 8.1 in Chenzhou, 12.8 in the province.
"""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import pytest

from marked_sentences import misses

LOUDI = {"workspace": "sample", "city": "loudi", "period": "2022M01-M09"}
HUAIHUA = {"workspace": "sample", "city": "huaihua", "period": "2022M01-M09"}
SHAOYANG = {"workspace": "sample", "city": "shaoyang", "period": "2022M01-M09"}
GDP_2016 = {"workspace": "published", "city": "zhuzhou", "period": "2016M01-M12"}
HUAIHUA_BY_JULY = {"workspace": "sample", "city": "huaihua", "period": "2022M01-M07"}
CHENZHOU_2008 = {"workspace": "published", "city": "chenzhou", "period": "2008M01-M12"}
GAPS = [
    # The other side goes on from the gap before, or from what the sentence before is of: 32.2 − 12.8, 17.3 − 12.8.
    (LOUDI, "娄底技改投资增长[[13.2%|C]]，快于全省[[0.4个百分点|C]]；永州则高出[[19.4个百分点|C]]，怀化快[[3.8个百分点|C]]。"),
    (LOUDI, "娄底技改投资增长[[13.2%|C]]，快于全省[[0.4个百分点|C]]；永州则高出[[14.9个百分点|X]]，怀化快[[3.7个百分点|X]]，郴州慢[[8.1个百分点|N]]。"),
    (LOUDI, "全省技改投资增长[[12.8%|C]]。与之相比，岳阳高[[4.5个百分点|C]]，郴州低[[4.7个百分点|C]]。"),
    (LOUDI, "全省技改投资增长[[12.8%|C]]。与之相比，岳阳低[[4.5个百分点|N]]，郴州高[[4.7个百分点|N]]。"),
    # Two named in one clause: 32.2 − 8.1, refuted by two digits swapped; the next takes up the first of them.
    (LOUDI, "永州与郴州的技改增速相差[[24.1个百分点|C]]，与岳阳也差着[[14.9个百分点|C]]。"),
    (LOUDI, "永州与郴州的技改增速相差[[21.4个百分点|X]]。"),
    # Between two cities places are no change since last year; GDP of Shaoyang is 9th, of Yongzhou 8th, of Yiyang 10th.
    (dict(GDP_2016, city="shaoyang"), "邵阳GDP排[[第9位|C]]，比永州低[[1位|C]]，比益阳高[[1位|C]]。"),
    (HUAIHUA, "怀化工业总产值增速排[[第6位|C]]，比湘西州靠前[[6位|C]]，比去年同期前移[[4位|C]]。"),
    (HUAIHUA, "怀化工业总产值增速排[[第6位|C]]，比湘西州靠前[[4位|NX]]。"),
]  # fmt: skip
THEN = [
    (SHAOYANG, "邵阳工业总产值增速排全省[[第11位|C]]；而一年前，邵阳还是[[第1位|C]]。"),
    (SHAOYANG, "邵阳工业总产值增速排全省[[第11位|C]]；而一年前，邵阳还是[[第3位|N]]。"),
    (dict(LOUDI, city="chenzhou"), "2021年前三季度郴州工业总产值增速高居全省[[第二|C]]，今年同期只排[[第八|C]]。"),
    (dict(LOUDI, city="xiangtan"), "湘潭产值增速[[13.1%|C]]，全省[[第二|C]]；固投下降[[0.8%|C]]，全省[[第十三|C]]。去年同期这两项分别排[[第四|C]]和[[第十三|C]]。"),
    # Behind a comparison that its clause ends the place is of today, where Huaihua is second in the group; it was first.
    (HUAIHUA_BY_JULY, "工业技术改造投资增长[[16.7%|C]]，居全省[[第4位|C]]，位次与上年同期持平，方阵[[第2位|C]]。"),
    (HUAIHUA_BY_JULY, "工业技术改造投资增长[[16.7%|C]]，居全省[[第4位|C]]，位次与上年同期持平，方阵[[第1位|XN]]。"),
    (HUAIHUA_BY_JULY, "工业固定资产投资增速在考核方阵[[五个|CN]]市州中列[[第2位|C]]。"),
    (HUAIHUA_BY_JULY, "工业固定资产投资增速在考核组5个市州里居[[第3位|XN]]。"),
    (HUAIHUA_BY_JULY, "Industrial fixed-asset investment ranks [[5th|C]]. The climb inside the assessment group was long, from [[4th|C]] to [[2nd|C]]."),
    (HUAIHUA_BY_JULY, "Industrial fixed-asset investment ranks [[5th|C]]. The climb inside the assessment group was long, from [[3rd|XN]] to [[2nd|C]]."),
    # What a sentence opens with is when, though a comma follows.
    (HUAIHUA_BY_JULY, "去年同期，技改投资增速在方阵排[[第一|C]]，今年[[第二|C]]。"),
    (HUAIHUA_BY_JULY, "去年同期，技改投资增速在方阵排[[第二|XN]]，今年[[第二|C]]。"),
    # The same months, of the province: 7575 projects; at constant prices GDP grew by 8.0 %, which is sixth.
    (CHENZHOU_2008, "郴州2008年施工项目[[518个|C]]，建成投产[[354个|C]]。同期全省施工[[7575个|C]]。"),
    (CHENZHOU_2008, "郴州2008年施工项目[[518个|C]]，建成投产[[354个|C]]。同期全省施工[[7557个|XN]]。"),
    (dict(GDP_2016, city="changde"), "常德GDP按现价算增长[[9.1%|C]]，扣除价格因素，增速为[[8%|C]]；论速度，排[[第6位|C]]。"),
    (dict(GDP_2016, city="changde"), "论总量，常德GDP居全省[[第3位|C]]；论速度，排[[第3位|XN]]。"),
    (dict(GDP_2016, city="huaihua"), "怀化GDP由[[1273.25亿|C]]增至[[1396.15亿元|C]]。"),
]  # fmt: skip
SHARES = [
    # 1396.15 ÷ 31244.68 = 4.47 %, 530.87 ÷ 9323.70 = 5.69 %, (3100.87 + 2955.54) ÷ 31244.68 = 19.38 %.
    (dict(GDP_2016, city="huaihua"), "怀化地区生产总值[[1396.15亿元|C]]。全省经济总量[[31244.68亿元|C]]，我们只占[[4.5%|C]]。"),
    (dict(GDP_2016, city="huaihua"), "怀化地区生产总值[[1396.15亿元|C]]。全省经济总量[[31244.68亿元|C]]，我们只占[[4.7%|NX]]。"),
    (dict(GDP_2016, city="xiangxi"), "湘西州GDP[[530.87亿元|C]]，只有长沙的[[5.7%|C]]。"),
    (dict(GDP_2016, city="xiangxi"), "湘西州GDP[[530.87亿元|C]]，只有长沙的[[7.5%|N]]。"),
    (dict(GDP_2016, city="yueyang"), "岳阳、常德两市2016年地区生产总值合计[[6056.41亿元|C]]，占全省[[19.4%|C]]。"),
    (dict(GDP_2016, city="changsha"), "长沙GDP[[9323.70亿元|C]]，几乎占全省的[[三成|NC]]（[[29.8%|C]]）。"),
    (GDP_2016, "长株潭三市GDP加在一起是[[13681.86亿元|C]]。"),
    (GDP_2016, "株洲2016年生产总值[[2512.51亿元|C]]，距衡阳还差[[340.51亿元|C]]。"),
    (GDP_2016, "株洲2016年生产总值[[2512.51亿元|C]]，距衡阳还差[[304.51亿元|X]]。"),
]  # fmt: skip


@pytest.mark.parametrize(("of", "text"), GAPS)
def test_a_gap_lies_between_the_sides_that_its_clause_names_or_takes_up(of, text):
    assert not misses(text, **of)


@pytest.mark.parametrize(("of", "text"), THEN)
def test_a_place_of_another_year_is_known_by_the_words_for_its_time(of, text):
    assert not misses(text, **of)


@pytest.mark.parametrize(("of", "text"), SHARES)
def test_a_share_is_of_the_province_of_another_city_or_of_several_together(of, text):
    assert not misses(text, **of)
