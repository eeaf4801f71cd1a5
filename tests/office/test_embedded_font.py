"""The font inside a Word file: shown where a machine has none of the fonts named, out of the way where it has them."""

from __future__ import annotations

import re
import uuid
import zipfile
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
import pytest
from fontTools.ttLib import TTFont

from offices import W, converted, fonts_of, squeezed, text_of, tool, xml
from zjjstats.office.embedding import embed, obfuscated, true_type
from zjjstats.office.packing import unzipped, zipped
from zjjstats.office.template import BRIEFING

pytestmark = pytest.mark.office
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Nothing of the machine's own: a Latin font, and what a test adds.
LATIN_ONLY = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{latin}</dir>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""
LATIN = Path(mpl.get_data_path()) / "fonts" / "ttf"


def embedded_in(path):
    """The font inside a Word file, and the names under which it stands."""
    entries = {
        entry.get(f"{W}name"): entry.find(f"{W}embedRegular")
        for entry in xml(path, "word/fontTable.xml")
        if entry.find(f"{W}embedRegular") is not None
    }
    (key,) = {entry.get(f"{W}fontKey") for entry in entries.values()}
    (identity,) = {entry.get(f"{R}id") for entry in entries.values()}
    (target,) = [r.get("Target") for r in xml(path, "word/_rels/fontTable.xml.rels") if r.get("Id") == identity]
    with zipfile.ZipFile(path) as archive:
        return TTFont(BytesIO(obfuscated(archive.read(f"word/{target}"), uuid.UUID(key)))), set(entries)


def installed(folder, *names):
    """A folder with fonts of these names, each with the glyphs of a text; a PDF calls them Real and a number."""
    folder.mkdir()
    for number, (name, text) in enumerate(names):
        font = TTFont(BytesIO(true_type("".join(sorted(set(text))))))
        font["OS/2"].usWeightClass = 400
        for place, value in {1: name, 3: f"Real{number}", 4: name, 6: f"Real{number}"}.items():
            font["name"].setName(value, place, 3, 1, 0x409)
        font.save(folder / f"{number}.ttf")
    return folder


def pdf_of(path, folder, fonts):
    """The PDF that LibreOffice makes where there are these fonts and a Latin one."""
    return converted([path], "pdf", folder, LATIN_ONLY.format(latin=LATIN, fonts=fonts, cache=folder / "cache"))


def test_the_font_has_every_chinese_glyph_under_every_name_that_the_styles_give(printed):
    path, _ = printed["2022Q1"]
    font, names = embedded_in(path)
    text = "".join(text_of(part) for part in (xml(path, "word/document.xml"), xml(path, "word/header1.xml")))
    assert {sign for sign in text if ord(sign) >= 0x2E80} <= set(map(chr, font.getBestCmap()))
    # The last is that of the theme, which styles that the briefing does not use go by.
    assert names == {"方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"}
    assert font["OS/2"].fsType == 0
    assert "SIL Open Font License" in font["name"].getDebugName(13)
    assert "Noto" not in font["name"].getDebugName(4)
    assert xml(path, "word/settings.xml").find(f"{W}saveSubsetFonts") is not None


def test_a_machine_without_any_chinese_font_shows_every_character(printed, tmp_path):
    path, with_fonts = printed["2022Q1"]
    (tmp_path / "none").mkdir()
    pdf = pdf_of(path, tmp_path / "office", tmp_path / "none") / path.with_suffix(".pdf").name
    # One for each of the four styles of type; a sign that they lack would come out of the Latin font as a box.
    assert sum("zjjstatsSansSC" in name for name, _ in fonts_of(pdf)) == 4
    chinese = "[\u2e80-\u9fff\uff00-\uffef]"
    shown = re.findall(chinese, squeezed(tool("pdftotext", pdf, "-")))
    assert sorted(shown) == sorted(re.findall(chinese, squeezed(tool("pdftotext", with_fonts, "-"))))
    assert all("DejaVu" in name or "zjjstatsSansSC" in name for name, _ in fonts_of(pdf))


def test_a_font_of_the_machine_that_has_the_name_is_preferred(printed, tmp_path):
    path, _ = printed["2022Q1"]
    text = "".join(sign for sign in text_of(xml(path, "word/document.xml")) if ord(sign) >= 0x2000)
    fonts = installed(tmp_path / "fonts", ("仿宋_GB2312", text), ("黑体", text))
    names = {
        name.partition("+")[2]
        for name, _ in fonts_of(pdf_of(path, tmp_path / "office", fonts) / path.with_suffix(".pdf").name)
    }
    assert {"Real0", "Real1", "zjjstatsSansSC"} <= names


def test_what_the_owner_of_a_template_embedded_stays(printed):
    files = unzipped(printed["2022Q1"][0].read_bytes())
    assert embed(files) == files


def test_a_file_without_chinese_is_left_as_it_is():
    files = unzipped(BRIEFING.read_bytes())
    assert embed(files) == files


def test_an_old_template_without_entries_for_its_fonts_gets_them(printed, tmp_path):
    files = unzipped(printed["2022Q1"][0].read_bytes())
    files["word/fontTable.xml"] = b'<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    del files["word/_rels/fontTable.xml.rels"]
    (tmp_path / "own.docx").write_bytes(zipped(embed(files)))
    assert "仿宋_GB2312" in embedded_in(tmp_path / "own.docx")[1]


def test_the_fonts_of_a_theme_count_only_where_a_style_asks_for_them(printed, tmp_path):
    files = unzipped(printed["2022Q1"][0].read_bytes())
    files["word/fontTable.xml"] = b'<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    for name in ("word/styles.xml", "word/stylesWithEffects.xml"):
        files[name] = re.sub(rb' w:eastAsiaTheme="[^"]*"', b"", files[name])
    (tmp_path / "own.docx").write_bytes(zipped(embed(files)))
    assert "宋体" not in embedded_in(tmp_path / "own.docx")[1]


def test_the_key_is_mixed_into_the_first_bytes_backwards():
    key = uuid.UUID("001B70DC-AA60-4AD5-90EC-18A0948E1EAE")
    assert obfuscated(bytes(33), key).hex().upper() == "AE1E8E94A018EC90D54A60AADC701B00" * 2 + "00"
