"""What a branch can put in the place of a file that a command reads or writes: links, pipes, paths in the state."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.usecases import ci_files
from tests.cli.conftest import Ran, Repo, Served

SECRET = "the-secret-of-another-place"
CONFIG = (("lint",), ("init",))
MANIFESTS = (("lint",), ("fmt",), ("share", "text", "job_overview", "--as", "job"))
SCHEMAS = (("schema",), ("init",))
INIT = (("init", "--ci", "github"),)
SANDBOX = tuple(("-w", "sandbox", *command) for command in (("apply", "--auto-approve"), ("sandbox", "reset")))
STATE = (("list",), ("apply", "--auto-approve"))
Commands = tuple[tuple[str, ...], ...]

LINKS: list[tuple[str, str, Commands]] = [
    ("heymilo.yaml", "file", CONFIG),
    ("postings", "", (*MANIFESTS, ("init",))),
    ("postings/support.yaml", "file", MANIFESTS),
    ("postings/team", "", MANIFESTS),
    ("postings/_shared", "", MANIFESTS),
    ("postings/_shared/texts", "", MANIFESTS),
    ("postings/_shared/texts/job.md", "file", MANIFESTS),
    ("schemas", "", SCHEMAS),
    ("schemas/posting.schema.json", "file", SCHEMAS),
    (".gitignore", "file", (("init",),)),
    (".github", "", INIT),
    (".github/workflows", "", INIT),
    (".github/workflows/apply.yml", "file", INIT),
    (".heymilo", "", SANDBOX),
    (".heymilo/state/production", "", STATE),
    (".heymilo/state/sandbox/state.json", "file", SANDBOX),
    (".heymilo/state/sandbox/lock", "file", SANDBOX),
    (".heymilo/state/sandbox/.cas", "file", SANDBOX),
    (".heymilo/state/sandbox/snapshots", "", SANDBOX),
    (".heymilo/sandbox", "", SANDBOX),
    (".heymilo/sandbox/sandbox.db", "file", SANDBOX),
    (".heymilo/sandbox/sandbox.db-wal", "file", SANDBOX),
]


@pytest.fixture
def outside(repo: Repo) -> Path:
    """A folder beside the repo, with files that nobody may read or change; the repo goes a level down for it."""
    outside = repo.root / "outside"
    inner = repo.root / "repo"
    inner.mkdir()
    for name in ("heymilo.yaml", "postings"):
        (repo.root / name).rename(inner / name)
    repo.root = inner
    for name in ("file", "support.yaml", "posting.schema.json", "lock", "state.json", "sandbox.db", "apply.yml"):
        (outside / name).parent.mkdir(exist_ok=True)
        (outside / name).write_text(f"\t{SECRET}\n", encoding="utf-8")
    path = ci_files.LOCK  # where it is there, the workflows are written
    for lock in (inner / path, outside / path.removeprefix(".github/")):
        lock.parent.mkdir(parents=True, exist_ok=True)
        lock.write_text("", encoding="utf-8")
    (inner / ".git/hooks").mkdir(parents=True)
    (inner / ".git/config").write_text(f"[http]\n\textraheader = {SECRET}\n", encoding="utf-8")
    return outside


def guarded(root: Path) -> dict[str, str]:
    """All that lies outside the repo, or in its .git."""
    found = [*(root.parent / "outside").rglob("*"), *(root / ".git").rglob("*")]
    return {str(path): path.read_text(encoding="utf-8") for path in found if path.is_file()}


def put(root: Path, path: str, target: str | None) -> None:
    """A link in the place of a path, or a pipe where ``target`` is ``None``."""
    full = root / path
    if full.is_dir():
        full.rename(root / "moved-away")
    full.parent.mkdir(parents=True, exist_ok=True)
    full.unlink(missing_ok=True)
    os.mkfifo(full) if target is None else full.symlink_to(target)


@pytest.mark.parametrize(("path", "name", "commands"), LINKS, ids=[path for path, *_ in LINKS])
def test_no_command_reads_or_writes_through_a_link(
    repo: Repo, outside: Path, path: str, name: str, commands: Commands
) -> None:
    put(repo.root, path, "../" * path.count("/") + f"../outside/{name}")
    untouched(repo, commands)


@pytest.mark.parametrize(
    ("path", "target", "commands"),
    [
        ("heymilo.yaml", ".git/config", CONFIG),
        ("postings/team", "../.git", MANIFESTS),
        ("postings/support.yaml", "../.git/config", MANIFESTS),
        ("schemas", ".git/hooks", SCHEMAS),
        (".gitignore", ".git/hooks/post-checkout", (("init",),)),
        (".heymilo", ".git", SANDBOX),
    ],
)
def test_no_link_leads_into_git(repo: Repo, outside: Path, path: str, target: str, commands: Commands) -> None:
    """Its configuration may hold a token, and its hooks are programs."""
    put(repo.root, path, target)
    untouched(repo, commands)


def untouched(repo: Repo, commands: Commands) -> None:
    """No command shows or changes what lies elsewhere."""
    before = guarded(repo.root)
    for command in commands:
        ran = repo.cli(*command)
        assert ran.code in (0, 1, 5), (command, ran)
        assert SECRET not in ran.text, command
        assert guarded(repo.root) == before, command


def test_the_environment_is_not_printed(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """``/proc/self/environ`` is a plain file to whoever opens it."""
    monkeypatch.setenv("HEYMILO_API_KEY", SECRET)
    for path in ("postings/support.yaml", "heymilo.yaml"):
        put(repo.root, path, "/proc/self/environ")
        ran = repo.cli("lint")
        assert ran.code == 1
        assert "is a link that leads out of the repo" in ran.text
        assert SECRET not in ran.text
        assert "PATH=" not in ran.text


@pytest.mark.parametrize(
    ("path", "commands"),
    [
        ("heymilo.yaml", CONFIG),
        ("postings/pipe.yaml", MANIFESTS),
        ("postings/_shared/texts/job.md", MANIFESTS),
        ("schemas/posting.schema.json", SCHEMAS),
        (".gitignore", (("init",),)),
        (".heymilo/state/sandbox/state.json", SANDBOX),
        (".heymilo/state/sandbox/lock", SANDBOX),
        (".heymilo/sandbox/sandbox.db", SANDBOX),
    ],
)
def test_a_pipe_hangs_nobody(repo: Repo, path: str, commands: Commands) -> None:
    put(repo.root, path, None)
    signal.alarm(20)  # a hang ends here
    try:
        for command in commands:
            assert repo.cli(*command).code in (0, 1, 5), command
    finally:
        signal.alarm(0)


def test_a_link_inside_is_written_through(repo: Repo, outside: Path) -> None:
    (repo.root / "interviews").mkdir()
    (repo.root / "postings/support.yaml").rename(repo.root / "interviews/support.yaml")
    put(repo.root, "postings/support.yaml", "../interviews/support.yaml")
    put(repo.root, "postings/again.yaml", "../interviews/support.yaml")
    assert "1 file, no finding" in repo.cli("lint").out
    text = (repo.root / "interviews/support.yaml").read_text(encoding="utf-8")
    (repo.root / "interviews/support.yaml").write_text(text.replace("name: support", "name:   support"))
    assert repo.cli("fmt").out == "interviews/support.yaml: formatted\n"
    assert (repo.root / "postings/support.yaml").is_symlink()


def test_fmt_tells_what_is_not_there_from_what_cannot_be_reached(repo: Repo) -> None:
    put(repo.root, "postings/circle", "circle")
    ran = repo.cli("fmt", "postings/circle/x.yaml")
    assert ran.code == 1
    assert "postings/circle/x.yaml can't be read: Too many levels of symbolic links" in " ".join(ran.err.split())
    ran = repo.cli("fmt", "postings/nothing.yaml")
    assert ran.code == 64
    assert "There is no file or folder postings/nothing.yaml" in ran.err


@pytest.mark.parametrize(
    "binary",
    [b"name: x\nTOP SECRET: [\0\n", b"\x7fELF\xff\xfe\0TOP SECRET", b"TOP SECRET\0" * 9],
    ids=["text", "program", "environment"],
)
@pytest.mark.parametrize("path", ["postings/binary.yaml", "postings/_shared/texts/binary.md", "heymilo.yaml"])
def test_nothing_of_a_binary_file_is_shown(repo: Repo, binary: bytes, path: str) -> None:
    (repo.root / path).parent.mkdir(parents=True, exist_ok=True)
    (repo.root / path).write_bytes(binary)
    ran = repo.cli("lint")
    assert ran.code == 1
    assert ran.text.count("SY004") == 1
    assert "TOP SECRET" not in ran.text


# --- a state folder elsewhere -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["OUTSIDE/new", "../outside/new", "postings/../../outside/new"])
def test_a_state_outside_the_repo_is_allowed_by_the_command_line_alone(
    repo: Repo, served: Served, outside: Path, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = repo.root / "heymilo.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    settle", f"    state: {state.replace('OUTSIDE', str(outside))}\n    settle"))
    for name in ("HEYMILO_OPS_OUTSIDE_STATE", "HEYMILO_OUTSIDE_STATE", "OUTSIDE_STATE"):
        monkeypatch.setenv(name, "1")
    for command in (("apply", "--auto-approve"), ("plan",), ("list",), ("history", "support"), ("state", "list")):
        ran = repo.cli(*command)
        assert ran.code == 1, command
        assert "--outside-state" in ran.err, command
    assert repo.cli("doctor").code == 1
    assert repo.cli("lint").code == 0
    assert served.requests("POST") == []
    assert not (outside / "new").exists()
    assert repo.cli("apply", "--auto-approve", "--outside-state").code == 0
    assert (outside / "new/state.json").exists()
    assert repo.cli("--outside-state", "lint").code == 0
    assert repo.cli("list").code == 1
    assert "support" in repo.cli("--outside-state", "list").out


# --- paths in the state -----------------------------------------------------------------------------------------------


def changed(repo: Repo, source: str) -> None:
    """Let the state say that the posting's manifest is at another place."""
    path = repo.root / ".heymilo/state/production/state.json"
    state: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for revision in state["postings"]["support"]["revisions"]:
        revision["source"] = source
    path.write_text(json.dumps(state), encoding="utf-8")


