"""What each figure tells of projects: of which kind they are, and whether planned or started, from text to text."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from dataclasses import dataclass

from zjjstats.audit.naming import project_words as said
from zjjstats.audit.reading.layout import Item

# Words further off are not a figure's; they bound the cost of one.
REACH = 200
SENTENCES = re.compile(r"[。！？!?；;\n]|\bSTOP\b|\.(?=[\s”\"’*)]|$)")
# A clause of a list ends with "and" as well: the 22 new ones and the 20 that are due.
CLAUSES = re.compile(r"[，,、：:（()）|]|—|--|\b(?:and|but|against|while|as for|with)\b|和|与|及")


@dataclass(frozen=True)
class Projects:
    """What a figure may count.

    ``role`` is planned, started or rate; ``kinds`` are those it may be of; it is ``firm`` where its own clause, or the
    words that take it up, tell both.
    """

    role: str = ""
    kinds: tuple[str, ...] = ()
    is_firm: bool = False
    is_other: bool = False


class ProjectsSoFar:
    """What a text has told of projects up to each figure."""

    def __init__(self, text: str, items: list[Item], subjects: list[tuple[int, int, bool]]) -> None:
        self.text, self.items, self.subjects = text, items, subjects
        # Whether entries into a database are told of, and no projects that are planned or started.
        self.is_database = False
        self.kind = self.role = ""
        self.kinds: list[str] = []
        self.other_until = -1
        self.before: Item | None = None
        self.was: Projects = Projects()

    def of(self, item: Item) -> Projects:
        """What the next figure tells."""
        lead, tail = self.around(item)
        told = self.in_cell(item) if item.cell is not None and item.cell.column else self.in_text(item, lead, tail)
        if told.kinds and not told.is_other and item.reading.unit in ("count", "pct"):
            self.kind = told.kinds[0] if len(told.kinds) == 1 else self.kind
            self.role = told.role
            if len(told.kinds) == 1:
                self.note(told.kinds[0])
        self.before, self.was = item, told
        return told

    def note(self, kind: str) -> None:
        """A kind is taken note of in the order in which kinds are told: of the former and the latter."""
        if kind in ("new", "due") and kind not in self.kinds:
            self.kinds.append(kind)

    def around(self, item: Item) -> tuple[str, str]:
        """The words between a figure and those beside it."""
        number, start, end = item.number, item.reading.start, item.reading.end
        left = self.items[number - 1].reading.end if number else 0
        right = self.items[number + 1].reading.start if number + 1 < len(self.items) else len(self.text)
        return self.text[max(left, start - REACH) : start], self.text[end : min(right, end + REACH)]

    def in_cell(self, item: Item) -> Projects:
        """What the row and the column of a cell tell."""
        kind = said.kind_in(item.name) or said.kind_in(item.head)
        role = said.role_in(item.head) or said.role_in(item.name)
        role = "rate" if item.reading.unit == "pct" else role
        return Projects(role, (kind,) if kind else (), bool(kind and role))

    def in_text(self, item: Item, lead: str, tail: str) -> Projects:
        """What the words around a figure tell."""
        pieces = SENTENCES.split(lead)
        ends = [match[0] for match in SENTENCES.finditer(lead)]
        own = pieces[-1]
        earlier = [piece for piece in pieces[:-1] if re.search(r"\w", piece)]
        is_begun = len(pieces) > 1
        # A question, also a line before its answer: how many are new?
        asked = earlier[-1] if earlier and (any(end in "?？" for end in ends) or lead.rstrip().endswith("：")) else ""
        clause = CLAUSES.split(own)[-1]
        whole_tail = SENTENCES.split(tail)[0]
        near = CLAUSES.split(whole_tail)[0]
        self.see_other(item, lead, near)
        if self.other_until >= item.reading.start:
            return Projects(is_other=True)
        if self.is_of_database(item, lead, own, near):
            role = {"count": "entries", "pct": "growth"}.get(item.reading.unit, "")
            return Projects(role, ("",), True)
        self.see_kinds(own)
        kind, how = self.kind_of(item, clause, own, near, asked, earlier, is_begun=is_begun)
        if item.reading.unit == "pct":
            listed = self.listed(item, own, whole_tail)
            names_rate = said.RATE.search(f"{own[-32:]} · {near[:16]}") or said.RATE_BEFORE.search(own)
            return Projects("rate", listed or kind, bool(listed or (names_rate and how != "carried")))
        if item.reading.unit != "count" or not self.is_counted(item, tail):
            return Projects()
        role, is_told = self.role_of(item, clause, own, near, whole_tail, asked, earlier)
        return Projects(role, kind, is_told and how in ("own", "taken"))

    def see_other(self, item: Item, lead: str, near: str) -> None:
        """Another programme is told of to the end of its paragraph, or until one of the workspace is named."""
        start = item.reading.start - len(lead)
        at = max((start + match.end() for match in said.OTHER.finditer(lead)), default=-1)
        behind = said.OTHER.match(near.lstrip())
        named = max((end for begin, end, _ in self.subjects if begin < item.reading.start), default=-1)
        if self.before is not None and self.before.paragraph != item.paragraph:
            self.other_until = -1
        overlaps = any(begin < at and end >= at - 6 for begin, end, _ in self.subjects)
        if (at > named and not overlaps) or behind:
            self.other_until = max(self.text.find("\n", item.reading.start), item.reading.start)
            if self.text.find("\n", item.reading.start) < 0:
                self.other_until = len(self.text)
        elif named > start:
            self.other_until = -1

    def is_counted(self, item: Item, tail: str) -> bool:
        """Whether what stands behind a number lets it count projects."""
        if item.text and item.text[-1] in "个项":
            return bool(said.COUNTED_ZH.match(tail))
        if re.search("[一-鿿]$", item.text):
            return False
        return bool(said.COUNTED_EN.match(tail) or said.COUNTED_ZH.match(tail))

    def kind_of(
        self, item: Item, clause: str, own: str, near: str, asked: str, earlier: list[str], *, is_begun: bool
    ) -> tuple[tuple[str, ...], str]:
        """The kinds that a figure may be of, and how they are told."""
        if said.FORMER.search(clause) and len(self.kinds) > 1:
            return (self.kinds[0],), "taken"
        if said.LATTER.search(clause) and len(self.kinds) > 1:
            return (self.kinds[1],), "taken"
        is_next = self.before is not None and self.before.reading.unit == "count" and said.OF_NEXT.fullmatch(own)
        behind, ahead = said.kind_in(near), said.kind_in(clause, last=True)
        is_joined = bool(item.number + 1 < len(self.items)) and self.items[item.number + 1].reading.start == item.reading.end + len(near)
        first = (behind, ahead)
        if behind and ahead and (ahead != "all" and is_joined or re.search("[一-鿿]", near)):
            first = (ahead, behind)
        for kind in first:
            if kind and kind != "all":
                return (kind,), "own"
        if is_next and self.was.kinds and len(self.was.kinds) == 1 and self.was.kinds[0] != "all":
            return self.was.kinds, "own"
        if said.OF_NEXT.fullmatch(near) and item.number + 1 < len(self.items):
            # 15 of the 22 new ones: what the second counts, the first does too.
            after = self.text[self.items[item.number + 1].reading.end :][:48]
            if kind := said.kind_in(CLAUSES.split(SENTENCES.split(after)[0])[0]):
                return (kind,), "own"
        if "all" in first:
            return ("all",), "own"
        if kind := said.kind_in(own, last=True):
            return (kind,), "own"
        if asked and (kind := said.kind_in(asked, last=True)):
            return (kind,), "taken"
        if asked and self.kind and said.ELLIPSIS.search(asked):
            return (self.kind,), "taken"
        if earlier and (kind := said.kind_in(earlier[-1], last=True)):
            return (kind,), "taken"
        if is_next and self.was.kinds:
            return self.was.kinds, "taken"
        if self.kind:
            is_far = self.before is not None and item.paragraph - self.before.paragraph > 1
            is_up = said.TAKEN_UP.search(own) or (not is_begun and self.before is not None)
            return ((self.kind,), "taken") if is_up and not is_far else ((self.kind, "all"), "carried")
        here = item.reading.start - len(own)
        is_named = any(here <= begin < item.reading.end + len(near) for begin, _, _ in self.subjects)
        return ("all",), "taken" if is_named else "carried"

    def see_kinds(self, own: str) -> None:
        """Kinds told without a figure are told all the same: two classes, new and due."""
        at = {}
        for kind, pattern in said.KINDS[1:3]:
            for match in pattern.finditer(own):
                at[kind] = match.start()
        for kind in sorted(at, key=lambda one: at[one]):
            self.note(kind)

    def is_of_database(self, item: Item, lead: str, own: str, near: str) -> bool:
        """Whether a figure is of entries into a database: told of last, and no kind of projects since."""
        start = item.reading.start - len(lead)
        databases = [begin for begin, _, is_database in self.subjects if is_database and begin < item.reading.start]
        at = max([*(databases[-1:]), *(start + match.start() for match in said.DATABASE.finditer(lead))], default=-1)
        others = [begin for begin, _, is_database in self.subjects if not is_database and begin < item.reading.start]
        away = max([*(others[-1:]), *(start + match.start() for match in said.AWAY.finditer(lead))], default=-1)
        behind = said.DATABASE.search(near)
        if at > max(away, start - 1) or behind or any(
            is_database and item.reading.end <= begin < item.reading.end + len(near)
            for begin, _, is_database in self.subjects
        ):
            self.is_database = True
        elif away >= start:
            self.is_database = False
        return self.is_database

    def listed(self, item: Item, own: str, tail: str) -> tuple[str, ...]:
        """The kind at a rate's place in a list: 分别为68.18%和95%."""
        before = self.before
        is_second = before is not None and before.reading.unit == "pct" and before.sentence == item.sentence
        words = f"{own} · {tail}"
        if is_second and before is not None:
            words += self.text[max(0, before.reading.start - 24) : before.reading.start]
        if len(self.kinds) != 2 or not said.RESPECTIVELY.search(words):  # noqa: PLR2004
            return ()
        return (self.kinds[bool(is_second)],)

    def role_of(
        self, item: Item, clause: str, own: str, near: str, whole_tail: str, asked: str, earlier: list[str]
    ) -> tuple[str, bool]:
        """Whether a count is of projects planned or started, and whether words say so."""
        following = self.items[item.number + 1] if item.number + 1 < len(self.items) else None
        is_whole = self.before is not None and self.before.reading.unit == "count" and said.OF_NEXT.fullmatch(own)
        if is_whole and self.was.role in ("started", "rate", ""):
            return "planned", True
        if following is not None and following.reading.unit == "count" and said.OF_NEXT.fullmatch(near):
            behind = SENTENCES.split(self.text[following.reading.end :][:REACH])[0]
            told = said.role_in(behind) or said.role_in(clause)
            is_new = said.kind_in(behind[:24]) and re.match(r" (?:projects |of them )?(?:are|were|is) ", behind)
            return ("planned" if is_new else told if told in ("left",) else "started"), True
        here = said.role_in(f"{clause} · {near}")
        if here == "left":
            return "left", True
        if any(said.ELLIPSIS.search(words) for words in (near, clause, "" if here or said.role_in(own) else asked)):
            return "started", True
        for role in (here if here == "started" else "", said.role_in(own), here, said.role_in(asked)):
            if role and role != "left":
                return role, True
        if asked and self.role and said.TAKEN_UP.search(asked):
            return "planned", True
        if self.before is not None and self.before.sentence == item.sentence and self.role in ("planned", "started"):
            return self.role, False
        return "planned", bool(said.kind_in(f"{clause} · {near}"))
