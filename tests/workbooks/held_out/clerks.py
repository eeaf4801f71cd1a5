"""Ledgers as thirteen county clerks would make them, with what is in each and faults to plant. All of it is made up.

They were written before the reader was looked at, to learn how it does on ledgers that it was not made for;
docs/office.md has what came of the first run.
"""

from datetime import date

from clerk import (
    Book,
    compact,
    day_cell,
    dot,
    dot_day,
    dot_number,
    known,
    projects,
    serial,
    short,
    third,
    total,
    words,
)

MADE_UP = "（示例数据，虚构）"


def yongding() -> Book:
    """Two header rows, the total above the projects, months as text and as numbers, a signature line."""
    book = Book("永定区开竣工台账.xlsx")
    page = book.page("Sheet1")
    page.row(f"2022年永定区重点工业项目开竣工情况台账{MADE_UP}", merge=13)
    page.row(
        "填报单位：永定区科技和工业信息化局",
        "",
        "",
        "",
        "",
        "填报时间：2022年3月31日",
        "",
        "",
        "",
        "",
        "单位：万元",
        merge=4,
    )
    page.row(
        "序号",
        "项目名称",
        "项目单位",
        "建设地点",
        "建设性质",
        "建设起止年限",
        "总投资",
        "年度计划投资",
        "项目进度",
        "",
        "",
        "",
        "备注",
    )
    page.row("", "", "", "", "", "", "", "", "拟开工时间", "实际开工时间", "计划竣工时间", "竣工投产时间", "")
    page.merges += [f"{letter}3:{letter}4" for letter in "ABCDEFGHM"] + ["I3:L3"]
    made = projects(1, "永定区", 9)
    page.row("合计", "", "", "", "", "", total(made), sum(p.year_plan for p in made), merge=6)
    for number, p in enumerate(made, 1):
        way = dot_number if number in (2, 5) and 10 not in {p.ps.month, p.pc.month} else dot
        years = f"{p.ps.year}-{p.pc.year}"
        page.row(
            number,
            p.name,
            p.unit,
            p.town,
            p.nature,
            years,
            p.invest,
            p.year_plan,
            way(p.ps),
            dot(p.so),
            way(p.pc),
            dot(p.co),
        )
        book.record(p, {"planned_start": way, "started_on": dot, "planned_completion": way, "completed_on": dot})
    page.skip()
    page.row("填报人：张某某", "", "", "审核人：李某某", "", "", "联系电话：0744-0000000", merge=3)
    book.plant(page, "K7", "2020.5", "planned completion before planned start", "I7")
    book.plant(page, "G8", -3200, "negative investment")
    book.plant(page, "G9", "待定", "text in a number column")
    book.plant(page, "L12", "2022.2", "completed without a start", "J12")
    book.plant(page, "J10", "2022.13", "no such month")
    book.plant(page, "B13", made[5].name, "the same name twice", "B11")
    book.follow(page, "G5")
    return book


