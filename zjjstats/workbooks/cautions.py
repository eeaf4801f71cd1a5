"""What is said of what is worth a look in a workbook though it stops no import, in both languages."""

from __future__ import annotations

# By key: rule and hint in Chinese, rule and hint in English.
WARNINGS: dict[str, tuple[str, str, str, str]] = {
    "unit_conflict": (
        "单元格的单位与表头（{found}）不一致，按单元格的单位换算",
        "请统一单位",
        "has another unit than the header ({found}); the cell's own is applied",
        "use one unit in the column",
    ),
    "unit_two_ways": (
        "表头写{found}，而表格上方写“{other}”，以表头为准",
        "请统一单位",
        "the header says {found}, the line above {other}; the header is followed",
        "state one unit",
    ),
    "total": (
        "合计与各行之和不符：各行之和为 {found}",
        "请核对合计或各行",
        "the total differs from the sum of its rows, {found}",
        "look at the total or its rows",
    ),
    "total_unstored": (
        "合计的公式没有保存计算结果，没有核对",
        "请用 Excel 打开，重新计算后保存",
        "the total's formula has no stored value, so it was not checked",
        "open it in a spreadsheet, let it calculate, and save it",
    ),
    "total_unreadable": (
        "合计不是数，没有核对",
        "请核对合计的公式或数字",
        "the total is not a number, so it was not checked",
        "look at its formula or its digits",
    ),
    "total_of_unread": (
        "合计没有核对：{found} 读不出",
        "请先改正 {found}，再检查一遍",
        "the total was not checked, as {found} cannot be read",
        "mend {found}, then check again",
    ),
    "state_not_yet": (
        "{column}与实际时间矛盾：{other} 写的是 {found}",
        "请核对状态和日期",
        "the state contradicts a date: {other} holds {found}",
        "look at the state and the date",
    ),
    "state_undated": (
        "为空，而{other}写的是“{found}”",
        "请补上日期，或核对状态",
        "is empty, though {other} says {found}",
        "give the date, or look at the state",
    ),
    "location_county": (
        "地点里没有这个区县：“{other}”，是不是“{found}”",
        "请核对地名",
        "the place names no known county: {other}; is it {found}?",
        "look at the name",
    ),
    "zone_like": (
        "不是列出的区县，按园区计；是不是“{found}”",
        "请核对区县",
        "is no listed county and is taken for a zone; is it {found}?",
        "look at the name",
    ),
    "count": (
        "写的是 {other} 个项目，实际有 {found} 个",
        "请核对项目个数",
        "says {other} projects, there are {found}",
        "look at the number of projects",
    ),
    "hidden": (
        "隐藏或被筛选掉的行也计入，共 {found} 行",
        "不该计入的请删去，不要隐藏",
        "hidden and filtered rows count too, {found} of them",
        "delete what should not count instead of hiding it",
    ),
    "header_again": (
        "表头在数据中间重复出现，没有当作项目",
        "打印用的重复表头请删去",
        "the header is repeated among the rows; not taken for a project",
        "delete the repeated header",
    ),
    "serial_twice": (
        "序号重复：与 {other} 相同",
        "请核对序号",
        "the serial number occurs twice: {other} has it too",
        "look at the serial numbers",
    ),
    "not_started": (
        "有{column}而没有实际开工时间",
        "请补上实际开工时间",
        "has {column} but no actual start",
        "give the actual start",
    ),
    "not_suspended": (
        "有复工时间而没有停工时间",
        "请补上停工时间",
        "has resumed_on but no suspension",
        "give the day of the suspension",
    ),
    "external": (
        "数值取自另一个工作簿，读的是上次保存的结果",
        "请确认已更新，或改为数值",
        "the value comes from another workbook, as it was last stored",
        "make sure it is current, or paste the value",
    ),
    "merged_amount": (
        "合并单元格的投资额只计入第一行",
        "请分摊到各行",
        "a merged amount counts for its first row only",
        "divide it among its rows",
    ),
}
# What a Chinese reader calls the columns of a ledger.
COLUMNS = {
    "project": "项目编号", "name": "项目名称", "city": "市州", "county": "区县", "sector": "行业",
    "investment_cny_1e4": "总投资", "planned_start": "计划开工时间", "planned_completion": "计划竣工时间",
    "started_on": "实际开工时间", "suspended_on": "停工时间", "resumed_on": "复工时间",
    "completed_on": "实际竣工时间", "programme": "项目类别", "owner": "建设单位", "serial": "序号",
    "location": "建设地点", "state": "项目状态", "begun": "是否开工", "done": "是否竣工",
    "term": "建设起止年限", "source": "来源",
}  # fmt: skip
