"""LibreOffice, that opens Word files, accepts or rejects all of their changes and writes them again."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

IN_CI = bool(os.environ.get("CI"))
SOFFICE = shutil.which("soffice")
SECONDS = 120
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Convert(source As String, command As String, target As String, format As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  file = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  If command &lt;&gt; "" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(file.CurrentController.Frame, command, "", 0, Array())
  End If
  Dim kind(1) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = format
  kind(1).Name = "FilterOptions"
  kind(1).Value = "UTF8,LF"
  file.storeToURL(target, kind())
  file.close(True)
End Sub
Sub Main(folder As String)
  source = folder &amp; "/review.docx"
  Convert(source, "", folder &amp; "/saved.docx", "MS Word 2007 XML")
  Convert(source, ".uno:AcceptAllTrackedChanges", folder &amp; "/accepted.docx", "MS Word 2007 XML")
  Convert(source, ".uno:RejectAllTrackedChanges", folder &amp; "/rejected.docx", "MS Word 2007 XML")
  Convert(source, ".uno:AcceptAllTrackedChanges", folder &amp; "/accepted.txt", "Text (encoded)")
  Convert(source, ".uno:RejectAllTrackedChanges", folder &amp; "/rejected.txt", "Text (encoded)")
End Sub
</script:module>
"""


@pytest.fixture(scope="package")
def rewritten(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[bytes], Path]]:
    """Write what LibreOffice makes of a file into a folder: ``saved``, ``accepted`` and ``rejected``."""
    if SOFFICE is None:
        assert not IN_CI, "CI needs LibreOffice"
        pytest.skip("there is no LibreOffice: sudo apt-get install libreoffice-writer-nogui")
    profile = tmp_path_factory.mktemp("profile")
    _run(profile, "--terminate_after_init")  # makes the profile, into which the macro is then written
    macros = profile / "user" / "basic" / "Standard"
    macros.mkdir(parents=True, exist_ok=True)
    (macros / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (macros / "Module1.xba").write_text(_MODULE, encoding="utf-8")

    def rewrite(data: bytes) -> Path:
        folder = tmp_path_factory.mktemp("word")
        (folder / "review.docx").write_bytes(data)
        _run(profile, f'macro:///Standard.Module1.Main("{folder.as_uri()}")')
        return folder

    yield rewrite


def _run(profile: Path, *arguments: str) -> None:
    program = [str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"]
    subprocess.run([*program, *arguments], check=True, capture_output=True, timeout=SECONDS)