def cili() -> Book:
    """The header again on each printed page, subtotals by kind, dates of Excel, a state, notes below."""
    book = Book("慈利县一季度.xlsx")
    page = book.page("2022年一季度")
    head = (
        "序号",
        "项目名称",
        "建设单位",
        "建设地点",
        "建设性质",
        "总投资额(万元)",
        "2022年计划投资(万元)",
        "本月完成投资(万元)",
    )
    head += ("拟开工", "实际开工", "拟竣工", "竣工投产", "项目状态", "备注")
    ways = {"planned_start": day_cell, "started_on": day_cell, "planned_completion": day_cell, "completed_on": day_cell}
    page.row(f"慈利县工业项目建设进度表{MADE_UP}", merge=14)
    made = projects(2, "慈利县", 12)
    number = 0
    for part, nature in ((made[:5], "新建"), (made[5:9], "扩建"), (made[9:], "技改")):
        if number:
            page.row("慈利县工业项目建设进度表（续表）", merge=14)
        page.row(*head)
        for p in part:
            number += 1
            place = f"慈利县{p.town}"
            dates = (day_cell(p.ps), day_cell(p.so), day_cell(p.pc), day_cell(p.co))
            page.row(number, p.name, p.unit, place, nature, p.invest, p.year_plan, p.month_done, *dates, p.status)
            book.record(p, ways)
        page.row(
            "",
            f"{nature}项目小计",
            "",
            "",
            "",
            total(part),
            sum(p.year_plan for p in part),
            sum(p.month_done for p in part),
        )
    page.row("", "总    计", "", "", "", total(made), sum(p.year_plan for p in made), sum(p.month_done for p in made))
    page.row("注：1.本表每月5日前报送；2.总投资额以备案文件为准。", merge=14)
    page.row("    2.已竣工项目保留至年底。", merge=14)
    page.row("单位负责人：", "", "", "统计负责人：", "", "", "填表人：王某", "", "报出日期：2022年4月2日")
    # rows: 1 title, 2 head, 3-7, 8 subtotal, 9 title, 10 head, 11-14, 15 subtotal, 16, 17 head, 18-20, 21 subtotal, 22 total
    book.plant(page, "J5", day_cell(date(2022, 3, 2)), "started, yet the state says not started", "M5")
    book.plant(page, "L4", day_cell(date(2021, 1, 5)), "completed before it started", "J4")
    book.plant(page, "F15", total(made[5:9]) + 1000, "a subtotal that is not the sum of its rows")
    book.plant(page, "M12", "已竣工", "completed by its state, without a date", "L12", "J12")
    book.plant(page, "F19", "一亿多", "text in a number column")
    book.plant(page, "D20", "慈立县零阳街道", "no such county")
    book.plant(page, "J14", day_cell(date(2022, 9, 9)), "started after the day of the report")
    book.follow(page, "M4", "L14", "F21", "F22")
    return book


def sangzhi() -> Book:
    """An .xls with 亿元, planned start and completion in one column, yes or no for started."""
    book = Book("桑植县.xls", by_office=True)
    page = book.page("项目表")
    page.row(f"桑植县产业项目情况{MADE_UP}", merge=11)
    page.row(
        "编号",
        "项目(企业)名称",
        "业主单位",
        "建设地址",
        "投资总额（亿元）",
        "开竣工时间",
        "形象进度",
        "是否开工",
        "实际开工时间",
        "联系人",
        "联系电话",
    )
    made = projects(3, "桑植县", 8)
    for number, p in enumerate(made, 1):
        span = f"{dot(p.ps)}-{dot(p.pc)}" if number % 2 else f"{words(p.ps)}—{words(p.pc)}"
        started = "是" if p.so else "否"
        page.row(
            f"{number:02}",
            p.name,
            p.unit,
            p.town,
            p.invest / 10000,
            span,
            "主体施工" if p.so else "前期工作",
            started,
            words(p.so),
            "赵某",
            "0744-6000000",
        )
        book.record(p, {"planned_start": dot, "planned_completion": dot, "started_on": words})
    page.row("", "合计", "", "", total(made) / 10000)
    book.plant(page, "F3", "2022.12-2021.3", "planned completion before planned start")
    book.plant(page, "I4", "", "started without a date", "H4")
    book.plant(page, "E5", -0.12, "negative investment")
    book.plant(page, "I6", "已动工", "text in a date column")
    book.plant(page, "E11", total(made) / 10000 + 0.5, "a total that is not the sum of its rows")
    return book


