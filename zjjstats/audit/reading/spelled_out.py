"""Numbers spelled out in English: where second is a place and where five counts something."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.reading.numerals import EN

# Behind these an ordinal is a part of a whole, one of a list, or a noun's: a third, on the second, for the third time.
NO_PLACE = re.compile(
    r"(?:\b(?:the|an?|one|two|three|four|five|every|each|per|this|that|another|no|any|its|their|our|his|her)|-) $",
    re.IGNORECASE,
)
# A close second is a place all the same.
SO_PLACED = re.compile(
    r"\ban? (?:close|distant|strong|narrow|poor|clear|joint|respectable|proud|solid|good|equal|comfortable|creditable) $"
)
ALONE = re.compile(
    r" ?(?:[.,;:)|(]|$|\n|--|—)| (?:and|or|while|but|with|behind|after|ahead|only to|by|for|on|at|from|to|in|among|across|out of|nationally|overall|again|provincially|then|now|today|currently|too|also|as well|once more|this time|already|still|there|here|which|who|when|where|whereas|compared|up|down|than|as|is|was|had|has|(?:a|one|the) year (?:ago|earlier|before)|last year|this year|of (?:the )?(?:\d|eleven|twelve|thirteen|fourteen|cities|all|Hunan|them|these|those))\b| \x00",
    re.IGNORECASE,
)
# Second came Yueyang; Second, there is money.
OPENED_BY = re.compile(r" (?:came|comes|was|were|is|are|place|spot|went|goes|ranks?|ranked|stands?|stood)\b")
# We were first in investment; it came first, not first and foremost nor first in line.
PLACED = re.compile(
    r"\b(?:was|were|is|are|be|been|came|comes?|ranked|ranks?|placed|finished|stood|stands?|remain(?:s|ed)?|stay(?:s|ed)|became) (?:again |still |now |only |even |clearly |comfortably )?$",
    re.IGNORECASE,
)
PLACED_IN = re.compile(
    r" (?:in|by|for|on) (?!line\b|place\b|turn\b|the (?:list|agenda|queue)\b|all\b|\x00)|[,;] (?:with|at|up|ahead|before)\b| (?:with|at) \+?[0-9]| (?:again|overall|nationally|provincially|once (?:more|again)|as before)\b"
)
# The fifth, Zhuzhou, follows.
BEARER = re.compile(r", [A-Z][a-z]+, [a-z]")
# A city which had been first could not say so; first again. Whoever hopes to be first is not.
WAS_FIRST = re.compile(
    r"\b(?:was|were|been|ranked|placed|finished|stood) (?:again |still |now |only |even |clearly |comfortably )?$"
)
FIRST_ENDED = re.compile(
    r" ?(?:[.;)]|$)| (?:could|can|cannot|should|would|must|may|might|until|then)\b| \x00|, (?:and|but|while|not|having|a)\b"
)
# Yueyang first for capital spending, in a telegram.
NAMED_BEFORE = re.compile(
    r"[a-z]: $|(?:^|[,;.:\n] ?)(?!He\b|She\b|It\b|We\b|They\b|You\b|This\b|That\b)[A-Z][a-z]{2,} $"
)
# It grew by 16.9%, first.
BEHIND_VALUE, VALUE_ENDED = re.compile(r"(?:%|per ?cent|yuan)[,:;]? $"), re.compile(r"[.;](?:\s|$)")
NAMED_FOR = re.compile(r" (?:for|in|by|on) (?!line\b|place\b|turn\b|the\b|an?\b|all\b)[a-z]")
# Investment first, up 11 places.
MOVED_UP = re.compile(rf", up (?:[0-9]{{1,2}}|{EN})\b(?! ?%| per|[.,][0-9])", re.IGNORECASE)
# Safety comes first; in the first place; the first place to look; the last third of the road.
MAXIM = re.compile(r"\b(?:comes?|puts?|putting|goes|go|think) $")
IN_TURN = re.compile(r"(?:^|[.;:!?]\s)[Ii]n the $")
PLACE_IN = re.compile(r" place (?:in|among|of) (?:the|its|our|all|Hunan|14)\b")
NO_PLACE_BEHIND = re.compile(r" place(?: (?:to|where|that|you|we|I)\b|[,;] )")
PART_OF_LENGTH = re.compile(r"\b(?:last|first|top|bottom|upper|lower|middle|final|outer|inner|remaining) $")
IN_SCOPE = re.compile(
    r" (?:in|of|among|across) (?!line\b|all\b)| (?:with|at) \+?[0-9]|(?: nation| province)wide| provincially|, with\b"
)
LEFT_PLACE = re.compile(r"\bfrom [a-z]+(?: place)? to $", re.IGNORECASE)
# Third was Changde, fourth Yiyang.
IN_LIST = re.compile(r"(?:[,;]|\b(?:and|while|but)) $")
# Where were we last year? Tenth!
ASKED_PLACE, ANSWERED = re.compile(r"\?[*”\"’) ]*(?: |\n+)(?:\*{0,2}A[.:]\*{0,2} ?)?$"), re.compile(r"[.!](?:\s|$)")
BORNE_BY = re.compile(r" (?:was|came|is|comes|went to|goes to) [A-Z]| [A-Z][a-z]+(?:[,.;]| and\b|$)")
# A plain plural noun behind a number is what it counts, but for these.
COUNTED = re.compile(
    r"(?:,? (?!(?:and|or|to|of|in|on|at|by|for|from|with|as|is|was|has|its|this|than|per|percent|hundred|thousand|million|billion|trillion)\b)[a-z]+(?:-[a-z]+)*){0,2}? "
    r"(?!(?:is|was|has|does|its|this|as|us|plus|thus|always|perhaps|less|across|years|months|weeks|days|hours|minutes|seconds|quarters|decades|centuries|generations|times|ways|things|sides|halves|fifths|thirds|quarters|tenths|words|fronts|respects|points|percents|billions|millions|thousands|hundreds)\b)(?:[a-z]{2,}(?:[b-df-rt-z]e?s|[a-z]ees|sses)|(?:wo)?men|children)\b"
)
# Eleven were refused, thirty-eight accepted; last year six did: so many did something.
DID = re.compile(r" (?:did|do|[a-z]+ed)\b")
TAKEN_UP = re.compile(r"\b(?:the|these|those|both|all|our|its|their) $", re.IGNORECASE)
# All but one; eight to nine per cent, two or three percent.
BUT = re.compile(r"\b[Aa]ll but $")
# The other seven carry over; (three in Hunan, two in Hubei); above the four of a year before.
OTHERS = re.compile(r"\b(?:other|remaining) $", re.IGNORECASE)
SPLIT, SPLIT_IN = re.compile(r"(?:[(]|[,;:] |\band )$"), re.compile(r" (?:in|at|from) [A-Z]")
# One counts where it is what is left of others, or does what the others did not.
LEAVING_ONE = re.compile(r"\b(?:leav(?:es?|ing)|all except) (?:only |just )?$")
ONLY_ONE, ONE_PROJECT = (
    re.compile(r"\b(?:remaining|[Oo]nly|[Jj]ust|last|other) $"),
    re.compile(
        r" (?:project|scheme|one|firm|plant|mill|site|enterprise|factory|company|of (?:the |these |those |our |its )?(?:[0-9]+|them|[a-z]+teen|twenty))\b"
    ),
)
BEFORE_ONE = re.compile(r"(?:^|[,;.:] |\b(?:so that|and|but|while|only|just) )$")
ONE_LEFT = re.compile(
    r" (?:(?:still )?remain(?:s|ed)?|(?:is|was) (?:left|still|missing|outstanding|waiting|idle|to be|not|yet)|has (?:not|yet|still)|did not|still (?:waits|stands))\b"
)
TO_UNIT = re.compile(
    rf" (?:to|or|and) (?:{EN}) ?(?:%|per ?cent\b|per cent\b|percentage points|points\b)", re.IGNORECASE
)
ASKED = re.compile(r"\?[*”\"’) ]*(?: |\n)(?:\*{0,2}A[.:]\*{0,2} ?)?(?:[Oo]nly |[Jj]ust )?$")
FEW = 4
TO_NUMBER = re.compile(rf"[^.;,\n]{{0,48}}? to (?:[0-9]|{EN})", re.IGNORECASE)
FROM_NUMBER = re.compile(rf"\bfrom (?:[0-9][0-9,]*|{EN})\b[^.;\n]{{0,48}} to $", re.IGNORECASE)

# Which leaves seven for the rest of the year; against four in 2021; down by nine.
COUNTING = re.compile(
    r"\b(?:(?:leav(?:es?|ing)|left)(?: (?:us|them|me|it|(?:the|our) [a-z]+|[A-Z][a-z]+))?|number(?:s|ed|ing)?|total(?:s|led|ling)?|against|versus|there (?:are|were|was)(?: only| just| now)?|(?:down|up|fell|fallen|rose|risen|grew|grown|dropped) by|to (?:only|just)|the (?:other|remaining)|another|a further|an additional|compar(?:ed|es?|ing) (?:with|to)|(?:up|down) from|instead of|rather than|after) $",
    re.IGNORECASE,
)
TAKEN_FROM = re.compile(
    rf" ?(?:[,.;:)]|$)| (?:for|in|at|on|by|of|from|a year|last year|then|now|and|still|yet|waiting|short|to (?!(?:{EN})\b)[a-z]+)\b"
)
OF_THEN = re.compile(
    r" (?:of|in|from) (?:\x00|last|(?:a|the|one) year)| at the (?:end|start|close|turn|beginning)\b| (?:a|the|one) year (?:earlier|before|ago)"
)


def stands_as_place(text: str, before: str, word: str, stop: int) -> bool:
    """Whether an ordinal spelled out stands alone, as a place does and as no ordinal of a noun: second with 66.8%.

    Examples
    --------
    >>> stands_as_place("It was second with 8%.", "It was ", "second", 13)
    True
    >>> stands_as_place("For the second time,", "For the ", "second", 14)
    False
    """
    if ASKED_PLACE.search(before) and ANSWERED.match(text, stop):
        return True
    if word.lower() == "first":
        is_placed = (PLACED.search(before) and PLACED_IN.match(text, stop)) or (
            WAS_FIRST.search(before) and FIRST_ENDED.match(text, stop)
        )
        is_placed = is_placed or (NAMED_BEFORE.search(before) and NAMED_FOR.match(text, stop))
        is_placed = is_placed or (BEHIND_VALUE.search(before) and VALUE_ENDED.match(text, stop))
        is_moved = not NO_PLACE.search(before) and MOVED_UP.match(text, stop)
        return bool(is_placed or is_moved or (LEFT_PLACE.search(before) and ALONE.match(text, stop)))
    if before.lower().endswith("the ") and BEARER.match(text, stop):
        return True
    if word[0].isupper() and not word.isupper():
        return bool(OPENED_BY.match(text, stop)) and not before.rstrip(' *"“').endswith(",")
    if NO_PLACE.search(before) and not SO_PLACED.search(before):
        return False
    is_listed = IN_LIST.search(before) and BORNE_BY.match(text, stop)
    return bool(is_listed or ALONE.match(text, stop)) and not text.startswith(" to none", stop)


def is_no_place(text: str, before: str, word: str, stop: int) -> bool:
    """Whether an ordinal belongs to a turn of phrase or to a length, whatever words of ranking stand around.

    Examples
    --------
    >>> is_no_place("Safety comes first,", "Safety comes ", "first", 18), is_no_place("It was first.", "It was ", "first", 12)
    (True, False)
    """
    if PART_OF_LENGTH.search(before) and text.startswith(" of", stop):
        return True
    if IN_TURN.search(before) and text.startswith(" place,", stop):
        return True
    if word.lower() != "first":
        return False
    is_said = MAXIM.search(before) and not IN_SCOPE.match(text, stop)
    is_in_first = before.endswith(("n the ", "the very ")) and not PLACE_IN.match(text, stop)
    is_named = before.lower().endswith("the ") and NO_PLACE_BEHIND.match(text, stop)
    return bool(is_said or is_named or (is_in_first and text.startswith(" place", stop)))


def counts_one(text: str, before: str, end: int) -> bool:
    """Whether "one" counts: all but one, which leaves one, one remains to be begun.

    Examples
    --------
    >>> counts_one("so that one remains", "so that ", 11), counts_one("one has not seen", "No", 3)
    (True, False)
    """
    if BUT.search(before) or (ASKED.search(before) and text[end : end + 1] in ".,;"):
        return True
    if LEAVING_ONE.search(before) and TAKEN_FROM.match(text, end):
        return True
    if ONLY_ONE.search(before) and ONE_PROJECT.match(text, end):
        return True
    return bool(BEFORE_ONE.search(before) and ONE_LEFT.match(text, end))


def counts_spelled(text: str, before: str, end: int, value: int) -> bool:
    """Whether a number spelled out counts the plural behind it, or is an end of a change: from four in 2021 to five.

    Examples
    --------
    >>> counts_spelled("nine berths for ships", "", 4, 9), counts_spelled("nine has passed", "", 4, 9)
    (True, False)
    """
    if ASKED.search(before) and value > 1:
        # How many of them? Fifteen by the end of March.
        return True
    if (value == 1 and counts_one(text, before, end)) or BUT.search(before) or TO_UNIT.match(text, end):
        return True
    if before.endswith("from ") and TO_NUMBER.match(text, end):
        return True
    if FROM_NUMBER.search(before) or OTHERS.search(before) or (SPLIT.search(before) and SPLIT_IN.match(text, end)):
        return True
    if (COUNTING.search(before) and TAKEN_FROM.match(text, end)) or (
        before.endswith((" the ", " to ")) and OF_THEN.match(text, end)
    ):
        return True
    # Two ends of the table, the three aims: so few that open a sentence or were named before count nothing.
    is_said = value <= FEW and (TAKEN_UP.search(before) or not before or before[-1] in "\n.")
    return not is_said and bool(COUNTED.match(text, end) or DID.match(text, end))
