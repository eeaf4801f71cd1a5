"""What is worked out once for an object and kept with it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property
else:

    class cached_property:  # noqa: N801 - stands for the one of functools
        """The one of functools without the lock that it takes before Python 3.12, which costs more than most values."""

        def __init__(self, make: Callable[[Any], Any]) -> None:
            self.make, self.name, self.__doc__ = make, make.__name__, make.__doc__

        def __get__(self, owner: Any, kind: type | None = None) -> Any:  # noqa: ANN401 - whatever is kept
            if owner is None:
                return self
            # Found there first from now on, and never asked for here again.
            value = owner.__dict__[self.name] = self.make(owner)
            return value


__all__ = ["cached_property"]