def four_sheets() -> Book:
    """An .ods with one sheet a county in columns of their own order, a summary, instructions and an empty sheet."""
    book = Book("全市汇总.ods", by_office=True)
    counties = ("永定区", "武陵源区", "慈利县", "桑植县")
    made = {county: projects(40 + number, county, 5) for number, county in enumerate(counties)}
    page = book.page("汇总表")
    page.row(f"张家界市2022年一季度工业项目汇总表{MADE_UP}", merge=6)
    page.row("序号", "区县", "项目个数", "总投资（万元）", "已开工个数", "开工率")
    for number, county in enumerate(counties, 1):
        started = sum(p.so is not None for p in made[county])
        page.row(number, county, len(made[county]), total(made[county]), started, started / len(made[county]))
    everything = [p for part in made.values() for p in part]
    page.row("合计", "", len(everything), total(everything), sum(p.so is not None for p in everything), merge=2)
    orders = (
        (
            "序号",
            "项目名称",
            "总投资（万元）",
            "计划开工时间",
            "实际开工时间",
            "计划竣工时间",
            "实际竣工时间",
            "建设单位",
        ),
        (
            "序号",
            "建设单位",
            "项目名称",
            "计划开工时间",
            "计划竣工时间",
            "实际开工时间",
            "实际竣工时间",
            "总投资（万元）",
        ),
        ("项目名称", "建设单位", "总投资（万元）", "实际开工时间", "实际竣工时间", "计划开工时间", "计划竣工时间"),
        (
            "序号",
            "项目名称",
            "建设单位",
            "建设内容及规模",
            "总投资（万元）",
            "计划开工时间",
            "计划竣工时间",
            "实际开工时间",
            "实际竣工时间",
        ),
    )
    writing = (words, dot_day, third, day_cell)
    for county, order, way in zip(counties, orders, writing, strict=True):
        page = book.page(county)
        page.row(f"{county}2022年一季度工业项目表", merge=len(order))
        page.row(*order)
        for number, p in enumerate(made[county], 1):
            held = {
                "序号": number,
                "项目名称": p.name,
                "建设单位": p.unit,
                "建设内容及规模": f"新建厂房{p.invest // 10}平方米，购置设备，年产{p.name[:2]}500吨；其中：一期投资{p.invest // 2}万元",
                "总投资（万元）": p.invest,
                "计划开工时间": way(p.ps),
                "计划竣工时间": way(p.pc),
                "实际开工时间": way(p.so),
                "实际竣工时间": way(p.co),
            }
            page.row(*(held[name] for name in order))
            book.record(p, {"planned_start": way, "planned_completion": way, "started_on": way, "completed_on": way})
        page.row(
            *(
                "合计" if name == "项目名称" else total(made[county]) if name == "总投资（万元）" else ""
                for name in order
            )
        )
    book.page("填表说明").row("一、本表由各区县工信部门填报。")
    book.pages[-1].row("二、总投资按备案数填报，单位为万元；开工时间以取得施工许可为准。")
    book.page("Sheet3")
    yongding_page, wulingyuan, cili_page, sangzhi_page = book.pages[1:5]
    book.plant(yongding_page, "C4", -500, "negative investment")
    book.plant(wulingyuan, "E3", "2020.1.1", "planned completion before planned start", "D3")
    book.plant(cili_page, "E4", "2020年2月中旬", "completed before it started", "D4")
    book.plant(cili_page, "A5", made["慈利县"][0].name, "the same name twice", "A3")
    book.plant(sangzhi_page, "H6", day_cell(date(2202, 3, 1)), "no such year")
    book.plant(sangzhi_page, "E8", total(made["桑植县"]) + 10, "a total that is not the sum of its rows")
    book.follow(yongding_page, "C8")
    return book


