"""What the things of a workspace may be called in a text: cities, indicators, programmes and databases."""

from __future__ import annotations

import re
from collections.abc import Iterable

from zjjstats.audit.naming.name_patterns import (
    SHORT_EN,
    SHORT_ZH,
    beginnings,
    indicator_patterns,
    own_words,
    pairs_of,
    part_of_whole,
    split_top,
    subject_patterns,
)
from zjjstats.audit.reading.beginnings import compiled
from zjjstats.schema import PROVINCE
from zjjstats.workspace import Workspace

# Words that make a narrower indicator of another one, with what they are in English.
WIDER = {"园区": re.compile(r"园区|\bparks?\b", re.IGNORECASE)}
# Where programmes and databases have figures; all else in the dictionary is an indicator.
SUBJECTS = (("entries", "database"), ("project_counts", "programme"), ("projects", "programme"))


class Names:
    """What a workspace's things may be called in a text."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.rows = workspace, workspace["dictionary"].to_dict("records")
        self.cities = {name: key for name, key in workspace.city_names.items() if key != PROVINCE and len(name) > 1}
        spelled = sorted(self.cities, key=len, reverse=True)
        self.city = any_of(rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name) for name in spelled)
        self.name_subjects()
        self.name_indicators()

    def name_subjects(self) -> None:
        """The programmes and databases of the tables: their keys, and a pattern of all."""
        used = set().union(*(self.workspace[table][column] for table, column in SUBJECTS))
        rows = {row["indicator"]: row for row in self.rows if row["indicator"] in used}
        self.subject_keys = list(rows)
        self.databases = frozenset(self.workspace["entries"]["database"])
        named = ("|".join(subject_patterns(row["name_zh"], row["name_en"])) for row in rows.values())
        self.subject = any_of(f"(?P<s{number}>{one})" for number, one in enumerate(named))

    def name_indicators(self) -> None:
        """All other names: the indicators by number of their stem, which a level and its growth share."""
        stems: dict[str, list[str]] = {}
        patterns: dict[str, str] = {}
        for row in self.rows:
            if row["indicator"] in self.subject_keys:
                continue
            stem = row["name_zh"].removesuffix("增速")
            stems.setdefault(stem, []).append(row["indicator"])
            patterns[stem] = "|".join(filter(None, [patterns.get(stem, ""), *indicator_patterns(stem, row["name_en"])]))
        self.stems = dict(enumerate(stems.values()))
        english = {row["name_zh"].removesuffix("增速"): row["name_en"] for row in self.rows}
        self.shares = [
            (number, *told) for number, stem in enumerate(stems) if (told := part_of_whole(stem, english[stem]))
        ]
        # The words of an indicator's own name are no other matter beside it.
        self.own_words = {str(number): any_of(own_words(stem, english[stem])) for number, stem in enumerate(stems)}
        self.content = {
            str(number): (pairs_of(stem), frozenset(beginnings(english[stem]))) for number, stem in enumerate(stems)
        }
        # An indicator whose name holds another's, and the word that it adds: 园区 of 园区规模以上工业增加值.
        self.wider = [
            (str(narrow), str(number), stem.replace(one, ""))
            for number, stem in enumerate(stems)
            for narrow, one in enumerate(stems)
            if one != stem and stem.replace(one, "") in WIDER and one in stem
        ]
        flat = [(one, number) for number, stem in enumerate(stems) for one in split_top(patterns[stem])]
        # Names as they are spelled go before looser patterns, longer ones before those that begin alike.
        flat.sort(key=lambda pair: ("(" in pair[0] or "?" in pair[0], -len(pair[0])))
        self.indicator_numbers = [number for _, number in flat]
        self.indicator = any_of(f"(?P<i{number}>{one})" for number, (one, _) in enumerate(flat))
        short = [(number, SHORT_ZH[stem]) for number, stem in enumerate(stems) if stem in SHORT_ZH]
        short.sort(key=lambda pair: -len(pair[1]))
        self.short_numbers = [number for number, _ in short]
        brief = [(number, SHORT_EN[stem]) for number, stem in enumerate(stems) if stem in SHORT_EN]
        self.brief_numbers = [number for number, _ in brief]
        self.brief = any_of(rf"(?P<b{place}>\b(?:{one})\b)" for place, (_, one) in enumerate(brief))
        self.short = any_of(f"(?P<n{place}>{one})" for place, (_, one) in enumerate(short))


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """What any of these patterns matches, in capitals or not; nothing where there are none."""
    return compiled("|".join(patterns) or r"(?!)", re.IGNORECASE)
