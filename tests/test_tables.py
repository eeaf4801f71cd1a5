"""A workspace's tables: found by name or path, read whatever their outer form, described and traced."""

from __future__ import annotations

import hashlib
import json

import pandas as pd
import pytest

import zjjstats as zj
from conftest import CITIES, DICTIONARY, ROOT
from zjjstats.errors import Fault

INDICATORS = [
    ["period", "city", "indicator", "value", "source", "published_on", "note"],
    ["2022Q1", "alpha", "output_growth", "8.1", "bureau", "2022-04-20", "revised"],
    ["2022Q1", "beta", "output_growth", "", "bureau", "", ""],
    ["2022Q1", "alpha", "energy_use", "1234.5", "bureau", "", ""],
]
GROUPS = [
    ["scheme", "group", "city", "first_year", "last_year", "source"],
    ["clubs", "north", "beta", "2020", "2021", "order 1"],
    ["clubs", "north", "alpha", "2020", "2023", "order 1"],
    ["clubs", "south", "gamma", "2020", "2021", "order 1"],
    ["clubs", "south", "beta", "2022", "2023", "order 2"],
    ["clubs", "south", "gamma", "2022", "2023", "order 2"],
]


def described(place, **package):
    (place / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    return zj.open_workspace(place)


@pytest.mark.parametrize("name", ["published", "sample"])
def test_a_shipped_workspace_opens_by_its_name(name):
    workspace = zj.open_workspace(name)
    assert workspace.path == ROOT / "data" / name
    assert len(workspace["cities"]) == 14


@pytest.mark.parametrize("name", ["published", "sample"])
def test_a_shipped_workspace_gives_no_warning(name):
    assert zj.open_workspace(name).warnings == []


def test_a_workspace_opens_by_its_whole_path():
    assert zj.open_workspace(ROOT / "data" / "sample").path == ROOT / "data" / "sample"
    assert zj.open_workspace(str(ROOT / "data" / "sample")).path == ROOT / "data" / "sample"


def test_a_path_relative_to_the_package_means_the_same_from_another_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert zj.open_workspace("data/published").path == ROOT / "data" / "published"


def test_a_path_relative_to_the_working_folder_is_found(folder, tmp_path, monkeypatch):
    folder(cities=CITIES)
    monkeypatch.chdir(tmp_path.parent)
    assert zj.open_workspace(tmp_path.name).path == tmp_path.resolve()


def test_a_folder_that_does_not_exist_is_refused_with_the_shipped_names():
    with pytest.raises(zj.UnknownNameError) as caught:
        zj.open_workspace("nowhere")
    assert str(caught.value) == "no folder 'nowhere', and no workspace of that name; shipped: published, sample"


def test_a_byte_order_mark_changes_nothing(folder, tmp_path):
    plain = zj.open_workspace(folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS))
    for file in tmp_path.glob("*.csv"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    marked = zj.open_workspace(tmp_path)
    assert marked.warnings == []
    for name in ("cities", "dictionary", "indicators"):
        pd.testing.assert_frame_equal(marked[name], plain[name])


def test_windows_line_ends_and_blank_lines_change_nothing(folder, tmp_path):
    plain = zj.open_workspace(folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS))
    for file in tmp_path.glob("*.csv"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n") + b",,\r\n\r\n")
    windows = zj.open_workspace(tmp_path)
    for name in ("cities", "dictionary", "indicators"):
        pd.testing.assert_frame_equal(windows[name], plain[name])


def test_the_order_of_columns_changes_nothing(folder):
    plain = zj.open_workspace(folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS))
    turned = zj.open_workspace(folder(indicators=[row[::-1] for row in INDICATORS]))
    assert list(turned["indicators"].columns) == INDICATORS[0]
    pd.testing.assert_frame_equal(turned["indicators"], plain["indicators"])


