"""The glyphs a page needs, as a font inside the page: a reader's machine may have no Chinese font."""

from __future__ import annotations

import base64
from functools import lru_cache
from io import BytesIO

import noto_cjk_sans_otc
from fontTools import subset
from fontTools.ttLib import TTFont

# Faces of the collection in order: Japanese, Korean, simplified Chinese, ...
SIMPLIFIED_CHINESE_FACE = 2
FIRST_BEYOND_LATIN = 0x2000


def font_face(text: str) -> str:
    """CSS with the glyphs of the text's characters beyond Latin; empty where there are none."""
    characters = "".join(sorted({character for character in text if ord(character) >= FIRST_BEYOND_LATIN}))
    return f'@font-face {{ font-family: "zjjstats page"; src: url({font_data(characters)}); }}' if characters else ""


@lru_cache(maxsize=64)
def font_data(characters: str) -> str:
    """The subset as a data address; cached, since the pages of a batch share most of their characters."""
    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True)
    options.drop_tables += ["GSUB", "GPOS", "VORG", "vhea", "vmtx", "BASE"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=characters)
    buffer = BytesIO()
    with TTFont(str(noto_cjk_sans_otc.FONT_PATH), fontNumber=SIMPLIFIED_CHINESE_FACE, lazy=True) as font:
        subsetter.subset(font)
        font.flavor = "woff"
        font.save(buffer)
    return f"data:font/woff;base64,{base64.b64encode(buffer.getvalue()).decode('ascii')}"
