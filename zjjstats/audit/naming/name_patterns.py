"""How the names of indicators, programmes and databases may be written, as patterns."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator

ALIASES_ZH = {
    "规模以上工业": "(?:规模以上|规模|规上)?工业",
    "工业技术改造投资": "(?:工业)?(?:技术改造|技改)投资",
    "工业固定资产投资": "工业(?:固定资产)?(?:投资|固投)",
    "地区生产总值": "(?:地区)?(?:生产总值|GDP)(?:[（(]GDP[）)])?|经济(?=总量|增速|增长|增幅|体量|规模|盘子)",
    "工业总产值": "(?:规模以上|规模|规上)?工业总?产值",
    "高加工度工业增加值": "高加工度(?:产业|工业)(?:增加值)?",
}
# What an indicator is called once its whole name, or its kind, is understood: these name it, but refute little.
SHORT_ZH = {
    "工业技术改造投资": "技改|技术改造",
    "工业固定资产投资": "固投|工业领域投资",
    "工业总产值": "产值|(?<=工业)产出",
    "规模以上工业增加值": "(?:规模以上|规模|规上)工业(?=增长|增速|增幅|同比|累计|下降)",
    "工业企业专利授权量": "专利授权(?:量|数)?",
    "项目建成投产率": "(?:项目)?(?:建成)?投产率",
    "固定资产交付使用率": "交付使用率",
    "工业企业研发经费占主营业务收入比重": "研发(?:经费|投入)?(?:占比|强度|比重)",
    "园区工业增加值占规模以上工业增加值比重": "园区(?:规模以?上?|规上)?(?:工业)?(?:增加值)?(?:占比|比重|份额)",
    "园区规模以上工业增加值": "园区(?:规模以?上?|规上)?(?:工业)?增加值",
}
# These take up in English what a text names in full; where it does not, they may be another's.
SHORT_EN = {
    "工业技术改造投资": r"upgrad(?:e|ing) (?:investment|spending|outlays)|upgrading|upgrades",
    "工业固定资产投资": r"(?:fixed[- ]assets?|plant) investment",
    "工业总产值": r"(?:industrial |factory )?output",
}
ALIASES_EN = {
    "high-processing industry value-added": r"high[- ]processing industr(?:y|ies)(?:[ -]value[- ]added)?",
    "project completion rate": r"(?:project )?completion rate",
    "projects completed and put into use": r"projects completed and put into use|(?<=by )projects completed|(?<=number of )projects completed",
    "gdp": r"GDP|economy\b(?! of (?!the city|our city|[A-Z][a-z]+))|economic (?:growth|output)|gross (?:domestic|regional) product",
    "gross industrial output": r"(?:gross|total) industrial output(?: value)?|industrial gross output(?: value)?|(?:gross|total) output(?: value)? of industry",
    "industrial fixed-asset investment": r"industrial fixed[- ]assets? investment|investment in industrial fixed assets|fixed[- ]assets? investment in industry|industrial investment",
    "technological-upgrade investment": r"(?:investment in )?(?:industrial )?(?:technolog\w+|technical|tech)[- ](?:upgrad\w+|transformation|renovation)(?: of industry)?(?: investment)?",
    "industrial value added in industrial parks": r"park value[- ]added|(?:industrial )?(?:value[- ]added|added value) (?:in|of|from|at) (?:the |its |the city's |[A-Za-z]+['’]s )?(?:industrial )?parks",
    "industrial value-added": r"(?:value[- ]added|added value) (?:of|in|by|at) (?:the |its |[A-Za-z]+['’]s )?(?:industr(?:y|ies)|(?:industrial |larger |large )*(?:enterprises|firms)) above (?:the )?designated (?:size|scale)|(?:value[- ]added|added value) (?:of|in|by|at) (?:the |its |[A-Za-z]+['’]s )?(?:larger?|big|bigger|major) (?:industrial (?:enterprises|firms|companies)|industry)|industrial (?:value[- ]added|added value)(?: of (?:enterprises|firms) above designated size)?",
}


def split_top(pattern: str) -> list[str]:
    """The alternatives of a pattern that stand outside all brackets."""
    parts, depth, start = [], 0, 0
    for position, sign in enumerate(pattern):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            parts.append(pattern[start:position])
            start = position + 1
    return [*parts, pattern[start:]]


SAME = dict.fromkeys(("enterprises", "firms", "companies"), "(?:enterprises|firms|companies|businesses)")


def flexible(name: str) -> str:
    """An English name in which spaces and hyphens stand for each other."""
    return r"[ -](?:\w+['’]s )?".join(SAME.get(word.lower(), re.escape(word)) for word in re.split(r"[ -]+", name))


def part_of_whole(chinese: str, english: str) -> tuple[str, str, str] | None:
    """What names a share: in Chinese without its part, in English the whole behind "of", and the word for its part."""
    if "占" not in chinese:
        return None
    whole_zh = re.sub("比重$", "", chinese.partition("占")[2])
    whole_zh = re.escape(whole_zh).replace("规模以上工业", ALIASES_ZH["规模以上工业"])
    part, _, whole = re.sub("^Share of ", "", english).partition(" to " if " to " in english else " in ")
    whole_zh = whole_zh.replace("工业增加值", "工业(?:增加值)?")
    whole_en = ALIASES_EN.get(whole.lower(), ALIASES_EN.get(whole.lower().replace(" ", "-"), flexible(whole)))
    whole_en = "industrial (?:value[- ]added|added value)" if "value added" in whole.lower() else whole_en
    word = next((word for word in re.split("[ -]", part) if not word.lower().startswith(("industrial", "spend"))), part)
    return (
        rf"(?:(?<=[，,、；;。的])|{chinese[:2]}[^，。；|占]{{0,8}})占(?:全市|全州|全部|全区|同期)?{whole_zh}的?(?:比重|比例|份额)?",
        rf"(?<=[%t] )of (?:the |all |total |its |their |our |city['’]s |[A-Z][a-z]+['’]s )*(?:{whole_en})",
        f"{chinese[:2]}|{re.escape(word.rstrip('s'))}|{'研发|研究|[Rr]esearch (?:and|&) [Dd]evelopment' if 'R&D' in english else chinese[:2]}",
    )


def own_words(chinese: str, english: str) -> Iterator[str]:
    """The words that an indicator's name is made of."""
    yield from (chinese[place : place + 2] for place in range(0, len(chinese) - 1, 2))
    yield from (rf"\b{re.escape(word)}\w*" for word in re.findall("[A-Za-z&]{3,}", english) if word.lower() != "and")
    yield from ("工业", "规模以上", "规模", r"\bindustr\w+")
    yield from (r"\bspending\b", r"\boutlays\b") if "investment" in english.lower() else ()


