"""How well the roles of a candidate's parts agree with what the words of a figure ask, in powers of ten.

A score of nought is that of a figure that nothing in reach explains.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from zjjstats.audit.relating.candidates import Candidate
from zjjstats.audit.relating.pointers import meant, pointed
from zjjstats.audit.relating.relations import OF_RELATION
from zjjstats.audit.relating.role_words import POINTING
from zjjstats.audit.relating.roles import Role
from zjjstats.audit.relating.splits import Splits, are_siblings, base_taken_up, extremes
from zjjstats.audit.relating.words import YEAR, named, proper

# Where a part stands: in another segment, sentence, paragraph; behind the figure; right beside it.
SENTENCE, NEXT, PARAGRAPH, FAR, BEHIND, BESIDE, ADJACENT, PER_FIGURE = 0.2, 0.6, 1.0, 1.5, 0.3, 0.5, 0.5, 0.05
# What the figure's words name: by each part, by all together; what is named needs not stand near.
NAMES, TOGETHER, NAMED_FAR = 1.2, 1.2, 0.7
# How much a name counts in a part's own clause, its segment, its sentence; the figure's segment counts half its clause.
LEVELS, LEAD = (1.0, 0.6, 0.25), 0.5
# Its place in a list, the former and the latter.
LISTED, TAKEN_UP, POINTED = 0.6, 1.0, 1.0
# A whole that figures beside it sum to, of which the part is one.
SPLIT, NOTHING = 1.0, frozenset[str]()
# What is named by a capital letter and none of the parts bears.
UNBORNE = 9.0
# A part of another sentence that has no name with the figure's segment in common; no part with the figure's clause.
UNTIED, UNNAMED, OF_ANOTHER = 1.0, 0.3, 9.0
IN_ORDER = frozenset(("gap", "multiple", "more", "difference", "share"))
# What is compared stands before these words, what it is set against behind them.
ORDERED, SIDES = 0.6, 2
COMPARED = re.compile(
    r"比(?!重)|较|占|[高低快慢多少]于|高出|超过|领先|落后|跑赢|跑输|相当于|是(?=[^是]*的$)|\b(?:outpac\w+|outstrip\w*|outgrew|exceed\w*|beat\w*|led|leads?|trail\w*|lag\w*|surpass\w*|top\w+)\b"
)
# Growth and multiples of two times are of one thing.
OF_ONE = frozenset(("growth", "more", "over", "added"))
# These stand right behind their parts, which they need not name.
BESIDE_PARTS = frozenset(("was", "had", "left", "others"))
OF_WHOLE = frozenset(("share", "multiple"))


class Scale:
    """Scores the candidates of one figure."""

    def __init__(self, told: list[Role], role: Role, parts: Iterable[Role], splits: Splits) -> None:
        self.role, self.splits = role, splits
        parts = list(parts)
        often = Counter(name for one in parts for name in one.own)
        asked = dict.fromkeys(role.near, LEAD) | dict.fromkeys(role.own, 1.0)
        if role.is_rate and role.anchor is not None:
            # A rate is of what the count right before it is of.
            asked |= dict.fromkeys(role.anchor.own, 1.0)
        # A name that all figures around bear tells none of them.
        self.asked = {name: part / (1 + often[name]) for name, part in asked.items() if name in often}
        self.total = sum(self.asked.values()) or 1.0
        self.named = {id(one): self.levels(one) for one in parts}
        self.meant = meant(told, role)
        self.sides = sides(role)
        self.is_two_sided = self.sides is not None and all(self.sides)
        self.parts = parts
        self.pointed = pointed(told, role)
        self.proper = proper(role.clause)
        self.extremes = extremes(role, parts)
        base = base_taken_up(role, parts)
        # A clause that names another base takes up none.
        is_named = self.sides is not None and base is not None and bool(self.sides[1] - base.wide)
        self.base = None if is_named else base

    def levels(self, one: Role) -> tuple[float, ...]:
        """How much of each asked name a part bears."""
        own, near, wide = LEVELS
        return tuple(
            own if name in one.own else near if name in one.near else wide if name in one.wide else 0.0
            for name in self.asked
        )

    def score(self, candidate: Candidate) -> float:
        """The score of a candidate."""
        score: float = OF_RELATION[candidate.relation](self.role, *candidate.operands)
        return (
            score
            + self.of_names(candidate)
            + self.of_places(candidate)
            + self.of_others(candidate)
            + self.of_parts(candidate)
        )

    def of_names(self, candidate: Candidate) -> float:
        """What the names count that the parts bear, and where these stand; what is named needs not stand near."""
        names, operands = tuple(self.asked.values()), candidate.operands
        borne = [self.named.get(id(one)) or self.levels(one) for one in operands]
        score = 0.0
        for one, levels in zip(operands, borne, strict=True):
            agreed = sum(level * name for level, name in zip(levels, names, strict=True)) / self.total
            score += (location(self.role, one) * (1 - NAMED_FAR * agreed) + NAMES * agreed) * 2 / len(operands)
        joint: float = sum(max(level) * name for level, name in zip(zip(*borne, strict=True), names, strict=True))
        score += TOGETHER * joint / self.total
        if self.sides and len(operands) == SIDES and candidate.relation in IN_ORDER:
            ours, theirs = self.sides
            score += ORDERED * (self.side(operands[0], ours, theirs) + self.side(operands[1], theirs, ours))
        return score

    def side(self, one: Role, wanted: frozenset[str], other: frozenset[str]) -> float:
        """How a part bears one side of a comparison; one that bears neither misses what another part bears."""
        found = lean(one, wanted, other)
        return found or -(self.is_two_sided and any(wanted & part.own for part in self.parts))

    def of_parts(self, candidate: Candidate) -> float:
        """What it counts that a share is of the whole that lists sum to, and its part alone bears what the share is of."""
        role = self.role
        if candidate.relation == "gap" and self.extremes:
            return (SPLIT + 2 * UNTIED + 2 * FAR) * (candidate.operands == self.extremes)
        if candidate.relation == "gap" and self.base is not None:
            return (SPLIT + 2 * UNTIED) * (set(map(id, candidate.operands)) == {id(role.before), id(self.base)})
        if candidate.relation != "share":
            return 0.0
        part, whole = candidate.operands
        score = SPLIT * self.of_split(part, whole) + (SPLIT + 2 * UNTIED) * (role.paired == (part, whole))
        if self.sides is None or not self.sides[1]:
            own = role.own
            score += ORDERED * (lean(part, own, NOTHING) - lean(whole, own, NOTHING))
        return score

    def of_places(self, candidate: Candidate) -> float:
        """What it counts that parts stand right beside the figure, at its place of a list, or where words point."""
        role, operands = self.role, candidate.operands
        away = sorted(abs(one.item.number - role.item.number) for one in operands)
        score = BESIDE * (away[0] == 1) + ADJACENT * (away[-1] <= SIDES) - PER_FIGURE * sum(away) / len(away)
        index, size = role.place
        for one in operands:
            if size > 1 and one.place[1] == size and one.item.reading.unit != role.item.reading.unit:
                score += LISTED if one.place[0] == index else -LISTED
        if self.pointed is not None and candidate.relation in OF_WHOLE:
            score += POINTED if operands[-1].item.number == self.pointed else -POINTED
        if self.meant:
            wanted, other = self.meant
            score += TAKEN_UP * (any(one in wanted for one in operands) - any(one in other for one in operands))
            # The former exceeds by 35 points: the latter, which is not said.
            score += 2 * TAKEN_UP * (bool(other) and list(operands) == wanted + other)
            score -= 8 * TAKEN_UP * (len(wanted) == SIDES == len(operands) and list(operands) == wanted[::-1])
        return score

    def of_split(self, part: Role, whole: Role) -> int:
        """What speaks for a share in a whole that lists sum to: that the part is listed, and as the shares are."""
        one, other = part.item.number, whole.item.number
        listed = self.splits.get(other, ())
        index, size = self.role.place
        is_even = size > 1 and len(listed) == size
        return (
            (one in listed) - are_siblings(self.splits, one, other) + (is_even and (1 if listed[index] == one else -1))
        )

    def of_others(self, candidate: Candidate) -> float:
        """What speaks for parts that are of something else."""
        role, operands = self.role, candidate.operands
        if candidate.relation in BESIDE_PARTS:
            return 0.0
        untied = OF_ANOTHER if candidate.relation in OF_ONE else UNTIED
        score = 0.0
        is_share = candidate.relation == "share"
        # The whole of a share may be tied to it by its part alone.
        is_split = is_share and operands[0].item.number in self.splits.get(operands[1].item.number, ())
        # A rate right beside its count is of what that is of, and so is its whole right before that.
        anchor = role.anchor if role.is_rate and is_share else None
        is_anchored = anchor is not None and operands[0] is anchor
        tied = role.tied | anchor.tied if anchor is not None and is_anchored else role.tied
        # What was told last of an earlier time and of now: farmers speak of 39 tonnes more.
        is_pointing = bool(POINTING.search(role.item.own_before))
        is_move = role.is_delta and len(operands) == SIDES and operands[0].past != operands[1].past
        # Of steel alone it is no move from steel to copper.
        is_move = is_move and all(map(YEAR.fullmatch, role.near & (operands[0].wide ^ operands[-1].wide)))
        for one in operands:
            is_told_here = one.item.sentence == role.item.sentence or one.item.cell is not None
            is_beside = anchor is not None and is_anchored and (one is anchor or one is anchor.before)
            # The figures imply so much: those of the sentence before; so do all of it together.
            is_taken = role.is_worked_back or (role.is_total and candidate.relation == "sum")
            is_taken = is_taken or (role.is_each and candidate.relation == "average")
            is_beside = is_beside or (is_taken and role.item.sentence - one.item.sentence == 1)
            is_beside = is_beside or (
                (is_pointing or is_move or (role.is_left and candidate.relation == "rest"))
                and any(part is role.before for part in operands)
                and role.item.sentence - one.item.sentence <= SIDES
            )
            is_tied = is_told_here or is_beside or (is_split and one is operands[1])
            score -= untied * (not is_tied and bool(role.near) and not tied & one.tied)
        is_unborne = any(not any(name in one.wide for one in operands) for name in self.proper)
        score -= UNBORNE * (is_unborne or (role.item.cell is None and not are_cells_named(role, operands)))
        return score - UNNAMED * (bool(role.own) and not any(role.own & one.wide for one in operands))


def sides(role: Role) -> tuple[frozenset[str], frozenset[str]] | None:
    """What the words of a comparison name before and behind it; None where they do not part."""
    before, behind = role.item.own_before, role.item.own_after
    parted = COMPARED.split(before, maxsplit=1)
    ours, theirs = named(parted[0]), named(parted[1] if len(parted) == SIDES else behind)
    if not ours and len(parted) == SIDES and role.last is not None and role.last.item.segment == role.item.segment:
        # 城关街道占42.2%，比双桥镇多2.20亿元.
        ours = role.last.own
    common = ours & theirs
    return (ours - common, theirs - common) if ours - common or theirs - common else None


def are_cells_named(role: Role, parts: tuple[Role, ...]) -> bool:
    """Whether the words of a sentence name the row, or the column, of a cell that its figure is made of."""
    cells = [one.item for one in parts if one.item.cell is not None]
    if not cells:
        return True
    is_of_row = len({one.name for one in cells}) == 1
    labels = [named(one.head if is_of_row else one.name) for one in cells]
    if role.is_summed and len({one.head for one in cells}) == 1 and len(cells) == len(parts) > SIDES:
        return bool(named(cells[0].head) & role.wide)
    # Cells of one row are named by its head, those of two rows by the names of both.
    return (any if is_of_row else all)(bool(names & role.wide) for names in labels)


def lean(one: Role, wanted: frozenset[str], other: frozenset[str]) -> float:
    """Whether a part bears names of one side of a comparison (1) or of the other (-1)."""
    for names in (one.own, one.near):
        ours, theirs = len(names & wanted), len(names & other)
        if ours != theirs:
            return 1.0 if ours > theirs else -1.0
    return 0.0


def location(role: Role, one: Role) -> float:
    """What a part's place counts."""
    item, other = role.item, one.item
    if other.segment == item.segment:
        off = 0.0
    elif other.sentence == item.sentence or (item.cell and other.cell):
        off = SENTENCE
    elif abs(other.sentence - item.sentence) == 1:
        off = NEXT
    else:
        off = PARAGRAPH if other.paragraph == item.paragraph else FAR
    return -off - BEHIND * (other.number > item.number)
