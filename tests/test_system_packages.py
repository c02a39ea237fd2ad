"""What `make test` does where a package of the system lacks."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / ".ci/system-packages"


def ran(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script where none of the packages is, nobody is root, and there is neither sudo nor apt-get."""
    (folder / "bin").mkdir(exist_ok=True)
    for name, text in (("id", "echo 1000"), ("find", "true")):
        command = folder / "bin" / name
        command.write_text(f"#!/bin/bash\n{text}\n")
        command.chmod(0o755)
    bash = shutil.which("bash")
    assert bash is not None
    environment |= {"PATH": str(folder / "bin"), "HOME": str(folder)}
    return subprocess.run([bash, str(SCRIPT)], env=environment, check=False, capture_output=True, text=True, timeout=30)


def test_what_lacks_is_named_with_what_is_skipped_for_it(tmp_path: Path) -> None:
    result = ran(tmp_path)
    assert (result.returncode, result.stdout) == (0, "")
    lines = result.stderr.splitlines()
    assert [line.split(";")[0].removeprefix("Not installed: ") for line in lines] == [
        "chromium",
        "libreoffice-writer-nogui",
        "fonts-noto-cjk",
        "fonts-noto-color-emoji",
    ]
    assert "browser tests" in lines[0]
    assert "apt-get install libreoffice-writer-nogui" in lines[1]


@pytest.mark.parametrize("name", ["chromium", "google-chrome"])
def test_either_browser_does(tmp_path: Path, name: str) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / name).write_text("#!/bin/bash\n")
    (tmp_path / "bin" / name).chmod(0o755)
    assert "Not installed: chromium" not in ran(tmp_path).stderr


def test_ci_fails_without_them(tmp_path: Path) -> None:
    assert ran(tmp_path, CI="true").returncode == 1
