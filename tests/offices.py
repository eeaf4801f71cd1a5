"""What the tests of office files share: the command, LibreOffice as the other side, and looks into files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sysconfig
import zipfile
from pathlib import Path

import nbformat
import noto_cjk_sans_otc
from lxml import etree, html

COMMAND = shutil.which("zjjstats", path=sysconfig.get_path("scripts")) or "zjjstats"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def zjjstats(*arguments, code=0, **variables):
    """What the command printed: standard output, standard error."""
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"} | variables
    command = [COMMAND, *map(str, arguments)]
    ended = subprocess.run(command, capture_output=True, check=False, env=environment, encoding="utf-8", timeout=300)
    assert ended.returncode == code, ended.stderr
    assert "Traceback" not in ended.stderr
    return ended.stdout, ended.stderr


def converted(files, kind, folder, configuration=None):
    """The folder in which LibreOffice leaves files of another kind; by default it has the Chinese font of our pages."""
    assert OFFICE, "no LibreOffice found: office files are opened in a real one"
    (folder / "out").mkdir(parents=True, exist_ok=True)
    fonts = Path(noto_cjk_sans_otc.FONT_PATH).parent
    ours = FONTS.format(fonts=fonts, cache=folder / "cache")
    (folder / "fonts.conf").write_text(configuration or ours, encoding="utf-8")
    command = [OFFICE, "--headless", f"-env:UserInstallation={(folder / 'user').as_uri()}", "--convert-to", kind]
    environment = os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf"), "LC_ALL": "C.UTF-8"}
    subprocess.run(
        [*command, "--outdir", str(folder / "out"), *map(str, files)],
        check=True,
        capture_output=True,
        env=environment,
        timeout=180,
    )
    return folder / "out"


def tool(*arguments):
    """What one of poppler's tools prints."""
    return subprocess.run([*map(str, arguments)], check=True, capture_output=True, encoding="utf-8").stdout


def fonts_of(pdf):
    """Name and whether it is embedded, of each font of a PDF."""
    lines = tool("pdffonts", pdf).splitlines()[2:]
    return [(line.split()[0], re.search(r"\s(yes|no)\s+(yes|no)\s+(yes|no)\s", line)[1] == "yes") for line in lines]


def squeezed(text):
    """The text without spaces and line ends, which a layout sets as it likes."""
    return re.sub(r"\s+", "", text)


def xml(path, part):
    """A part of an office file."""
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(part))


def text_of(element):
    """The text of a Word element."""
    return "".join(piece.text or "" for piece in element.iter(f"{W}t"))


def told(notebook):
    """The sentences that an executed notebook's cells put out, and the alternative texts of its pictures."""
    sentences, alternatives = [], []
    for cell in nbformat.read(notebook, as_version=4).cells:
        for output in cell.get("outputs", []):
            if "image/png" in output.data:
                alternatives.append(output.metadata["image/png"]["alt"])
            elif "text/html" in output.data:
                shown = html.fragment_fromstring(output.data["text/html"], create_parent="div")
                sentences += [paragraph.text_content() for paragraph in shown.iter("p")]
    return sentences, alternatives
