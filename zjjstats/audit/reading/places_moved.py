"""Which numbers without a noun are places that were gained or lost, by the words around them: second, a gain of seven."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.reading.numerals import EN, EN_ORDINAL
from zjjstats.audit.reading.patterns import ORDINAL_STOPS
from zjjstats.audit.reading.reading import Printed

# Came second, a gain of seven; ranked 12th on this, up one from 2021: places, behind a place of the same sentence.
MOVE = re.compile(
    rf"\b(?P<place>[0-9]{{1,2}}(?:st|nd|rd|th)|(?:[Nn]o\.? ?|[Nn]umber )(?:[0-9]{{1,2}}|{EN})|{EN_ORDINAL})\b(?P<between>[^.;\n0-9]{{0,90}}?)"
    r"\b(?:up|down|(?:(?:gain|climb|improv|advanc|jump|leap|mov|slipp|slid|los|dropp|ris|rose|fall|fell)\w*|lost|won)(?: up| down| back)?(?: by)?"
    r"|(?:gain|climb|rise|jump|leap|advance|improvement|loss|fall|drop|slip|slide|decline) of)(?: only| just| exactly)? $",
    re.IGNORECASE,
)
MOVED = re.compile(
    r" ?(?:[,.;:)]|$|--|—)| (?:from|on|since|compared|against|in a year|over|year[- ]on[- ]year|and|but|while|after)\b(?! [a-z]+s\b(?! (?:place|position)))"
)
# Slid by one to fourth.
SLID_BY = re.compile(
    r"\b(?:slid|slipped|fell|dropped|sank|rose|climbed|advanced|improved|moved (?:up|down)|up|down)(?: by)? $"
)
TO_PLACE = re.compile(rf" to (?:{EN_ORDINAL}\b|[0-9]{{1,2}}(?:st|nd|rd|th)\b|[Nn]o\.? ?[0-9])", re.IGNORECASE)
OF_WHAT = re.compile(r" (?:for|in|by|on) (?:the )?[a-z]")
# Third, four better than a year before.
BETTER = re.compile(r" (?:better|worse|higher|lower|up|down)(?=,? (?:than|on|from|since)\b|[,.;:)]|$)")
# Output improved by three places, whereas investment fell back by four; exports gained five places and imports two.
PLACES_TOLD = re.compile(
    r"\b(?:places?|positions?|spots?|notches)\b[^.;\n0-9%]{0,70}?\b(?:(?:gain|climb|improv|advanc|jump|leap|mov|slipp|slid|los|dropp|ris|rose|fall|fell|sank|sunk|retreat|went|go)\w*|lost|won|up|down)(?: up| down| back)?(?: by)?(?: only| just)? $"
    r"|\b(?:places|positions|spots|notches)\b[^.,;\n0-9%]{0,40},? (?:and|while|but) (?:the |its |our )?(?:[a-z-]+ ){0,3}[A-Za-z-]+s(?:['’])? (?:by )?$"
)
PLACE_NEAR = re.compile(
    rf"\b(?P<place>[0-9]{{1,2}}(?:st|nd|rd|th)|[Nn]o\.? ?[0-9]{{1,2}}|{EN_ORDINAL})\b(?P<between>[^.;\n0-9]{{0,40}}?), (?:and )?(?:now |only |fully )?$",
    re.IGNORECASE,
)
# The county rose three places to eighth, its neighbour two to tenth.
PLACES_SAID = re.compile(r"\b(?:places?|positions?|spots?|notches)\b[^.;\n0-9%]*$")
COUNTED_BETWEEN = re.compile(rf"\b(?:{EN})\b|percent|per cent|points|yuan", re.IGNORECASE)
# By how many places? Seven would be my answer.
HOW_MANY = re.compile(
    r"\b[Hh]ow many (?:places|positions|spots|notches|rungs)\b[^?.\n]{0,60}\?[*”\"’) ]*(?: |\n+)(?:\*{0,2}A[.:]\*{0,2} ?)?(?:[Bb]y |[Oo]nly |[Jj]ust ){0,2}$"
)
MOST_PLACES = 40
REACH = 130


def is_move(one: Printed) -> bool:
    """Whether a number without a noun is places that a place before it in its sentence was reached by."""
    if one.decimals or not 0 < one.value <= MOST_PLACES:
        return False
    if HOW_MANY.search(one.text, max(0, one.start - REACH), one.start):
        return True
    if TO_PLACE.match(one.text, one.end) and (
        SLID_BY.search(one.before) or PLACES_SAID.search(one.text, max(0, one.start - REACH), one.start)
    ):
        return True
    if PLACES_TOLD.search(one.text, max(0, one.start - REACH), one.start):
        return bool(MOVED.match(one.text, one.end) or OF_WHAT.match(one.text, one.end))
    is_set_against = BETTER.match(one.text, one.end)
    if not is_set_against and not MOVED.match(one.text, one.end):
        return False
    moved = (PLACE_NEAR if is_set_against else MOVE).search(one.text, max(0, one.start - REACH), one.start)
    is_place = moved and not ORDINAL_STOPS.match(one.text, moved.end("place"))
    return bool(is_place and moved and not COUNTED_BETWEEN.search(moved["between"]))
