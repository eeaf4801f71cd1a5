"""What is measured on: values of places by period and indicator, and a ledger of projects, both by chance."""

from __future__ import annotations

import datetime as dt

KEYS = ["period", "indicator", "city"]
BY = ["period", "indicator"]
IN_GROUP = [*BY, "group"]
FIRST_YEAR = 2003
COUNTIES = 2800
DATES = ("planned_start", "planned_completion", "started_on", "suspended_on", "resumed_on")
ON = dt.date(2022, 3, 31)
KINDS = ("all", "new", "due")


def values(rows, *, published=True):
    """20 periods x 40 indicators x as many cities as it takes, in an order by chance.

    Published values have one decimal and so repeat; others hardly ever do.
    """
    import numpy as np  # noqa: PLC0415 - a process loads what it measures

    random = np.random.default_rng(2022)
    periods, indicators = 20, 40
    cities = max(1, rows // (periods * indicators))
    count = periods * indicators * cities
    order = random.permutation(count)
    value = random.normal(5, 5, count)
    return {
        "period": (FIRST_YEAR + order // (indicators * cities)).astype("int64"),
        "indicator": (order // cities % indicators).astype("int64"),
        "city": (order % cities).astype("int64"),
        "group": (order % cities % 31).astype("int64"),
        "value": np.where(random.random(count) < 0.02, np.nan, np.round(value, 1) if published else value),
    }


def ledger(rows):
    """Projects of counties with their dates between 2019 and 2024; of three, about one was never suspended."""
    import numpy as np  # noqa: PLC0415

    random = np.random.default_rng(2022)
    days = {name: random.integers(0, 6 * 365, rows).astype("timedelta64[D]") for name in DATES}
    dates = {name: (np.datetime64("2019-01-01") + day).astype("datetime64[us]") for name, day in days.items()}
    for name, share in (("started_on", 0.2), ("suspended_on", 0.7), ("resumed_on", 0.5)):
        dates[name][random.random(rows) < share] = np.datetime64("NaT")
    return {"county": random.integers(0, COUNTIES, rows)} | dates
