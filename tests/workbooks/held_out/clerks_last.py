"""Four more clerks, made up like the others, with ledgers of the plainer sort."""

from datetime import date

from clerk import Book, day_cell, dot, dot_day, projects, third, total, words

MADE_UP = "（示例数据，虚构）"


def only_month(day: date | None) -> str:
    """`3月`, under a header that names the year."""
    return "" if day is None else f"{day.month}月"


def padded(day: date | None) -> str:
    """`2022.03.05`."""
    return "" if day is None else f"{day.year}.{day.month:02}.{day.day:02}"


def began(day: date | None) -> str:
    """`2022年3月开工`."""
    return "" if day is None else f"{day.year}年{day.month}月开工"


def quarterly() -> Book:
    """A quarter's report with a unit in its own row, investment planned and made, a signature of three."""
    book = Book("桑植县2022年一季度重点工业项目调度表.xlsx")
    page = book.page("Sheet1")
    page.row(f"桑植县2022年一季度重点工业项目调度表{MADE_UP}", merge=14)
    page.row("填报单位：桑植县工业和信息化局（盖章）", "", "", "", "", "", "", "", "", "", "", "", "单位：万元")
    page.row(
        "序号",
        "项目名称",
        "建设单位",
        "建设地点",
        "建设规模及主要建设内容",
        "总投资",
        "资金来源",
        "",
        "2022年计划投资",
        "1-3月完成投资",
        "开工时间",
        "",
        "竣工时间",
        "",
    )
    page.row("", "", "", "", "", "", "自筹", "银行贷款", "", "", "计划", "实际", "计划", "实际")
    page.merges += [*(f"{letter}3:{letter}4" for letter in "ABCDEFIJ"), "G3:H3", "K3:L3", "M3:N3"]
    made = projects(81, "桑植县", 8)
    for number, p in enumerate(made, 1):
        page.row(
            number,
            p.name,
            p.unit,
            p.town,
            "新建标准厂房2栋，合计8000平方米",
            p.invest,
            p.invest // 2,
            p.invest - p.invest // 2,
            p.year_plan,
            p.month_done,
            words(p.ps),
            padded(p.so),
            words(p.pc),
            padded(p.co),
        )
        book.record(
            p, {"planned_start": words, "started_on": dot_day, "planned_completion": words, "completed_on": dot_day}
        )
    page.row("合计", "", "", "", "", total(made), sum(p.invest // 2 for p in made))
    page.row("单位负责人：孙某", "", "", "填表人：李某", "", "", "填报日期：2022年4月2日")
    book.plant(page, "F6", "-1200", "negative investment")
    book.plant(page, "F7", "暂定", "text in a number column")
    book.plant(page, "M8", "2020年12月", "planned completion before planned start", "K8")
    book.plant(page, "L9", "2022.02.30", "no such day")
    book.plant(page, "N11", "2022.03.01", "completed without a start", "L11")
    book.plant(page, "B12", made[5].name, "the same name twice", "B10")
    book.follow(page, "F13")
    return book


def from_the_city() -> Book:
    """An .xls of a city in which counties stand in merged cells, with subtotals below each and one total, in 亿元."""
    book = Book("张家界市产业项目.xls", by_office=True)
    page = book.page("一季度")
    page.row(f"张家界市一季度产业项目推进表{MADE_UP}", merge=9)
    page.row(
        "区县",
        "序号",
        "项目名称",
        "投资主体",
        "总投资\n（亿元）",
        "计划开工时间\n（2022年）",
        "实际开工时间",
        "预计竣工时间",
        "备注",
    )
    everything = []
    for seed, county in ((82, "永定区"), (83, "武陵源区"), (84, "慈利县")):
        made = [p for p in projects(seed, county, 7) if p.ps.year == 2022][:3]
        everything += made
        first = page.top
        for number, p in enumerate(made, 1):
            page.row(
                county if number == 1 else "",
                number,
                p.name,
                p.unit,
                p.invest / 10000,
                only_month(p.ps),
                began(p.so),
                third(p.pc),
            )
            book.record(p, {"planned_start": words, "started_on": words, "planned_completion": third})
        page.row("", "小计", f"{len(made)}个", "", total(made) / 10000)
        page.merges.append(f"A{first}:A{page.top - 1}")
    page.row("全市合计", "", f"{len(everything)}个", "", total(everything) / 10000)
    # rows 3-5, 6, 7-9, 10, 11-13, 14, 15
    book.plant(page, "E6", 88.8, "a subtotal that is not the sum of its rows")
    book.plant(page, "A7", "武临源区", "no such county", "A8", "A9")
    book.plant(page, "F8", "13月", "no such month")
    book.plant(page, "H12", "2021年1月上旬", "planned completion before planned start", "F12")
    book.plant(page, "C15", "11个", "a wrong number of projects")
    book.plant(page, "G13", "2022年8月开工", "started after the day of the report")
    return book


def with_parts() -> Book:
    """Three parts by state with a heading each, one numbering through, sums of the parts in the headings."""
    book = Book("永定区工业项目.ods", by_office=True)
    page = book.page("永定区")
    page.row(f"永定区2022年工业项目建设情况一览表{MADE_UP}", merge=8)
    page.row("", "", "", "", "", "", "单位：万元")
    page.row("序号", "项目名称", "项目单位", "建设性质", "总投资", "开工日期", "竣工日期", "联系电话")
    made = projects(85, "永定区", 9)
    number = 0
    for title, part in (
        ("竣工项目", [p for p in made if p.co]),
        ("在建项目", [p for p in made if p.so and not p.co]),
        ("前期项目", [p for p in made if not p.so]),
    ):
        page.row(
            "一二三"[("竣工项目", "在建项目", "前期项目").index(title)], f"{title}{len(part)}个", "", "", total(part)
        )
        for p in part:
            number += 1
            page.row(number, p.name, p.unit, p.nature, p.invest, dot(p.so), dot(p.co), 7440000000 + number)
            book.record(p, {"started_on": dot})
    page.row("", "总计", "", "", total(made))
    page.row("备注：前期项目不填开工日期")
    book.plant(page, "E4", 1, "a heading's sum that is not the sum of its rows")
    book.plant(page, "F6", "2022.3.32", "no such day")
    book.plant(page, "E9", "500O", "a letter among the digits")
    book.plant(page, "B12", "", "no name")
    book.follow(page, "E8", "E16")
    return book


def typed_by_hand() -> Book:
    """No title at all, plain columns, cells typed by many hands."""
    book = Book("慈利县项目.xlsx")
    page = book.page("Sheet1")
    page.row(
        "序号",
        "项目名称",
        "建设地点",
        "投资额（万元）",
        "拟开工",
        "实际开工",
        "拟投产",
        "实际投产",
        "当前状态",
        MADE_UP,
    )
    ways = (words, dot, padded, third, day_cell)
    for number, p in enumerate(projects(86, "慈利县", 10), 1):
        way = ways[number % len(ways)]
        amount = (p.invest, f"{p.invest}", f"{p.invest:,}", f"{p.invest}.0")[number % 4]
        page.row(number, f" {p.name}", f"慈利县{p.town}", amount, way(p.ps), way(p.so), way(p.pc), way(p.co), p.status)
        kind = dot_day if way in (padded, day_cell) else words
        book.record(p, {"planned_start": kind, "started_on": kind, "planned_completion": kind, "completed_on": kind})
    book.plant(page, "D3", "3000-5000", "a span in a number column")
    book.plant(page, "E5", "年后", "text in a date column")
    book.plant(page, "H7", "2021.1.1", "completed before it started", "F7", "I7")
    book.plant(page, "I9", "已竣工", "completed by its state, without a date", "H9")
    book.plant(page, "A11", 9, "the same number twice")
    return book


CLERKS_LAST = (quarterly, from_the_city, with_parts, typed_by_hand)