def test_an_unknown_column_is_named_in_a_warning_and_not_kept(folder):
    workspace = zj.open_workspace(folder(cities=[[*row, "x"] for row in CITIES]))
    assert workspace.warnings == ["cities.csv: unknown column 'x' is not used"]
    assert list(workspace["cities"].columns) == ["city", "name_zh", "name_en", "code", "order"]


def test_rows_without_a_source_are_counted_in_a_warning(folder):
    rows = [["period", "city", "database", "entries", "source"], ["2022Q1", "alpha", "pool", "5", ""]]
    assert zj.open_workspace(folder(cities=CITIES, entries=rows)).warnings == ["entries.csv: 1 rows name no source"]


def test_values_finer_than_the_dictionary_says_are_counted_in_a_warning(folder):
    rows = [INDICATORS[0], ["2022Q1", "alpha", "output_growth", "8.15", "s", "", ""]]
    workspace = zj.open_workspace(folder(cities=CITIES, dictionary=DICTIONARY, indicators=rows))
    assert workspace.warnings == [
        "indicators.csv: 1 values of output_growth have more decimals than dictionary.csv says"
    ]


def test_an_absent_table_is_empty_and_has_its_columns(folder):
    entries = zj.open_workspace(folder(cities=CITIES))["entries"]
    assert len(entries) == 0
    assert list(entries.columns) == ["period", "city", "database", "entries", "source"]


def test_an_optional_column_that_is_absent_is_missing_in_every_row(folder):
    rows = [row[:5] for row in INDICATORS]
    indicators = zj.open_workspace(folder(cities=CITIES, dictionary=DICTIONARY, indicators=rows))["indicators"]
    assert indicators["published_on"].isna().tolist() == [True, True, True]
    assert indicators["note"].isna().tolist() == [True, True, True]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("zhangjiajie", "zhangjiajie"),
        ("Zhangjiajie", "zhangjiajie"),
        ("张家界市", "zhangjiajie"),
        ("张家界", "zhangjiajie"),
        (" 张家界 ", "zhangjiajie"),
        ("湘西自治州", "xiangxi"),
        ("湘西州", "xiangxi"),
        ("湘西", "xiangxi"),
        ("xiangxi", "xiangxi"),
        ("湘潭", "xiangtan"),
        ("province", "province"),
        ("全省", "province"),
    ],
)
def test_a_city_is_known_by_every_way_to_write_it(published, written, key):
    assert published.city(written) == key


def test_a_city_is_stored_by_its_key_however_it_is_written(folder):
    written = ["alpha", "Beta", "丙", "province"]
    rows = [INDICATORS[0], *(["2022Q1", name, "output_growth", "1.0", "s", "", ""] for name in written)]
    workspace = zj.open_workspace(folder(cities=CITIES, dictionary=DICTIONARY, indicators=rows))
    assert workspace["indicators"]["city"].tolist() == ["alpha", "beta", "gamma", "province"]


def test_a_period_is_stored_in_one_form_however_it_is_written(folder):
    written = ["2022Q1", "2021年1—3月", "2020年一季度", "2019年全年", "2022M05"]
    rows = [INDICATORS[0], *([period, "alpha", "output_growth", "1.0", "s", "", ""] for period in written)]
    workspace = zj.open_workspace(folder(cities=CITIES, dictionary=DICTIONARY, indicators=rows))
    assert workspace["indicators"]["period"].tolist() == [
        "2022M01-M03",
        "2021M01-M03",
        "2020M01-M03",
        "2019M01-M12",
        "2022M05",
    ]
    assert [str(period) for period in workspace.periods()] == [
        "2019M01-M12",
        "2020M01-M03",
        "2021M01-M03",
        "2022M01-M03",
        "2022M05",
    ]


def test_an_unknown_city_is_refused_with_the_nearest_names(published):
    with pytest.raises(zj.UnknownNameError, match=r"^unknown city 'Zhangjiaji'; nearest: zhangjiajie") as caught:
        published.city("Zhangjiaji")
    assert "changsha" in str(caught.value)


