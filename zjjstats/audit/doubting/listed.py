"""Whether a figure that is called wrong stands in a list, whose figures hold or fail together."""

from __future__ import annotations

import re
from operator import attrgetter

from zjjstats.audit.doubting.case import Case
from zjjstats.audit.judging.findings import Finding
from zjjstats.audit.judging.quantities import falls
from zjjstats.audit.reading.layout import Item

# 4.6 and 8.2 points faster than the rest: what they are set against may stand further back.
GAPS_LISTED = re.compile(r",? (?:and|or) ")
LISTED_PLACE = re.compile(r"[、和及与]第?|,? and (?:the )?|, ")
LISTED = re.compile(r"[、和及与]|,? and ")


def is_listed_apart(case: Case, item: Item, finding: Finding) -> bool:
    """Whether a gap is listed with another that is of no common base, so that both may be of another than is near."""
    if item.reading.unit != "points" or not GAPS_LISTED.fullmatch(item.after):
        return False
    found = case.ours[item.number + 1]
    base = finding.evidence.partition(" − ")[2].partition(" = ")[0]
    return found is None or found.verdict != "confirmed" or f" − {base} = " not in found.evidence


def is_listed_loosely(case: Case, item: Item) -> bool:
    """Whether a place is listed with others that the workspace does not hold for the same time: 去年为第5、第4、第5."""
    both = [one for one in case.items[max(0, item.number - 1) : item.number + 2] if one is not item]
    listed = [
        case.theirs[one.number]
        for one in both
        if one.reading.unit == "rank" and LISTED_PLACE.fullmatch(max(one, item, key=attrgetter("number")).before)
    ]
    if item.reading.unit != "rank" or not listed or case.data is None:
        return False
    told = case.data.wording.period(case.told_of[item.number].period)
    return not all(one is not None and one.verdict == "confirmed" and told in one.evidence for one in listed)


def falls_by_list(case: Case, item: Item) -> bool:
    """Whether a figure is of a list of falls and no word of its own says so: 下降2.1%和12.2%, of a growth of 21.2%."""
    is_listed = item.number > 0 and LISTED.fullmatch(item.before)
    return bool(is_listed and falls(case.items[item.number - 1]) and not falls(item))
