"""What each figure tells of projects: of which kind they are, and whether planned or started, as the text goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjjstats.audit.naming import project_words as said
from zjjstats.audit.naming.project_clauses import CLAUSES, NEAR, Words, words_of
from zjjstats.audit.naming.project_matters import Subjects, is_counted, is_of_matter
from zjjstats.audit.reading.layout import Item

NARROW, PAIR, LIST = ("new", "due"), 2, 24
NEW_AMONG = re.compile(r" (?:projects |of them )?(?:are|were|is) ")
# How a kind is told: by the clause itself, by words that take it up, or only by what was told before.
OWN, TAKEN, CARRIED = "own", "taken", "carried"


@dataclass(frozen=True)
class Projects:
    """What a figure may count.

    ``role`` is planned, started, left or rate, or entries or growth of a database; ``kinds`` are those it may be of; it
    is ``firm`` where its own clause, or words that take up what was told, tell both. ``asked`` is the question that it
    answers.
    """

    role: str = ""
    kinds: tuple[str, ...] = ()
    is_firm: bool = False
    is_other: bool = False
    asked: str = ""
    # Whether its own clause tells the kind, so that it is of no other.
    is_own: bool = False


NOTHING_TOLD = Projects()


class ProjectsSoFar:
    """What a text has told of projects up to each figure.

    Parameters
    ----------
    text
        The folded text.
    items
        Its figures.
    subjects
        By programme or database named: where it starts and ends, and whether it is a database.
    """

    def __init__(self, text: str, items: list[Item], subjects: list[tuple[int, int, bool]]) -> None:
        self.text, self.items, self.subjects = text, items, Subjects(subjects)
        self.kind = self.role = ""
        # The narrow kinds in the order in which they were told first: the former and the latter.
        self.kinds: list[str] = []
        self.was = NOTHING_TOLD
        # The sentence in which kinds are told in pairs, and the figure that opened the last of these.
        self.listed_in = -1
        self.first_of_two: Item | None = None

    def of(self, item: Item) -> Projects:
        """What the next figure tells."""
        words = None if item.cell is not None and item.cell.column else words_of(self.text, self.items, item)
        told = in_cell(item) if words is None else self.in_text(words)
        if told.kinds and not told.is_other and item.reading.unit in ("count", "pct"):
            # Of 15 of the 22 the sentence goes on with those started.
            self.role = self.role if words is not None and words.is_whole and self.role else told.role
            if len(told.kinds) == 1:
                self.kind = told.kinds[0]
                self.note(self.kind)
        self.was = told
        return told

    def note(self, *kinds: str) -> None:
        """Narrow kinds are taken note of once."""
        self.kinds += [kind for kind in kinds if kind in NARROW and kind not in self.kinds]

    def in_text(self, words: Words) -> Projects:
        """What the words around a figure tell."""
        unit = words.item.reading.unit
        if self.subjects.is_of_other(words) or is_of_matter(words, was_other=self.was.is_other):
            return Projects(is_other=True)
        if self.subjects.is_of_database(words):
            role = {"count": "entries", "pct": "growth"}.get(unit, "")
            return Projects(role, ("",), is_firm=True, asked=words.asked)
        # Kinds told without a figure are told all the same: two classes, new and due.
        self.note(*said.kinds_in(words.own))
        kinds, how = self.listed(words) or self.kinds_of(words)
        if unit == "pct":
            is_rate = said.RATE.search(f"{words.own[-NEAR:]} · {words.near[:NEAR]}") or said.RATE_BEFORE.search(
                words.own
            )
            return Projects("rate", kinds, is_firm=bool(is_rate) and how != CARRIED, is_own=how == OWN)
        if unit != "count" or not is_counted(words):
            return NOTHING_TOLD
        role, is_told = self.role_of(words)
        if not is_told and said.PROJECT.search(f"{words.own} {words.near}"):
            # A programme of 64 projects, and its 20 projects due for completion: what is so counted is planned.
            is_told = how == OWN if kinds[0] in NARROW else self.is_named(words)
        return Projects(
            role,
            kinds,
            is_firm=is_told and how != CARRIED,
            is_own=how == OWN,
        )

    def listed(self, words: Words) -> tuple[tuple[str, ...], str] | None:
        """The kind at a figure's place in a list of two: 分别为68.18%和95%."""
        is_second = bool(words.before is self.first_of_two and words.before and said.AND.fullmatch(words.own))
        # 分别为22个和20个，已开工15个和19个: so are the pairs that follow in the sentence.
        is_joined = said.AND.fullmatch(words.tail)
        is_told = said.RESPECTIVELY.search(f"{words.own} · {words.beyond if is_joined else ''}")
        is_first = is_told or (is_joined and self.listed_in == words.item.sentence)
        if len(self.kinds) != PAIR or not (is_first or is_second):
            return None
        self.listed_in = words.item.sentence
        self.first_of_two = None if is_second else words.item
        return (self.kinds[is_second],), OWN

    def kinds_of(self, words: Words) -> tuple[tuple[str, ...], str]:
        """The kinds that a figure may be of, and how they are told."""
        if kind := self.kind_here(words):
            # Due for completion. All 20 have been started: all of those.
            told = (words.own.removesuffix(words.clause), words.earlier) if said.QUANTIFIED.search(words.clause) else ()
            of_all = next(filter(None, (said.kind_in(one, last=True) for one in told)), "")
            return ((of_all,), TAKEN) if kind == "all" and of_all in NARROW else ((kind,), OWN)
        if kind := self.kind_taken_up(words):
            return (kind,), TAKEN
        if words.is_whole and self.was.kinds:
            return self.was.kinds, TAKEN
        if not self.kind:
            return ("all",), TAKEN if self.is_named(words) else CARRIED
        is_far = words.before is not None and words.item.paragraph - words.before.paragraph > 1
        takes_up = said.TAKEN_UP.search(f"{words.own} · {words.near} · {words.asked}")
        is_same = self.kind == "all" or takes_up or not words.is_begun
        return ((self.kind,), TAKEN) if is_same and not is_far else ((self.kind, "all"), CARRIED)

    def is_named(self, words: Words) -> bool:
        """Whether a programme or database is named in a figure's sentence up to it, or in its clause behind it."""
        reading = words.item.reading
        return self.subjects.names(reading.start - len(words.own), reading.end + len(words.near))

    def kind_here(self, words: Words) -> str:
        """The kind that a figure's own clause tells, or that of the count it is a part of."""
        around = f"{words.clause} · {words.near}"
        if len(self.kinds) == PAIR and (one := said.FORMER.search(around) or said.LATTER.search(around)):
            return self.kinds[not said.FORMER.search(one[0])]
        behind, ahead = said.kind_in(words.near), said.kind_in(words.clause, last=True)
        is_ahead = behind and ahead and ((ahead != "all" and words.is_joined) or re.search("[一-鿿]", words.near))
        first = (ahead, behind) if is_ahead else (behind, ahead)
        # 15 of the 22 new ones: what the second counts, the first does too.
        beside = [*(self.was.kinds if words.is_whole and self.was.is_own else ())]
        beside += [said.kind_in(CLAUSES.split(words.beyond[:NEAR])[0])] if words.is_part else []
        narrow = next((kind for kind in (*first, *beside) if kind and kind != "all"), "")
        return narrow or ("all" if "all" in first else "")

    def kind_taken_up(self, words: Words) -> str:
        """The kind that its sentence tells, the question before or what that goes on with, or the sentence before."""
        if kind := said.kind_in(words.own, last=True) or said.kind_in(words.asked, last=True):
            return kind
        if self.kind and said.ELLIPSIS.search(words.asked):
            return self.kind
        return said.kind_in(words.earlier, last=True)

    def role_of(self, words: Words) -> tuple[str, bool]:
        """Whether a count is of projects planned or started, and whether words say so."""
        here, own = said.role_in(f"{words.clause} · {words.near}"), said.role_in(words.own)
        if said.EXCEPT.search(words.own):
            return "left", True
        if words.is_whole and self.was.role in ("started", "left", "rate", ""):
            return "planned", True
        if words.is_part:
            # 22 of the 64 are new; 15 of the 22 have started.
            is_new = said.kind_in(words.beyond[:LIST]) and NEW_AMONG.match(words.beyond)
            is_left = (said.role_in(words.beyond) or said.role_in(words.clause)) == "left"
            return "planned" if is_new else "left" if is_left else "started", True
        asked = "" if here or own else words.asked
        # The 320 Project, for its part, has 64 projects: what it has is no verb of starting.
        clause = "" if said.PROJECT.match(words.near.lstrip()) else words.clause
        is_elided = any(said.ELLIPSIS.search(one) for one in (words.near, clause, asked))
        roles = [here] if here == "left" else ["started"] if is_elided or here == "started" else []
        told = [role for role in (own, here, said.role_in(words.asked)) if role not in ("", "left")]
        if self.role and said.TAKEN_UP.search(words.asked):
            told.append("planned")
        if roles := [*roles, *told]:
            return roles[0], True
        return (self.role if words.goes_on and self.role in ("planned", "started") else "planned"), False


def in_cell(item: Item) -> Projects:
    """What the row and the column of a cell tell."""
    kind = said.kind_in(item.name) or said.kind_in(item.head)
    role = said.role_in(item.head) or said.role_in(item.name)
    role = "rate" if item.reading.unit == "pct" else role
    return Projects(role, (kind,) if kind else (), is_firm=bool(kind and role))
