"""A workspace's texts to checked values: every rule of the codebook, all faults of all tables at once."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from zjjstats.cells import CityNames, as_fraction, read_column
from zjjstats.codebook import TABLES
from zjjstats.corrections import correct
from zjjstats.errors import Fault, UnknownNameError
from zjjstats.pandera_alone import SchemaErrors, pa
from zjjstats.schema import GROUP, PROVINCE, UNITS_IN_PERCENT, Table


def read_values(
    texts: dict[str, pd.DataFrame],
    faults: list[Fault],
    warnings: list[str],
    partial: Mapping[str, set[int]] | None = None,
) -> tuple[dict[str, pd.DataFrame], dict[str, int]]:
    """Each table's values, checked, and by table how many corrections were applied; see `correct` for ``partial``."""
    cities = CityNames(texts["cities"]) if len(texts.get("cities", ())) else None
    values = {
        name: pd.DataFrame({column.name: pd.Series(dtype=column.dtype) for column in table.columns})
        for name, table in TABLES.items()
    }
    corrected = correct(texts, cities, faults, partial)
    for name, frame in texts.items():
        values[name] = check(TABLES[name], frame, cities, faults)
        sources = (frame["source"] == "").sum() if "source" in frame else 0
        if sources:
            warnings.append(f"{TABLES[name].file}: {sources} rows name no source")
    if len(values["dictionary"]):
        for name in ("indicators", "bulletin"):
            refer(TABLES[name], values[name], values["dictionary"], faults)
    if len(values["bulletin"]) and len(values["cities"]):
        check_bulletin(values["bulletin"], values["groups"], len(values["cities"]), faults)
    if "indicators" in texts:
        take_fractions(texts["indicators"], values, warnings)
    return values, corrected


def check(table: Table, texts: pd.DataFrame, cities: CityNames | None, faults: list[Fault]) -> pd.DataFrame:
    """The table's values; what breaks a rule of the cell, the key or the row is added to the faults."""
    read = {}
    broken: set[tuple[int, str]] = set()
    for column in table.columns:
        read[column.name], rules = read_column(texts[column.name], column, cities)
        broken |= {(row, column.name) for row in rules}
        faults.extend(
            Fault(table.file, row, column.name, texts.at[row, column.name], rule) for row, rule in rules.items()
        )
    values = pd.DataFrame(read)
    repeated = values[values.duplicated(list(table.key), keep=False)]
    for row, cells in repeated[list(table.key)].iterrows():
        named = ", ".join(f"{name}={cell}" for name, cell in cells.items() if not pd.isna(cell))
        if not any((row, name) in broken for name in table.key):
            faults.append(Fault(table.file, row, ", ".join(table.key), named, "the key occurs more than once"))
    try:
        table.schema().validate(values, lazy=True)
    except SchemaErrors as errors:
        for error in errors.schema_errors:
            of_row = isinstance(error.schema, pa.DataFrameSchema)
            column = error.check.name if of_row else error.schema.name
            rule = "must not be empty" if error.reason_code.name == "SERIES_CONTAINS_NULLS" else error.check.error
            rows = {int(row) for row in error.failure_cases["index"].dropna()}
            told = ((row, texts.at[row, column]) for row in rows if (row, column) not in broken)
            faults.extend(Fault(table.file, row, column, text, rule) for row, text in told)
    return values


def refer(table: Table, values: pd.DataFrame, dictionary: pd.DataFrame, faults: list[Fault]) -> None:
    """Adds a fault for each row whose indicator the dictionary does not have."""
    known = set(dictionary["indicator"])
    named = values["indicator"]
    for row, name in named[named.notna() & ~named.isin(known)].items():
        rule = str(UnknownNameError.among("indicator", name, known))
        faults.append(Fault(table.file, row, "indicator", name, f"must be a key of dictionary.csv: {rule}"))


def check_bulletin(bulletin: pd.DataFrame, groups: pd.DataFrame, cities: int, faults: list[Fault]) -> None:
    """Adds a fault for a scope that does not exist, places beyond the last, and a rank printed in two ways."""
    file, scopes = TABLES["bulletin"].file, {PROVINCE, GROUP, *groups["scheme"].dropna()}
    faults.extend(
        Fault(file, row, "scope", joined, str(UnknownNameError.among("scope", scope, scopes)))
        for row, joined in bulletin["scope"].dropna().items()
        for scope in joined.split("|")
        if scope not in scopes
    )
    before = bulletin["rank"] + bulletin["places_gained"]
    for name, place in {"rank": bulletin["rank"], "places_gained": before}.items():
        beyond = bulletin[(bulletin["scope"] == PROVINCE) & (place > cities).fillna(value=False)]
        rule = f"means a place beyond {cities}, the number of cities"
        faults.extend(Fault(file, row, name, str(value), rule) for row, value in beyond[name].items())
    told = bulletin.dropna(subset="rank").groupby(["period", "city", "indicator", "scope"])["rank"]
    unlike = bulletin.loc[told.transform("nunique").pipe(lambda count: count[count > 1]).index, "rank"]
    rule = "differs from another rank of the same period, city, indicator and scope"
    faults.extend(Fault(file, row, "rank", str(value), rule) for row, value in unlike.items())


def take_fractions(texts: pd.DataFrame, values: dict[str, pd.DataFrame], warnings: list[str]) -> None:
    """Turns values in percent into fractions, and warns where the dictionary says fewer decimals than are printed."""
    entries = values["dictionary"].drop_duplicates("indicator").set_index("indicator")
    indicators = values["indicators"]
    units = indicators["indicator"].map(entries["unit"])
    in_percent = units.isin(UNITS_IN_PERCENT) & indicators["value"].notna()
    indicators.loc[in_percent, "value"] = as_fraction(texts["value"][in_percent])
    codes, kinds = pd.factorize(texts["value"])
    decimals = pd.Series(kinds, dtype="str").str.extract(r"\.([0-9]+)$", expand=False).str.len().fillna(0)
    printed = decimals.take(codes).set_axis(texts.index)
    too_many = indicators[printed > indicators["indicator"].map(entries["decimals"])]
    for name, rows in too_many.groupby("indicator"):
        warnings.append(f"indicators.csv: {len(rows)} values of {name} have more decimals than dictionary.csv says")
