"""Verdicts on the claims of a workspace: each recomputed from its own parts, or else compared with the tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

import pandas as pd

from zjjstats.audit.claims.values import NUMBER, Claim, Reading, Tables, Unclear
from zjjstats.audit.claims.words import CLAIM_WORDS
from zjjstats.audit.judging.findings import verdict
from zjjstats.audit.releases.in_workspace import belongs
from zjjstats.periods import Period
from zjjstats.phrases import Lang
from zjjstats.schema import PROVINCE
from zjjstats.wording import rounded
from zjjstats.workspace import Workspace

COLUMNS = ["release", "city", "period", "claim", "quantity", "printed", "unit", "verdict", "expected", "evidence"]


def claim_verdicts(workspace: Workspace, *, period: str = "", city: str = "", lang: Lang = "zh") -> pd.DataFrame:
    """One row per claim of the workspace, with its verdict.

    A claim with a ``check`` is recomputed from it; another is compared with the facts and league tables of its city and
    period where its quantity means one figure of theirs. It holds when the value rounds, half up, to what is printed,
    at the printed precision.

    Parameters
    ----------
    workspace
        The tables, from `zjjstats.open_workspace`.
    period
        Only claims that belong into the report of this period; empty for all.
    city
        Only claims about this city, by key or name, or ``province``; empty for all.
    lang
        Language of the evidence.

    Returns
    -------
    pandas.DataFrame
        release, city, period, claim, quantity, printed, unit, verdict, expected (in the printed unit and precision;
        missing where nothing was recomputed), evidence.

    Raises
    ------
    PeriodError, UnknownNameError
        The period cannot be read, or there is no such city.

    Examples
    --------
    >>> import zjjstats as zj
    >>> claims = claim_verdicts(zj.open_workspace("published"), period="2019M01-M08", lang="en")
    >>> off = claims[claims["verdict"] == "last-digit"]
    >>> off[["printed", "expected", "evidence"]].values.tolist()
    [['67.99', 67.98, '1750.07 ÷ 2574.3 = 67.98236%']]
    """
    claims = workspace["claims"]
    if city:
        claims = claims[claims["city"] == (city if city == PROVINCE else workspace.city(city))]
    if period:
        report = Period.parse(period)
        claims = claims[[belongs(told, report) for told in claims["period"]]]
    tables = Tables(workspace, lang)
    rows = [judged(claim, tables) for claim in claims.to_dict("records")]
    return pd.DataFrame(rows, columns=COLUMNS, index=claims.index).astype({"expected": "Float64"})


def judged(claim: Claim, tables: Tables) -> dict[str, Any]:
    """A claim with its verdict, what it should be, and the evidence."""
    told = {name: claim[name] for name in COLUMNS if name in claim}
    words = CLAIM_WORDS[tables.lang]
    if not re.fullmatch(NUMBER, claim["printed"]):
        return told | {"verdict": "not-checked", "expected": None, "evidence": words["no_number"]}
    try:
        return told | found(Decimal(claim["printed"]), list(tables.readings(claim)), words)
    except Unclear as reason:
        return told | {"verdict": "not-checked", "expected": None, "evidence": str(reason)}
    except InvalidOperation:
        return told | {"verdict": "not-checked", "expected": None, "evidence": words["too_long"]}


def found(printed: Decimal, readings: Sequence[Reading], words: Mapping[str, str]) -> dict[str, Any]:
    """Verdict, what it should be, and the evidence, from every value that the claim may mean."""
    decimals = max(-int(printed.as_tuple().exponent), 0)
    verdicts = [verdict(printed, reading.value, decimals) for reading in readings]
    holding = [reading for reading, one in zip(readings, verdicts, strict=True) if one == "confirmed"]
    evidence = words["or"].join(reading.how for reading in readings)
    if len(readings) > 1 and holding:
        named = words["or"].join(reading.how for reading in holding)
        return {"verdict": "ambiguous", "expected": None, "evidence": words["readings"].format(holding=named)}
    expected = {float(rounded(reading.value, decimals)) for reading in readings}
    worth = expected.pop() if len(expected) == 1 else None
    return {
        "verdict": verdicts[0] if len(readings) == 1 else "contradicted",
        "expected": worth,
        "evidence": evidence,
    }
