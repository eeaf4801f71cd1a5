"""The font inside a page has every glyph of the page, whatever the common font has."""

from __future__ import annotations

import base64
import os
import re
import subprocess
import sys
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from zjjstats.batch import fonts
from zjjstats.engine.preload import ONE_THREAD


@pytest.fixture
def common():
    """The common font of 张家界, for one test."""
    fonts.remember("张家界", fonts.common_font("张家界"))
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


@pytest.mark.parametrize("end", ["", "os._exit(3)"])
def test_the_common_font_is_made_beside_other_work_also_where_that_fails(end):
    # A program of its own: this one has threads and must not be forked.
    code = f"""
import os
from zjjstats.batch import fonts, warm
made, real = [], warm.common_font
def common_font(text):
    if os.getpid() != parent:
        {end or "pass"}
    else:
        made.append(text)
    return real(text)
warm.common_font, parent = common_font, os.getpid()
with warm.font_beside("张家界"):
    pass
print(fonts.COMMON == {{frozenset("张家界"): real("张家界")}}, made)
"""
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ | ONE_THREAD
    )
    assert told.stdout.split() == ["True", "['张家界']" if end else "[]"]
