"""The glyphs a Word file needs, as a font inside the file: a reader's machine may have none of the fonts it names.

The font stands under each name that the file's styles give for Chinese, so that a program which finds no font of that
name has this one. Where there is one of that name it is preferred: this one says it is lighter than what is asked for.
"""

from __future__ import annotations

import hashlib
import unicodedata
import uuid
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from lxml import etree

from zjjstats.batch.fonts import beyond_latin, subset_of

FONT = "zjjstats Sans SC"
FONT_TABLE, SETTINGS, TYPES = "word/fontTable.xml", "word/settings.xml", "[Content_Types].xml"
THEME = "word/theme/"
RELATIONS, PART = "word/_rels/fontTable.xml.rels", "fonts/zjjstats.odttf"
# Without a prefix: LibreOffice reads this part by the bare names of its elements.
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TOLERANCE = 1.0  # of a thousandth of the height, between a cubic curve and the quadratic ones in its place
LIGHT = 300
# Of the names of a font: whose it is, its licence, and where that stands.
LICENCE = (0, 13, 14)
# What a setting may not stand before, in the order that the format prescribes.
SETTINGS_BEFORE = ("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
    "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
    "printFractionalCharacterWidth", "printFormsData")  # fmt: skip
# What a font's entry may not have behind the embedded one.
ENTRY_BEFORE = ("altName", "panose1", "charset", "family", "notTrueType", "pitch", "sig")


def embed(files: dict[str, bytes]) -> dict[str, bytes]:
    """The parts of a Word file with the font of its Chinese characters; as they are where it has none.

    Entries that have a font of their own already are left alone: what a template's owner embedded stays.
    """
    parts = {name: etree.fromstring(data) for name, data in files.items() if is_text(name)}
    characters = beyond_latin("".join(text for part in parts.values() for text in texts_of(part)))
    by_theme = any(fonts.get(qn("w:eastAsiaTheme")) for part in parts.values() for fonts in part.iter(qn("w:rFonts")))
    used = [part for name, part in parts.items() if by_theme or not name.startswith(THEME)]
    names = [*dict.fromkeys(name for part in used for name in chinese_fonts(part))]
    if FONT_TABLE not in files or not names or not any(map(is_wide, characters)):
        return files
    data = true_type("".join(sorted(characters)))
    key = uuid.UUID(bytes=hashlib.sha256(data).digest()[:16], version=4)
    table = etree.fromstring(files[FONT_TABLE])
    empty = etree.Element(f"{{{PACKAGE}}}Relationships", nsmap={None: PACKAGE})
    relations = etree.fromstring(files[RELATIONS]) if RELATIONS in files else empty
    identity = f"rIdZjjstats{len(relations) + 1}"
    if not add_entries(table, names, identity, f"{{{str(key).upper()}}}"):
        return files
    attributes = {"Id": identity, "Type": RELATIONSHIP_TYPE.FONT, "Target": PART}
    etree.SubElement(relations, f"{{{PACKAGE}}}Relationship", attributes)
    changed = {FONT_TABLE: table, RELATIONS: relations, TYPES: typed(etree.fromstring(files[TYPES]))}
    if SETTINGS in files:
        changed[SETTINGS] = with_settings(etree.fromstring(files[SETTINGS]))
    written = {
        name: etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)
        for name, part in changed.items()
    }
    return files | written | {f"word/{PART}": obfuscated(data, key)}


def is_text(name: str) -> bool:
    """Whether a part may hold text or name its fonts."""
    return name.startswith("word/") and name.endswith(".xml") and name not in (FONT_TABLE, SETTINGS)


def is_wide(character: str) -> bool:
    """Whether a character is one that Western fonts lack."""
    return unicodedata.east_asian_width(character) == "W"


def texts_of(part: etree._Element) -> Iterator[str]:
    """The texts of a part, and the signs its lists are numbered with."""
    yield from (element.text for element in part.iter(qn("w:t")) if element.text)
    yield from (element.get(qn("w:val"), "") for element in part.iter(qn("w:lvlText")))


