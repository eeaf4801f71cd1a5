"""Rates, shares and growth recomputed from the two figures of the text that they are made of."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from decimal import Decimal

from zjjstats.audit.layout import CLAUSE_END, Item
from zjjstats.audit.patterns import LARGE_COUNTS
from zjjstats.audit.verdicts import Finding, cautious, judged, told
from zjjstats.audit.words import say
from zjjstats.phrases import Lang

BACK, AHEAD = 6, 2
HUNDRED = Decimal(100)
# Amounts to one unit, so that 万元 and 亿元 can be set against each other.
SCALES = {
    "CNY": 0, "1e4_CNY": 4, "million_yuan": 6, "1e8_CNY": 8, "billion_yuan": 9, "1e12_CNY": 12, "万美元": 104, "亿美元": 108,
}  # fmt: skip
# Scales from here on are of another currency.
FOREIGN = 100

START = r"开工(?!业)|开[（(]复[)）]工|破土|开干|干起来|动起来|动工|动了工|复工|在建|在干|(?<!实)施工(?!业|项目)|进场|开建|上马|建设中|start|begun|began|brok\w+ ground|ground (?:has |had )?(?:been |was )?broken|under construction|under way|underway|resum|operat|commenc"
COMPLETE = r"竣工|完工|完成|建成|投产|complet|finish|spent|done|invest|execut|realis|realiz|deliver"
# In the words of a whole, these only name a kind of projects.
KINDS = re.compile(
    r"(?:计划|年内|拟|应|新|将|打算|预计|要|安排|力争|确保)[今明本]?年?(?:内|底)?(?:新)?(?:开工|竣工|投产|复工|完成|建成|动工|建)|"
    r"\b(?:should|to|will|must|shall|can|would) (?:be |have (?:been )?)?(?:newly )?(?:start|begin|began|begun|commenc|complet|finish)\w*|尚未\w{0,4}|newly started|due for completion|to be completed|to start",
    re.IGNORECASE,
)
FAMILIES = [
    (re.compile(r"开工率|复工率|动工率|start(?:ing|-up)? rate|operating rate|rate of starts|commencement rate", re.IGNORECASE), re.compile(START, re.IGNORECASE)),
    (re.compile(r"完成率|竣工率|完工率|建成率|投产率|计划|任务|目标|completion|plan\b|target|progress|进度", re.IGNORECASE), re.compile(COMPLETE, re.IGNORECASE)),
]  # fmt: skip
STEM = re.compile(r"([一-鿿]{2})率|([A-Za-z]{4,})(?:ing|ed|ion)? rate\b")
PLAN = re.compile(r"计划|目标|任务|预算|plan|target|budget", re.IGNORECASE)
TOTAL = re.compile(r"共|总|安排|铺排|实施|全部|total|altogether|in all|planned", re.IGNORECASE)
FALL = re.compile(
    r"下降|减少|降低|回落|下滑|缩减|负增长|fell|fall|down|drop|declin|decreas|shrank|less|lower|reduc|contract",
    re.IGNORECASE,
)
SHARE = re.compile(
    r"占(?:全部|到|了)?(?P<zh>[一-鿿]{2,14}?)(?:总量|总额|总数|总值)?的?(?:比重|比例|份额)?(?:的|为|达|达到|约)*$"
)
SHARE_OF = re.compile(
    r" ?of (?:the |all |total |its |our )*(?P<en>[A-Za-z -]{4,40}?)(?: as a whole| of the| in the| (?:was|were|is|are|came|went|goes|comes|has|had|from|by|respectively)\b|$|[,.;:(])"
)


def scale(item: Item) -> int:
    """The power of ten that a figure's unit stands for."""
    return LARGE_COUNTS.get(item.reading.unit, SCALES.get(item.reading.unit, 0) % FOREIGN)


def falls(item: Item) -> bool:
    """Whether words make a percentage a fall; what something fell from or to is none."""
    if item.reading.value < 0:
        return True
    if re.search(r"(?:[由从至到为]|\b(?:from|to|at|than)(?: the)?) ?$", item.own_before):
        return False
    return bool(FALL.search(item.own_before) or FALL.search(item.own_after[:16]))


