"""The rules of plain tables in Chinese: what `zjjstats.checks` says of a table, for one who keeps it in a workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from zjjstats.errors import Fault

# A rule as it is told in English, and in Chinese with what it names.
NAME = r"(?:unknown (?P<what>\w+) '(?P<name>.*)'(?:; nearest: (?P<near>.*?))?; valid: (?P<valid>.*))"
RULES = tuple(
    (re.compile(english, re.DOTALL), chinese)
    for english, chinese in {
        r"must be a period: (?P<valid>.*)": "不是时期；可写成 {valid}",
        r"must be a day such as (?P<valid>\S+)": "不是日期；请写成 {valid}",
        r"must be a day of the calendar": "日历上没有这一天",
        r"must be a whole number such as 15, without separators or units": "不是整数；请写成 15，不带千分位和单位",
        r"must be a number such as 1234\.5, without .*": "不是数；请写成 1234.5，不带千分位、单位和 % 等符号",
        r"must be true or false": "应为 true 或 false",
        r"must be one of (?P<valid>.*); found (?P<name>.*)": "应为 {valid} 之一，写的是 {name}",
        r"must be one of (?P<valid>.*)": "应为 {valid} 之一",
        r"must be (?P<valid>-?\d+) or more": "不能小于 {valid}",
        r"must be lower-case ASCII letters, digits, _ or -": "只能用小写英文字母、数字、_ 和 -",
        r"must not be empty": "不能为空",
        r"must occur once": "不能重复",
        r"must not exceed planned": "不能大于计划数",
        r"must not be before (?P<name>\w+)": "不能早于 {name}",
        r"must not be province, which means the whole province": "不能是 province，它指全省",
        r"must be a city, not the whole province": "应为市州，不能是全省",
        r"must say what places_gained is measured against: (?P<valid>.*)": "应写明位次变化与什么相比：{valid}",
        r"must hold a rank, or places_gained a change": "位次和位次变化至少要有一个",
        r"must be a single one where a rank is printed": "有位次时只能写一个范围",
        r"gives an earlier rank below 1": "推出的原位次小于 1",
        r"overlaps another membership of the city in the same scheme": "与该市州在同一分组中的另一段年份重叠",
        r"means a place beyond (?P<valid>\d+), the number of cities": "超出了 {valid} 个市州的位次",
        r"differs from another rank of the same period, .*": "与同一时期、市州、指标和范围的另一个位次不同",
        r"the key occurs more than once": "主键重复",
        r"the column is missing": "缺这一列",
        r"stands more than once in the header": "在表头中重复",
        r"has no rows.*": "没有数据；没有要填的就不要留这张表",
        r"is empty; leave the file out.*": "是空的；没有要填的就不要留这个文件",
        r"has (?P<name>\d+) cells where the header has (?P<valid>\d+)": "有 {name} 格，而表头有 {valid} 格",
        r"is not well-formed CSV: (?P<name>.*)": "不是完好的 CSV：{name}",
        r"is not UTF-8 .*": "不是 UTF-8 编码；请另存为 CSV UTF-8",
        r"a NUL byte does not belong in a text file": "文本文件里不该有 NUL 字节",
        r"is needed by the other tables and is missing": "其他表要用到它，而它不在",
        r"the table (?P<what>\w+) is held by (?P<name>.*) too: .*": "表 {what} 在 {name} 中也有；请只留一处",
        rf"(?:must be a key of dictionary\.csv: )?{NAME}": "不认识“{name}”{near}；可用的有 {valid}",
    }.items()
)  # fmt: skip


def in_chinese(faults: Iterable[Fault]) -> list[Fault]:
    """The faults with their rules in Chinese, where there are words for them; others stay as they are."""
    return [replace(fault, rule=rule_in_chinese(fault.rule)) for fault in faults]


def rule_in_chinese(rule: str) -> str:
    """A rule in Chinese.

    Examples
    --------
    >>> rule_in_chinese("must be 0 or more"), rule_in_chinese("不是日期")
    ('不能小于 0', '不是日期')
    """
    for english, chinese in RULES:
        if found := english.fullmatch(rule):
            words = {name: text or "" for name, text in found.groupdict().items()}
            near = f"，是不是 {words['near']}" if words.get("near") else ""
            return chinese.format(**words | {"near": near})
    return rule