def by_county() -> Book:
    """Counties in merged cells, each county's subtotal above its projects, the city's total at the top, all by formulas."""
    book = Book("市级调度表.xlsx", by_office=True)
    page = book.page("调度表")
    page.row("附件1")
    page.row(f"张家界市2022年重点工业项目调度表{MADE_UP}", merge=10)
    page.row("", "", "", "", "", "", "", "", "单位：万元")
    page.row("区县", "序号", "项目名称", "建设规模及主要内容", "总投资", "年度计划投资", "开工时间", "", "竣工时间", "")
    page.row("", "", "", "", "", "", "计划", "实际", "计划", "实际")
    page.merges += [f"{letter}4:{letter}5" for letter in "ABCDEF"] + ["G4:H4", "I4:J4"]
    ways = {"planned_start": words, "started_on": words, "planned_completion": words, "completed_on": words}
    page.row("全市合计", "", "", "", "=E7+E12+E17", "=F7+F12+F17", merge=4)
    for number, county in enumerate(("永定区", "慈利县", "桑植县")):
        made = projects(50 + number, county, 4)
        first = page.top + 1
        page.row(
            "", "", f"{county}小计（{len(made)}个）", "", f"=SUM(E{first}:E{first + 3})", f"=SUM(F{first}:F{first + 3})"
        )
        for index, p in enumerate(made, 1):
            page.row(
                county if index == 1 else "",
                index,
                p.name,
                "新建生产线2条",
                p.invest,
                p.year_plan,
                words(p.ps),
                words(p.so),
                words(p.pc),
                words(p.co),
            )
            book.record(p, ways)
        page.merges.append(f"A{first}:A{first + 3}")
    page.row("备注：未开工项目请说明原因。", merge=10)
    book.plant(page, "A13", "慈利市", "no such county", "A14", "A15", "A16")
    book.plant(page, "E7", 88, "a subtotal that is not the sum of its rows")
    book.plant(page, "H15", "2022年4月", "started after the day of the report")
    book.plant(page, "G9", "2022年二月三十日", "no such day")
    book.plant(page, "E19", "", "no investment", noted=True)
    book.follow(page, "E6")
    return book


def filtered() -> Book:
    """A filter left on, numbers as text in several hands, short names of counties, strokes for nothing."""
    book = Book("项目库（筛选）.xlsx")
    page = book.page("项目库")
    page.row("张家界市工业项目库" + MADE_UP)
    page.row(
        "序号",
        "项目名称",
        "所在区县",
        "所属行业",
        "投资总额/万元",
        "计划开工时间",
        "开工时间（实际）",
        "计划完工时间",
        "完工时间（实际）",
        "经办人",
        "备注",
    )
    number = 0
    for seed, county, name in ((61, "永定区", "永定"), (62, "慈利县", "慈利"), (63, "武陵源区", "武陵源")):
        for p in projects(seed, county, 4):
            number += 1
            amount = (
                f"{p.invest:,}"
                if number % 3 == 0
                else "".join(chr(ord(c) + 0xFEE0) for c in str(p.invest))
                if number % 3 == 1
                else f" {p.invest} "
            )
            blank = ("/", "—", "无", "-")[number % 4]
            dates = [
                way(day) or blank for way, day in ((dot_day, p.ps), (dot_day, p.so), (dot_day, p.pc), (dot_day, p.co))
            ]
            row = page.row(number, p.name, name, p.sector, amount, *dates, "陈某", "")
            if county == "慈利县":
                page.hidden_rows.add(row)
            book.record(
                p,
                {
                    "planned_start": dot_day,
                    "started_on": dot_day,
                    "planned_completion": dot_day,
                    "completed_on": dot_day,
                },
            )
    page.hidden_columns.add("J")
    page.filtered = f"A2:K{page.top - 1}"
    book.plant(page, "C4", "永定新区", "no such county")
    book.plant(page, "E8", "8千万左右", "text in a number column")
    book.plant(page, "F9", "2022.2.30", "no such day")
    book.plant(page, "H12", "2019.1.1", "planned completion before planned start", "F12")
    book.plant(page, "B13", "", "no name")
    return book


def sections() -> Book:
    """Headings that carry the sums of their part, months as 22/3 and days as 20220315, numbers that begin anew."""
    book = Book("武陵源区项目清单.xlsx")
    page = book.page("清单")
    page.row(f"武陵源区2022年重点项目清单（截至3月底）{MADE_UP}", merge=9)
    page.row(
        "序号",
        "项目名称",
        "责任单位",
        "项目性质",
        "计划总投资\n（万元）",
        "计划开工时间",
        "实际开工时间",
        "计划竣工时间",
        "实际竣工时间",
    )
    made = projects(7, "武陵源区", 8)
    for title, part, way in (("一、新开工项目", made[:4], short), ("二、续建项目", made[4:], compact)):
        page.row(f"{title}（{len(part)}个）", "", "", "", total(part), merge=4)
        for number, p in enumerate(part, 1):
            page.row(number, p.name, p.unit, p.nature, p.invest, way(p.ps), way(p.so), way(p.pc), way(p.co))
            book.record(p, {"planned_start": way, "started_on": way, "planned_completion": way, "completed_on": way})
    page.row(f"合计：{len(made)}个项目", "", "", "", total(made), merge=4)
    page.skip(2)
    page.row("", "制表：孙某", "", "", "审核：周某", "", "日期：2022.4.1")
    book.plant(page, "E3", total(made[:4]) - 7, "a heading's sum that is not the sum of its rows")
    book.plant(page, "F5", "22/14", "no such month")
    book.plant(page, "H9", 20200101, "planned completion before planned start", "F9")
    book.plant(page, "E10", "#REF!", "text in a number column")
    book.plant(page, "I11", 20220320, "completed without a start", "G11")
    book.follow(page, "E8", "E13")
    return book


