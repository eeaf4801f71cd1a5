"""Make the sample workspace. Every figure and name it writes is made up; only the city list is real."""

import csv
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).resolve().parent
SOURCE = "示例数据（虚构） made up by data/sample/make.py"
SEED, US = 320, "zhangjiajie"
PROGRAMME, DATABASE = "320_project", "product_innovation_database"
MONTHS = [(year, month) for year in (2021, 2022) for month in range(2, 13)]  # January is never published alone
FIRST, Q1, YEAR_2021, NOW, NOW_Q1 = (2021, 2), (2021, 3), (2021, 12), (2022, 2), (2022, 3)

GROSS, FAI, TECH = "gross_industrial_output_growth", "industrial_fai_growth", "tech_upgrade_investment_growth"
# centre, spread and monthly step of a city's growth, in tenths of a percentage point
SHAPE = {GROSS: (110, 40, 9), FAI: (140, 90, 25), TECH: (120, 100, 28)}
# our place in the province at these months; straight lines in between
PLACES = {
    GROSS: {FIRST: 14, Q1: 14, YEAR_2021: 12, NOW: 10, NOW_Q1: 10, (2022, 12): 9},
    FAI: {FIRST: 12, Q1: 12, YEAR_2021: 8, NOW: 1, NOW_Q1: 1, (2022, 12): 3},
    TECH: {FIRST: 9, Q1: 9, YEAR_2021: 6, NOW: 2, NOW_Q1: 2, (2022, 12): 4},
}
GROUP_PLACES = {GROSS: {FIRST: 5, Q1: 5, YEAR_2021: 3, NOW: 2, NOW_Q1: 2}}  # in the assessment group, where given
GROUPS = {
    "第一方阵（示例）": ["changsha", "zhuzhou", "xiangtan", "yueyang"],
    "第二方阵（示例）": ["hengyang", "shaoyang", "changde", "chenzhou", "yongzhou"],
    "第三方阵（示例）": [US, "yiyang", "huaihua", "loudi", "xiangxi"],
}
OUR_GROUP = GROUPS["第三方阵（示例）"]
MISSING, MISSING_AT = {GROSS: "loudi", FAI: "yongzhou"}, {(2022, 5), (2022, 6)}
ENTRIES = {"2021M01-M12": 4, "2022M01-M03": 5, "2022M01-M06": 7, "2022M01-M09": 9, "2022M01-M12": 11}
COUNTIES = {"永定区": 22, "慈利县": 22, "桑植县": 14, "武陵源区": 6}
PRODUCTS = {
    "竹木加工": ["竹制品精深加工线", "竹纤维板材车间", "木质家具生产线"],
    "食品加工": ["莓茶精制车间", "葛根饮品生产线", "菜籽油压榨厂", "腊味加工车间", "高山蔬菜冷链仓"],
    "生物医药": ["杜仲提取车间", "中药饮片生产线", "植物胶囊车间"],
    "旅游商品": ["土家织锦工坊", "旅游工艺品产业园", "民宿用品生产线"],
    "新型建材": ["装配式构件厂", "石材循环利用线", "节能门窗车间", "机制砂石生产线"],
    "电子信息": ["线路板组装车间", "智能终端配件厂"],
    "装备制造": ["索道配件加工厂", "农机具装配线", "屋顶光伏组件厂", "储能电池装配线"],
}
# ledger: how many projects of each sort; BOTH are new and due at once, LATE are new and begin after the cut-off
NEW, NEW_STARTED, LATE, DUE, BOTH, TOTAL = 22, 15, 3, 20, 3, 64
CUT_OFF = date(2022, 3, 31)
PAUSES = {  # by position in the ledger; only the first one spans the cut-off
    0: (date(2022, 2, 21), date(2022, 5, 16)),
    5: (date(2022, 8, 22), date(2022, 10, 17)),
    6: (date(2021, 6, 7), date(2021, 7, 12)),
    12: (date(2021, 8, 2), date(2021, 9, 6)),
    40: (date(2022, 6, 13), date(2022, 9, 5)),
    43: (date(2021, 10, 25), date(2021, 12, 6)),
}
Row = dict[str, Any]
Table = dict[str, int]  # city -> growth in tenths


def read(name: str) -> list[dict[str, str]]:
    """Return the rows of a published table."""
    return list(csv.DictReader((HERE.parent / "published" / name).read_text(encoding="utf-8").splitlines()))


