"""Parts that stand elsewhere than beside their figure, and figures that only look as if they had such parts."""

import pytest

from marked_sentences import misses

TABLE = """丙市上半年工业指标

| 指标 | 增速（%） | 全省位次 | 上年同期增速（%） | 上年同期位次 |
|---|---|---|---|---|
| 工业总产值 | [[9.4|N]] | [[第5|N]] | [[7.7|N]] | [[第9|N]] |
| 技改投资 | [[6.1|N]] | [[第8|N]] | [[12.6|N]] | [[第2|N]] |

"""

CITIES = """上半年工业总产值

| 市州 | 增速（%） | 位次 |
|---|---|---|
| 邵阳 | [[11.0|C]] | [[11|C]] |
| 永州 | [[14.7|N]] | [[9|N]] |
"""


@pytest.mark.parametrize(
    "marked",
    [
        # Gaps that are listed in the order of what they lie between.
        "甲市增长[[9.1%|N]]、乙市增长[[8.4%|N]]，分别比全省的[[7.9%|N]]高[[1.2个|C]]和[[0.5个百分点|C]]。",
        "丙市增长[[8.8%|N]]，分别快于全省（[[7.2%|N]]）和丁市（[[8.1%|N]]）[[1.6个|C]]和[[0.7个百分点|C]]。",
        "甲市增长[[9.1%|N]]、乙市增长[[8.4%|N]]，分别比全省的[[7.9%|N]]高[[1.7个|XN]]和[[0.5个百分点|C]]。",
        # What a clause sets against something may stand in the segment before; so may its subject.
        "投资增长[[16.2%|N]]；比上年的[[13.5%|N]]高[[2.7个百分点|C]]，比全省（[[12.9%|N]]）高[[3.3个百分点|C]]。",
        "乙市[[6.4%|N]]，丙市[[7.1%|N]]，乙市比丙市低[[0.7个百分点|C]]。甲市增长[[9.0%|N]]。",
        "甲市增长[[8.9%|N]]，领跑；乙市[[5.2%|N]]，丙市[[6.6%|N]]，乙市比丙市低[[1.4个百分点|C]]，与甲市的差距达[[3.7个百分点|C]]。",
        "工业投资下降[[3.2%|N]]，降幅比上半年的[[5.0%|N]]收窄[[1.8个百分点|C]]。",
        "工业投资下降[[3.2%|N]]，降幅比上半年的[[5.0%|N]]收窄[[8.2个百分点|N]]。",
        "增加值增长[[6.3%|N]]，同比增长较快，高于全省[[0.8个百分点|C]]（全省[[5.5%|N]]）。",
        # Rows of a table that moved since the column of last year.
        TABLE + "可见，工业总产值增速提高[[1.7个百分点|C]]、位次前移[[4位|C]]；技改投资增速回落[[6.5个百分点|C]]。",
        TABLE + "可见，工业总产值增速提高[[1.9个百分点|X]]，技改投资位次后移[[7位|N]]。",
        TABLE + "可见，技改投资增速比邻市低[[6.5个百分点|N]]。",
        # The share beside says of what; so do the opening of the sentence and a name.
        "园区产值[[300亿元|N]]。其中，建材[[120亿元|N]]，占比[[40%|C]]；纺织[[75亿元|N]]，占比[[25.0%|C]]。",
        "园区产值[[300亿元|N]]。其中，建材[[120亿元|N]]，占比[[40%|C]]；纺织[[75亿元|N]]，占比[[35.0%|X]]。",
        "全县入库税收[[9.60亿元|N]]。\n税收中，所得税[[2.88亿元|N]]，占[[30.0%|C]]。",
        "全县入库税收[[9.60亿元|N]]。\n非税收入中，罚没收入[[2.88亿元|N]]，占[[30.0%|N]]。",
        "甲县产值[[812.4亿元|N]]。丙县产值[[58.7亿元|N]]，仅相当于甲县的[[7.2%|C]]。",
        "甲县产值[[812.4亿元|N]]。丙县产值[[58.7亿元|N]]，仅相当于丁县的[[7.2%|N]]。",
        "增速为[[33.6%|N]]，是全省平均水平[[14.0%|N]]的[[2.4倍|C]]。",
        "甲园实现产值[[320亿元|N]]，乙园实现产值[[80亿元|N]]，前者是后者的[[4倍|C]]。",
        "甲园实现产值[[320亿元|N]]，乙园实现产值[[80亿元|N]]，后者是前者的[[4倍|N]]。",
        "三类分别有[[120家|N]]、[[90家|N]]和[[40家|N]]，合计[[250家|C]]，占比分别为[[48%|C]]、[[36%|C]]和[[16%|C]]。",
        # Rests of what the sentence opens with, and of what the part's own name tells.
        "未开工[[15个|N]]。未开工项目中，因用地的[[8个|N]]，因资金的[[4个|N]]，其余[[3个|C]]因规划调整。",
        "未开工[[25个|N]]。未开工项目中，因用地的[[8个|N]]，因资金的[[4个|N]]，其余[[16个|X]]因规划调整。",
        "共有项目[[168个|C]]，其中续建[[92个|N]]、新建[[76个|N]]。\n——新建项目已开工[[61个|N]]，未开工[[15个|C]]。",
        "园区产值[[480亿元|N]]。其中甲产业[[144亿元|N]]，乙产业[[120亿元|N]]，其余[[216亿元|C]]为其他产业。",
        "[[88个|C]]项目中，续建[[51个|N]]，新建[[37个|N]]。",
        "[[88个|N]]项目中，已开工[[51个|N]]，已竣工[[35个|N]]。",
        # What two times give, in one unit of money or two.
        "去年同期，该县签约[[18个|N]]。今年签约[[27个|N]]，增长[[50%|C]]，净增[[9个|C]]。",
        "税收由上年的[[2.00亿元|N]]增加到[[2.35亿元|N]]，净增[[3500万元|C]]。",
        "税收由上年的[[2.00亿元|N]]增加到[[2.35亿元|N]]，净增[[3500亿元|N]]。",
        "去年卖了[[1250万元|N]]，今年同期[[2500万元|N]]，正好[[翻了一番|C]]。",
        "去年卖了[[1250万元|N]]，今年同期[[2100万元|N]]，差不多[[翻了一番|NX]]。",
        "收入[[9.86亿元|N]]，比上年增加[[0.66亿元|CN]]，上年为[[9.20亿元|C]]。",
        "收入[[9.86亿元|N]]，比上年增加[[0.66亿元|CN]]，预算为[[9.20亿元|N]]。",
        "产值[[286.5亿元|N]]，上年同期[[262.8亿元|N]]，完成年度目标[[600亿元|N]]的[[47.8%|C]]。",
        # A place out of bounds of what only a city has; a county has another table.
        "全市工业用电增长[[4.1%|N]]。工业投资增速居全省[[第16位|X]]。",
        "全县工业用电增长[[4.1%|N]]。工业投资增速居全省[[第16位|N]]。",
        "全市工业用电增长[[4.1%|N]]。该企业工业投资居全省[[第16位|N]]。",
        # A rank that something moved from.
        "增速并列全省[[第8|N]]；位次由[[第二|N]]后移了[[六位|C]]。",
        "增速并列全省[[第8|N]]；位次由[[第二|N]]后移了[[五位|N]]。",
    ],
)
def test_a_figure_is_held_against_parts_told_elsewhere(marked):
    assert misses(marked, period="2023M01-M06") == []


