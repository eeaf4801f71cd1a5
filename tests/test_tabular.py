"""Frames as CSV and JSON."""

from __future__ import annotations

import csv
import io
import json

import pandas as pd
import pytest

from zjjstats.tabular import cell, plain_number, to_csv, to_json


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-cmd", "@SUM(A1)", "\tx", "\rx", "-2"])
def test_text_that_a_spreadsheet_would_run_is_marked_as_text(text):
    assert cell(text) == f"'{text}"


def test_a_formula_is_marked_in_the_written_file():
    assert to_csv(pd.DataFrame({"note": ["=1+1", "fine"], "n": [1, 2]})) == "note,n\n'=1+1,1\nfine,2\n"


@pytest.mark.parametrize("text", ["one\ntwo", "one\r\ntwo", "one\rtwo"])
def test_text_of_several_lines_stays_one_cell(text):
    written = to_csv(pd.DataFrame({"note": [text], "n": [1]}))
    assert list(csv.reader(io.StringIO(written, newline=""))) == [["note", "n"], [text, "1"]]


@pytest.mark.parametrize("text", ["a=1", "1+1", "2022-01", "张家界市", "'=1", " =1", ""])
def test_any_other_text_stays_as_it_is(text):
    assert cell(text) == text


@pytest.mark.parametrize("dtype", ["int64", "Int64", "float64", "Float64", "object"])
def test_a_negative_number_is_a_number_and_no_formula(dtype):
    assert to_csv(pd.DataFrame({"change": pd.Series([-2, 3], dtype=dtype)})) == "change\n-2\n3\n"


@pytest.mark.parametrize("dtype", ["Int64", "float64", "Float64"])
def test_whole_numbers_have_no_decimal_point_and_missing_ones_are_empty(dtype):
    frame = pd.DataFrame({"city": ["A", "B", "C"], "rank": pd.Series([1, None, 14], dtype=dtype)})
    assert to_csv(frame) == "city,rank\nA,1\nB,\nC,14\n"


def test_fractions_are_written_in_full_and_not_rounded():
    frame = pd.DataFrame({"rate": [15 / 22, 0.1 + 0.2, -0.25]})
    assert to_csv(frame) == "rate\n0.6818181818181818\n0.30000000000000004\n-0.25\n"


def test_a_large_whole_number_is_written_in_full():
    assert plain_number(1e22) == "10000000000000000000000"


def test_missing_text_and_missing_dates_are_empty():
    frame = pd.DataFrame({"note": ["a", None], "on": pd.to_datetime(["2022-04-20", None])})
    assert to_csv(frame).splitlines()[2] == ","


def test_text_with_commas_and_quotes_is_read_back():
    text = 'one, "two"'
    written = to_csv(pd.DataFrame({"note": [text], "n": [1]}))
    assert list(csv.reader(io.StringIO(written))) == [["note", "n"], [text, "1"]]


def test_a_frame_without_rows_has_its_header():
    assert to_csv(pd.DataFrame({"city": [], "rank": []})) == "city,rank\n"
    assert json.loads(to_json(pd.DataFrame({"city": [], "rank": []}))) == []


def test_missing_is_null_in_json():
    frame = pd.DataFrame(
        {
            "rank": pd.array([1, None], dtype="Int64"),
            "value": [0.5, float("nan")],
            "rate": pd.array([0.25, None], dtype="Float64"),
            "note": pd.Series(["", None], dtype="str"),
        }
    )
    assert json.loads(to_json(frame)) == [
        {"rank": 1, "value": 0.5, "rate": 0.25, "note": ""},
        {"rank": None, "value": None, "rate": None, "note": None},
    ]
    assert "NaN" not in to_json(frame)


def test_whole_numbers_have_no_decimal_point_in_json():
    frame = pd.DataFrame({"part": [15.0, -2.0], "value": [0.5, 3.0]})
    assert ".0" not in to_json(frame)
    assert json.loads(to_json(frame)) == [{"part": 15, "value": 0.5}, {"part": -2, "value": 3}]


def test_chinese_is_written_as_itself_in_json():
    written = to_json(pd.DataFrame({"city": ["张家界市"]}))
    assert "张家界市" in written
    assert "\\u" not in written


def test_json_keeps_text_that_only_a_spreadsheet_would_run():
    assert json.loads(to_json(pd.DataFrame({"note": ["=1+1"]}))) == [{"note": "=1+1"}]


def test_writing_leaves_the_frame_as_it_was():
    frame = pd.DataFrame({"note": ["=1"], "n": [1.0]})
    to_csv(frame)
    to_json(frame)
    assert frame.to_dict("list") == {"note": ["=1"], "n": [1.0]}
