"""A process that has everything imported, and forks for each safeguard: a pytest of its own in a tenth of the time."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

import pytest

_SKIPPED = ("heymilo_ops.__main__", "heymilo_ops.sandbox.__main__")


def main() -> None:
    """A JSON object a line in, one a line out: ``{name, nodes}`` to ``{code, red, green, broken, said}``.

    Without a name the tests are only collected, and ``green`` names them.
    """
    _warm()
    for line in sys.stdin:
        print(json.dumps(_forked(json.loads(line))), flush=True)  # noqa: T201 - the way back


def _warm() -> None:
    import heymilo_ops

    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    for found in pkgutil.walk_packages(heymilo_ops.__path__, "heymilo_ops."):
        if found.name not in _SKIPPED:
            importlib.import_module(found.name)


def _forked(asked: dict[str, Any]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        answer, said = Path(folder, "answer"), Path(folder, "said")
        child = os.fork()
        if child == 0:
            code = 70
            try:
                code = _run(asked["name"], asked["nodes"], answer, said)
            except BaseException:
                traceback.print_exc()
            finally:
                sys.stderr.flush()
                os._exit(code)
        _, status = os.waitpid(child, 0)
        found = json.loads(answer.read_text()) if answer.exists() else {"red": [], "green": [], "broken": []}
        words = said.read_text(errors="replace") if said.exists() else ""
        return {"code": os.waitstatus_to_exitcode(status), "said": words[-8000:], **found}


def _run(name: str, nodes: list[str], answer: Path, said: Path) -> int:
    from tests.guarantees.off import Result

    out = os.open(said, os.O_WRONLY | os.O_CREAT)
    for stream in (1, 2):
        os.dup2(out, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    result = Result()
    plugins = ("-p", "no:cacheprovider", "-p", "pytest_timeout", "-p", "tests.guarantees.off")
    early = ("-W", "ignore::pytest.PytestAssertRewriteWarning")  # what is warm was imported before pytest
    what = ("--safeguard-off", name) if name else ("--collect-only",)
    options = (*plugins, *early, "--tb=short", *what)
    code = pytest.main([*options, *nodes], plugins=[result])
    found = {"red": sorted(result.red), "green": sorted(result.green), "broken": result.broken}
    answer.write_text(json.dumps(found))
    return int(code)


if __name__ == "__main__":
    main()
