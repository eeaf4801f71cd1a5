"""What there is now: what there was, with all that has come and gone since."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator

from zjjstats.audit.relating.role_words import AND
from zjjstats.audit.relating.roles import Role

COMES = re.compile(
    r"新[增购建入加添开招进登]|添[置购]|加入|入会|增加|增添|购[入置进]|迁入|转入|吸收|招[收录]|\b(?:join\w*|enter\w*|arriv\w*|bought|added|opened|hired|recruit\w*|admitted|enrol\w*|gained|founded|built|new\w*|moved in|came in|were born|signed up)\b",
    re.IGNORECASE,
)
GOES = re.compile(
    r"报废|淘汰|退[会出休役]|注销|减少|关[闭停]|撤[销并]|迁出|转出|离[职开会]|拆除|停办|流失|处置|\b(?:resign\w*|die[ds]?|clos\w+|left|scrapped|wound up|lost|sold|retired?|dissolv\w*|expired|quit|withdrew|struck off|demolished|moved out|dropped out|folded|sank|gave up|broken up|written off)\b",
    re.IGNORECASE,
)

# A net addition, which is no further one; a word so near a figure is its own.
NET = re.compile(r"净[增减]|\bnet\b", re.IGNORECASE)
NEAR, PAIR = 24, 2


def flow(role: Role) -> int:
    """Whether something has come (1) or gone (-1); nought where the words of its figure say neither."""
    for words in (AND.split(role.behind)[0], role.item.own_before):
        if way := bool(COMES.search(words)) - bool(GOES.search(words)):
            return way
    return 0


def flows(role: Role, before: list[Role]) -> Iterator[tuple[float, tuple[Role, ...]]]:
    """What a stock comes to, and its parts: 75 at the beginning, 12 joined, three were wound up; or the net of these.

    Where nothing has gone, or nothing come, that is a total or a difference like others.
    """
    moved, parts = 0.0, list[Role]()
    for one in reversed(before):
        if role.item.sentence - one.item.sentence > 1:
            break
        if NET.search(one.item.own_before[-NEAR:]):
            # 新入库27家，退库12家，净增15家: what came and went has been told already.
            continue
        way = flow(one)
        if not way:
            parts.insert(0, one)
            if len({flow(part) for part in parts[1:]}) > 1 and not NET.search(role.item.own_before[-NEAR:]):
                yield one.size + moved, tuple(parts)
            return
        parts.insert(0, one)
        moved += way * one.size
        if len(parts) == PAIR and NET.search(role.item.own_before[-NEAR:]) and moved and way * flow(parts[-1]) < 0:
            yield abs(moved), tuple(sorted(parts, key=flow, reverse=moved > 0))
            return