@pytest.mark.parametrize("written", ["output_growth", "产值增速", "Output growth"])
def test_an_indicator_is_known_by_key_and_by_its_names(folder, written):
    workspace = zj.open_workspace(folder(cities=CITIES, dictionary=DICTIONARY))
    assert workspace.indicator(written) == "output_growth"


def test_an_unknown_indicator_is_refused_with_the_nearest_names(folder):
    workspace = zj.open_workspace(folder(cities=CITIES, dictionary=DICTIONARY))
    with pytest.raises(zj.UnknownNameError) as caught:
        workspace.indicator("output_grow")
    assert str(caught.value) == (
        "unknown indicator 'output_grow'; nearest: output_growth; valid: output_growth, energy_use"
    )


@pytest.mark.parametrize(
    ("printed", "held"),
    [("8.1", 0.081), ("6.9", 0.069), ("1.1", 0.011), ("-0.7", -0.007), ("+2.3", 0.023), ("12", 0.12), ("100.0", 1.0)],
)
def test_a_percentage_is_held_as_the_fraction_nearest_to_what_is_printed(folder, printed, held):
    rows = [INDICATORS[0], ["2022Q1", "alpha", "output_growth", printed, "s", "", ""]]
    workspace = zj.open_workspace(folder(cities=CITIES, dictionary=DICTIONARY, indicators=rows))
    assert workspace["indicators"]["value"].tolist() == [held]


def test_a_value_in_another_unit_is_held_as_printed(folder):
    workspace = zj.open_workspace(folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS))
    assert workspace["indicators"]["value"][2] == 1234.5
    assert workspace.is_percent("output_growth")
    assert not workspace.is_percent("energy_use")


def test_a_blank_value_stays_missing(folder):
    workspace = zj.open_workspace(folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS))
    assert workspace["indicators"]["value"].isna().tolist() == [False, True, False]
    assert workspace["indicators"].dtypes[["value", "published_on"]].tolist() == ["Float64", "datetime64[s]"]


def test_the_sample_says_that_it_is_one(sample):
    assert sample.origin == "sample"
    assert sample.is_sample


def test_the_published_figures_are_no_sample(published):
    assert published.origin == "published"
    assert not published.is_sample


def test_the_package_description_gives_title_origin_and_licence(folder):
    licences = [{"name": "CC-BY-4.0", "title": "Attribution"}, {"name": "CC0-1.0"}]
    workspace = described(folder(cities=CITIES), title="Three cities", origin="sample", licenses=licences)
    assert workspace.title == "Three cities"
    assert workspace.is_sample
    assert workspace.licence == "Attribution, CC0-1.0"


def test_a_folder_without_description_is_called_by_its_name_and_no_sample(folder):
    place = folder(cities=CITIES)
    workspace = zj.open_workspace(place)
    assert workspace.title == place.name
    assert workspace.origin == "published"


def test_a_description_that_is_not_json_is_a_fault(folder):
    place = folder(cities=CITIES)
    (place / "datapackage.json").write_text('{"title": ', encoding="utf-8")
    with pytest.raises(zj.DataError) as caught:
        zj.open_workspace(place)
    (fault,) = caught.value.faults
    assert (fault.file, fault.row, fault.column) == ("datapackage.json", 0, "")
    assert fault.rule.startswith("is not JSON in UTF-8: ")


def test_a_description_that_is_not_utf8_is_a_fault(folder):
    place = folder(cities=CITIES)
    (place / "datapackage.json").write_bytes('{"title": "示例"}'.encode("gbk"))
    with pytest.raises(zj.DataError) as caught:
        zj.open_workspace(place)
    assert [fault.file for fault in caught.value.faults] == ["datapackage.json"]


def test_a_description_that_is_no_object_is_a_fault(folder):
    place = folder(cities=CITIES)
    (place / "datapackage.json").write_text("[]", encoding="utf-8")
    with pytest.raises(zj.DataError) as caught:
        zj.open_workspace(place)
    assert caught.value.faults == [Fault("datapackage.json", 0, "", "", "must hold an object")]


