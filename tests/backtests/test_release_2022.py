"""Every figure that the release of 8 April 2022 prints comes out of the code, from either workspace."""

from __future__ import annotations

import pytest

import zjjstats as zj
from zjjstats.wording import Wording

COUNTS = {
    "planned.320_project.all": 64,
    "planned.320_project.new": 22,
    "started.320_project.new": 15,
    "planned.320_project.due": 20,
    "started.320_project.due": 19,
    "entries.product_innovation_database": 5,
}
PRINTED = {
    "start_rate.320_project.new": "68.18%",
    "start_rate.320_project.due": "95%",
    "entries_growth.product_innovation_database.last_year": "25%",
}
RANKS = {
    "rank.gross_industrial_output_growth.province": 10,
    "rank.gross_industrial_output_growth.assessment_group": 2,
    "rank.industrial_fai_growth.province": 1,
    "rank.tech_upgrade_investment_growth.province": 2,
}
CHANGES = {
    "rank_change.gross_industrial_output_growth.province.last_year": 2,
    "rank_change.industrial_fai_growth.province.same_period_last_year": 11,
    "rank_change.tech_upgrade_investment_growth.province.same_period_last_year": 7,
}


@pytest.fixture(scope="module", params=["published", "sample"])
def workspace(request):
    return zj.open_workspace(request.param)


@pytest.fixture(scope="module")
def facts(workspace):
    return zj.facts(workspace, "2022Q1", city="zhangjiajie").set_index("fact", drop=False)


@pytest.mark.parametrize(("name", "value"), [*COUNTS.items(), *RANKS.items(), *CHANGES.items()])
def test_printed_number_comes_out(facts, name, value):
    assert facts.loc[name, "value"] == value


@pytest.mark.parametrize(("name", "text"), PRINTED.items())
def test_printed_percentage_comes_out(workspace, facts, name, text):
    assert Wording(workspace, "zh").value(facts.loc[name].to_dict()) == text


def test_every_figure_names_its_origin_and_source(workspace, facts):
    assert set(facts["origin"]) == ({"sample"} if workspace.is_sample else {"computed", "bulletin"})
    assert (facts["source"] != "").all()


def test_two_places_have_both_readings_where_only_the_bulletin_tells(published):
    facts = zj.facts(published, "2022Q1", city="zhangjiajie").set_index("fact")
    readings = facts[facts["note"].str.startswith("one of 2 readings")]
    assert readings["value"].tolist() == [2, 2]
    assert readings["whole"].tolist() == [12, 4]
    assert readings["base_period"].tolist() == ["2021M01-M12", "2021M01-M12"]


def test_one_reading_of_two_places_holds_where_the_values_exist(sample):
    facts = zj.facts(sample, "2022Q1", city="zhangjiajie").set_index("fact")["value"]
    changes = facts[facts.index.str.startswith("rank_change.gross_industrial_output_growth.")]
    assert [name.split(".")[2:] for name in changes[changes == 2].index] == [["province", "last_year"]]