@pytest.mark.parametrize(
    "marked",
    [
        # A city that another one shares its place with names nothing behind it.
        "上半年，怀化工业总产值增长[[11.7%|C]]，与常德、岳阳不同。工业技术改造投资增长[[17.5%|C]]，排全省[[第2|C]]。",
        # The province's newspaper is not the province; a sentence that does not name it may speak of the city again.
        "湖南日报记者：投资怎样？\n\n负责人：工业技术改造投资增长[[17.5%|C]]，全省[[第2位|C]]。",
        "工业技术改造投资增长[[17.5%|C]]，全省排[[第2|C]]。全省平均增长[[13.1%|C]]。工业总产值增长[[11.7%|C]]。",
        # A place in brackets behind its figure, and one that opens its clause before the city.
        "工业技术改造投资增长[[17.5%|C]]（[[第2|C]]），工业总产值增长[[11.7%|C]]（[[第5|C]]）。",
        # A table under a heading that alone names the indicator; its figures are only confirmed.
        CITIES,
        # The same months of another year, and last year's half.
        "工业总产值增长[[11.7%|C]]，2021年同期增长[[10.2%|C]]；去年上半年列[[第10位|CN]]。",
    ],
)
def test_a_figure_is_of_the_city_that_its_sentence_is_about(marked):
    assert misses(marked, "sample", period="2022M01-M06", city="huaihua") == []