@pytest.fixture
def twice(repo: Repo, served: Served) -> Repo:
    """Applied twice, and then the manifest is gone."""
    assert repo.cli("apply", "--auto-approve").code == 0
    repo.edit("Explain something", "Describe something")
    assert repo.cli("apply", "--auto-approve").code == 0
    (repo.root / "postings/support.yaml").unlink()
    return repo


@pytest.mark.parametrize(
    "source",
    [
        "../x.yaml",
        "postings/../../x.yaml",
        "/tmp/x.yaml",
        ".github/workflows/apply.yml",
        "heymilo.yaml",
        "postings/.git/x.yaml",
        "postings/_shared/x.yaml",
        "postings/x.txt",
        "postings/out/x.yaml",
        "postings/out.yaml",
        "postings/\ud800.yaml",
        "",
    ],
)
def test_a_rollback_writes_to_no_file_but_a_manifest(twice: Repo, served: Served, source: str) -> None:
    if "/out" in source:
        (twice.root / "postings/out").symlink_to("../..")
        (twice.root / "postings/out.yaml").symlink_to("../../x.yaml")
    config = (twice.root / "heymilo.yaml").read_text(encoding="utf-8")
    changed(twice, source)
    served.forget_requests()
    refused = twice.cli("rollback", "support", "--auto-approve")
    assert refused.code == 1, refused
    assert served.requests("POST") == served.requests("PATCH") == []
    assert not (twice.root.parent / "x.yaml").exists()
    assert (twice.root / "heymilo.yaml").read_text(encoding="utf-8") == config
    assert not (twice.root / ".github").exists()