def three_heads() -> Book:
    """Three header rows and a row of column numbers, an empty first column, empty columns and rows between."""
    book = Book("月报.xlsx")
    page = book.page("3月")
    page.left = 2
    page.skip()
    page.row(f"工业投资项目月报表{MADE_UP}", merge=15)
    page.row(
        "填报单位（盖章）：武陵源区工业和信息化局",
        "",
        "",
        "",
        "",
        "",
        "2022年3月",
        "",
        "",
        "",
        "",
        "",
        "计量单位：万元",
    )
    page.row("序号", "项目名称", "项目法人", "投资情况", "", "", "", "", "", "建设时间", "", "", "", "", "存在问题")
    page.row("", "", "", "总投资额", "累计完成", "", "年度计划投资", "本月完成", "", "计划", "", "", "实际", "", "")
    page.row("", "", "", "", "截至上年底", "1-3月", "", "", "", "开工", "竣工", "", "开工", "竣工投产", "")
    page.merges += [
        "B4:B6",
        "C4:C6",
        "D4:D6",
        "E4:I4",
        "E5:E6",
        "F5:G5",
        "H5:H6",
        "I5:I6",
        "K4:O4",
        "K5:L5",
        "N5:O5",
        "P4:P6",
    ]
    page.row("甲", "乙", "丙", 1, 2, 3, 4, 5, "", 6, 7, "", 8, 9, 10)
    made = projects(8, "武陵源区", 8)
    for number, p in enumerate(made, 1):
        if number == 5:
            page.skip()
        page.row(
            number,
            p.name,
            p.unit,
            p.invest,
            0,
            p.month_done * 2,
            p.year_plan,
            p.month_done,
            "",
            words(p.ps),
            words(p.pc),
            "",
            words(p.so),
            words(p.co),
            "无",
        )
        book.record(
            p, {"planned_start": words, "planned_completion": words, "started_on": words, "completed_on": words}
        )
    page.skip()
    page.row(
        "合计",
        "",
        "",
        total(made),
        0,
        sum(p.month_done for p in made) * 2,
        sum(p.year_plan for p in made),
        sum(p.month_done for p in made),
    )
    page.row("说明：本表由区县工信局于月后3日内报送。")
    # rows 8-11, 12 empty, 13-16, 17 empty, 18 total
    book.plant(page, "E18", total(made) + 900, "a total that is not the sum of its rows")
    book.plant(page, "E9", "见附件", "text in a number column")
    book.plant(page, "L10", "2019年8月", "planned completion before planned start", "K10")
    book.plant(page, "N14", "2023年1月", "started after the day of the report")
    book.plant(page, "C15", made[4].name, "the same name twice", "C13")
    return book