AND = r" ?(?:、|和|与|及|, | and |，)+ ?"
MORE = re.compile(r" (?:more|less|fewer|higher|lower)\b")
ELIDED = re.compile(r"占(?:比)?(?:为|达|到)?$")
# A name in Chinese that is long enough to be told anywhere in a clause.
LONG_NOUN = 3
NO_SUBJECT = r"^(?:or|equal to|which is|that is|i\.e\.|namely|exactly|a share of|accounting for|making up|,)$| ?\b(?:made up|accounted for|took|takes|make|account|represent)\w*.*$"
EARLIER = re.compile(r"上年|去年|前年|同期|last year|year earlier|year before", re.IGNORECASE)


def amount(item: Item) -> Decimal:
    """A count, or an amount in yuan."""
    return item.reading.value.scaleb(scale(item))


def measure(item: Item) -> str:
    """What kind of quantity it is, so that only like is set against like."""
    unit = item.reading.unit
    if unit in LARGE_COUNTS:
        return "count"
    return "money" if SCALES.get(unit, FOREIGN) < FOREIGN else unit


def spread(value: Decimal, *parts: Item) -> Decimal:
    """How far a ratio may be off because its parts are printed rounded; counts are exact."""
    off = Decimal(0)
    for part in parts:
        is_rounded = part.reading.kind == "amount" or part.reading.unit in LARGE_COUNTS
        if is_rounded and part.reading.value:
            off += Decimal(5).scaleb(-part.reading.decimals - 1) / abs(part.reading.value)
    return abs(value) * off


def near(items: list[Item], item: Item, *, ahead: int = 0) -> list[Item]:
    """Counts and amounts of the same segment, a bounded number before it (or after it)."""
    span = (
        items[item.number + 1 : item.number + 1 + ahead] if ahead else items[max(0, item.number - BACK) : item.number]
    )
    return [
        other
        for other in span
        if other.segment == item.segment and other.reading.kind in ("count", "amount") and not other.reading.approximate
    ]


