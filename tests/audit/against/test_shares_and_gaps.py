"""Shares of the province, gaps and multiples between cities that the workspace gives, as English sentences tell them."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import pytest

from marked_sentences import unmet

YEAR = ("published", "2016M01-M12", "province")
CITIES = ("published", "2022M01-M12", "changsha")
FOLLOWERS = ("published", "2014M01-M12", "province")
AUGUST = ("sample", "2022M01-M08", "zhangjiajie")
TOLD = {
    # 9323.70, 3100.87 and 497.62 of 31244.68
    "a share of the province's amount": [
        (YEAR, "In 2016 Changsha contributed [[29.8%|C]] of Hunan's GDP, Yueyang [[9.9%|C]] and Zhangjiajie [[1.6%|C]]."),
        (YEAR, "Zhangjiajie's GDP of [[49.762 billion yuan|C]] was [[6.1%|N]] of the provincial total."),
        (YEAR, "Of Hunan's GDP in 2016, Xiangtan accounted for [[5.9%|C]] and Zhuzhou for [[8.0%|C]]."),
        (YEAR, "Changsha and Yueyang together stood for [[1,242.457 billion yuan|C]] of GDP in 2016, or [[39.8%|C]] of that of the province."),
    ],
    # 13966.11 / 592.39 = 23.58
    "a multiple of another city's": [
        (CITIES, "Changsha's economy ([[1,396.611 billion yuan|C]]) is [[23.6 times|C]] the size of Zhangjiajie's."),
        (CITIES, "Changsha's economy ([[1,396.611 billion yuan|C]]) is [[26.3 times|N]] the size of Zhangjiajie's."),
    ],
    "a place by size behind a growth that none is held for": [
        (FOLLOWERS, "Yueyang: GDP of [[266.939 billion yuan|C]] in 2014, a nominal rise of [[9.8%|C]]; [[2nd|C]] in the province."),
        (FOLLOWERS, "Yueyang: GDP of [[266.939 billion yuan|C]] in 2014, a nominal rise of [[9.8%|C]]; [[4th|N]] in the province."),
    ],
    # Huaihua 16.4, Zhangjiajie 16.8; output 11.1 against 11.5 of the province.
    "a gap to a city named beside, or to the province": [
        (AUGUST, "Compared with Huaihua, where technological-upgrade investment grew [[16.4%|C]], Zhangjiajie was [[0.4 points|C]] quicker."),
        (AUGUST, "Zhangjiajie's factories raised gross industrial output by [[11.1%|C]], which leaves the city [[0.4 points|C]] shy of the provincial mean."),
        (AUGUST, "Zhangjiajie's factories raised gross industrial output by [[11.1%|C]], which leaves the city [[1.4 points|N]] shy of the provincial mean."),
        (AUGUST, "For every indicator but one we are ahead of Hunan: by [[14.2 points|C]] in industrial fixed-asset investment and by [[4.0 points|C]] in technological-upgrade investment."),
    ],
}  # fmt: skip


@pytest.mark.parametrize("rule", TOLD)
def test_what_the_workspace_gives_for_two_sides(rule):
    assert unmet(TOLD[rule], lang="en") == []
