"""The shape of the code: caps on code lines, names, layers, and what a command may import.

Every check is also seen to fail: a violation is planted in a copy and must be reported.
"""

from __future__ import annotations

import ast
import io
import shutil
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "heymilo_ops"

FILE_CAP = 350
FUNCTION_CAP = 50
CLI_CAP = 120
BANNED_NAMES = {"common", "context", "engine", "helper", "helpers", "manager", "util", "utils", "workflow", "workflows"}
HEAVY = ("deepdiff", "docx", "fastapi", "httpx", "jinja2", "rich", "uvicorn", "watchfiles")

_NO_CODE = {
    tokenize.COMMENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
    tokenize.INDENT,
    tokenize.NEWLINE,
    tokenize.NL,
}
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def code_lines(text: str) -> set[int]:
    """Numbers of the lines that hold code: not blank, not only a comment, not a docstring."""
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in _NO_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    return lines - docstring_lines(ast.parse(text))


def docstring_lines(tree: ast.Module) -> set[int]:
    """Lines of every bare string: docstrings of modules, classes, functions and attributes."""
    lines: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            lines.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


def too_long(path: Path, cap: int) -> list[str]:
    """What in a file is over its cap: the file itself and its functions, decorators included."""
    text = path.read_text(encoding="utf-8")
    lines = code_lines(text)
    found = [f"{path}: {len(lines)} code lines, at most {cap}"] if len(lines) > cap else []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, _DEFINITIONS):
            begin = min([node.lineno, *(each.lineno for each in node.decorator_list)])
            size = len(lines & set(range(begin, (node.end_lineno or node.lineno) + 1)))
            if size > FUNCTION_CAP:
                found.append(f"{path}:{node.lineno}: {node.name} has {size} code lines, at most {FUNCTION_CAP}")
    return found


def oversized(package: Path) -> list[str]:
    """Everything in a package that is over its cap."""
    found = []
    for path in modules(package):
        cap = CLI_CAP if path.relative_to(package).parts[0] == "cli" else FILE_CAP
        found += too_long(path, cap)
    return found


def modules(package: Path) -> Iterator[Path]:
    """Every Python file of a package, sorted."""
    yield from sorted(path for path in package.rglob("*.py"))


def badly_named(package: Path) -> list[str]:
    """Modules and packages that carry a name under which anything can hide."""
    names = [*modules(package), *(path for path in package.rglob("*") if path.is_dir())]
    return [str(path) for path in names if path.stem in BANNED_NAMES and "templates" not in path.parts]


