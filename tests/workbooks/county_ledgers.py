"""County ledgers as offices keep them, all made up (示例), with the faults that were planted in each by cell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl


@dataclass
class Made:
    """A ledger that was written: its file, the names of its projects, and its planted faults."""

    path: Path
    names: list[str]
    errors: set[tuple[str, str]] = field(default_factory=set)
    warnings: set[tuple[str, str]] = field(default_factory=set)
    options: dict[str, str] = field(default_factory=dict)


def book(*sheets):
    """A workbook of (name, rows, merges, hidden rows)."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows, merges, hidden in sheets:
        sheet = made.create_sheet(name)
        for number, cells in enumerate(rows, 1):
            for column, value in enumerate(cells, 1):
                if value is not None:
                    sheet.cell(number, column, value)
        for area in merges:
            sheet.merge_cells(area)
        for row in hidden:
            sheet.row_dimensions[row].hidden = True
    return made


def plain(folder):
    """One header row, clean: Excel dates, month texts, thousands separators, dashes, a total, notes."""
    rows = [
        ["张家界市永定区2022年重点工业项目台账（示例）"],
        ["单位：万元", None, None, None, None, "截至2022年3月31日"],
        ["序号", "项目名称", "建设单位", "计划开工时间", "实际开工时间", "计划竣工时间", "总投资（万元）", "备注"],
        [
            1,
            "示例·饮品生产线",
            "示例公司甲",
            dt.date(2022, 2, 1),
            dt.datetime.fromisoformat("2022-02-15"),
            dt.date(2023, 6, 30),
            "1,200",
            "",
        ],
        [2, "示例·石材加工厂", "示例公司乙", "2022.3", "—", "2023年12月", 3400.5, "/"],
        [3, "示例·合计量具厂", "示例公司丙", "2022年3月", "2022/3/15", "2024.06", "２，０００", "……"],
        [4, "示例·包装车间", "示例公司丁", "2021-11-08", "2021年11月9日", "2022年底", 900, None],
        ["合  计", None, None, None, None, None, 7500.5, None],
        ["注：1.本表为虚构示例。2.数据截至2022年3月31日。"],
        ["填表人：某某", None, None, "审核人：某某", None, None, "联系电话：000"],
    ]
    made = book(("永定区", rows, ["A1:H1", "A8:F8", "A9:H9"], []))
    names = ["示例·饮品生产线", "示例·石材加工厂", "示例·合计量具厂", "示例·包装车间"]
    return save(made, folder / "永定区台账.xlsx", names)


def three_rows(folder):
    """Three header rows with merges, columns numbered, units on a line of their own, sections, subtotals; faults."""
    rows = [
        ["慈利县2022年项目推进情况表（示例）"],
        [],
        ["序号", "项目基本情况", None, None, "建设进度", None, None, None, "投资", None],
        [None, "项目\n名称", "项 目 业 主", "行业类别", "计划", None, "实际", None, "总投资", "2022年度计划投资"],
        [None, None, None, None, "开工时间", "竣工时间", "开工时间", "竣工时间", "（亿元）", "（万元）"],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        ["总计", None, None, None, None, None, None, None, 7.3, 500],
        ["一、新开工项目", None, None, None, None, None, None, None, None, None],
        [1, "示例·茶叶加工", "示例甲", "食品加工", "2022.1.10", "2022.11", "2022.2.30", None, 1.5, 100],
        [2, "示例·腊味车间", "示例乙", "食品加工", "2022年13月", "2023.5", None, None, "约2", 100],
        ["小计", None, None, None, None, None, None, None, 3.5, 200],
        ["二、续建项目", None, None, None, None, None, None, None, None, None],
        [3, "示例·光伏组件", "示例丙", "新能源", "2021.6", "2020.12", "2021年6月", None, 2.3, 100],
        [4, "示例·水泥制品", "示例丁", "新型建材", "2021.3", "2022.9", "2021.3", "2020年12月", 1.5, 200],
        [5, "示例·光伏组件", "示例丙", "新能源", "2021.6", "2022.12", "2021年6月", None, 0, 0],
        ["小计", None, None, None, None, None, None, None, 3.8, 300],
    ]
    merges = [
        "A1:J1",
        "A3:A5",
        "B3:D3",
        "B4:B5",
        "C4:C5",
        "D4:D5",
        "E3:H3",
        "E4:F4",
        "G4:H4",
        "I3:J3",
        "A8:J8",
        "A12:J12",
    ]
    made = book(("Sheet1", rows, merges, []))
    names = ["示例·茶叶加工", "示例·腊味车间", "示例·光伏组件", "示例·水泥制品", "示例·光伏组件"]
    errors = {("Sheet1", cell) for cell in ("G9", "E10", "I10", "F13", "H14", "B15")}
    return save(made, folder / "慈利县项目.xlsx", names, errors)


