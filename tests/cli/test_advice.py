"""A command that is advised can be copied as it stands: it names the workspace that was asked for."""

from __future__ import annotations

import re

import pytest

from tests.cli.conftest import Repo, Served

W = "-w production"
ERROR = (
    "Tells what they heard, did step by step, and how it ended.",
    "Tells what the customer did wrong, and no step of their own.",
)


def commands(said: str) -> set[str]:
    """The commands in a text, without the program's name."""
    return {found[1] for found in re.finditer(r"heymilo-ops ((?:-w \S+ )?[a-z]+)", " ".join(said.split()))}


@pytest.mark.parametrize(
    ("args", "advised"),
    [
        (("plan", "--target", "nobody"), "list"),
        (("apply",), "plan"),  # nobody can be asked here
        (("apply", "--allow-impact", "nobody=3"), "list"),
        (("validate",), "lint"),
        (("plan", "--refresh-only"), "plan"),
        (("new", "nurse"), "lint"),
    ],
)
def test_it_names_the_workspace(repo: Repo, served: Served, args: tuple[str, ...], advised: str) -> None:
    said = repo.cli("-w", "production", *args).text
    assert f"{W} {advised}" in commands(said), said


def test_so_do_those_about_findings(repo: Repo, served: Served) -> None:
    repo.edit(*ERROR)
    held = repo.cli(*W.split(), "plan")
    assert f"correct what `heymilo-ops {W} lint` shows" in " ".join(held.out.split()), held.text
    path = repo.root / "heymilo.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "lint: {baseline: known.json}\n", encoding="utf-8")
    assert f"write it: heymilo-ops {W} lint --write-baseline" in repo.cli(*W.split(), "lint").out
    assert "write it: heymilo-ops lint --write-baseline" in repo.cli("lint").out
    repo.edit("title: Support Agent", "title: 7")
    assert f"See: heymilo-ops {W} lint" in repo.cli(*W.split(), "doctor").out
    assert "See: heymilo-ops lint" in repo.cli("doctor").out


def test_so_do_those_about_the_state(repo: Repo, served: Served) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    (repo.root / "postings/notes.yaml").write_text("- not: a manifest\n", encoding="utf-8")
    (repo.root / "postings/support.yaml").unlink()
    assert f"`heymilo-ops {W} lint` shows where" in " ".join(repo.cli("plan").text.split())
    repo.write()
    forgotten = repo.cli("state", "forget", "support", "--auto-approve")
    assert f"heymilo-ops {W} state resolve support" in " ".join(forgotten.out.split()), forgotten.text