def spaced() -> Book:
    """An .xls with spaces and line breaks in headers and names, the county in the place, thirds of months."""
    book = Book("项目进展.xls", by_office=True)
    page = book.page("Sheet1")
    page.row(f"项 目 建 设 进 展 情 况 表{MADE_UP}", merge=10)
    page.row(
        "序\n号",
        "项 目 名 称",
        "承办单位",
        "建设\n地点",
        "总 投 资\n（万元）",
        "计划\n开工",
        "计划\n完工",
        "开 工\n时 间",
        "竣 工\n时 间",
        "目前\n状态",
    )
    for number, p in enumerate(projects(9, "桑植县", 4) + projects(19, "永定区", 4), 1):
        name = f"{p.name[:3]}\n{p.name[3:]}" if number % 3 == 0 else p.name
        page.row(
            number,
            name,
            p.unit,
            f"{p.county}{p.town}",
            p.invest,
            third(p.ps),
            third(p.pc),
            third(p.so),
            third(p.co),
            p.status,
        )
        book.record(
            p, {"planned_start": third, "planned_completion": third, "started_on": third, "completed_on": third}
        )
    book.plant(page, "J4", "未开工", "not started by its state, yet with a start", "H4")
    book.plant(page, "J5", "在建", "started by its state, without a date", "H5")
    book.plant(page, "D6", "桑直县澧源镇", "no such county")
    book.plant(page, "E7", -1, "negative investment")
    book.plant(page, "I7", "2020年1月上旬", "completed before it started", "H7")
    return book


def numbered() -> Book:
    """Project codes, a development zone among the counties, mixed dates in one column."""
    book = Book("产业项目清单.xlsx")
    page = book.page("产业项目")
    page.row(f"张家界市2022年产业项目清单{MADE_UP}", merge=11)
    page.row(
        "项目编号",
        "县市区",
        "项目名称",
        "申报单位",
        "所属行业",
        "总投资（亿元）",
        "2022年计划投资（亿元）",
        "拟开工时间",
        "实际开工时间",
        "拟竣工时间",
        "竣工投产时间",
    )
    made = projects(10, "永定区", 3) + projects(11, "慈利县", 3) + projects(12, "张家界经开区", 3)
    ways = (day_cell, dot, words, dot_day, serial)
    for number, p in enumerate(made, 1):
        used = [ways[(number + step) % len(ways)] for step in range(4)]
        dates = [way(day) for way, day in zip(used, (p.ps, p.so, p.pc, p.co), strict=True)]
        page.row(
            f"ZJJ-2022-{number:03}", p.county, p.name, p.unit, p.sector, p.invest / 10000, p.year_plan / 10000, *dates
        )
        keys = ("planned_start", "started_on", "planned_completion", "completed_on")
        book.record(p, dict(zip(keys, used, strict=True)), project=f"ZJJ-2022-{number:03}")
    page.row("合计", "", f"{len(made)}个", "", "", total(made) / 10000, sum(p.year_plan for p in made) / 10000)
    book.plant(page, "A4", "ZJJ-2022-001", "the same number twice", "A3")
    book.plant(page, "B6", "慈力县", "no such county")
    book.plant(page, "H8", "明年初", "text in a date column")
    book.plant(page, "K9", "2021.1", "completed before it started", "I9")
    book.plant(page, "F12", total(made) / 10000 + 1, "a total that is not the sum of its rows")
    return book


