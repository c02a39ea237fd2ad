"""Commands and options of other tools, and slips: one line with the nearest thing here, and exit 64."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from heymilo_ops.cli import habits
from heymilo_ops.cli.main import COMMANDS
from tests.cli.conftest import Ran


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
        ("preview", "What would be done: heymilo-ops plan"),
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
    assert not habits.COMMANDS.keys() & COMMANDS.keys()