def write(name: str, rows: list[Row]) -> None:
    """Write rows as a CSV table into this folder."""
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def place(values: Table, among: list[str] | Table) -> int:
    """Return our competition rank among cities, the higher the better."""
    return 1 + sum(values[city] > values[US] for city in among if city in values)


def wanted_place(indicator: str, month: tuple[int, int]) -> int:
    """Return our place at a month, on the line between the places given."""
    known = PLACES[indicator]
    before, after = max(m for m in known if m <= month), min(m for m in known if m >= month)
    now, start, end = (MONTHS.index(m) for m in (month, before, after))
    return round(known[before] + (now - start) * (known[after] - known[before]) / max(end - start, 1))


def paths(rng: Random, indicator: str, cities: list[str]) -> dict[tuple[int, int], Table]:
    """Return a smooth path of growth for every city, month by month."""
    centre, spread, step = SHAPE[indicator]
    levels = {city: rng.gauss(centre, spread) for city in cities}
    tables: dict[tuple[int, int], Table] = {}
    for year, month in MONTHS:
        if month == FIRST[1]:  # a new year: the cumulative figures begin again
            levels = {city: 0.8 * level + 0.2 * centre + rng.gauss(0, spread / 4) for city, level in levels.items()}
        levels = {city: level + rng.gauss(0, step / month) for city, level in levels.items()}
        tables[year, month] = {city: round(level) for city, level in levels.items()}
    return tables


def seat(rng: Random, values: Table, at: int) -> None:
    """Give us exactly the place wanted, alone on it: between two neighbours, or beyond an end."""
    others = sorted(values, key=lambda city: -values[city])
    above, below = others[: at - 1], others[at - 1 :]
    if above and below:
        lift = max(0, values[below[0]] + 2 - values[above[-1]])
        values.update({city: values[city] + lift for city in above})
        values[US] = (values[above[-1]] + values[below[0]]) // 2
    else:
        values[US] = values[above[-1]] - rng.randint(3, 12) if above else values[below[0]] + rng.randint(3, 12)
    if len(set(values.values())) == len(values):  # no tie came by itself: close the narrowest gap
        pairs = [pair for side in (above, below) for pair in pairwise(side)]
        upper, lower = min(pairs, key=lambda pair: values[pair[0]] - values[pair[1]])
        values[lower] = values[upper]


def growth(rng: Random, indicator: str, cities: list[str]) -> dict[tuple[int, int], Table]:
    """Draw paths until our places in the group are those given."""
    while True:
        tables = paths(rng, indicator, [city for city in cities if city != US])
        for month, values in tables.items():
            if month in MISSING_AT:
                values.pop(MISSING.get(indicator, ""), None)
            seat(rng, values, wanted_place(indicator, month))
        if all(place(tables[month], OUR_GROUP) == at for month, at in GROUP_PLACES.get(indicator, {}).items()):
            return tables


