"""What is said of a workbook's faults, in both languages: the rule that is broken, and how to mend it."""

from __future__ import annotations

# By key: rule and hint in Chinese, rule and hint in English.
ERRORS: dict[str, tuple[str, str, str, str]] = {
    "ending": (
        "不是能读的文件类型",
        "请另存为 {endings} 之一",
        "is not a kind of file that can be read",
        "save it as one of {endings}",
    ),
    "wrong_ending": (
        "扩展名与内容不符，内容是 {found}",
        "请把扩展名改为 {found}，或用 Excel 重新另存",
        "the ending does not fit the content, which is {found}",
        "rename it to {found}, or save it again",
    ),
    "empty_file": ("文件是空的，没有任何内容", "请重新导出", "the file is empty", "export it again"),
    "no_workbook": (
        "内容不是工作簿",
        "请用 Excel 或 WPS 打开后另存为 .xlsx",
        "the content is not a workbook",
        "open it in a spreadsheet and save it as .xlsx",
    ),
    "too_large": (
        "文件过大，超过 {limit} MB",
        "请拆分后再读",
        "the file is larger than {limit} MB",
        "split it",
    ),
    "bomb": (
        "解压后超过 {limit} MB，或压缩比超过 {ratio} 倍，可能是压缩炸弹，未打开",
        "请向来源核实，用 Excel 重新另存",
        "unpacks to more than {limit} MB or more than {ratio} to one, as a zip bomb does; not opened",
        "ask where it comes from, and save it again in a spreadsheet",
    ),
    "password": (
        "工作簿有打开密码，无法读取",
        "请在 Excel 中取消密码后另存",
        "is protected by a password",
        "save it without the password",
    ),
    "broken": (
        "文件已损坏或不完整：{reason}",
        "请重新复制或下载，或用 Excel 修复后另存",
        "is damaged or cut off: {reason}",
        "copy it again, or repair it in a spreadsheet and save it",
    ),
    "too_wide": (
        "表格从第一格到最后一格跨度过大（{found} 格）",
        "请删去远处的零散单元格",
        "spans too many cells from the first to the last ({found})",
        "delete the stray cells far out",
    ),
    "no_ledger": (
        "没有找到项目台账：没有一行表头含有项目名称一列",
        "请检查表头，或在 aliases.csv 中补充列名",
        "holds no ledger: no header row has a column for the project's name",
        "look at the header, or add its words to aliases.csv",
    ),
    "empty_book": ("工作簿里没有数据", "请检查是否存错文件", "the workbook holds no data", "is it the right file?"),
    "column_twice": (
        "表头重复：与 {other} 都是“{column}”",
        "请保留一列，另一列改名或删去",
        "the column stands twice: {other} is {column} too",
        "keep one of the two, rename or delete the other",
    ),
    "no_name": (
        "缺项目名称",
        "请补上项目名称；不是项目的行请删去",
        "the project has no name",
        "give its name, or delete the row",
    ),
    "date_impossible": (
        "日历上没有这一天",
        "请改为真实的日期，如 2022-03-31",
        "is not a day of the calendar",
        "write a real day such as 2022-03-31",
    ),
    "date_unreadable": (
        "不是日期",
        "请写成 2022-03-31、2022年3月或 2022.3；没有就留空",
        "is not a date",
        "write 2022-03-31, 2022年3月 or 2022.3; leave it empty if there is none",
    ),
    "date_years": (
        "年份不在 {first}—{last} 之间",
        "请核对年份",
        "lies outside the years {first} to {last}",
        "look at the year",
    ),
    "not_before": (
        "早于{earlier}（{other}：{found}）",
        "请核对两个日期",
        "is before {earlier} ({other}: {found})",
        "look at both dates",
    ),
    "after_cut_off": (
        "晚于截止日 {found}",
        "实际日期不能在截止日之后，请核对",
        "is after the cut-off day {found}",
        "what has happened cannot lie after it; look at the date",
    ),
    "negative": ("投资额不能为负数", "请核对正负号", "an investment cannot be negative", "look at the sign"),
    "no_number": (
        "不是数",
        "请只写数字，如 1234.5；单位写在表头；没有就留空",
        "is not a number",
        "write digits only, such as 1234.5, and the unit in the header; leave it empty if unknown",
    ),
    "city_unknown": ("不认识的市州：{found}", "请改为市州全称", "unknown city: {found}", "write the city's full name"),
    "county_unknown": (
        "不认识的区县{found}",
        "请改为区县全称；新设的请加到 counties.csv",
        "unknown county{found}",
        "write the county's full name; add a new one to counties.csv",
    ),
    "county_elsewhere": (
        "属于{found}，与所在市州不符",
        "请核对区县与市州",
        "belongs to {found}, not to the city of the row",
        "look at county and city",
    ),
    "duplicate": (
        "项目重复：与 {other} 项目名称和区县相同",
        "同一项目只留一行；不同项目请在名称中区分",
        "the project occurs twice: {other} has the same name and county",
        "keep one row, or tell the names apart",
    ),
    "contradiction": (
        "与 {other} 是同一项目，但内容不一致：{found}",
        "请核实以哪一份为准，另一份改正或删去",
        "is the same project as {other}, but differs: {found}",
        "find out which holds, and mend or drop the other",
    ),
    "same_number": (
        "编号重复：与 {other} 相同",
        "请核对编号",
        "the number occurs twice: {other} has it too",
        "look at the numbers",
    ),
    "cell_error": (
        "公式出错",
        "请修正公式，或直接填写数值",
        "the formula gives an error",
        "mend the formula, or type the value",
    ),
    "unstored": (
        "公式没有保存计算结果，读不到数值",
        "请用 Excel 打开，重新计算后保存",
        "the formula has no stored value",
        "open it in a spreadsheet, let it calculate, and save it",
    ),
    "no_city": (
        "不知道属于哪个市州",
        "请用 --city 指明，或在标题或列中写明",
        "the city is not known",
        "give --city, or name it in the title or a column",
    ),
}
