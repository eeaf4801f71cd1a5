"""Tables and lists: units told once, columns that follow a rule, and sentences that call their rows by name."""

import pytest

from marked_sentences import misses
from zjjstats.audit import audit

TONNES = """Grain harvest by parish, in tonnes

| Parish | 2021 | 2022 | Growth |
|---|---|---|---|
| Ash Hill | 1,250 | [[1,400|N]] | [[12.0%|C]] |
| Birch Hill | 980 | [[931|N]] | [[−5.0%|C]] |
| Cedar Ford | 640 | [[720|N]] | [[15.2%|X]] |
| All parishes | [[2,870|C]] | [[3,051|C]] | [[+6.3%|C]] |

"""
TEA = """| 单位：吨 | 2021年 | 2022年 | 增减 |
|---|---|---|---|
| 红茶 | [[420|N]] | [[525|N]] | [[+105|C]] |
| 绿茶 | [[800|N]] | [[760|N]] | [[-40|C]] |
| 黑茶 | [[300|N]] | [[345|N]] | [[+54|X]] |

"""
MOVES = """| 县区 | 增速（%） | 位次 | 上年位次 | 位次变化 |
|---|---|---|---|---|
| 东河县 | 9.1 | 2 | 5 | [[↑3|C]] |
| 西河县 | 7.4 | 6 | 4 | [[↓2|C]] |
| 南河区 | 8.3 | 4 | 5 | [[↑2|X]] |

"""
LIST = "各街道上半年回收量（吨）：\n\n- 前进街道：320\n- 光明街道：275\n- 建设街道：205\n\n"
DAMS = """Reservoir levels (million cubic metres).

| Reservoir | Capacity | 1 January | 31 March | Filled on 31 March |
|---|---:|---:|---:|---:|
| Long Lake | 50.0 | 31.0 | 40.0 | [[80%|C]] |
| Otter Dam | 24.0 | 15.0 | 18.0 | [[75%|C]] |
| Gull Weir | 10.0 | 7.5 | 6.4 | [[46%|X]] |

"""


@pytest.mark.parametrize(
    "marked",
    [
        TONNES + "Ash Hill alone brought in [[45.9%|C]] of the harvest. Cedar Ford added [[80 tonnes|C]] on the year.",
        TONNES + "Ash Hill brought in [[469 tonnes|C]] more than Birch Hill.",
        TONNES + "Ash Hill brought in [[496 tonnes|X]] more than Birch Hill.",
        TEA + "红茶增长[[25.0%|C]]，黑茶增长[[15.0%|C]]，绿茶下降[[5.0%|C]]。绿茶产量是黑茶的[[2.2倍|C]]。",
        TEA + "红茶增长[[52.0%|X]]。",
        MOVES + "东河县增速高出西河县[[1.7个百分点|C]]，比南河区快[[0.8个百分点|C]]。",
        # What is no row of the table is set against nothing in it.
        MOVES + "东河县增速比邻省快[[0.5个百分点|N]]。",
        DAMS
        + "Long Lake gained [[9.0 million cubic metres|C]]. Together the three hold [[64.4 million cubic metres|C]].",
        LIST + "三个街道合计[[800吨|C]]，其中前进街道占[[40%|C]]，比建设街道多[[115吨|C]]。",
        LIST + "三个街道合计[[810吨|NX]]，光明街道占[[31%|X]]。",
    ],
)
def test_a_table_and_what_is_said_of_it(marked):
    assert misses(marked) == []


def test_a_rate_that_no_row_gives_is_of_something_else():
    marked = """| Station | Target | Planted | Survival rate |
|---|---|---|---|
| Beech | 40 | 38 | [[91%|N]] |
| Maple | 25 | 30 | [[84%|N]] |
"""
    assert misses(marked) == []


@pytest.mark.parametrize(
    ("table", "units"),
    [
        ("货运（单位：万吨、%）\n\n| 县 | 货运量 | 同比 |\n|---|---|---|\n| 甲 | 41.2 | 3.5 |\n", ["万吨", "pct"]),
        ("| Item | 2023 |\n|---|---|\n| Cargo (hectares) | 430 |\n| Start rate (%) | 68.2 |\n", ["hectares", "pct"]),
        ("| 品种 | 产量/吨 | 企业数（家） |\n|---|---|---|\n| 茶 | 2400 | 12 |\n", ["吨", "count"]),
        ("In million yuan\n\n| Town | Sum | Firms |\n|---|---|---|\n| A | 24.5 | 12 |\n", ["million_yuan", "count"]),
        ("| Town | Value added, 100 million yuan |\n|---|---|\n| Lea | 24.5 |\n", ["1e8_CNY"]),
        ("| Town | Rank | Move |\n|---|---|---|\n| Lea | 4 | up 3 |\n", ["rank", "places"]),
        ("Spending up to September, in million yuan:\n\n- roads 310\n- sheds and yards 265\n", ["million_yuan"] * 2),
        ("各县投资（亿元）：\n\n1. 江东区 36.5\n2. 江西区 28.0\n", ["1e8_CNY"] * 2),
        ("Firms by town:\n\n- Lea 310\n- Oxley 265\n", ["count"] * 2),
    ],
)  # fmt: skip
def test_a_unit_told_once(table, units):
    assert [figure.unit for figure in audit(table).figures] == units


def test_the_other_rows_of_a_column_tell_what_it_is_of():
    marked = """## Industrial fixed-asset investment, January to April 2022

| City | Growth, % | Rank |
|---|---|---|
| Hengyang | [[18.2|C]] | [[4|C]] |
| Shaoyang | [[14.4|C]] | [[8|C]] |
| Chenzhou | [[7.0|C]] | [[13|X]] |
| Yongzhou | [[6.6|C]] | [[12|C]] |
"""
    assert misses(marked, "sample", period="2022M01-M04", city="hengyang", lang="en") == []


def test_what_a_row_is_called_makes_its_rate_no_growth():
    # 168/240 = 70.0 %, 87/150 = 58.0 %, 63/110 = 57.3 %.
    head = "| District | Firms invited | Firms connected | Connection rate |\n|---|---|---|---|\n"
    rows = (
        "| Upper Hill | [[240|N]] | [[168|N]] | [[70.0%|C]] |\n| Middle Hill | [[150|N]] | [[87|N]] | [[58.0%|C]] |\n"
    )
    assert misses(f"{head}{rows}| Lower Hill | [[110|N]] | [[63|N]] | [[57.3%|C]] |") == []
    assert misses(f"{head}{rows}| Lower Hill | [[110|N]] | [[63|N]] | [[53.7%|X]] |") == []