def test_a_rollback_that_writes_nothing_needs_no_path(twice: Repo) -> None:
    changed(twice, "../x.yaml")
    refused = twice.cli("rollback", "support", "--auto-approve")
    assert "'../x.yaml', which is no manifest below postings/" in refused.err
    assert "--no-write" in refused.err
    assert twice.cli("rollback", "support", "--auto-approve", "--no-write").code == 0


def test_a_rollback_writes_the_manifest_anew(twice: Repo) -> None:
    changed(twice, "postings/team/back.yaml")
    assert twice.cli("rollback", "support", "--auto-approve").code == 0
    assert "Explain something" in (twice.root / "postings/team/back.yaml").read_text(encoding="utf-8")


def test_a_path_that_a_person_gives_may_lie_anywhere(
    repo: Repo, outside: Path, cli: Callable[..., Ran], tmp_path: Path
) -> None:
    assert repo.cli("lint", "--output", str(outside / "result")).code == 0
    assert (outside / "result").exists()
    (outside / "alias.yaml").symlink_to(repo.root / "postings/support.yaml")
    assert "1 file" in repo.cli("lint", str(outside / "alias.yaml")).out
    for name in ("support.yaml", "apply.yml"):
        (outside / name).unlink()
    linted = repo.cli("lint", str(outside))
    assert linted.code == 1
    assert "alias.yaml:1:1: error SY001" in linted.out
    assert cli("init", str(outside / "fresh")).code == 0
