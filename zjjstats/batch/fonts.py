"""The glyphs a page needs, as a font inside the page: a reader's machine may have no Chinese font."""

from __future__ import annotations

import base64
import re
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

import noto_cjk_sans_otc

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

# Faces of the collection in order: Japanese, Korean, simplified Chinese, ...
SIMPLIFIED_CHINESE_FACE = 2
FIRST_BEYOND_LATIN = 0x2000
# One font that serves most pages costs a process once what a font of its own would cost every page.
COMMON: dict[frozenset[str], str] = {}


def beyond_latin(text: str) -> set[str]:
    """The text's characters that a Western font may lack."""
    return {character for character in text if ord(character) >= FIRST_BEYOND_LATIN}


def common_font(text: str) -> str:
    """The font of the text's characters, as `font_data`."""
    return font_data("".join(sorted(beyond_latin(text))))


def remember(text: str, data: str) -> None:
    """Takes the font of the text's characters for every page that it suffices for."""
    COMMON[frozenset(beyond_latin(text))] = data


def font_face(text: str) -> str:
    """CSS with the glyphs of the text's characters beyond Latin; empty where there are none."""
    characters = beyond_latin(text)
    if not characters:
        return ""
    fitting = (data for known, data in COMMON.items() if characters <= known)
    data = next(fitting, None) or common_font(text)
    return f'@font-face {{ font-family: "zjjstats page"; src: url({data}); }}'


@lru_cache(maxsize=64)
def font_data(characters: str) -> str:
    """The subset as a data address; cached, since the pages of a batch share most of their characters."""
    buffer = BytesIO()
    with subset_of(characters) as font:
        font.flavor = "woff"
        font.save(buffer)
    return f"data:font/woff;base64,{base64.b64encode(buffer.getvalue()).decode('ascii')}"


def subset_of(characters: str, names: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)) -> TTFont:
    """The Chinese font with no other glyphs than those of the characters, and these of its names."""
    # Most processes take the font that another one made, and this takes ten megabytes and a tenth of a second.
    from fontTools import subset  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=list(names))
    options.drop_tables += ["GSUB", "GPOS", "VORG", "vhea", "vmtx", "BASE"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=characters)
    path, face = str(noto_cjk_sans_otc.FONT_PATH), SIMPLIFIED_CHINESE_FACE
    # Without the hour at which it is made, the same page has the same bytes.
    font = TTFont(path, fontNumber=face, lazy=True, recalcTimestamp=False)
    subsetter.subset(font)
    return font


def with_glyphs(html: str) -> str:
    """The page with a font of the glyphs of its visible text in its style sheet."""
    visible = re.sub(r'src="data:[^"]*"', "", html)
    return html.replace("</style>", f"{font_face(visible)}\n</style>", 1)
