"""Six more clerks, made up like the first thirteen, after what those taught was mended."""

from datetime import date

from clerk import Book, compact, dot, dot_day, known, projects, short, third, total, words

MADE_UP = "（示例数据，虚构）"


def before(day: date | None) -> str:
    """`2022年3月底前`."""
    return "" if day is None else f"{day.year}年{day.month}月底前"


def stamp(day: date | None) -> str:
    """`2022-03-15 00:00:00`, as a program exports it."""
    return "" if day is None else f"{day:%Y-%m-%d} 00:00:00"


def to_day(day: date | None) -> str:
    """`2022年3月15日`."""
    return "" if day is None else f"{day.year}年{day.month}月{day.day}日"


def monthly() -> Book:
    """A column a month, equipment among the investment, the firm and the project in one name, sheets by short county names."""
    book = Book("工业投资项目明细.xlsx")
    for seed, county, name in ((71, "永定区", "永定"), (72, "桑植县", "桑植")):
        page = book.page(name)
        page.row(f"2022年工业投资项目明细表{MADE_UP}", merge=13)
        page.row("", "", "", "", "", "", "", "", "", "", "", "单位：万元、%")
        page.row(
            "序号",
            "企业及项目名称",
            "所属产业链",
            "投资情况",
            "",
            "",
            "2022年完成投资",
            "",
            "",
            "",
            "计划开工年月",
            "实际开工年月",
            "计划投产年月",
        )
        page.row("", "", "", "总投资", "其中：设备投资", "截至2021年底完成", "1月", "2月", "3月", "完成率", "", "", "")
        page.merges += ["D3:F3", "G3:J3", *(f"{letter}3:{letter}4" for letter in "ABCKLM")]
        made = projects(seed, county, 5)
        for number, p in enumerate(made, 1):
            done = p.month_done
            page.row(
                number,
                p.name,
                "食品",
                p.invest,
                p.invest // 3,
                0,
                done,
                done,
                done,
                "12%",
                words(p.ps),
                words(p.so),
                words(p.pc),
            )
            book.record(p, {"planned_start": words, "started_on": words, "planned_completion": words})
        page.row("合  计", "", "", total(made), sum(p.invest // 3 for p in made))
        page.merges.append("A10:C10")
        page.row("分管领导：", "", "科室负责人：", "", "", "经办人：")
    first, second = book.pages
    book.plant(first, "D6", "5200万美元", "another currency")
    book.plant(first, "L7", "未定时", "text in a date column")
    book.plant(first, "M8", "2019年2月", "planned completion before planned start", "K8")
    book.plant(second, "D10", 999999, "a total that is not the sum of its rows")
    book.plant(second, "B7", "", "no name", "A7")
    book.plant(second, "D5", -3, "negative investment")
    book.follow(first, "D10")
    return book


def in_yuan() -> Book:
    """An .ods in 元 with two decimals, text stamps of a program, no serial number, a total without a label but its count."""
    book = Book("系统导出.ods", by_office=True)
    page = book.page("导出数据")
    page.row(
        "项目代码",
        "项目名称",
        "行政区划",
        "总投资（元）",
        "计划开工日期",
        "实际开工日期",
        "计划完工日期",
        "实际完工日期",
        "建设阶段",
    )
    made = projects(73, "慈利县", 5) + projects(74, "武陵源区", 3)
    for number, p in enumerate(made, 1):
        place = f"湖南省张家界市{p.county}"
        page.row(
            f"2203-43082{number}-04-01-{number:06}",
            p.name,
            place,
            f"{p.invest * 10000:.2f}",
            stamp(p.ps),
            stamp(p.so),
            stamp(p.pc),
            stamp(p.co),
            p.status,
        )
        book.record(
            p, {"planned_start": dot_day, "started_on": dot_day, "planned_completion": dot_day, "completed_on": dot_day}
        )
    page.row("总计：8项", "", "", f"{total(made) * 10000:.2f}")
    book.plant(page, "C3", "湖南省张家界市慈离县", "no such county")
    book.plant(page, "H4", "2022-03-01 00:00:00", "completed without a start", "F4")
    book.plant(page, "A6", "2203-430821-04-01-000001", "the same number twice", "A2")
    book.plant(page, "E7", "2022-02-30 00:00:00", "no such day")
    book.plant(page, "A10", "总计：9项", "a wrong number of projects")
    book.plant(page, "D9", "1200000元整", "text in a number column")
    book.follow(page, "D10", "I4")
    return book


def two_rows_each() -> Book:
    """An .xls in which each project has a second row for what is built, its number merged over both; counties as headings."""
    book = Book("重点项目汇编.xls", by_office=True)
    page = book.page("汇编")
    page.row(f"张家界市重点产业项目汇编{MADE_UP}", merge=7)
    page.row("序号", "项目名称及建设内容", "总投资\n（亿元）", "计划开工", "实际开工", "计划竣工", "备注")
    number = 0
    for seed, county in ((75, "永定区"), (76, "慈利县")):
        made = projects(seed, county, 3)
        page.row(f"{county}（共3个）", "", total(made) / 10000, merge=2)
        for p in made:
            number += 1
            row = page.row(number, p.name, p.invest / 10000, third(p.ps), third(p.so), before(p.pc))
            page.row("", f"建设内容：新建厂房{number}000平方米，安装生产线{number}条。")
            page.merges += [f"{letter}{row}:{letter}{row + 1}" for letter in "ACDEF"]
            book.record(p, {"planned_start": third, "started_on": third, "planned_completion": words})
    page.row("总  计", "", "=C3+C10")
    # rows: 3 heading, 4-9, 10 heading, 11-16, 17 total
    book.plant(page, "C3", 77, "a heading's sum that is not the sum of its rows")
    book.plant(page, "F6", "2019年3月底前", "planned completion before planned start", "D6")
    book.plant(page, "E11", "2022年9月上旬", "started after the day of the report")
    book.plant(page, "B13", "", "no name")
    book.plant(page, "C15", "2个亿", "text in a number column")
    book.follow(page, "C17", "C10", "C16")
    return book


def by_kind() -> Book:
    """Numbers within numbers, a unit above at the right, end of the year and within the year as dates, names like totals."""
    book = Book("武陵源区技改项目.xlsx")
    page = book.page("Sheet2")
    page.row("附件3：")
    page.row(f"武陵源区技术改造项目计划表{MADE_UP}", merge=8)
    page.row("制表单位：区科工局", "", "", "", "", "", "", "金额单位：亿元")
    page.row("编号", "项  目", "建设性质", "计划总投资", "其中本年计划", "建设起止时间", "开工情况", "责任领导")
    made = projects(77, "武陵源区", 6)
    made[1].name = "小计量器具加工厂扩建项目"
    made[4].name = "合计里村茶油标准厂房项目"
    for title, part, label in (("（一）食品加工类", made[:3], "一"), ("（二）新材料类", made[3:], "二")):
        page.row(title, "", "", total(part) / 10000, sum(p.year_plan for p in part) / 10000, merge=3)
        for number, p in enumerate(part, 1):
            span = f"{p.ps.year}.{p.ps.month:02}-{p.pc.year}.{p.pc.month:02}"
            page.row(
                f"{'1' if label == '一' else '2'}.{number}",
                p.name,
                p.nature,
                p.invest / 10000,
                p.year_plan / 10000,
                span,
                "已开工" if p.so else "未开工",
                "郑某",
            )
            book.record(p, {"planned_start": dot, "planned_completion": dot})
    page.row("合计", "", "", total(made) / 10000, sum(p.year_plan for p in made) / 10000, merge=3)
    page.row("注：1.建设起止时间以可研批复为准。")
    # rows: 5 heading, 6-8, 9 heading, 10-12, 13 total
    book.plant(page, "F6", "2022.05-2021.03", "planned completion before planned start")
    book.plant(page, "D7", "1.2.5", "no number")
    book.plant(page, "D13", 99, "a total that is not the sum of its rows")
    book.plant(page, "B11", made[3].name, "the same name twice", "B10")
    book.plant(page, "F12", "2022.15-2023.03", "no such month")
    book.follow(page, "D5")
    return book


def with_stages() -> Book:
    """Suspended and resumed projects, five columns of dates, a frozen second header far down the sheet, a legend on top."""
    book = Book("停工复工情况.xlsx")
    page = book.page("慈利")
    page.row("说明：红色为停工项目，黄色为滞后项目。")
    page.row("联系人：钱某", "", "电话：0744-3000000")
    page.skip()
    page.row(f"慈利县在建工业项目停复工情况统计表（截至2022年3月31日）{MADE_UP}", merge=10)
    page.row(
        "序号",
        "项目",
        "业主",
        "投资（万元）",
        "拟开工日期",
        "开工日期",
        "停工日期",
        "复工日期",
        "拟完工日期",
        "停工原因",
    )
    made = projects(78, "慈利县", 6)
    for number, p in enumerate(made, 1):
        paused = p.so is not None and number % 3 == 0
        stop = (
            date(p.so.year, 12, 20) if paused and p.so and p.so.year == 2021 else date(2022, 3, 29) if paused else None
        )
        page.row(
            number,
            p.name,
            p.unit,
            p.invest,
            to_day(p.ps),
            to_day(p.so),
            to_day(stop),
            "",
            to_day(p.pc),
            "资金" if paused else "",
        )
        book.record(
            p,
            {"planned_start": dot_day, "started_on": dot_day, "planned_completion": dot_day},
            suspended_on=known(stop, dot_day),
        )
    page.row("合计", "6个项目", "", total(made))
    # rows 6-11, 12 total
    book.plant(page, "G6", "2019年1月5日", "suspended before it started", "F6")
    book.plant(page, "H7", "2022年3月1日", "resumed without having been suspended", "G7")
    book.plant(page, "B12", "5个项目", "a wrong number of projects")
    book.plant(page, "I9", "2022年4月31日", "no such day")
    book.plant(page, "D10", "六千", "text in a number column")
    book.follow(page, "D12")
    return book


def mixed_columns() -> Book:
    """Another prefecture, days as 20220315 and months as 22/3 in one column, an English and Chinese header, a blank top."""
    book = Book("xiangxi_projects.xlsx", city="xiangxi")
    page = book.page("2022")
    page.left = 3
    page.skip(3)
    page.row(
        "No.\n序号",
        "项目名称\nProject",
        "县（市）\nCounty",
        "总投资\nInvestment\n（万元）",
        "计划开工\nPlanned start",
        "实际开工\nStarted",
        "计划竣工\nPlanned completion",
        "实际竣工\nCompleted",
    )
    for number, p in enumerate(projects(79, "吉首市", 3) + projects(80, "永顺县", 3), 1):
        way = compact if number % 2 else short
        page.row(
            number,
            p.name,
            p.county.removesuffix("县").removesuffix("市"),
            p.invest,
            way(p.ps),
            way(p.so),
            way(p.pc),
            way(p.co),
        )
        book.record(p, {"planned_start": way, "started_on": way, "planned_completion": way, "completed_on": way})
    book.plant(page, "E6", "吉守市", "no such county")
    book.plant(page, "F7", "N/A元", "text in a number column")
    book.plant(page, "I8", 20190101, "planned completion before planned start", "G8")
    book.plant(page, "J9", 20221301, "no such month")
    book.plant(page, "D10", "", "no name")
    return book


CLERKS_AGAIN = (monthly, in_yuan, two_rows_each, by_kind, with_stages, mixed_columns)
