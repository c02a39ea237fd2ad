"""Commands and options of other tools, and slips: one line with the nearest thing here, and exit 64."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from heymilo_ops.cli.main import COMMANDS
from heymilo_ops.report import suggestions
from tests.cli.conftest import Ran, Repo, Served


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("lnit", "Did you mean 'lint'?"),
        ("iint", "Did you mean 'init'?"),
        ("paln", "Did you mean 'plan'?"),
        ("zzzz", "There is no command 'zzzz'.\n"),
        ("validate", "To check the manifests: heymilo-ops lint"),
        ("destroy -auto-approve", "To archive a posting, delete its manifest and run apply."),
        ("refresh", "heymilo-ops plan --refresh full"),
        ("version", "See: heymilo-ops --version"),
        ("plan -out=p.json", "Write it with two dashes: --out"),
        ("plan -out p.json", "Write it with two dashes: --out"),
        ("plan -target=support", "Write it with two dashes: --target"),
        ("apply -target support", "Write it with two dashes: --target"),
        ("apply -auto-approve", "Write it with two dashes: --auto-approve"),
        ("plan -auto-approve", "This command asks nothing"),
        ("plan --auto-approve", "This command asks nothing"),
        ("apply --out x", "A plan is saved by: heymilo-ops plan --out FILE"),
        ("apply --replace=x", "heymilo-ops apply --recreate NAME"),
        ("plan -destroy", "delete its manifest"),
        ("plan --target x -zzz", "No such option"),
        ("lint --format", "requires an argument"),
    ],
)
def test_the_nearest_thing(cli: Callable[..., Ran], line: str, said: str) -> None:
    ran = cli(*line.split())
    assert ran.code == 64, ran.text
    assert said in ran.err
    assert len(ran.err.splitlines()) == 2


def test_no_habit_hides_a_command() -> None:
    assert not suggestions.COMMANDS.keys() & COMMANDS.keys()


def test_a_name_that_is_not_applied_yet_is_no_wrong_command_line(repo: Repo, served: Served) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    repo.write("second")
    for command in (("state", "show", "second"), ("diff", "second"), ("unhold", "second")):
        ran = repo.cli(*command)
        assert (ran.code, ran.out) == (1, ""), ran.text
        assert "second isn't applied to 'production' yet" in ran.err
    assert repo.cli("state", "show", "third").code == 64


def test_a_plan_file_that_an_editor_or_a_shell_wrote(repo: Repo, served: Served) -> None:
    path = repo.root / "plan.json"
    assert repo.cli("plan", "--out", str(path)).code == 0
    text = path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-16")
    ran = repo.cli("show", str(path))
    assert ran.code == 1 and "PowerShell" in ran.err
    path.write_text(text, encoding="utf-8-sig")
    assert repo.cli("apply", str(path)).code == 0