def pairs_of(chinese: str) -> frozenset[str]:
    """Each two signs side by side of a Chinese name."""
    return frozenset(chinese[place : place + 2] for place in range(len(chinese) - 1))


def beginnings(english: str) -> Iterator[str]:
    """How the words of an English name begin that say what it is of."""
    for word in re.findall("[a-z&]{3,}", english.lower()):
        if word not in ("growth", "and", "the", "rate", "number", "for", "into", "put"):
            yield word[:5]


def indicator_patterns(stem: str, english: str) -> Iterator[str]:
    """How an indicator may be written in either language."""
    known = ALIASES_ZH.get(stem)
    if known is None:
        known = re.escape(stem).replace("规模以上工业", ALIASES_ZH["规模以上工业"])
        known = re.sub("^工业企业", "(?:工业企业|企业|工业)?", known)
        known = known.replace("高加工度产业", "高加工度(?:产业|工业)")
        known = re.sub("利税总额$", "利税(?:总额)?", known)
        known = re.sub("比重$", "的?(?:比重|比例|份额)?", re.sub("(?:个数|数量|数)$", "(?:个数|数量|数)?", known))
    yield known
    if " to " in english:
        part, _, whole = english.partition(" to ")
        yield rf"{flexible(part)}(?= (?:made up|accounted for|was|is|came to|took|equalled) [0-9.]{{1,9}} ?(?:%|percent|per cent) of (?:the )?{flexible(whole)})"
    name = re.sub(r"^growth of | growth$", "", english, flags=re.IGNORECASE)
    yield ALIASES_EN.get(name.lower(), flexible(name))
    if name.lower().startswith("industrial ") and name.lower() not in ALIASES_EN:
        yield rf"{flexible(name[len('industrial ') :])} (?:of|in) (?:the )?industr(?:y|ies)"


def subject_patterns(chinese: str, english: str) -> Iterator[str]:
    """How a programme or a database may be written: its name, or the part of it that follows a quoted slogan."""
    core = re.sub('[“”"]', "", chinese)
    yield '[“”"]?'.join(re.escape(sign) for sign in core)
    if "”" in chinese:
        yield re.escape(chinese.rpartition("”")[2])
        yield re.escape(chinese.rpartition("”")[2][:6])
    if match := re.match("([0-9]+)工程", core):
        yield rf"\b{match[1]}[”\"’]? ?(?:Projects?\b|PROJECTS?\b|工程)"
    yield flexible(english)
    if quoted := re.search(r"[”\"] (.+?)(?: project)? database$", english):
        yield flexible(quoted[1])
