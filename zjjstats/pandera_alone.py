"""pandera without Spark: wherever Spark is installed it would load Spark's own pandas, which takes long and warns."""

from __future__ import annotations

import sys

SPARK_PANDAS = "pyspark.pandas"

known = sys.modules.get(SPARK_PANDAS)
# What stands as None among the modules cannot be imported, and pandera then goes on without it.
sys.modules[SPARK_PANDAS] = None  # type: ignore[assignment]
try:
    import pandera.backends.pandas.builtin_checks  # noqa: F401 - loaded at the first check otherwise
    import pandera.pandas as pa
    from pandera.errors import SchemaErrors
finally:
    del sys.modules[SPARK_PANDAS]
    if known is not None:
        sys.modules[SPARK_PANDAS] = known

__all__ = ["SchemaErrors", "pa"]
