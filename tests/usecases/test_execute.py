"""What every command that writes does, in which order, without a command line: an interaction that takes notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from heymilo_ops.apply.reconcile import Reconciliation
from heymilo_ops.errors import AttentionError, Exit, StaleError
from heymilo_ops.model.event import Event, Observer, Outcome, Started
from heymilo_ops.model.state import Intent
from heymilo_ops.statefile.lease import OnWait
from heymilo_ops.statefile.store import StateStore
from heymilo_ops.usecases.execute import apply_plan
from heymilo_ops.usecases.plan import PlanOptions, PlanResult, plan_workspace
from heymilo_ops.usecases.project import Invocation, read_project
from heymilo_ops.usecases.run import Unknown, open_run
from heymilo_ops.usecases.workspace import Workspace
from tests.cli.conftest import POSTING

CONFIG = "version: 1\nproject: acme-talent\nworkspaces:\n  trial:\n    sandbox: true\n"


class Never:
    """Nobody asks to stop."""

    def __call__(self) -> bool:
        return False

    @contextmanager
    def listening(self) -> Iterator[None]:
        yield


class Notes:
    """Approves, and notes what was called. ``on_approval`` runs while the plan is read."""

    def __init__(self, on_approval: Callable[[], None] = lambda: None) -> None:
        self.interrupt = Never()
        self.calls: list[str] = []
        self.outcomes: Sequence[Outcome] = ()
        self._on_approval = on_approval

    @contextmanager
    def lock_wait(self) -> Iterator[OnWait]:
        self.calls.append("lock")
        yield lambda _seconds, _by: None

    @contextmanager
    def watch(self, api: object) -> Iterator[Observer]:
        def observe(event: Event) -> None:
            if isinstance(event, Started):
                self.calls.append("execute")

        yield observe

    def show_reconciliation(self, intents: Sequence[Intent], reconciliation: Reconciliation) -> None:
        self.calls.append("reconcile")

    def show_plan(self, result: PlanResult, unknown: Unknown) -> None:
        self.calls.append("plan")

    def approve(self, result: PlanResult) -> bool:
        self.calls.append("approve")
        self._on_approval()
        return True

    def show_nothing(self) -> None:
        self.calls.append("nothing")

    def show_outcomes(self, result: PlanResult, outcomes: Sequence[Outcome], *, interrupted: bool) -> None:
        self.calls.append("outcomes")
        self.outcomes = outcomes


def write(workspace: Workspace, name: str) -> None:
    path = workspace.root / "postings" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(POSTING.replace("NAME", name), encoding="utf-8")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with an embedded HeyMilo and one manifest."""
    (tmp_path / "heymilo.yaml").write_text(CONFIG, encoding="utf-8")
    workspace = read_project(Invocation(tmp_path, "trial")).workspace()
    write(workspace, "support")
    return workspace


def applied(workspace: Workspace, notes: Notes) -> Exit:
    with open_run(workspace, notes, 0) as run:
        return apply_plan(run, PlanOptions(), None, str)


def test_each_stage_comes_once_and_in_order(workspace: Workspace) -> None:
    notes = Notes()
    assert applied(workspace, notes) is Exit.DONE
    assert notes.calls == ["plan", "approve", "lock", "execute", "outcomes"]
    assert [outcome.action for outcome in notes.outcomes] == ["create"]
    assert not plan_workspace(workspace, PlanOptions()).plan.has_changes
    again = Notes()
    assert applied(workspace, again) is Exit.DONE
    assert again.calls == ["plan", "nothing"]


def test_what_changes_while_the_plan_is_read_is_not_sent(workspace: Workspace) -> None:
    notes = Notes(lambda: write(workspace, "sales"))
    with pytest.raises(StaleError, match="changed while it was being read"):
        applied(workspace, notes)
    assert notes.calls == ["plan", "approve", "lock"]
    assert workspace.store().read() is None


def test_a_state_that_moves_while_the_plan_is_read_stops_it(workspace: Workspace) -> None:
    def move() -> None:
        store = workspace.store()
        store.write(store.begin(workspace.project, workspace.name, workspace.recorded_url))

    notes = Notes(move)
    with pytest.raises(StaleError, match="state moved"):
        applied(workspace, notes)
    assert notes.calls == ["plan", "approve", "lock"]


def test_what_is_not_approved_takes_no_lock(workspace: Workspace) -> None:
    def refuse() -> None:
        raise AttentionError("Not approved")

    notes = Notes(refuse)
    with pytest.raises(AttentionError):
        applied(workspace, notes)
    assert notes.calls == ["plan", "approve"]


def test_an_error_in_a_file_is_shown_and_nothing_is_asked(workspace: Workspace) -> None:
    write(workspace, "Not a name")
    notes = Notes()
    assert applied(workspace, notes) is Exit.ATTENTION
    assert notes.calls == ["plan"]


def test_the_planned_state_is_that_of_after_the_list(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    applied(workspace, Notes())
    stores: list[StateStore] = []
    read = StateStore.read

    def counted(self: StateStore) -> object:
        stores.append(self)
        return read(self)

    monkeypatch.setattr(StateStore, "read", counted)
    result = plan_workspace(workspace, PlanOptions())
    assert len(stores) == 2
    assert result.state is stores[-1].state