def chatty_packages(package: Path) -> list[str]:
    """``__init__`` files that are more than a one-line docstring."""
    found = []
    for path in package.rglob("__init__.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        only = len(body) == 1 and isinstance(body[0], ast.Expr) and ast.get_docstring(ast.Module(body, []))
        if not only or "\n" in only:
            found.append(str(path))
    return found


def test_files_and_functions_stay_below_their_caps() -> None:
    found = oversized(PACKAGE)
    assert found == [], "\n".join(found)


def test_no_module_has_a_name_for_anything() -> None:
    found = badly_named(PACKAGE)
    assert found == [], "\n".join(found)


def test_an_init_is_a_docstring() -> None:
    found = chatty_packages(PACKAGE)
    assert found == [], "\n".join(found)


def test_docstrings_comments_and_blanks_do_not_count() -> None:
    module = '"""Module.\n\nMore.\n"""\n\n# comment\nX = """a\nb"""\n"""Of X."""\n'
    text = module + '\n\ndef f():\n    """F."""\n    return 1  # why\n'
    assert code_lines(text) == {7, 8, 12, 14}


def test_a_long_function_a_long_file_and_a_long_command_are_seen(tmp_path: Path) -> None:
    body = "".join(f"    x{i} = {i}\n" for i in range(FUNCTION_CAP))
    write(tmp_path, "plan/long.py", f"def long():\n{body}")
    write(tmp_path, "plan/fits.py", f"def fits():\n{body.replace('    x0 = 0', '    # x0')}")
    write(tmp_path, "plan/file.py", "x = 1\n" * (FILE_CAP + 1))
    write(tmp_path, "cli/command.py", "x = 1\n" * (CLI_CAP + 1))
    found = [each.replace(str(tmp_path), "").replace("\\", "/") for each in oversized(tmp_path)]
    assert found == [
        "/cli/command.py: 121 code lines, at most 120",
        "/plan/file.py: 351 code lines, at most 350",
        "/plan/long.py:1: long has 51 code lines, at most 50",
    ]


def test_a_manager_and_a_busy_init_are_seen(tmp_path: Path) -> None:
    write(tmp_path, "apply/manager.py", "")
    write(tmp_path, "utils/__init__.py", '"""Fine."""\n')
    write(tmp_path, "apply/__init__.py", '"""Fine."""\nfrom x import y\n')
    write(tmp_path, "plan/__init__.py", '"""Two\n\nlines."""\n')
    assert {Path(each).stem for each in badly_named(tmp_path)} == {"manager", "utils"}
    assert {Path(each).parent.name for each in chatty_packages(tmp_path)} == {"apply", "plan"}


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


# --- import-linter ---------------------------------------------------------------------------------------------------

CONTRACTS = ("acyclic", "edges", "http", "layers", "processes", "pure", "rules", "sandbox", "usecases")


def lint_imports(folder: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the package in a folder."""
    chosen = [word for contract in contracts for word in ("--contract", contract)]
    program = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as run; run()"
    command = [sys.executable, "-c", program, "--no-logo", "--no-cache", *chosen]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def skeleton(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package's rooms, each module without its code, so that only planted imports count."""
    folder = tmp_path_factory.mktemp("skeleton")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for path in modules(PACKAGE):
        write(folder, path.relative_to(ROOT).as_posix(), "")
    return folder


def test_the_contracts_are_these() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert sorted(each["id"] for each in config["tool"]["importlinter"]["contracts"]) == list(CONTRACTS)


def test_the_contracts_are_kept() -> None:
    ran = lint_imports(ROOT)
    assert ran.returncode == 0, ran.stdout


def test_an_empty_skeleton_keeps_every_contract(skeleton: Path) -> None:
    ran = lint_imports(skeleton)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("contract", "planted"),
    [
        ("layers", {"plan/planted.py": "import heymilo_ops.report"}),
        ("layers", {"model/planted.py": "def f():\n    import heymilo_ops.text\n"}),
        ("layers", {"newcomer.py": ""}),
        ("edges", {"remote/planted.py": "import heymilo_ops.statefile"}),
        ("rules", {"lint/rules/one_a.py": "", "lint/rules/two_b.py": "import heymilo_ops.lint.rules.one_a"}),
        ("pure", {"text/planted.py": "import os"}),
        ("pure", {"lint/planted.py": "def f():\n    from pathlib import Path\n"}),
        ("pure", {"model/planted.py": "import time"}),
        ("sandbox", {"sandbox/planted.py": "from heymilo_ops.model import posting"}),
        ("http", {"report/planted.py": "import httpx"}),
        ("processes", {"statefile/planted.py": "import subprocess"}),
        ("usecases", {"usecases/planted.py": "import click"}),
        ("usecases", {"usecases/planted.py": "def f():\n    from heymilo_ops.review import advice\n"}),
        ("usecases", {"usecases/planted.py": "import heymilo_ops.report"}),
        ("acyclic", {"text/one.py": "import heymilo_ops.text.two", "text/two.py": "import heymilo_ops.text.one"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "+".join(value),
)
def test_a_contract_breaks_when_it_is_broken(skeleton: Path, contract: str, planted: dict[str, str]) -> None:
    paths = [skeleton / "heymilo_ops" / name for name in planted]
    try:
        for name, text in planted.items():
            write(skeleton / "heymilo_ops", name, text)
        ran = lint_imports(skeleton, contract)
    finally:
        for path in paths:
            path.unlink()
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "1 broken" in ran.stdout


# --- ruff ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("lint/planted.py", "from datetime import UTC, datetime\n\nX = datetime.now(UTC)\n", "TID251"),
        ("plan/deep/planted.py", "import time\n\nX = time.time()\n", "TID251"),
        ("model/planted.py", "from uuid import uuid4\n\nX = uuid4()\n", "TID251"),
        ("text/planted.py", "from random import random\n\nX = random()\n", "TID251"),
        ("apply/planted.py", 'print("words")\n', "T201"),
        ("cli/planted.py", 'print("words")\n', "T201"),
    ],
)
def test_ruff_bans_clocks_in_the_core_and_print_outside_report(name: str, text: str, code: str) -> None:
    assert code in ruff(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("apply/fine.py", "from datetime import UTC, datetime\n\nX = datetime.now(UTC)\n"),
        ("report/fine.py", 'print("words")\n'),
    ],
)
def test_ruff_lets_the_rest_read_the_clock_and_report_print(name: str, text: str) -> None:
    assert ruff(name, text) == ""


def ruff(name: str, text: str) -> str:
    """What ruff says of a text as if it stood in the package under that name."""
    binary = Path(sys.executable).with_name("ruff")
    command = [binary, "check", "-q", "--output-format=concise", "--stdin-filename", f"heymilo_ops/{name}", "-"]
    return subprocess.run(command, cwd=ROOT, input=text, capture_output=True, text=True, check=False).stdout


# --- what a command may import ---------------------------------------------------------------------------------------

_PROBE = """
import sys
sys.argv = ["heymilo-ops", *sys.argv[1:]]
from heymilo_ops.cli.main import main
try:
    main()
except SystemExit as stop:
    code = stop.code
else:
    code = 0
sys.stderr.write("\\nEXIT " + str(code or 0) + " HEAVY " + " ".join(n for n in HEAVY if n in sys.modules) + "\\n")
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repo's configuration and postings, where a command may write; its remote has no state yet."""
    folder = tmp_path_factory.mktemp("project")
    bare = tmp_path_factory.mktemp("remote")
    for command in (["init", "--bare", str(bare)], ["init", str(folder)], ["remote", "add", "origin", str(bare)]):
        subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True)
    shutil.copy(ROOT / "heymilo.yaml", folder)
    shutil.copytree(ROOT / "postings", folder / "postings")
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ("--version",),
        ("--help",),
        ("lint",),
        ("lint", "--format", "json"),
        ("-w", "production", "plan", "--refresh", "none"),
        ("fmt", "--check"),
        ("render", "night-baker-chicago"),
        ("schema", "--check", "-C", str(ROOT)),
    ],
    ids=" ".join,
)
def test_a_command_imports_only_what_it_needs(project: Path, arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", f"HEAVY = {HEAVY!r}\n{_PROBE}", *arguments]
    ran = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, timeout=60)
    last = ran.stderr.strip().splitlines()[-1]
    assert last.rstrip() == "EXIT 0 HEAVY", ran.stderr
