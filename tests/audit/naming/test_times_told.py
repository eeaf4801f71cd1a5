"""Which time an English figure is of, and which unit it has, where its own words only take it up: against real facts."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import pytest

from marked_sentences import unmet

# January to August 2022 of the sample; output 8.1 % (13th) a year before and 11.1 % (9th) now.
AUGUST = ("sample", "2022M01-M08", "zhangjiajie")
# Output in the whole of 2021: 13.2 %, the second place.
CHENZHOU = ("sample", "2022M01-M09", "chenzhou")
NOVEMBER = ("published", "2017M01-M11", "province")
YEAR = ("published", "2016M01-M12", "hengyang")
MARCH = ("published", "2022M01-M03", "zhangjiajie")
EIGHT = ("published", "2008M01-M12", "zhangjiajie")
# Loudi grew by 8.6 % in eleven months and was first, in November by 7.0 % and was tenth; the province by 9.4 and 7.1.
LAST_MONTH = ("published", "2017M11", "loudi")
TOLD = {
    "the month that the release is about is so again behind several, unless it stands behind a figure": [
        (LAST_MONTH, "Over January to November Loudi's industrial value added had grown by [[8.6%|C]], yet in November growth was [[7.0%|C]], only the [[tenth|C]] highest."),
        (LAST_MONTH, "Over January to November Loudi's industrial value added had grown by [[8.6%|C]], yet in November by [[8.6%|XN]]."),
        (LAST_MONTH, "Loudi's industrial value added rose [[8.6%|C]] in the first eleven months (7.0% in November), [[1st|C]] in the province."),
        (LAST_MONTH, "娄底规模以上工业增加值前11个月增长[[8.6%|C]]，但11月只增长[[7.0%|C]]，列[[第10位|C]]。"),
        (LAST_MONTH, "The province's industrial value added rose [[9.4%|C]] in November, against the [[7.1%|C]] of the first eleven months."),
        (LAST_MONTH, "The province's industrial value added rose [[9.4%|C]] in November, against the [[1.7%|XN]] of the first eleven months."),
        (LAST_MONTH, "Loudi: industrial value added, January–November [[8.6%|C]] (rank [[1st|C]]); November [[7.0%|C]] (rank [[10th|C]])."),
        (LAST_MONTH, "Loudi: industrial value added, January–November [[8.6%|C]] (rank [[10th|XN]]); November [[7.0%|C]] (rank [[1st|XN]])."),
        (LAST_MONTH, "Shaoyang's industrial value added took third place with [[9.8%|C]]."),
    ],
    "what something went from is of the year before": [
        (YEAR, "Hengyang's GDP climbed from [[260.157 billion yuan|C]] to [[285.302 billion yuan|C]]."),
        (YEAR, "Hengyang's GDP climbed from [[260.517 billion yuan|N]] to [[285.302 billion yuan|C]]."),
        (AUGUST, "Gross industrial output growth quickened to [[11.1%|C]] from [[8.1%|C]]."),
        (AUGUST, "We jumped [[4 places|C]] to [[3rd|C]] in technological-upgrade investment, from [[7th|C]]."),
    ],
    "the same months of a year are those": [
        (AUGUST, "In the same period of 2021 Huaihua stood [[10th|C]] for gross industrial output; it is now [[5th|C]]."),
        (AUGUST, "Zhangjiajie was [[9th|C]] in gross industrial output growth, against [[13th|C]] in the same eight months of 2021."),
        # 4th is its place in the assessment group, of which nothing speaks.
        (AUGUST, "Gross industrial output ranks [[9th|C]] in the province. In the same period of 2021 the city was [[4th|NX]] by gross industrial output."),
        (YEAR, "The year before, Xiangxi had a GDP of [[49.719 billion yuan|C]]; in 2016 it was [[53.087 billion yuan|C]]."),
    ],
    "a year behind a figure is that figure's alone": [
        (AUGUST, "Database entries number [[7|C]], up from [[4|C]] in 2021. Industrial fixed-asset investment is up [[28.3%|C]]."),
        (AUGUST, "In 2021 we were [[8th|C]] for industrial fixed-asset investment. This year the growth is [[28.3%|C]]."),
        (AUGUST, "In 2021 we were [[8th|C]] for industrial fixed-asset investment. This year the growth is [[23.8%|X]]."),
    ],
    "what a sentence looks back to at its end, and the year of a book, are no later figure's": [
        (YEAR, "Hengyang had the [[4th|C]] largest GDP in Hunan, just where it stood in 2015. Its GDP growth was [[7.9%|C]]."),
        (YEAR, "(from table 2-13 of the Hunan Statistical Yearbook 2017) Hengyang's GDP came to [[285.302 billion yuan|C]]."),
        (AUGUST, "强基项目库入库7个，为2021年[[4个|C]]的[[1.75倍|C]]。1—8月工业固定资产投资增长[[28.3%|C]]，居全省[[第二|C]]。"),
        (AUGUST, "强基项目库入库7个，为2021年[[4个|C]]的[[1.75倍|C]]。1—8月工业固定资产投资增长[[23.8%|X]]。"),
    ],
    "what something equals or is second to names no later figure; the whole of a year is that": [
        (CHENZHOU, "Gross industrial output rose by [[11.3%|C]], good for no more than [[eighth|C]] place in the province. For the whole of 2021, growth had been [[13.2%|C]] and the rank [[second|C]]."),
        (CHENZHOU, "Gross industrial output rose by [[11.3%|C]]. For the whole of 2021, growth had been [[12.3%|NX]] and the rank [[third|NX]]."),
        (AUGUST, "Industrial fixed-asset investment grew [[28.3%|C]], second only to Changsha in the province; gross industrial output grew [[11.1%|C]]."),
        (AUGUST, "工业固定资产投资居全省[[第二|C]]，位次与2021年相同。工业总产值增长[[11.1%|C]]，居全省[[第9位|C]]。"),
    ],
    "a month alone, those months and the year to date": [
        (NOVEMBER, "November alone brought industrial value-added growth of [[9.4%|C]] to Hunan."),
        (NOVEMBER, "Industrial value added: [[9.4%|C]] in November, [[7.1%|C]] for the year to date."),
        (NOVEMBER, "In November 2017 industrial value added grew by [[9.4%|C]]; over the first eleven months it grew by [[7.1%|C]]."),
    ],
    "an answer counts what its question asks": [
        (MARCH, "How many projects does the 320 Project hold? [[64|C]]. How many are new? [[22|C]]. How many of those have broken ground? [[15|C]]."),
        (MARCH, "How many projects does the 320 Project hold? [[64|C]]. How many are new? [[22|C]]. How many of those have broken ground? [[16|X]]."),
    ],
    "the city that speaks is the release's": [
        (AUGUST, "With industrial fixed-asset investment up [[28.3%|C]], only Changsha is ahead of us, so we are [[second|C]] of the fourteen."),
        (EIGHT, "Hunan completed [[3,441|C]] projects in 2008, of which [[177|C]] were in Zhangjiajie."),
    ],
    "a unit told once": [
        (AUGUST, "Gross industrial output growth by city (per cent): Yongzhou [[14.8|C]]; Zhuzhou [[13.0|C]]; Xiangtan [[12.9|C]]."),
        (AUGUST, "| Indicator | Growth, % | Rank | A year earlier |\n|---|---|---|---|\n| Gross industrial output | [[11.1|C]] | [[9|C]] | [[13|C]] |"),
        (AUGUST, "Rank in the province by industrial fixed-asset investment growth: [[No. 2|C]]; a year earlier: [[No. 10|C]]."),
        (AUGUST, "Rank in the province by industrial fixed-asset investment growth: [[No. 3|X]]."),
        (AUGUST, "Industrial fixed-asset investment: rank [[2|C]] ([[10|C]] a year earlier)."),
    ],
}  # fmt: skip


@pytest.mark.parametrize("rule", TOLD)
def test_what_a_figure_is_of_is_taken_up(rule):
    assert unmet(TOLD[rule], lang="en") == []