def chinese_fonts(part: etree._Element) -> Iterator[str]:
    """The fonts that a part names for Chinese; those of a theme by the theme."""
    yield from (name for fonts in part.iter(qn("w:rFonts")) if (name := fonts.get(qn("w:eastAsia"))))
    yield from (name for font in part.iter(f"{DRAWING}ea") if (name := font.get("typeface")))
    yield from (
        name for font in part.iter(f"{DRAWING}font") if font.get("script") == "Hans" and (name := font.get("typeface"))
    )


@lru_cache(maxsize=16)
def true_type(characters: str) -> bytes:
    """The glyphs as a TrueType font: Word takes no other kind out of a file.

    Its licence (OFL 1.1) stays in it; its name is another, as the licence asks of what was changed.
    """
    with subset_of(characters, LICENCE) as font:
        glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
        outlines = {}
        for name in order:
            pen = TTGlyphPen(glyphs)
            glyphs[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
            outlines[name] = pen.glyph()
        del font["CFF "]
        font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
        font["glyf"].glyphOrder, font["glyf"].glyphs = order, outlines
        font["glyf"].compile(font)
        set_profile(font)
        buffer = BytesIO()
        font.save(buffer)
    return buffer.getvalue()


def set_profile(font: TTFont) -> None:
    """Makes the tables around the outlines those of a TrueType font with a name and weight of its own."""
    font.sfntVersion = "\0\1\0\0"
    profile, post, names = font["maxp"], font["post"], font["name"]
    profile.tableVersion, profile.maxZones = 0x00010000, 1
    for name in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements", "SizeOfInstructions"):
        setattr(profile, f"max{name}", 0)
    profile.recalc(font)
    post.formatType, post.glyphOrder = 3.0, None
    font["OS/2"].usWeightClass = LIGHT
    own = {1: FONT, 2: "Regular", 3: FONT, 4: FONT, 6: FONT.replace(" ", "")}
    for number, text in own.items():
        names.setName(text, number, 3, 1, 0x409)


def obfuscated(data: bytes, key: uuid.UUID) -> bytes:
    """The font as Word files hold it: its first 32 bytes are mixed with the key, read backwards (ECMA-376, 17.8.1)."""
    mask = key.bytes[::-1] * 2
    return bytes(byte ^ mixed for byte, mixed in zip(data, mask, strict=False)) + data[len(mask) :]


def add_entries(table: etree._Element, names: list[str], identity: str, key: str) -> bool:
    """Puts the font under each name that has none yet; whether there was any."""
    entries = {entry.get(qn("w:name")): entry for entry in table.iter(qn("w:font"))}
    added = False
    for name in names:
        entry = entries.get(name)
        if entry is None:
            entry = etree.SubElement(table, qn("w:font"), {qn("w:name"): name})
            etree.SubElement(entry, qn("w:charset"), {qn("w:val"): "86"})
        if entry.find(qn("w:embedRegular")) is None:
            place = sum(1 for child in entry if etree.QName(child).localname in ENTRY_BEFORE)
            attributes = {qn("r:id"): identity, qn("w:fontKey"): key}
            entry.insert(place, etree.Element(qn("w:embedRegular"), attributes, nsmap={"r": nsmap["r"]}))
            added = True
    return added


def typed(types: etree._Element) -> etree._Element:
    """The list of kinds of parts with that of such fonts."""
    if not any(entry.get("Extension") == "odttf" for entry in types):
        types.insert(0, etree.Element(f"{{{CONTENT}}}Default", {"Extension": "odttf", "ContentType": OBFUSCATED}))
    return types


def with_settings(settings: etree._Element) -> etree._Element:
    """The settings, saying that the file holds fonts, and only the glyphs it needs."""
    place = sum(1 for child in settings if etree.QName(child).localname in SETTINGS_BEFORE)
    for name in ("w:saveSubsetFonts", "w:embedTrueTypeFonts"):
        if settings.find(qn(name)) is None:
            settings.insert(place, etree.Element(qn(name)))
    return settings