def xiangxi() -> Book:
    """Another city's .ods: plan and fact as groups over start and completion, counties and 亿元, quarters."""
    book = Book("湘西州.ods", by_office=True, city="xiangxi")
    page = book.page("明细")
    page.row(f"湘西自治州重点产业项目明细表{MADE_UP}", merge=10)
    page.row("序号", "县市", "项目名称", "实施单位", "投资规模（亿元）", "计划", "", "实际", "", "备注")
    page.row("", "", "", "", "", "开工日期", "建成日期", "开工日期", "建成日期", "")
    page.merges += [f"{letter}2:{letter}3" for letter in "ABCDEJ"] + ["F2:G2", "H2:I2"]
    for number, p in enumerate(projects(13, "吉首市", 3) + projects(14, "花垣县", 3) + projects(15, "永顺县", 3), 1):
        quarter = f"{p.pc.year}年{'一二三四'[(p.pc.month - 1) // 3]}季度"
        page.row(number, p.county, p.name, p.unit, p.invest / 10000, dot(p.ps), quarter, dot_day(p.so), dot_day(p.co))
        last = date(p.pc.year, (p.pc.month + 2) // 3 * 3, 1)
        book.record(
            p,
            {"planned_start": dot, "started_on": dot_day, "completed_on": dot_day},
            planned_completion=known(last, dot),
        )
    book.plant(page, "B6", "慈利县", "a county of another city")
    book.plant(page, "G7", "2019年四季度", "planned completion before planned start", "F7")
    book.plant(page, "I8", "2022.8.1", "completed after the day of the report")
    book.plant(page, "E9", "3亿左右", "text in a number column")
    book.plant(page, "G10", "2022年五季度", "no such quarter")
    return book


def two_tables() -> Book:
    """Two tables with other columns, one below the other in one sheet."""
    book = Book("永定区附件.xlsx")
    page = book.page("附件")
    made = projects(16, "永定区", 8)
    page.row("附件1")
    page.row(f"永定区2022年计划新开工项目表{MADE_UP}", merge=6)
    page.row("序号", "项目名称", "建设单位", "总投资（万元）", "计划开工时间", "实际开工时间")
    for number, p in enumerate(made[:4], 1):
        page.row(number, p.name, p.unit, p.invest, dot(p.ps), dot(p.so))
        book.record(p, {"planned_start": dot, "started_on": dot})
    page.row("合计", "", "", total(made[:4]))
    page.skip(2)
    page.row("附件2")
    page.row(f"永定区2022年计划竣工项目表{MADE_UP}", merge=7)
    page.row("序号", "建设单位", "项目名称", "总投资（亿元）", "实际开工时间", "计划竣工时间", "竣工投产时间")
    for number, p in enumerate(made[4:], 1):
        page.row(number, p.unit, p.name, p.invest / 10000, words(p.so), words(p.pc), words(p.co))
        book.record(p, {"started_on": words, "planned_completion": words, "completed_on": words})
    page.row("合计", "", "", total(made[4:]) / 10000)
    # rows 4-7, 8 total, 9-10 empty, 11-13 heads, 14-17, 18 total
    book.plant(page, "D5", -80, "negative investment")
    book.plant(page, "D8", total(made[:4]) + 5, "a total that is not the sum of its rows")
    book.plant(page, "D15", "未定", "text in a number column")
    book.plant(page, "G14", "2020年1月", "completed before it started", "E14")
    book.follow(page, "D18")
    return book


def prenumbered() -> Book:
    """Years from and to, serial numbers typed ahead on empty lines, the county only in the name of the file."""
    book = Book("慈利县2022年工程台账.xlsx")
    page = book.page("台账")
    page.row(f"2022年重点工程台账{MADE_UP}", merge=8)
    page.row("序号", "工程名称", "建设年限", "概算总投资（万元）", "实际开工时间", "实际竣工时间", "工程进展", "责任人")
    made = projects(17, "慈利县", 7)
    for number, p in enumerate(made, 1):
        page.row(
            number, p.name, f"{p.ps.year}-{p.pc.year}", p.invest, day_cell(p.so), day_cell(p.co), "按计划推进", "吴某"
        )
        book.record(
            p,
            {"started_on": day_cell, "completed_on": day_cell},
            planned_start=str(p.ps.year),
            planned_completion=str(p.pc.year),
        )
    for number in range(8, 13):
        page.row(number)
    page.row("本页小计", "", "", total(made), merge=3)
    page.row("累  计", "", "", total(made), merge=3)
    page.row("单位（公章）：", "", "", "负责人签字：")
    book.plant(page, "C4", "2023-2021", "planned completion before planned start")
    book.plant(page, "F5", day_cell(date(2021, 12, 1)), "completed without a start", "E5")
    book.plant(page, "D6", "约3000", "text in a number column")
    book.plant(page, "B7", made[0].name, "the same name twice", "B3")
    book.plant(page, "D15", total(made) * 2, "a subtotal that is not the sum of its rows")
    book.follow(page, "D16")
    return book


CLERKS = (
    yongding,
    cili,
    sangzhi,
    four_sheets,
    by_county,
    filtered,
    sections,
    three_heads,
    spaced,
    numbered,
    xiangxi,
    two_tables,
    prenumbered,
)
