"""Words as a ledger writes them: folded to one form, and told apart into blanks, totals, notes and headings."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import lru_cache

BLANKS = frozenset(
    {"", "-", "--", "---", "—", "——", "–", "/", "//", "\\", "...", "……", "…", "无", "暂无", "n/a", "none", "nan"}
)
# Spaces around a dash count too.
LONGEST_BLANK = 12
PLACES_OF_UNITS = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]")
COUNTED = r"[(:]?(?:共|计)?[\d.,]*(?:个|项|家|座|处)?(?:项目)?[)]?:?"
SUMS = "总计|合计|共计|累计|小计|汇总|总数|总额|总和|(?:grand|sub)?total"
OF_UNIT = r"[(]?(?:单位:)?(?:[亿万百千]*元|个|项)[)]"
TOTAL = re.compile(rf"(?P<of>.{{0,16}}?)(?P<word>{SUMS})数?(?:{OF_UNIT})?(?:{COUNTED})")
SUBTOTAL = "小计"
COUNT = re.compile(r"(\d+)\s*(?:个|项|家)")
COUNTED_LABEL = re.compile(r".+[(:共]\d+[个项家](?:项目)?[)]?")
NOTE = re.compile(
    r"(?:备?注|建设内容|建设规模|主要建设|项目简介|进展情况|说明|填表|制表|填报|审核|复核|联系|单位负责人|负责人|数据截[至止]|统计|报送|签字|盖章|资料来源|数据来源)[^:]{0,12}[:;,、.\d]|[*※]|注\d?[.、:]"
)
SIGNED = re.compile(r".{1,14}:")
HEADING = re.compile(r"[(]?[一二三四五六七八九十]{1,3}[)]?[、.,]?.*")
NUMBERED = re.compile(r"(?:[(][一二三四五六七八九十]{1,3}[)][、.,]?|[一二三四五六七八九十]{1,3}[、.,]).")
NUMERIC = re.compile(r"\d+(?:[.\-]\d+)*")
ORDINAL = re.compile(r"[(]?[一二三四五六七八九十百]{1,4}[)]?[、.]?")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text without spaces and line breaks, full width made half, in lower case."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def shown(value: object) -> str:
    """A cell's value as a person reads it: whole numbers without a point, days without a time of day."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    return str(value)


def is_blank(value: object) -> bool:
    """Whether a cell tells nothing: empty, a dash, a slash, an ellipsis."""
    if not isinstance(value, str):
        return False
    return not value or (len(value) <= LONGEST_BLANK and fold(value) in BLANKS)


def is_total(text: str) -> re.Match[str] | None:
    """The parts of a total's label, such as 合计, 永定区小计, 总计(12个); None for anything else."""
    folded = fold(text)
    return TOTAL.fullmatch(folded) if len(folded) <= len("永定区") + 40 else None


def is_note(text: str) -> bool:
    """Whether a text begins as remarks and signatures below a table do."""
    return NOTE.match(fold(text)) is not None
