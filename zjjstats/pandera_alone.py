"""pandera without what it would load wherever it is installed, and what nobody here asks of it.

Spark's own pandas takes long to load and warns; hypothesis, with which pandera makes up data, takes a while too.
"""

from __future__ import annotations

import sys

hidden = [name for name in ("pyspark.pandas", "hypothesis") if name not in sys.modules]
# What stands as None among the modules cannot be imported, and pandera then goes on without it.
sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
try:
    import pandera.backends.pandas.builtin_checks  # noqa: F401 - loaded at the first check otherwise
    import pandera.pandas as pa
    from pandera.errors import SchemaErrors
finally:
    for name in hidden:
        del sys.modules[name]

__all__ = ["SchemaErrors", "pa"]
