"""Which way words say that a figure goes."""

from __future__ import annotations

import re

from zjjstats.audit.relating.roles import Role

LOW = re.compile(
    r"低|慢|落后|回落|下[降滑]|放缓|减缓|缩小|收窄|below|slow|lower|less|behind|short|down|trail|lag|fell|eas|drop|loss|lost|declin|decreas|worse|adrift|miss",
    re.IGNORECASE,
)
HIGH = re.compile(
    r"高|快|超|领先|提升|上升|扩大|多|above|faster|higher|more|ahead|up\b|beat|outpac|exceed|rose|gain|increas|improv|better|lead|outstrip|accelerat",
    re.IGNORECASE,
)


def direction(role: Role) -> int:
    """Whether words say that a figure is a gap upward (1) or downward (-1); nought where they say neither, or both."""
    return bool(HIGH.search(role.words)) - bool(LOW.search(role.words))
