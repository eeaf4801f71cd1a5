"""The font inside a page has every glyph of the page, whatever the common font has."""

from __future__ import annotations

import base64
import re
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from zjjstats.batch import fonts


@pytest.fixture
def common():
    """The common font of 张家界, for one test."""
    fonts.remember("张家界")
    yield
    fonts.COMMON.clear()


def characters(css):
    data = re.search(r"base64,([^)]+)", css)[1]
    return {chr(code) for code in TTFont(BytesIO(base64.b64decode(data))).getBestCmap()}


@pytest.mark.usefixtures("common")
def test_a_page_with_common_characters_only_takes_the_common_font():
    assert characters(fonts.font_face("张界 10%")) == set("张家界")


@pytest.mark.usefixtures("common")
def test_a_page_with_a_rare_character_gets_a_font_of_its_own():
    assert characters(fonts.font_face("张鑫")) == set("张鑫")


def test_a_page_without_chinese_needs_no_font():
    assert fonts.font_face("Hengyang 10%") == ""
