"""What a text has told up to each figure: the city, period, indicator and projects named before it."""

from __future__ import annotations

import re
from dataclasses import replace

from zjjstats.audit.naming.context import Context
from zjjstats.audit.naming.firmness import CERTAIN, CLAUSES, NONE, WORDS, firmness_of
from zjjstats.audit.naming.mention import Mention
from zjjstats.audit.naming.other_figures import is_another
from zjjstats.audit.naming.periods_between import earlier, goes_on, is_year
from zjjstats.audit.naming.times_told import is_left, is_right_behind, is_trailing, month_behind, period_of
from zjjstats.audit.naming.words_between import (
    EACH,
    SET_AGAINST,
    SHARE_OF_PROVINCE,
    WHEN,
    WITH_PROVINCE,
    asked_of,
    blanked,
    city_behind,
    city_of,
    closes,
    explains,
    indicator_behind,
    is_listed,
    names_count,
    ranked_by,
    told_where,
)
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item, sentence_end
from zjjstats.schema import PROVINCE

# So many mentions ahead are looked at for what a figure's own words name behind it.
NEXT = 6
# A programme is carried on for so many paragraphs, and further only to confirm what fits.
CARRIED, FAR = 3, 12
EVERYWHERE = -2


class ToldSoFar:
    """What a text has told up to a place.

    Parameters
    ----------
    text
        The folded text.
    found
        Its names outside of tables, in order.
    own_words
        By indicator, the words of its name.
    city, period
        What figures are of before the text says so.
    """

    def __init__(
        self, text: str, found: list[Mention], own_words: dict[str, re.Pattern[str]], *, city: str, period: str
    ) -> None:
        self.text, self.found, self.own_words, self.period = text, found, own_words, period
        self.city = self.home = self.last_city = city
        self.at = 0
        self.here, self.span, self.is_told, self.latest = city, period, False, ""
        self.indicator, self.named_at, self.firm = "", -1, NONE
        self.subject, self.topic, self.subject_paragraph, self.topic_paragraph = "", "", -9, -9
        self.told_in, self.loose_in, self.month = -1, -1, ""
        self.remark: tuple[int, str, bool, str | None] | None = None
        # The period of the first figure of the paragraph.
        self.opened_with = ""
        self.previous: Item | None = None

    def above(self, around: tuple[frozenset[str], frozenset[str], frozenset[str]]) -> Context:
        """What the text above a table says of it."""
        return Context(
            self.here or self.city, self.span, self.is_told, "", self.subject, "", around,
            maybe=tuple(filter(None, [self.topic])), home=self.city,
        )  # fmt: skip

    def pass_table(self, item: Item) -> None:
        """What the text above a table names is taken note of."""
        if self.previous is None or item.paragraph != self.previous.paragraph:
            self.new_paragraph()
        gap = item.paragraph - (self.previous.paragraph if self.previous else 0)
        self.pass_names(item, item.reading.start)
        # The rows of a table part what stands above and below it by nothing.
        self.topic_paragraph, self.subject_paragraph = self.topic_paragraph + gap, self.subject_paragraph + gap
        self.previous = item

    def context(self, item: Item) -> Context:
        """What the next figure is of."""
        start, previous = item.reading.start, self.previous
        if previous is None or item.paragraph != previous.paragraph:
            self.new_paragraph()
        cut = max(previous.reading.end if previous else 0, start - len(item.before) - 1)
        passed = self.pass_names(item, cut)
        words = blanked(self.text, max(cut, self.named_at), start, passed)
        self.firm = min(self.firm, firmness_of(words, self.own_words.get(self.indicator))) if self.indicator else NONE
        if item.paragraph - self.subject_paragraph > FAR:
            self.subject = ""
        self.previous = item
        coming = self.found[self.at : self.at + NEXT]
        stop = sentence_end(self.text, item.reading.end)
        ahead = next((one.key for one in coming if one.kind == "subject" and one.start < stop), "")
        own = period_of(self.text, item, passed, coming, self.span, self.period)
        span, is_own = own or self.span, bool(own)
        self.opened_with = self.opened_with or span
        context = Context(
            self.own_city(item, passed, coming), span, self.is_told or is_own, "", self.subject, ahead,
            release_period=self.period, month=month_behind(self.text, item, coming) or self.month, home=self.city,
            is_period_here=is_own or self.told_in == item.sentence,
            is_ahead_here=self.subject_paragraph < item.paragraph
            and any(one.kind == "subject" and one.start < item.reading.end + len(item.after) for one in coming),
        )  # fmt: skip
        context = self.with_indicator(context, item, coming)
        is_loose = (
            is_left(item)
            or (bool(self.subject) and not context.indicator and item.paragraph - self.subject_paragraph > CARRIED)
            or any(one.kind == "back" and not one.key for one in passed)
            or self.loose_in in (item.sentence, EVERYWHERE)
            or is_another(item, span)
        )
        return replace(context, firmness=min(context.firmness, WORDS)) if is_loose else context

    def new_paragraph(self) -> None:
        """A paragraph begins with the city of its section; the year that the last one ended with is not carried on."""
        self.here, self.last_city, self.indicator, self.firm = self.home, self.home, "", NONE
        if is_year(self.span) and is_year(self.latest) and self.span < self.latest <= (self.period or self.latest):
            self.span = self.latest
        # What the last paragraph looked back to, behind figures of its own year, is not carried on.
        if is_year(self.span) and self.span < self.opened_with <= (self.period or self.opened_with):
            self.span = self.opened_with
        self.latest, self.month, self.loose_in, self.opened_with = "", "", -1, ""

    def pass_names(self, item: Item, cut: int) -> list[Mention]:  # noqa: C901 - one branch per kind of name
        """The names up to a figure, taken note of."""
        passed: list[Mention] = []
        while self.at < len(self.found) and self.found[self.at].start < item.reading.start:
            mention = self.found[self.at]
            self.at += 1
            self.end_remark(mention.start)
            if goes_on(mention, self.span, self.period):
                self.span, self.is_told = earlier(self.span, mention), True
                continue
            if mention.start >= cut:
                passed.append(mention)
            if mention.is_aside:
                self.pass_aside(mention, item)
                continue
            if mention.kind == "this":
                # This year, behind what was told of an earlier one; now, behind what was of some of its months.
                is_over = mention.key or self.span[:4] < self.period[:4]
                is_over = is_over and not is_right_behind(self.text, self.previous, mention)
                self.span = max(self.span, self.period) if is_over else self.span
                continue
            if mention.kind in ("city", "period") and not self.remark and (closing := closes(self.text, mention)):
                self.remark = closing, self.span, self.is_told, self.here
            if mention.kind == "city":
                is_open = is_listed(self.text, self.found, self.at)
                # What holds for each of several cities holds for the last.
                is_each = EACH.search(self.text, mention.end, item.reading.start)
                self.here = "" if is_open and not is_each else mention.key
                self.last_city = self.last_city if mention.key == PROVINCE else self.here
            elif mention.kind == "period":
                self.take_period(mention)
                self.told_in = item.sentence
            elif mention.kind == "indicator":
                # What stands right behind a figure names that figure, not the next.
                is_behind = self.previous is not None and names_count(self.text, self.previous, mention)
                is_behind = is_behind and item.reading.unit not in ("rank", "places")
                self.indicator, self.named_at, self.firm = "" if is_behind else mention.key, mention.end, CERTAIN
                self.firm = CLAUSES if mention.is_short else CERTAIN
                if mention.key:
                    self.topic, self.topic_paragraph = mention.key, item.paragraph
            else:
                self.subject, self.subject_paragraph = mention.key, item.paragraph
                if mention.end > cut:
                    self.indicator, self.named_at = "", mention.end
        self.end_remark(item.reading.start)
        return passed

    def pass_aside(self, mention: Mention, item: Item) -> None:
        """What stood when something else did is told of that time; months and spans of years loosen their sentence."""
        if told_where(self.text, mention):
            self.remark = sentence_end(self.text, mention.end), self.span, self.is_told, self.here
            self.here = mention.key
        if mention.kind in ("period", "back") and mention.key and WHEN.match(self.text, mention.end):
            self.remark = sentence_end(self.text, asked_of(self.text, mention)), self.span, self.is_told, None
            self.span, self.is_told = earlier(self.span, mention), True
        if mention.kind == "quarter":
            self.loose_in = EVERYWHERE
        elif mention.kind == "month" and self.told_in == item.sentence:
            self.month = mention.key or self.month
        elif mention.kind in ("span", "month"):
            is_here = sentence_end(self.text, mention.end) >= item.reading.start
            self.loose_in, self.month = item.sentence if is_here else -1, mention.key or self.month

    def take_period(self, mention: Mention) -> None:
        """A period holds from here on; one behind a figure is that figure's."""
        if not is_trailing(self.text, self.previous, mention, self.span):
            self.span, self.is_told = mention.key, True
            self.latest = max(self.latest, self.span)
            self.loose_in = -1 if self.loose_in == EVERYWHERE else self.loose_in

    def end_remark(self, place: int) -> None:
        """Behind a remark in brackets, what stood before it holds again."""
        if self.remark and place >= self.remark[0]:
            _, self.span, self.is_told, here = self.remark
            self.remark, self.here = None, self.here if here is None else here

    def own_city(self, item: Item, passed: list[Mention], coming: list[Mention]) -> str:
        """The city that a figure is compared for, or that stands right behind it; else the one told last."""
        ranked = city_behind(self.text, item, coming) if item.reading.unit == "rank" else ""
        if ranked and SET_AGAINST.search(item.own_before):
            return ranked
        self.here = ranked or self.here
        if item.reading.unit in ("points", "places", "rank") or (item.reading.kind == "amount" and is_delta(item)):
            # The province is no place among its cities: what was set against it is ranked.
            is_ranked = item.reading.unit in ("places", "rank") or WITH_PROVINCE.search(item.own_before)
            return self.last_city if is_ranked and self.here == PROVINCE else self.here
        if SHARE_OF_PROVINCE.search(item.own_before):
            # 长沙占全省的29.8%: the share is the city's.
            return self.last_city
        return city_of(self.text, item, passed, coming, self.here)

    def with_indicator(self, context: Context, item: Item, coming: list[Mention]) -> Context:
        """The indicator that a figure is of by the words before it, else by those behind it."""
        text, after = self.text, coming[0] if coming else None
        if after and (names_count(text, item, after) or (not self.is_tied and explains(text, item, after))):
            return replace(context, indicator=after.key, firmness=CERTAIN)
        if item.reading.unit in ("rank", "points") and (named := ranked_by(text, coming, item)) is not None:
            return replace(context, indicator=named, firmness=CERTAIN)
        if self.is_tied:
            return replace(context, indicator=self.indicator, firmness=CERTAIN)
        maybe = [self.indicator] if self.firm > NONE else []
        maybe += indicator_behind(text, item, coming)
        is_carried = not maybe and item.paragraph - self.topic_paragraph <= CARRIED * 2
        own = self.own_words.get(self.topic)
        if is_carried and NONE not in (firmness_of(item.own_before, own), firmness_of(item.own_after, own)):
            maybe.append(self.topic)
        told = tuple(filter(None, maybe))
        return replace(
            context, indicator=self.indicator if self.firm else "", firmness=self.firm or CERTAIN, maybe=told
        )

    @property
    def is_tied(self) -> bool:
        """Whether nothing but glue stands between the indicator named and the figure."""
        return bool(self.indicator) and self.firm == CERTAIN