def by_sheet(folder):
    """A sheet for each county, no column for it, an empty sheet, a sheet of explanations, hidden rows; faults."""
    head = [
        "编号",
        "项目(工程)名称",
        "拟开工日期",
        "开工日期",
        "停工日期",
        "复工日期",
        "预计竣工日期",
        "计划总投资\n(万元)",
    ]
    yongding = [
        ["张家界市工业项目（示例）"],
        head,
        ["YD-1", "示例·一号", dt.date(2022, 1, 5), dt.date(2022, 1, 6), None, None, dt.date(2023, 1, 5), 100],
        [
            "YD-2",
            "示例·二号",
            dt.date(2021, 3, 1),
            dt.date(2021, 3, 2),
            dt.date(2021, 2, 1),
            None,
            dt.date(2023, 1, 5),
            200,
        ],
        [
            "YD-2",
            "示例·三号",
            dt.date(2021, 3, 1),
            dt.date(2021, 3, 2),
            "2022年3月",
            "2022.3",
            dt.date(2023, 1, 5),
            -300,
        ],
    ]
    sangzhi = [
        ["张家界市工业项目（示例）"],
        head,
        ["SZ-1", "示例·一号", dt.date(2022, 1, 5), dt.date(1922, 1, 6), None, None, dt.date(2023, 1, 5), 100],
        ["SZ-2", None, dt.date(2022, 1, 5), "已开工", None, None, dt.date(2023, 1, 5), 150],
        ["SZ-3", "示例·四号", dt.date(2022, 1, 5), "未开工", None, None, "18个月", 150],
    ]
    notes = [["填表说明"], ["一、本表为虚构示例。"], ["二、金额单位为万元。"]]
    made = book(
        ("永定区", yongding, ["A1:H1"], [4]),
        ("桑植", sangzhi, ["A1:H1"], []),
        ("说明", notes, [], []),
        ("Sheet4", [], [], []),
    )
    names = ["示例·一号", "示例·二号", "示例·三号", "示例·一号", "示例·四号"]
    errors = {
        *(("永定区", cell) for cell in ("E4", "A5", "H5")),
        *(("桑植", cell) for cell in ("D3", "B4", "D4", "G5")),
    }
    return save(made, folder / "分县台账.xlsx", names, errors, {("永定区", "B4")})


def province(folder):
    """Cities and counties in columns, merged downwards, a repeated header, wrong totals, unit conflicts; faults."""
    head = ["序号", "所在市州", "所在县（市、区）", "项目名称", "总投资（万元）", "计划开工年月", "计划建成时间"]
    rows = [
        ["湖南省重点工业项目表（示例）"],
        ["单位：亿元"],
        head,
        [1, "张家界市", "永定区", "示例·甲", "12,000", 202201, 202312],
        [2, None, None, "示例·乙", 8000, 202203, 20231231],
        [3, None, "武陵源", "示例·丙", "1.5亿元", "2022Q2", "2023年上半年"],
        ["小计", None, None, None, 35000, None, None],
        head,
        [4, "怀化", "鹤城区", "示例·丁", 5000, 2022, "2024年"],
        [5, "怀化", "永定区", "示例·戊", 5000, 44621, "2024年三季度"],
        [6, "怀花市", "鹤城区", "示例·己", 5000, "2022-03", "2024-03"],
        [6, "怀化市", "鹤诚区", "示例·庚", "abc", "2022-03", "2024-03"],
        ["小计", None, None, None, 15000, None, None],
        ["合计（7个项目）", None, None, None, 50001, None, None],
    ]
    rows[11][4] = 100
    made = book(("汇总", rows, ["A1:G1", "B4:B6", "C4:C5"], []))
    names = [f"示例·{stem}" for stem in "甲乙丙丁戊己庚"]
    errors = {("汇总", cell) for cell in ("C10", "B11", "C12")}
    warnings = {("汇总", cell) for cell in ("E3", "E6", "A8", "A12", "E13", "E14")}
    return save(made, folder / "全省项目.xlsx", names, errors, warnings)


