"""What is left of a whole whose part was told before: 22个中开工15个，开工率68.18%，另有7个正在办手续.

The whole and its part are the two counts of a rate told between, or the two side by side of the same or the last
sentence. What is said not to be done refutes where the rate holds, and only one wrong digit.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from zjjstats.audit.inside.derived_gaps import amounts_apart
from zjjstats.audit.inside.parts_around import OF_NEXT, are_like
from zjjstats.audit.inside.rates import bears_name
from zjjstats.audit.judging.findings import Finding, cautious, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import amount, ratio, scale
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.phrases import Lang

BACK, FAR, PAIR = 8, 16, 2
LEFT = re.compile(
    r"其他|(?:另|还|尚|仍)(?:有|剩|余|差|缺)|另外|其余|剩余|余下|剩下|(?:尚未|还没|没有?|未|待)[一-鿿]{1,6}的?[一-鿿]{0,6}$|\b(?:left|remaining|remain|other|rest|outstanding|waiting|pending|to go|not (?:yet )?(?:started|begun))\b"
)
# So seven have yet to begin, seven are still waiting.
LEFT_BEHIND = re.compile(
    r" (?:(?!and\b|which\b|that\b|who\b)[a-z-]+ ){0,3}?(?:(?:have|has|had) (?:yet|still) to\b|(?:have|has|had|are|were|is|was)(?:n['’]t| not| still| yet)+ |(?:are|were|is|was) (?:outstanding|pending|unfinished|waiting|to (?:come|follow|go))\b|(?:still )?(?:remain\w*|to go|outstanding|pending|waiting)\b|did(?:n['’]t| not) )"
)
UNDONE = re.compile(
    r"其余|剩余|余下|剩下|尚未|还没|没有|(?<!并)未(?!来)|没(?=[开动完竣复投])|待[开动完竣复投]|\bnot yet\b|still to"
)
REST = re.compile(
    r"其他[一-鿿]{1,6}$|(?:其余|剩余|余下|剩下|另外|另)(?:的|还有|有)?$|\b(?:the (?:other|remaining|rest,?)|another) $"
)
OF_THESE = re.compile(r"[^一-鿿A-Za-z]*(?:其中|这里面|Of (?:these|them|which|this)\b)")
CHANGES = re.compile(r"[比较]|增(?!值税|加值)|减|\b(?:up|down|more|fewer|less)\b")
FRAME = re.compile(r"[^一-鿿]*(?:在|这)?([一-鿿]{2,12}?)(?:之)?[中里内][，,：]")
NOT_DONE, FEW = re.compile("(?:未|没有?)(?:能)?([开动完竣复投][工产成])"), 4
STARTED = re.compile("[开动完竣复投]工率|完成率|投产率|复工率")
KIND = re.compile("(?:的|项目|企业|产品|工程|园区|总数|数|为|有|共)+$")
# Of those not done 34 lack a paper: these are not all.
OF_THOSE = re.compile("[里中][一-鿿]{0,8}$")
OTHER_KIND = re.compile("续建|结转|储备|其他|新增|另行")


def what_is_left(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A remainder = the whole less the part."""
    words = item.own_before + item.own_after
    is_left = LEFT.search(item.own_before) or LEFT_BEHIND.match(item.after)
    if not is_left or item.reading.approximate or item.cell is not None:
        return None
    if (rest := rest_of_list(items, item, lang)) is not None:
        return rest
    if OTHER_KIND.search(words):
        return None
    for whole, part, rate in wholes_and_parts(items, item):
        found = amounts_apart(item, whole, part, lang)
        if found is None:
            continue
        if found.verdict == "confirmed":
            return found
        is_certain = rate is not None and (held := ratio(rate, part, whole, lang)) and held.verdict == "confirmed"
        if is_certain and UNDONE.search(words) and not OF_THOSE.search(item.own_before):
            return cautious(item.reading, found)
    return None


