"""Units told in words, once for several numbers, or in short; numbers that hours, days, rooms and pages bear."""

# ruff: noqa: E501 - a sentence is read whole, with its figures

from __future__ import annotations

import pytest

from zjjstats.audit.reading.figures import read
from zjjstats.audit.reading.layout import lay_out


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The gap is 0.3 of a point, against 1.2 a year ago.", [("0.3", "points"), ("1.2", "points")]),
        ("It climbed a quarter of a percentage point.", [("0.25", "points")]),
        ("Output, sales and profit rose 4.1, 5.2 and 6.3 per cent.", [("4.1", "pct"), ("5.2", "pct"), ("6.3", "pct")]),
        ("Loudi stood at 7.7, Yiyang at 8.1 percent.", [("7.7", "pct"), ("8.1", "pct")]),
        ("Value added rose 9.0 per cent; Xiangtan's stood at 8.9, a mere 0.1 point behind.", [("9.0", "pct"), ("8.9", "pct"), ("0.1", "points")]),
        ("The index stood at 103.4, up 2 per cent.", [("103.4", ""), ("2", "pct")]),
        ("Jobs: 5,250, or 62.5 for each tenant.", [("5250", "count"), ("62.5", "count")]),
        ("The share fell from 41 to 36 per cent.", [("41", "pct"), ("36", "pct")]),
        ("Of the budget of RMB2.35bn it spent Rmb340m on roads.", [("2.35", "billion_yuan"), ("340", "million_yuan")]),
        ("A two-billion-yuan bond, a 7.5-percent yield.", [("2", "billion_yuan"), ("7.5", "pct")]),
        ("OUTPUT UP 5.2 PCT STOP", [("5.2", "pct")]),
        ("Two in five firms and half a dozen shops; wages grew threefold.", [("40", "pct"), ("6", "count"), ("3", "multiple")]),
        ("三个产业分别增长3.1、8.4和9.2%，PPI同比-2.6%。", [("3", "count"), ("3.1", "pct"), ("8.4", "pct"), ("9.2", "pct"), ("-2.6", "pct")]),
        ("前者后者分别提高5.1个、3.3个百分点，比株洲低0.7个点。", [("5.1", "points"), ("3.3", "points"), ("0.7", "points")]),
        ("利润十来亿元，到位五千余万元，修路上千公里。", [("10", "1e8_CNY"), ("5000", "1e4_CNY"), ("1000", "公里")]),
        ("收入两亿三千万元，粮食三十二万吨。", [("230000000", "CNY"), ("32", "万吨")]),
        ("死亡率千分之七点四，出生率9.1‰，回落半个百分点。", [("0.74", "pct"), ("9.1", "‰"), ("0.5", "points")]),
        ("排名由11升至8，上年排名13，下降2。", [("11", "rank"), ("8", "rank"), ("13", "rank"), ("2", "places")]),
        ("To May 7.1 percent, January–April 6.8.", [("7.1", "pct"), ("6.8", "pct")]),
        ("Freight: 5.3bn kWh and 12.4m tonnes.", [("5.3", "billion kWh"), ("12.4", "million tonnes")]),
        ("The county rose three places to eighth, its neighbour two to tenth.", [("3", "places"), ("8", "rank"), ("2", "places"), ("10", "rank")]),
        ("一季度4.2，二季度5.6，三季度6.1%，亩产４１０公斤。", [("4.2", "pct"), ("5.6", "pct"), ("6.1", "pct"), ("410", "公斤")]),
        ("GDP2,126.4亿，差1.2个亿，设了三个点。", [("2126.4", "1e8_CNY"), ("1.2", "1e8_CNY"), ("3", "count")]),
        ("盯紧两个百亿园区。", [("2", "count")]),
        ("集装箱4.8万标箱，扩容18万千伏安，存栏3.6万头，用气1.8亿方，货运12.3亿吨公里。", [("4.8", "万标箱"), ("18", "万千伏安"), ("3.6", "万头"), ("1.8", "亿方"), ("12.3", "亿吨公里")]),
        ("办照压到0.5个工作日，线路42.5千米，占地150余亩。", [("0.5", "个工作日"), ("42.5", "千米"), ("150", "亩")]),
        ("建成厂房24栋，绿色工厂近百家，走访千余家。", [("24", "count"), ("100", "count"), ("1000", "count")]),
        ("要签约5个到8个亿元以上项目，差3个亿。", [("5", "count"), ("8", "count"), ("3", "1e8_CNY")]),
        ("比全省快1点5个百分点，投诉万分之五。", [("1.5", "points"), ("0.05", "pct")]),
        ("一年前在第9位，进位7位；全省第7，隔壁第三。", [("9", "rank"), ("7", "places"), ("7", "rank"), ("3", "rank")]),
        ("分别前移4位、7位、4位。", [("4", "places"), ("7", "places"), ("4", "places")]),
        ("计划竣工的20个，只有一个没动，这一个最难。", [("20", "count"), ("1", "count")]),
        ("Accidents fell from 8 to 2, a drop of three quarters; of the rest, that is half.", [("8", "count"), ("2", "count"), ("75", "pct"), ("50", "pct")]),
        ("Nine in ten of those who pass stay; one in ten failed.", [("90", "pct"), ("10", "pct")]),
        ("The other seven carry over; eleven were refused, thirty-eight accepted.", [("7", "count"), ("11", "count"), ("38", "count")]),
        ("Seven plants (three in Hunan, two in Hubei) and a hundred firms.", [("7", "count"), ("3", "count"), ("2", "count"), ("100", "count")]),
        ("Where were we last year? Tenth! By how many places did we climb? Four would be my answer.", [("10", "rank"), ("4", "places")]),
        ("We are no better than ninth, Zhuzhou 12th and Loudi last.", [("9", "rank"), ("12", "rank"), ("14", "rank")]),
        ("In two places profit shrank, and the gap grew by a point and a half.", [("2", "count"), ("1.5", "points")]),
        ("In the whole programme 63 of 64 schemes are under way; shed 12 is shut.", [("63", "count"), ("64", "count")]),
        ("The inspectors made 212 spot checks; it moved up 1 place.", [("212", "count"), ("1", "places")]),
        ("That leaves us eleven for the autumn; it left the bureau two to finish.", [("11", "count"), ("2", "count")]),
        ("The school on Yingfeng East Road 88 opens; a road 12 kilometres long follows.", [("12", "kilometres")]),
        ('Of the "Cloud 3000" scheme weaver Wang Fang, 38, knows; "We sold 300 looms," says foreman Li, 52.', [("300", "count")]),
        ("Profits rose 9.1%, 2nd after Xiangxi; well ahead of Loudi, which came last.", [("9.1", "pct"), ("2", "rank"), ("14", "rank")]),
        ("A good quarter of the plan is done in a good quarter; two in five of your sons left.", [("25", "pct"), ("40", "pct")]),
        ("离三千亿还差一步，岳阳已站上3100.87亿元。（联系人：王工，84412233）", [("3000", "1e8_CNY"), ("3100.87", "1e8_CNY")]),
        ("单位：亿元。工业310.2，技改45.1。", [("310.2", "1e8_CNY"), ("45.1", "1e8_CNY")]),
    ],
)  # fmt: skip
def test_a_number_has_the_unit_that_its_sentence_tells(text, wanted):
    assert [(str(reading.value), reading.unit) for reading in read(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Call between 8.30 and 11; doors open at 8.30, and trains leave at 7.15, 8.45 and 10.30.",
        "See the 18-page file, n. 14, issue 22 says so; Statistical Release SR 22-31.",
        "Open 8.30–12.00, 13.30–17.00; town to country is 2.4 to 1.",
        "On the 5th, the mayor came.",
        "本期编辑室302，车牌尾号22。",
        "两项都在全省前列。",
    ],
)
def test_hours_days_rooms_and_pages_are_no_figures(text):
    assert read(text) == []


def test_an_ordinal_alone_is_a_rank_and_no_edition():
    ranks = read("We are 5th today, at the 5th fair, on the 3rd floor.")
    assert [(str(rank.value), rank.unit) for rank in ranks] == [("5", "rank")]


def test_more_or_less_than_is_no_exact_amount():
    assert [reading.approximate for reading in read("利润十来亿元，到位五千余万元，投入3亿元。")] == [True, True, False]


def test_a_column_of_units_tells_those_of_its_rows():
    table = "| 指标 | 单位 | 数值 |\n|---|---|---|\n| 产值 | 亿元 | 310.2 |\n| 用电量 | 万千瓦时 | 4300 |\n"
    assert [item.reading.unit for item in lay_out(table)] == ["1e8_CNY", "万千瓦时"]