def rate_check(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A rate or share = part ÷ whole."""
    if (of_next := whole_behind(items, item)) is not None:
        return ratio(item, *of_next, lang)
    if by_name := named_wholes(items, item):
        return of_named(item, [ratio(item, *pair, lang) for pair in by_name])
    before = near(items, item) or right_before(items, item)
    for parts in (before, near(items, item, ahead=AHEAD)):
        for pair in pairs(parts, item):
            if (finding := ratio(item, *pair, lang)) is not None:
                return best(item, finding, [ratio(item, *other, lang) for other in pairs(parts, item)])
    if before and (apart := distant(items, item, before[-1])):
        return cautious(item.reading, ratio(item, *apart, lang))
    return None


def of_named(item: Item, findings: list[Finding | None]) -> Finding | None:
    """Of the wholes that bear the name, the one that holds; the only one, or one digit off the nearest, refutes."""
    if holding := [one for one in findings if one and one.verdict == "confirmed"]:
        return holding[0]
    return findings[0] if len(findings) == 1 else cautious(item.reading, next(filter(None, findings), None))


def right_before(items: list[Item], item: Item) -> list[Item]:
    """The two figures right before a rate in its sentence, of which the first is of the second: 12 of the 16."""
    both = items[max(0, item.number - 2) : item.number]
    is_of = len(both) > 1 and re.fullmatch(r" (?:out )?of (?:the |its |these |those |all )?", both[0].after)
    return both if is_of and all(one.sentence == item.sentence and one.cell is None for one in both) else []


def whole_behind(items: list[Item], item: Item) -> tuple[Item, Item] | None:
    """The parts of a rate whose whole is printed right behind it: 66.9 % of the 936.02 billion yuan planned."""
    if not re.fullmatch(r" ?of (?:[\w’'-]+ ){1,3}", item.after):
        return None
    whole = items[item.number + 1] if item.number + 1 < len(items) else None
    if whole is None or whole.reading.kind not in ("amount", "count") or whole.reading.approximate:
        return None
    parts = [one for one in near(items, item) if measure(one) == measure(whole) and not MORE.match(one.after)]
    return (parts[-1], whole) if len(parts) == 1 else None


def best(item: Item, finding: Finding, others: list[Finding | None]) -> Finding | None:
    """The finding of the nearest pair, unless another pair of the same words gives the figure as printed."""
    if finding.verdict in ("confirmed", "last-digit"):
        return finding
    if item.reading.decimals:
        return next((other for other in others if other and other.verdict == "confirmed"), finding)
    return None if any(other and other.verdict == "confirmed" for other in others) else finding


def ratio(item: Item, part: Item, whole: Item, lang: Lang) -> Finding | None:
    """The finding for a rate made of two figures."""
    if not amount(whole) or measure(part) != measure(whole):
        return None
    exact = amount(part) / amount(whole) * HUNDRED
    blanks = {"part": told(part.reading.value), "whole": told(whole.reading.value)}
    if part.reading.unit != whole.reading.unit:
        blanks = {"part": told(amount(part)), "whole": told(amount(whole))}
    evidence = say(lang, "rate", **blanks, value=told(exact, item.reading.decimals + 2))
    return judged(item.reading, exact, evidence, spread=spread(exact, part, whole))


def family(item: Item) -> re.Pattern[str] | None:
    """The words by which a rate's part is known, from the words of the rate."""
    words = item.own_before[-40:] + " " + item.own_after[:30]
    for rate, part in FAMILIES:
        if rate.search(words):
            return part
    if stem := STEM.search(words):
        return re.compile(re.escape((stem[1] or stem[2]).lower()), re.IGNORECASE)
    return None


def own_words(item: Item) -> str:
    """The words of a count's own clause, without the kinds of projects they name."""
    return KINDS.sub("", item.own_before + " · " + item.own_after)


def pairs(parts: list[Item], item: Item) -> list[tuple[Item, Item]]:
    """Part and whole of a rate, nearest first, where words tie them to it and to each other."""
    words = family(item)
    told_apart: list[tuple[Item, Item]] = []
    if re.fullmatch("[)）]?的", item.before.strip()) and len(parts) > 1 and parts[-1].number == item.number - 1:
        return [(part, parts[-1])] if (part := taken_up(parts)) else []
    for one, other in zip(reversed(parts[:-1]), reversed(parts[1:]), strict=True):
        if measure(one) != measure(other):
            continue
        between = one.after
        if re.fullmatch(r" ?/ ?| (?:out )?of (?:the |its |these |those |all )?", between):
            told_apart.append((one, other))
        elif re.search(r"(?:\b[Oo]f|\b[Aa]mong) (?:the |its |these |those |all )?$", one.before) or re.search(
            r"[中里](?:[，,]|有|已|共|的|$)", between
        ):
            if words is None or words.search(own_words(other)) or words.search(between):
                told_apart.append((other, one))
        elif words is not None and item.own_before != "":
            for part, whole in ((other, one), (one, other)):
                is_part = words.search(own_words(part)) and not PLAN.search(part.own_before)
                if is_part and (not words.search(own_words(whole)) or PLAN.search(whole.own_before)):
                    told_apart.append((part, whole))
                    break
    return [(part, whole) for part, whole in told_apart if amount(part) <= amount(whole) or PLAN.search(whole.before)]


def taken_up(parts: list[Item]) -> Item | None:
    """The part of the whole that comes last: the figure before it, or of two told before what 前者 and 后者 take up."""
    words = re.search("前者|后者", parts[-1].before)
    if not words:
        return parts[-2]
    first = next(place for place, one in enumerate(parts) if re.search("前者|后者", one.before))
    both = parts[max(0, first - 2) : first]
    return both[words[0] == "后者"] if len(both) == len("前者") else None


def distant(items: list[Item], item: Item, part: Item) -> tuple[Item, Item] | None:
    """A part in the rate's segment and its whole earlier on: named by the same noun, or the total of that sentence."""
    words = family(item)
    if words is None or not words.search(own_words(part)):
        return None
    earlier = [
        other
        for other in items[max(0, part.number - 2 * BACK) : part.number]
        if other.reading.unit == part.reading.unit and other.paragraph >= part.paragraph - 2
    ]
    for other in reversed(earlier):
        noun = re.search(r"[一-鿿]{3,8}$", other.own_before.removeprefix("其中"))
        if noun and noun[0].removeprefix("其中") in part.before:
            return part, other
    total = next(
        (
            other
            for other in reversed(earlier)
            if TOTAL.search(other.own_before) and other.sentence >= part.sentence - 1
        ),
        None,
    )
    return (part, total) if total else None


def named_wholes(items: list[Item], item: Item) -> list[tuple[Item, Item]]:
    """The parts of a share that says what it is a share of: every whole of that name, nearest first."""
    clause = item.own_before
    match = SHARE.search(clause)
    noun = match["zh"] if match else ""
    after = items[item.number + 1].after if item.after.strip() == "and" and item.number + 1 < len(items) else item.after
    if not match and (match := SHARE_OF.match(after)) and item.reading.kind in ("share", "percentage"):
        noun = match["en"].strip().lower()
    if (
        not noun
        and ELIDED.search(clause)
        and item.number
        and (match := SHARE.search(items[item.number - 1].own_before))
    ):
        # 前者占出口的22.9%，后者占17.7%: of the same.
        noun, clause = match["zh"], clause[: clause.rfind("占")]
        match = None
    if noun in ("前者", "后者"):
        near_by = items[max(0, item.number - BACK) : item.number]
        likes = [one for one in near_by if one.sentence == item.sentence and one.reading.kind in ("amount", "count")][
            -2:
        ]
        return (
            [(likes[1], likes[0])] if noun == "前者" and len(likes) > 1 and amount(likes[1]) <= amount(likes[0]) else []
        )
    if not noun or noun in ("them", "these", "total"):
        return []
    subject = (
        clause[: match.start()].strip()
        if match and match.re is SHARE
        else clause.strip("，, ")
        if match is None
        else re.sub(NO_SUBJECT, "", clause.strip()).strip()
    )
    candidates = [
        one for one in items[max(0, item.number - 3 * BACK) : item.number] if one.reading.kind in ("amount", "count")
    ]
    named = [other for other in reversed(candidates) if is_named(items, other, noun)]
    # What the text says was so a year earlier is the whole of no share today.
    wholes = [one for one in named if not EARLIER.search(one.own_before)] or named
    if not wholes and re.search("计划|目标|任务|预算", noun):
        wholes = list(filter(None, [planned(candidates)]))
    found = []
    for whole in wholes:
        part = part_of(items, item, whole, candidates, subject)
        if part is not None and amount(part) <= amount(whole):
            found.append((part, whole))
    return found


def part_of(items: list[Item], item: Item, whole: Item, candidates: list[Item], subject: str) -> Item | None:
    """The part of a share: the figure that its subject names, or the one beside it where it has none."""
    rest = [one for one in candidates if one is not whole and measure(one) == measure(whole)]
    if words := re.search("前者|后者|[Tt]he former|[Tt]he latter", subject):
        return rest[-1 if words[0] in ("后者", "the latter", "The latter") else -2] if len(rest) > 1 else None
    run = parallel(items, item)
    if run:
        return run if measure(run) == measure(whole) else None
    by_name = [one for one in rest if subject and is_named(items, one, subject.lower())]
    close = [one for one in rest if one.segment == item.segment and not subject]
    behind = [one for one in items[item.number + 1 : item.number + 2] if one.sentence == item.sentence and not subject]
    parts = by_name or close or [one for one in behind if measure(one) == measure(whole)]
    return parts[-1] if parts else None


def parallel(items: list[Item], item: Item) -> Item | None:
    """The figure that stands in a list of amounts where this one stands in the list of percentages after it."""
    run = [item]
    while (
        (first := run[0]).number and items[first.number - 1].reading.unit == "pct" and re.fullmatch(AND, first.before)
    ):
        run.insert(0, items[first.number - 1])
    while (
        (last := run[-1]).number + 1 < len(items)
        and items[last.number + 1].reading.unit == "pct"
        and re.fullmatch(AND, last.after)
    ):
        run.append(items[last.number + 1])
    start = run[0].number - len(run)
    listed = items[max(0, start) : run[0].number]
    is_list = len(run) > 1 and len(listed) == len(run) and len({measure(one) for one in listed}) == 1
    if not is_list or any(one.sentence != item.sentence or one.reading.unit == "pct" for one in listed):
        return None
    return listed[run.index(item)]


def planned(candidates: list[Item]) -> Item | None:
    """The one amount of the text so far that is said to be the plan."""
    plans = [other for other in candidates if re.search("(?:计划|目标|任务|预算)[一-鿿]{0,6}$", other.own_before)]
    return plans[0] if len(plans) == 1 else None


def is_named(items: list[Item], item: Item, noun: str) -> bool:
    """Whether a figure's own words are this noun: they end with it, or in English hold it."""
    words = item.name or item.before
    if item.number and re.fullmatch("[，, ]*(?:增加|增长|上升|提高|扩大|减少|升|增)?[到至]", words):
        # 企业由上年的60家增加到120家: both are of what stands before the first.
        words = re.sub("[由从][^，,]{0,8}$", "", items[item.number - 1].before)
    label = re.sub(r"(?:完成|实现|达到|达|为|共|额|总额|已|累计)+$", "", words.strip(" |：:").lower())
    clause = CLAUSE_END.split(label)[-1].strip()
    return (
        clause.endswith(noun)
        or (len(noun) > LONG_NOUN and noun in clause)
        or (noun.isascii() and (noun in clause or noun in item.own_after.lower()))
    )