def doubled(folder):
    """A header that has a column twice, errors of formulas, a name alone, blank rows between, places of building."""
    rows = [
        [None, "桑植县工业项目清单（示例）"],
        [],
        [None, "项目名称", "建设地点", "投资总额", "开工时间", "竣工时间", "项目名称"],
        [None, "示例·菌菇", "桑植县澧源镇", 100, "2022年2月", "2022年12月", "x"],
        [],
        [None, "示例·蜂蜜", "瑞塔铺镇", "#DIV/0!", "2022年2月", "2022年12月", "y"],
        [None, "示例·只有名称", None, None, None, None, None],
        [None, "示例·药材", "桑植县利福塔镇", "   ", "三月", "2022年12月", "z"],
        [None, "共4个项目"],
    ]
    made = book(("项目清单", rows, [], []))
    made["项目清单"]["D6"].data_type = "e"
    names = ["示例·菌菇", "示例·蜂蜜", "示例·只有名称", "示例·药材"]
    errors = {("项目清单", cell) for cell in ("G3", "D6", "E8")}
    return save(made, folder / "桑植.xlsx", names, errors)


def terms(folder):
    """Clean: start and completion in one column, units in the title, sections by county, total on top."""
    rows = [
        ["2022年度张家界市“320工程”项目计划表（示例）"],
        ["金额单位：亿元"],
        ["序号", "项目名称", "建设起止年限", "总投资", "建设内容及规模"],
        [None, "合计（4个）", None, 10, None],
        ["一", "永定区（2个）", None, 6, None],
        [1, "示例·A线", "2021-2023", 2.5, "年产1000吨"],
        [2, "示例·B线", "2022.3—2023.12", 3.5, "合计建筑面积2万平方米"],
        ["二", "慈利县（2个）", None, 4, None],
        [3, "示例·C线", "2022-2024", 1.5, "说明：分两期"],
        [4, "示例·D线", "24个月", 2.5, "注册资本1亿元"],
    ]
    made = book(("计划表", rows, ["A1:E1", "A2:E2"], []))
    return save(made, folder / "320计划.xlsx", ["示例·A线", "示例·B线", "示例·C线", "示例·D线"])


def unmerged(folder):
    """Clean: two header rows without merges, an offset table, traditional brackets, Excel serial numbers, a summary."""
    rows = [
        [],
        [None, "附件2"],
        [None, "武陵源区工业项目调度表（示例）"],
        [None, "项目代码", "项目名称", "项目单位", "所属区县", "开工时间", None, "竣工时间", None, "投资额【万元】"],
        [None, None, None, None, None, "计划", "实际", "计划", "实际", None],
        [None, "2020-430811-01", "示例·索道设备", "示例甲", "武陵源区", 44562, 44565, "2023/5", None, 5600],
        [
            None,
            "2020-430811-02",
            "示例·旅游装备",
            "示例乙",
            "张家界市武陵源区",
            "2022-03-01 00:00:00",
            "/",
            "2023年一季度",
            "无",
            4400,
        ],
        [
            None,
            "2020-430811-03",
            "示例·园区厂房",
            "示例丙",
            "张家界经开区",
            "2022年3月中旬",
            "2022．3．20",
            "2023年6月底",
            "-",
            "1000",
        ],
        [None, "累计", None, None, None, None, None, None, None, "11,000"],
        [None, "备注：虚构"],
    ]
    made = book(("调度", rows, [], []))
    return save(made, folder / "武陵源调度表.xlsx", ["示例·索道设备", "示例·旅游装备", "示例·园区厂房"])


LEDGERS = (plain, three_rows, by_sheet, province, doubled, terms, unmerged)


def save(made, path, names, errors=(), warnings=()):
    """Saves the workbook and says what is in it."""
    made.save(path)
    return Made(path, names, set(errors), set(warnings))