@pytest.mark.parametrize("licences", [["CC-BY-4.0"], "CC-BY-4.0", None])
def test_licences_in_another_form_than_the_standard_are_a_fault_of_the_description(folder, licences):
    place = folder(cities=CITIES)
    with pytest.raises(zj.DataError) as caught:
        described(place, licenses=licences)
    assert [fault.file for fault in caught.value.faults] == ["datapackage.json"]


def test_provenance_has_a_row_per_file_with_its_checksum(folder):
    corrections = [
        ["table", "key", "column", "value_seen", "value_used", "reason", "source"],
        ["indicators", "period=2022Q1;city=alpha;indicator=energy_use", "value", "1234.5", "1235", "typo", "letter"],
    ]
    place = folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS, corrections=corrections)
    provenance = zj.open_workspace(place).provenance
    assert provenance[["table", "file", "rows", "corrections"]].to_numpy().tolist() == [
        ["cities", "cities.csv", 3, 0],
        ["dictionary", "dictionary.csv", 2, 0],
        ["indicators", "indicators.csv", 3, 1],
        ["corrections", "corrections.csv", 1, 0],
    ]
    assert provenance["sha256"].tolist() == [
        hashlib.sha256((place / file).read_bytes()).hexdigest() for file in provenance["file"]
    ]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2019, []),
        (2020, [("alpha", "north", "alpha,beta"), ("beta", "north", "alpha,beta"), ("gamma", "south", "gamma")]),
        (2021, [("alpha", "north", "alpha,beta"), ("beta", "north", "alpha,beta"), ("gamma", "south", "gamma")]),
        (2022, [("alpha", "north", "alpha"), ("beta", "south", "beta,gamma"), ("gamma", "south", "beta,gamma")]),
        (2024, []),
    ],
)
def test_members_of_a_group_are_those_of_the_year(folder, year, expected):
    members = zj.open_workspace(folder(cities=CITIES, groups=GROUPS)).members("clubs", year)
    told = members.sort_values("city")[["city", "group", "members"]]
    assert [tuple(row) for row in told.to_numpy().tolist()] == expected
    assert set(members["year"]) == ({year} if expected else set())


def test_a_scheme_that_does_not_exist_has_no_members(folder):
    assert zj.open_workspace(folder(cities=CITIES, groups=GROUPS)).members("teams", 2022).empty


def test_the_full_name_of_an_autonomous_prefecture_is_understood(published):
    assert published.city("湘西土家族苗族自治州") == "xiangxi"


def test_a_misspelt_chinese_name_gets_the_nearest_one(published):
    with pytest.raises(zj.UnknownNameError, match="nearest: 张家界"):
        published.city("张家届")


def test_a_misspelt_origin_is_a_fault_and_never_passes_for_published(folder):
    path = folder(cities=CITIES)
    (path / "datapackage.json").write_text('{"origin": "smaple"}', encoding="utf-8")
    with pytest.raises(zj.DataError, match="must be one of published, sample; found 'smaple'"):
        zj.open_workspace(path)


def test_what_is_done_to_a_workspace_does_not_reach_the_next_one():
    first = zj.open_workspace("sample")
    first["cities"].loc[0, "name_zh"] = "changed"
    del first["indicators"]["value"]
    second = zj.open_workspace("sample")
    assert second["cities"].loc[0, "name_zh"] == "长沙市"
    assert "value" in second["indicators"]


def test_a_changed_file_is_read_again(folder):
    path = folder(cities=CITIES)
    assert zj.open_workspace(path).label("alpha", "en") == "Alpha"
    folder(cities=[CITIES[0], ["alpha", "甲市", "Aleph", "990100", "1"], *CITIES[2:]])
    assert zj.open_workspace(path).label("alpha", "en") == "Aleph"
    folder(cities=[CITIES[0], ["alpha", "甲市", "Alpha", "990100", "0"], *CITIES[2:]])
    with pytest.raises(zj.DataError):
        zj.open_workspace(path)
