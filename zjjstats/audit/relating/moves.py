"""Places gained between two ranks that other clauses tell, and the rank that something had before it gained them."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from decimal import Decimal

from zjjstats.audit.judging.findings import Finding, told
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.glue import CHINESE
from zjjstats.audit.reading.rank_words import DOWN, UP
from zjjstats.audit.relating.role_words import WHEN
from zjjstats.audit.relating.roles import Role
from zjjstats.audit.relating.words import EMPTY_MOVES
from zjjstats.phrases import Lang

# So many figures and sentences back the two ranks may be told; so much of a clause says which way.
BACK, SENTENCES, NEAR, PAIR = 4, 2, 24, 2
# The climb, that is a gain: of what has just been told.
TAKEN_UP = re.compile(
    r"\b(?:that|this|the|it)\b[^,.;]* (?:climb|gain|rise|jump|advance|leap|move|improvement|loss|drop|fall|slide|slip)\w* (?:up |down )?of (?:only |just |fully )?$",
    re.IGNORECASE,
)
# 一年前进了: nothing but the move and its time.
BARE = re.compile(
    r"(?:[一两]年[间来]?|[一两]个?季度|[去上前]年|上一年|[而则还仅只又就即也曾位为是列在排于居的了]|整整|足足|一举|实际|名次|位次|排名|同比|[比较](?:上年|去年)|前[移进]|上[移升]|后[移退]|进步|提升|下降|进|升|退|降|跌|全省|全市)*第?"
)
# A change and the rank before it are of the same time where both clauses say so in the same words.
TIME = re.compile(
    r"[去上前]年|上一年|年初|上[期月季]|[一二三四]季度|上半年|(?:19|20)[0-9]{2}|\b(?:last year|a year|year before|the year)\b"
)
NOW = re.compile(r"今年|本年|现在|目前|如今|眼下|\b(?:[Nn]ow|[Tt]oday|[Tt]his (?:year|time)|[Aa] year (?:on|later))\b")
WHEN_TOLD = re.compile(
    r"[春夏秋冬](?=季|天|[^一-鿿]|[排列居评])|第[一二三四]次|[一二三四]季度|[上下]半年|[上下]届|\b(?:spring|summer|autumn|winter|(?:first|second|third|fourth) (?:round|quarter|count|half)|January|March|May|June|July|September|October|November|December)\b"
)
WAS = re.compile(r"曾|前年|原|\b(?:was|were|been|[Oo]nce|stood|ranked|came|finished|placed|ago)\b")


def moves(told_of: list[Role], role: Role, lang: Lang) -> Finding | None:
    """What the ranks around say of places, or a rank and the places gained since of the rank before."""
    if role.item.cell is not None or role.item.reading.approximate:
        return None
    return places(told_of, role, lang) if role.item.reading.unit == "places" else earlier(role, lang)


def places(told_of: list[Role], role: Role, lang: Lang) -> Finding | None:
    """The places between the two ranks told right before, of which one is of an earlier time; or one on either side."""
    number = role.item.number
    back = [one for one in told_of[max(0, number - BACK) : number] if is_near(one, role)]
    ranks = [one for one in back if one.item.reading.unit == "rank"]
    if not ranks or any(one.item.number > ranks[0].item.number for one in back if one.item.reading.unit == "places"):
        return None
    following = told_of[number + 1 : number + 1 + 1]
    is_behind = bool(following) and following[0].item.reading.unit == "rank" and bool(following[0].past)
    if is_behind and following[0].item.sentence == role.item.sentence and not ranks[-1].past:
        then, now = following[0], ranks[-1]
    else:
        thens, nows = (
            [one for one in ranks if is_of_past(one, ranks)],
            [one for one in ranks if not is_of_past(one, ranks)],
        )
        if len(thens) != 1 or not nows:
            return None
        # Second in the province and first in the group, and ninth in the province a year ago.
        then, now = thens[0], max(nows, key=lambda one: (len(one.own & thens[0].own), one.item.number))
        is_behind = False
    way = direction(role)
    lost = now.item.reading.value - then.item.reading.value
    exact = lost if way < 0 else -lost if way else abs(lost)
    evidence = say(
        lang,
        "moved",
        before=told(then.item.reading.value),
        now=told(now.item.reading.value),
        value=told(abs(exact)),
    )
    is_tied = (
        is_bare(role, then, now)
        and not is_behind
        and len(ranks) == PAIR
        and (
            ranks[-1].item.sentence < role.item.sentence
            or (then is ranks[-1] and bool(TIME.search(then.lead)))
            or bool(then.year and now.year and then.year < now.year)
        )
    )
    return found(role, exact, evidence, may_refute=is_tied and exact > 0)


def is_of_past(one: Role, ranks: list[Role]) -> bool:
    """Whether a rank is of an earlier time than others, by its words or its year."""
    if one.past or (one.year and any(one.year < other.year for other in ranks)):
        return True
    # We were 6th, this year we are 3rd; once 12th, the valley is now 7th.
    at = {other.item.number: WHEN_TOLD.findall(other.clause) for other in ranks}
    if at[one.item.number] and any(
        after and number > one.item.number and after != at[one.item.number] for number, after in at.items()
    ):
        # 10th in spring and 6th in autumn.
        return True
    is_now = {other.item.number: bool(NOW.search(other.item.before)) for other in ranks}
    return not is_now[one.item.number] and bool(WAS.search(one.clause)) and any(is_now.values())


def earlier(role: Role, lang: Lang) -> Finding | None:
    """The rank before the places gained that stand right before it: up 3 places, so it must have been 8th."""
    change = role.before
    now = change.before if change is not None else None
    while now is not None and now.item.reading.unit == "count":
        # Seventh of 20.
        now = now.before
    if change is None or now is None or change.item.reading.unit != "places" or now.item.reading.unit != "rank":
        return None
    times = [set(TIME.findall(words)) for words in (change.clause, role.clause)]
    is_when = bool(WHEN.search(role.item.own_before))
    is_same = is_when or role.is_worked_back or (bool(times[0]) and times[0] == times[1])
    if not (role.past or is_same) or now.past or not is_near(change, role) or now.item.sentence != change.item.sentence:
        return None
    if not (way := direction(change)) or change.item.reading.approximate:
        return None
    rank, gained = now.item.reading.value, abs(change.item.reading.value)
    exact = rank + way * gained
    parts = f"{told(rank)} {'+' if way > 0 else '−'} {told(gained)}"
    is_here = role.item.sentence == change.item.sentence and is_bare(role, change, now)
    return found(role, exact, say(lang, "sum", parts=parts, value=told(exact)), may_refute=is_same and is_here)


def found(role: Role, exact: Decimal, evidence: str, *, may_refute: bool) -> Finding | None:
    """What a rank or places should be, if they are that or are tied to it beyond doubt."""
    if exact == abs(role.item.reading.value):
        return Finding("confirmed", exact, evidence)
    return Finding("contradicted", exact, evidence) if may_refute else None


def is_near(one: Role, role: Role) -> bool:
    """Whether a figure stands outside of tables in the paragraph, and not far before."""
    item, other = role.item, one.item
    return other.cell is None and other.paragraph == item.paragraph and item.sentence - other.sentence <= SENTENCES


def is_bare(role: Role, *parts: Role) -> bool:
    """Whether a clause names nothing but what it takes up."""
    if CHINESE.search(role.item.own_before):
        return bool(BARE.fullmatch(role.item.own_before))
    borne = EMPTY_MOVES.union(*(one.wide for one in parts))
    return bool(TAKEN_UP.search(role.item.own_before)) or role.own <= borne


def direction(role: Role) -> int:
    """Whether places are gained (1) or lost (-1); nought where the words say neither, or both."""
    words = f"{role.item.own_before[-NEAR:]} {role.item.own_after[:NEAR]}"
    return bool(UP.search(words) or UP.search(role.item.own_before[-NEAR:])) - bool(DOWN.search(words))
