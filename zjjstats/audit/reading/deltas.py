"""Whether a figure is how much more, less or left something is, which is no level of it."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.reading.beginnings import compiled
from zjjstats.audit.reading.layout import Item

BEFORE = compiled(
    r"(?:多(?:出|完成|实现|投入|收入|征收|开工|竣工|签约|引进|投资)?|少(?:完成|实现|投入|收入|征收|开工|竣工|签约|投资)?|净增|增加|增收|增量|减少|减收|新增|压减|相差|差距|差额|差|尚差|还差|顺差|逆差|多了|超出|高出|高|低出?|节约|结余|剩余|剩下?|余下?(?!额)|超额(?:完成)?|超收|超支|其余|尚有|还有|缺口|相?隔|相距|(?:尚未|还没|没有?|未)[一-鿿]{1,6})(?:了|额|为|达|约|近|的|只|还有)*$"
    r"|(?:[高低多少超]出|[高低多少]于|领先于?|落后于?|[比较][^，。；0-9]{2,10}[多少高低])[一-鿿]{2,8}$"
    r"|(?i:\b(?:gap|difference|lead|gain|increase|rise|fall|drop|decrease|surplus|shortfall|saving|remainder|(?<!value )(?<!value-)added|adding|net|another|by|leav(?:es|ing)|left|other|remaining|rest,?) (?:of |the |only |just )*$)"
)
AFTER = re.compile(
    r",? (?:more|less|fewer|higher|lower|above|below|over(?! the)|under(?! way| construction)|bigger|smaller|larger|short|ahead|behind|left|remain\w*|extra|additional|apart|(?:lay|lies?|stood|stands?|separat\w+) (?:between )?(?:them|the two|both))\b|"
    r" (?:increase|decrease|rise|gain|fall|drop|difference|gap|lead|on top)\b|之差|的(?:差距|增量|差额|缺口)",
    re.IGNORECASE,
)


AHEAD_OF = re.compile(
    r"\b(?:difference|gap|distance|lead|shortfall|surplus|gain|increase|rise|fall|drop)\b[^.;]{0,56}$", re.IGNORECASE
)


def is_delta(item: Item) -> bool:
    """Whether a figure is a difference, by the words on either side of it."""
    return bool(BEFORE.search(item.own_before[-32:]) or AHEAD_OF.search(item.before) or AFTER.match(item.after))