def indicator_rows(rng: Random, cities: list[str]) -> list[Row]:
    """Return the indicators table: the province is the plain mean of its cities."""
    rows: list[Row] = []
    for indicator in SHAPE:
        for (year, month), values in growth(rng, indicator, cities).items():
            public = date(year + month // 12, month % 12 + 1, 18)  # the 18th of the next month
            mean = {"province": round(sum(values.values()) / len(values))}
            for city, tenths in (mean | {city: values[city] for city in cities if city in values}).items():
                row: Row = {"period": f"{year}M01-M{month:02d}", "city": city, "indicator": indicator}
                row |= {"value": f"{tenths / 10:.1f}", "source": SOURCE, "published_on": public}
                rows.append(row | {"note": "示例（虚构）"})
    return rows


def day(rng: Random, first: date, last: date) -> date:
    """Return a day between two days, both included."""
    return first + timedelta(days=rng.randint(0, (last - first).days))


def dates(rng: Random, n: int) -> Row:
    """Return the dates of the n-th project: due ones first, then those both due and new, new ones, the rest."""
    old_due = DUE - BOTH
    is_due, is_new = n < DUE, old_due <= n < old_due + NEW
    if not is_new:
        planned, delay = day(rng, date(2019, 3, 1), date(2021, 3, 31)), rng.randint(-10, 45)
    elif n < old_due + NEW_STARTED:
        planned, delay = day(rng, date(2022, 1, 5), date(2022, 3, 1)), rng.randint(-3, 25)
    elif n < old_due + NEW_STARTED + LATE:
        planned, delay = day(rng, date(2022, 2, 10), CUT_OFF), rng.randint(60, 80)
    else:
        planned, delay = day(rng, date(2022, 4, 20), date(2022, 10, 20)), rng.randint(0, 40)
    begun = planned + timedelta(days=delay)
    first = date(2022, 7, 25) if n < old_due else date(2022, 11, 1)
    end = day(rng, first, date(2022, 12, 31)) if is_due else day(rng, date(2023, 3, 1), date(2024, 12, 31))
    done = end + timedelta(days=rng.randint(-20, 12))
    finished = is_due and n % 5 > 0 and done.year == CUT_OFF.year  # every fifth one due is not finished in the year
    stop, resume = PAUSES.get(n, ("", ""))
    row: Row = {"planned_start": planned, "planned_completion": end, "started_on": begun}
    return row | {"suspended_on": stop, "resumed_on": resume, "completed_on": done if finished else ""}


def project_rows(rng: Random) -> list[Row]:
    """Return the ledger of projects, in a mixed order."""
    products = [(name, sector) for sector, names in PRODUCTS.items() for name in names]
    sites = [(county, *product) for county, count in COUNTIES.items() for product in rng.sample(products, count)]
    plans = [dates(rng, n) for n in range(TOTAL)]
    mixed = zip(rng.sample(sites, TOTAL), rng.sample(plans, TOTAL), strict=True)
    rows: list[Row] = []
    for n, ((county, name, sector), plan) in enumerate(mixed, 1):
        row: Row = {"project": f"P{n:03d}", "name": f"示例·{county}{name}", "city": US, "county": county}
        row |= {"programme": PROGRAMME, "sector": sector, "investment_cny_1e4": rng.randint(12, 420) * 100}
        rows.append(row | plan | {"source": SOURCE})
    return rows


def check(rows: list[Row], projects: list[Row]) -> None:
    """Stop unless the tables say what they were built to say."""
    tables: dict[tuple[str, str], Table] = {}
    for row in (row for row in rows if row["city"] != "province"):
        tables.setdefault((row["indicator"], row["period"]), {})[row["city"]] = round(float(row["value"]) * 10)
    for wanted, among in ((PLACES, None), (GROUP_PLACES, OUR_GROUP)):
        for indicator, places in wanted.items():
            for (year, month), at in places.items():
                values = tables[indicator, f"{year}M01-M{month:02d}"]
                assert place(values, among or values) == at
    for values in tables.values():
        assert list(values.values()).count(values[US]) == 1
        assert len(set(values.values())) < len(values)
    new = [p for p in projects if p["planned_start"].year == CUT_OFF.year]
    due = [p for p in projects if p["planned_completion"].year == CUT_OFF.year]
    paused = [p for p in projects if p["suspended_on"] and p["suspended_on"] <= CUT_OFF < p["resumed_on"]]
    running = [p for p in projects if p["started_on"] <= CUT_OFF and p not in paused]
    begun = [sum(p in running for p in group) for group in (new, due)]
    counts = [len(projects), len(new), len(due), len(paused), sum(p in due for p in new), *begun]
    assert counts == [TOTAL, NEW, DUE, 1, BOTH, NEW_STARTED, DUE - 1]


def main() -> None:
    """Write every table of the sample."""
    rng, cities = Random(SEED), read("cities.csv")
    rows, projects = indicator_rows(rng, [row["city"] for row in cities]), project_rows(rng)
    check(rows, projects)
    groups = [{"scheme": "assessment_group", "group": g, "city": c} for g, members in GROUPS.items() for c in members]
    entries = [{"period": p, "city": US, "database": DATABASE, "entries": n} for p, n in ENTRIES.items()]
    write("cities.csv", cities)
    write("dictionary.csv", [r for r in read("dictionary.csv") if r["indicator"] in {*SHAPE, PROGRAMME, DATABASE}])
    write("indicators.csv", rows)
    write("projects.csv", projects)
    write("entries.csv", [row | {"source": SOURCE} for row in entries])
    write("groups.csv", [row | {"first_year": 2020, "last_year": 2023, "source": SOURCE} for row in groups])


if __name__ == "__main__":
    main()
