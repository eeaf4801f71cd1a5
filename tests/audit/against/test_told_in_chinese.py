"""Facts that a Chinese clause asks for without naming them whole: up to an end, of a kind, of the province, behind others."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import pytest

from marked_sentences import unmet

HALF = ("sample", "2022M01-M06", "zhangjiajie")
YEAR = ("sample", "2022M01-M12", "zhangjiajie")
PROJECTS = ("published", "2008M01-M12", "changde")
APRIL = ("published", "2012M01-M04", "changde")
GDP = ("published", "2022M01-M12", "yueyang")
TOLD = {
    # Entries: 4 at the end of 2021, then 5, 7, 9 and 11 at the ends of the quarters.
    "entries up to an end": [
        (HALF, "强基项目库入库[[7个|C]]，去年末是[[4个|C]]。"),
        (HALF, "“320工程”项目已开工[[61个|C]]。省库入库[[7个|C]]，上年为[[4个|C]]。"),
        (HALF, "强基项目库入库[[7个|C]]，上年末为[[6个|X]]。"),
        (YEAR, "进省强基库的数字一路往上走：一季度[[5个|C]]，半年[[7个|C]]，三季度[[9个|C]]，年底[[11个|C]]。"),
        (YEAR, "我市进入强基项目库的项目，2021年底[[4个|C]]，2022年3月底[[5个|C]]，6月底[[7个|C]]，9月底[[9个|C]]，12月底[[11个|C]]。"),
    ],
    # New: 15 of 22 by March, 20 by June; due: 20 of 20.
    "start rates that are not called so, or are of a kind told before": [
        (HALF, "“320工程”计划新开工[[22个|C]]，实际[[20个|C]]，开工率[[90.91%|C]]，一季度末还只有[[68.18%|C]]。"),
        (HALF, "“320工程”[[64个|C]]项目，[[61个|C]]开了工。竣工项目好一些，[[100%|C]]；新开工项目差一点，[[90.19%|X]]。"),
        (HALF, "* 盘子。“320工程”[[64个|C]]，开工率[[95.31%|C]]。\n* 竣工类。[[20个|C]]全部在建，开工率[[100%|C]]。"),
        (HALF, "“320工程”全年要新开[[22个|C]]，目前[[20个|C]]在建，开工率[[90.19%|X]]。"),
    ],
    "the province as what is looked at": [
        (PROJECTS, "放眼全省，[[7575个|C]]施工项目有[[3441个|C]]建成。常德[[470个|C]]在建，[[247个|C]]投产。"),
        (APRIL, "放眼全省，我市规模以上工业增加值增长[[20.3%|C]]，居[[第1位|C]]，比平均水平高[[4.4个百分点|C]]。"),
    ],
    # Zhangjiajie 97.0, Zhuzhou 78.0, Changde 55.1, the province 25.1.
    "cities set against, with figures of their own": [
        (APRIL, "1—4月，常德工业固定资产投资增长[[55.1%|C]]，位于张家界（[[97.0%|C]]）、株洲（[[78.0%|C]]）之后，居[[第3位|C]]，高于全省[[30个百分点|C]]。"),
        (APRIL, "1—4月，工业固定资产投资：常德[[55.1%|C]]，前面是张家界[[97.0%|C]]和株洲[[78.0%|C]]，自己列[[第三|C]]。"),
        (("sample", "2022M01-M06", "zhuzhou"), "上半年株洲工业总产值增长[[13.0%|C]]，和湘潭一道并列全省[[第3位|C]]，比去年同期前移[[6位|C]]。"),
    ],
    "a place behind an amount that is held": [
        (GDP, "岳阳2022年地区生产总值[[4710.67亿元|C]]。\n株洲的总量为[[3616.81亿元|C]]，位居全省[[第5位|C]]。"),
        (GDP, "岳阳2022年地区生产总值[[4710.67亿元|C]]。\n株洲的总量为[[3616.81亿元|C]]，位居全省[[第6位|X]]。"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("rule", TOLD)
def test_what_a_chinese_clause_asks_of_the_workspace(rule):
    assert unmet(TOLD[rule], lang="zh") == []
