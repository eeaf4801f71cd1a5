"""Workbooks under a password, as LibreOffice saves them: by a macro, since its command line takes none."""

from __future__ import annotations

import shutil
import subprocess
from xml.sax.saxutils import escape

# An Office file takes its password as a key of its own, the others as it is.
SEAL = """
Sub Seal(source As String, target As String, password As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  Dim keyed(1) As New com.sun.star.beans.PropertyValue
  Dim key(1) As New com.sun.star.beans.NamedValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  key(0).Name = "CryptoType"
  key(0).Value = "Standard"
  key(1).Name = "OOXPassword"
  key(1).Value = password
  plain(0).Name = "FilterName"
  plain(1).Name = "Password"
  plain(1).Value = password
  keyed(0).Name = "FilterName"
  keyed(0).Value = "Calc MS Excel 2007 XML"
  keyed(1).Name = "EncryptionData"
  keyed(1).Value = key()
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  document.storeToURL(target & ".xlsx", keyed())
  plain(0).Value = "MS Excel 97"
  document.storeToURL(target & ".xls", plain())
  plain(0).Value = "calc8"
  document.storeToURL(target & ".ods", plain())
  document.close(True)
End Sub
"""
OFFICE = "http://openoffice.org/2000"
LIBRARIES = (
    f'<library:libraries xmlns:library="{OFFICE}/library" xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"'
    ' library:link="false"/></library:libraries>'
)
LIBRARY = (
    f'<library:library xmlns:library="{OFFICE}/library" library:name="Standard" library:readonly="false"'
    ' library:passwordprotected="false"><library:element library:name="Sealing"/></library:library>'
)
MODULE = (
    f'<script:module xmlns:script="{OFFICE}/script" script:name="Sealing" script:language="StarBasic">'
    f"{escape(SEAL)}</script:module>"
)


def sealed(workbook, folder):
    """The folder in which LibreOffice leaves the workbook under a password as `sealed.xlsx`, `.xls` and `.ods`."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    assert soffice, "LibreOffice is needed: make office"
    command = [soffice, f"-env:UserInstallation={(folder / 'user').as_uri()}", "--headless"]
    # Its first start makes the folder of macros, and would replace what stands there.
    first = [*command, "--convert-to", "csv", "--outdir", folder / "first", workbook]
    subprocess.run(first, check=True, capture_output=True, timeout=120)
    macros = folder / "user" / "user" / "basic"
    for name, text in {"script.xlc": LIBRARIES, "Standard/script.xlb": LIBRARY, "Standard/Sealing.xba": MODULE}.items():
        (macros / name).write_text(text, "utf-8")
    arguments = ", ".join(f'"{text}"' for text in (workbook.as_uri(), (folder / "sealed").as_uri(), "geheim"))
    subprocess.run(
        [*command, f"macro:///Standard.Sealing.Seal({arguments})"], check=True, capture_output=True, timeout=120
    )
    return folder
