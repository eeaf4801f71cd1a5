"""What is drawn: the plotted numbers, the texts beside them, the words for those who cannot see it."""

from __future__ import annotations

import base64
import subprocess
import sys

import matplotlib as mpl
import pytest

import zjjstats as zj
from zjjstats import charts
from zjjstats.picture import Picture

CHARTS = ("start_rate_chart", "league_chart", "movement_chart")


@pytest.fixture(scope="module", params=["zh", "en"])
def briefing(request):
    return zj.Briefing("2022Q1", "zhangjiajie", "sample", request.param)


def widths(axes):
    return [round(float(bar.get_width()), 6) for bar in axes.patches]


def test_bars_show_the_start_rates_with_their_counts(briefing):
    axes = briefing.start_rate_chart().axes[0]
    assert widths(axes)[3:] == [87.5, round(15 / 22 * 100, 6), 95.0]
    between = "个" if briefing.wording.lang == "zh" else ""
    told = [text.get_text().split("\n") for text in axes.texts]
    assert [rate for rate, _ in told] == ["87.5%", "68.18%", "95%"]
    counts = ["56/64", "15/22", "19/20"] if between else ["56 of 64", "15 of 22", "19 of 20"]
    assert [count for _, count in told] == [count + between for count in counts]


def test_league_bars_run_from_best_to_last_with_the_city_marked(briefing):
    for panel in briefing.league_chart().axes:
        lengths = widths(panel)
        assert len(lengths) == 14
        assert lengths == sorted(lengths, reverse=True)
        colours = [bar.get_facecolor() for bar in panel.patches]
        (marked,) = [place for place, colour in enumerate(colours) if colours.count(colour) == 1]
        name = "张家界市" if briefing.wording.lang == "zh" else "Zhangjiajie"
        assert panel.get_yticklabels()[marked].get_text().endswith(name)


def test_of_many_cities_the_best_the_last_and_the_neighbours_are_drawn_and_it_is_said(briefing, monkeypatch):
    every = [text.get_text() for text in briefing.league_chart().axes[0].get_yticklabels()]
    for name, count in {"BARS": 9, "BEST": 3, "LAST": 1, "NEAR": 1}.items():
        monkeypatch.setattr(charts, name, count)
    picture = briefing.league_chart()
    drawn = [text.get_text() for text in picture.axes[0].get_yticklabels()]
    own = next(place for place, text in enumerate(every) if "张家界市" in text or "Zhangjiajie" in text)
    assert drawn == [every[place] for place in sorted({0, 1, 2, own - 1, own, own + 1, 13} & set(range(14)))]
    said = "只画前3位、后1位和本市前后各1位" if briefing.wording.lang == "zh" else "only the best 3, the last 1"
    assert said in picture.alt
    assert said in picture.get_suptitle()


def test_movement_runs_from_the_earlier_place_to_the_present_one(briefing):
    axes = briefing.movement_chart().axes[0]
    numbers = [text.get_text() for text in axes.texts if text.get_text().isdigit()]
    assert numbers == ["14", "10", "12", "10", "12", "1", "8", "1", "9", "2", "6", "2"]


def test_bulletin_ranks_are_drawn_as_steps_and_open_readings_are_marked():
    briefing = zj.Briefing("2022Q1", "zhangjiajie", "published", "zh")
    ladders = briefing.league_chart().axes
    assert [axes.texts[0].get_position()[1] for axes in ladders] == [10, 1, 2]
    assert "通报只公布位次" in briefing.league_chart().alt
    moves = [text.get_text() for text in briefing.movement_chart().axes[0].texts]
    assert "+2?" in moves
    assert "+11" in moves


def test_a_city_without_data_gets_a_picture_that_says_so():
    briefing = zj.Briefing("2022Q1", "changsha", "published", "en")
    for name in CHARTS:
        picture = getattr(briefing, name)()
        assert picture.texts[-1].get_text().endswith("there is nothing to draw")
        assert "nothing to draw" in picture.alt


def test_a_missing_value_is_drawn_as_a_dash_and_last():
    briefing = zj.Briefing("2022M01-M06", "loudi", "sample", "en")
    output = briefing.league_chart().axes[0]
    assert output.get_yticklabels()[-1].get_text().strip() == "Loudi"
    assert output.texts[-1].get_text() == "—"


@pytest.mark.parametrize("name", CHARTS)
def test_picture_carries_alternative_text_and_names_made_up_data(briefing, name):
    picture = getattr(briefing, name)()
    data, metadata = picture._repr_mimebundle_()
    assert metadata["image/png"]["alt"] == data["text/plain"] == picture.alt
    sample = "示例数据（虚构）" if briefing.wording.lang == "zh" else "sample data (made up)"
    assert sample in picture.source_line
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")


@pytest.mark.parametrize("name", CHARTS)
def test_same_figures_give_the_same_bytes_and_leave_settings_alone(briefing, name):
    before = dict(mpl.rcParams)
    assert getattr(briefing, name)().png() == getattr(briefing, name)().png()
    assert dict(mpl.rcParams) == before


def test_pictures_need_neither_a_font_of_the_machine_nor_a_backend(tmp_path):
    # A fresh process with no font folder and no cache; a missing glyph would be a warning, here an error.
    code = (
        "import zjjstats as zj, matplotlib.font_manager as fm\n"
        "fm.fontManager.ttflist = [f for f in fm.fontManager.ttflist if 'mpl-data' in f.fname]\n"
        "b = zj.Briefing('2022Q1', '张家界')\n"
        f"assert all(len(getattr(b, name)().png()) > 9000 for name in {CHARTS})\n"
    )
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "MPLCONFIGDIR": str(tmp_path), "MPLBACKEND": "svg"}
    command = [sys.executable, "-W", "error::UserWarning", "-c", code]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_a_picture_is_a_matplotlib_figure(briefing):
    assert isinstance(briefing.start_rate_chart(), Picture)
    assert isinstance(briefing.start_rate_chart(), mpl.figure.Figure)