def rest_of_list(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """What is left of a whole that opens a sentence, or that its opening names, after the parts listed since.

    未开工15个. …… 未开工项目中，因用地的8个，因资金的4个，其余3个.
    """
    if not REST.search(item.own_before):
        return None
    near = items[max(0, item.number - FAR) : item.number]
    here = [one for one in near if one.sentence == item.sentence and are_like(one, item) and one.cell is None]
    if not here or any(CHANGES.search(one.own_before) or one.reading.approximate for one in here):
        return None
    framed = FRAME.match(sentence_before(items, item))
    if framed:
        name = KIND.sub("", framed[1])
        named = [
            one
            for one in near
            if one not in here and are_like(one, item) and KIND.sub("", one.own_before).endswith(name)
        ]
        wholes = [(one, here) for one in named[-1:] if len(name) > 1]
    else:
        wholes = [(here[0], here[1:])] if len(here) > 1 else []
        last = [one for one in near if one.sentence == item.sentence - 1 and are_like(one, item) and one.cell is None]
        if last and OF_THESE.match(sentence_before(items, item)):
            wholes.insert(0, (last[-1], here))
        wholes += [(whole, here) for whole in whole_of_shares(items, item, here)]
    for whole, parts in wholes:
        exact = amount(whole) - sum(map(amount, parts))
        shown = {
            "one": told(amount(whole)),
            "other": " − ".join(told(amount(one)) for one in parts),
            "value": told(exact),
        }
        found = judged(item.reading, exact.scaleb(-scale(item)), say(lang, "difference", **shown), computed=False)
        if framed and exact > 0:
            return cautious(item.reading, found)
        if holds := only_confirmed(found):
            return holds
    return None


def whole_of_shares(items: list[Item], item: Item, parts: list[Item]) -> list[Item]:
    """What the shares told of all parts are shares of: 增值税5.28，占56.4%；所得税2.45，占26.2%；其他税种1.63."""
    shares = [(part, items[part.number + 1]) for part in parts]
    if len(parts) < PAIR or any(rate.reading.unit != "pct" or rate.reading.decimals < 1 for _, rate in shares):
        return []
    near = items[max(0, parts[0].number - FAR) : parts[0].number]
    likes = [one for one in near if one.paragraph >= item.paragraph - FEW and are_like(one, item)]
    return [one for one in likes if amount(one) and all(is_made_of(rate, part, one) for part, rate in shares)][-1:]


def wholes_and_parts(items: list[Item], item: Item) -> Iterator[tuple[Item, Item, Item | None]]:
    """The whole, its part and the rate told of them, nearest first, of the same sentence or the last."""
    near = [
        one
        for one in items[max(0, item.number - BACK) : item.number]
        if one.sentence >= item.sentence - 1 and one.paragraph == item.paragraph and one.cell is None
    ]
    like = [one for one in near if are_like(one, item) and one.reading.unit == item.reading.unit and not is_delta(one)]
    turned = [(other, one) for one, other in pairwise(like) if OF_NEXT.fullmatch(one.after)]
    for whole, part in (*reversed(turned), *reversed(list(pairwise(like)))):
        is_labelled = whole.sentence == part.sentence and part.before.rstrip().endswith(":")
        if (
            (whole.segment != part.segment and not is_labelled)
            or amount(whole) <= amount(part)
            or whole.reading.approximate
        ):
            continue
        behind = items[part.number + 1]
        if behind is item and item.number + 1 < len(items) and STARTED.search(items[item.number + 1].own_before):
            # 新开工22个，已开工15个，尚未开工7个，开工率68.18%: the rate stands behind what is left.
            behind = items[item.number + 1]
        is_rate = behind.reading.unit == "pct" and behind.segment == part.segment
        if item.sentence == part.sentence or UNDONE.search(item.own_before):
            yield whole, part, behind if is_rate else None
    if UNDONE.search(item.own_before):
        yield from wholes_far_off(items, item, like)
        yield from wholes_by_deed(items, item)


def wholes_far_off(items: list[Item], item: Item, like: list[Item]) -> Iterator[tuple[Item, Item, Item | None]]:
    """Wholes told before the sentence: of the part's own name, or of its rate."""
    # 新建76个. …… 新建项目已开工61个，未开工15个: the name of the part tells its whole.
    for part in [one for one in reversed(like) if one.segment == item.segment]:
        for whole in reversed(items[max(0, part.number - FAR) : part.number]):
            if are_like(whole, part) and bears_name(part, whole) and amount(whole) > amount(part):
                yield whole, part, None
    # 全县86个项目. …… 已开工71个，开工率82.6%，未开工的15个: the rate tells what its whole is.
    for part in reversed(like):
        rate = items[part.number + 1]
        if rate.reading.unit != "pct" or rate.reading.kind == "growth" or rate.segment != part.segment:
            continue
        for whole in reversed(items[max(0, part.number - FAR) : part.number]) if rate.number < item.number else ():
            if are_like(whole, part) and whole.sentence != part.sentence and is_made_of(rate, part, whole):
                yield whole, part, rate


def wholes_by_deed(items: list[Item], item: Item) -> Iterator[tuple[Item, Item, Item | None]]:
    """Paragraphs before, the part whose deed is said not to be done, with its rate.

    开工118项，开工率94.4%. …… 未开工的7项.
    """
    deed = NOT_DONE.search(item.own_before)
    near = items[max(0, item.number - 2 * FAR) : item.number]
    if deed is None:
        return
    for part in reversed(near):
        rate = items[part.number + 1]
        is_told = re.search(rf"(?<![未没]){deed[1]}[了的]?$", part.own_before) and rate.reading.unit == "pct"
        if not is_told or not are_like(part, item) or part.paragraph < item.paragraph - FEW or part.cell is not None:
            continue
        for whole in reversed(items[max(0, part.number - BACK) : part.number]):
            if are_like(whole, part) and whole.sentence >= part.sentence - 1 and is_made_of(rate, part, whole):
                yield whole, part, rate
                return


def is_made_of(rate: Item, part: Item, whole: Item) -> bool:
    """Whether a rate is that of two figures to the printed digit."""
    found = ratio(rate, part, whole, "en") if not whole.reading.approximate and whole.cell is None else None
    return found is not None and found.verdict == "confirmed" and bool(rate.reading.decimals)
