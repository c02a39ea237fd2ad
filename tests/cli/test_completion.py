"""What a shell offers behind Tab."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import get_completion_class

from heymilo_ops.cli.main import group
from tests.cli.conftest import CONFIG, POSTING, Ran, Repo, Served

Cli = Callable[..., Ran]
Tab = Callable[[str], list[str]]

REMOTE = CONFIG.replace("URL", "https://api.heymilo.ai").replace("version: 1", "version: 1\n# nothing here is asked")


@pytest.fixture
def tab(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Tab:
    """What is offered behind a line; a blank at its end begins another word."""

    def press(line: str) -> list[str]:
        monkeypatch.setenv("COMP_WORDS", f"heymilo-ops {line}")
        monkeypatch.setenv("COMP_CWORD", str(len(line.split()) + line.endswith(" ")))
        monkeypatch.setenv("_HEYMILO_OPS_COMPLETE", "bash_complete")
        ran = cli()
        monkeypatch.delenv("_HEYMILO_OPS_COMPLETE")
        assert (ran.code, ran.err) == (0, ""), ran
        return [offered for offered in ran.out.splitlines() if offered]

    return press


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repo of two manifests, one with a name that is none, and one that can't be read."""
    (tmp_path / "heymilo.yaml").write_text(REMOTE, encoding="utf-8")
    (tmp_path / "postings").mkdir()
    for name in ("support", "sales", "$(reboot)"):
        path = tmp_path / "postings" / f"{len(name)}.yaml"
        path.write_text(POSTING.replace("NAME", name), encoding="utf-8")
    (tmp_path / "postings/broken.yaml").write_text("name: [", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "line",
    [
        "render ",
        "rollback ",
        "unhold ",
        "diff ",
        "history ",
        "promote ",
        "share text title ",
        "state show ",
        "state resolve ",
        "state mv ",
        "state forget ",
        "plan --target ",
        "plan --recreate ",
        "plan --allow-namesake ",
        "apply --target ",
        "rollback support --allow-unmarked ",
        "-w production apply --target support --recreate ",
    ],
)
def test_names_of_postings(two: Path, tab: Tab, line: str) -> None:
    assert tab(line) == ["plain,sales", "plain,support"]
    assert tab(f"{line}su") == ["plain,support"]


@pytest.mark.parametrize("line", ["-w ", "plan --workspace ", "promote support --from ", "promote x --to "])
def test_names_of_workspaces(two: Path, tab: Tab, line: str) -> None:
    assert tab(line) == ["plain,production", "plain,sandbox"]
    assert tab(f"{line}s") == ["plain,sandbox"]


def test_a_posting_or_a_file(two: Path, tab: Tab) -> None:
    assert tab("show s") == ["plain,sales", "plain,support", "file,s"]


def test_commands_and_their_options(two: Path, tab: Tab) -> None:
    assert tab("roll") == ["plain,rollback"]
    assert tab("rollback --s") == ["plain,--settings"]
    assert "plain,rollback" in tab("nonsense ")


def test_what_was_removed_is_still_known_to_the_state(repo: Repo, served: Served, tab: Tab) -> None:
    repo.write("second")
    repo.cli("apply", "--auto-approve")
    (repo.root / "postings/second.yaml").unlink()
    assert tab(f"-C {repo.root} history ") == ["plain,second", "plain,support"]


@pytest.mark.parametrize("line", ['required_version: ">=99"', "project: &project acme-talent"])
def test_what_only_the_state_knows_needs_no_release_and_no_clean_file(
    repo: Repo, served: Served, tab: Tab, line: str
) -> None:
    repo.write("second")
    repo.cli("apply", "--auto-approve")
    (repo.root / "postings/second.yaml").unlink()
    path = repo.root / "heymilo.yaml"
    kept = "".join(old for old in path.read_text("utf-8").splitlines(True) if not old.startswith(line.split()[0]))
    path.write_text(f"{kept}{line}\n", encoding="utf-8")
    assert repo.cli("plan").code != 0
    assert tab(f"-C {repo.root} history ") == ["plain,second", "plain,support"]


@pytest.mark.parametrize("config", ["", "workspaces: [", "workspaces: []\n", None])
def test_nothing_is_said_where_a_repo_is_wrong(two: Path, tab: Tab, config: str | None) -> None:
    path = two / "heymilo.yaml"
    path.unlink()
    if config is not None:
        path.write_text(config, encoding="utf-8")
    assert tab("-w ") == []
    assert tab("render ") == ([] if config is None else ["plain,sales", "plain,support"])


@pytest.mark.parametrize("shell", ["bash", "fish", "zsh"])
def test_the_script_of_a_shell_is_printed_as_it_is(shell: str, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    made = get_completion_class(shell)
    assert made is not None
    monkeypatch.setenv("_HEYMILO_OPS_COMPLETE", f"{shell}_source")
    ran = cli()
    assert ran.code == 0
    assert ran.out == made(group, {}, "heymilo-ops", "_HEYMILO_OPS_COMPLETE").source()


@pytest.mark.parametrize("asked", ["tcsh_source", "bash_nothing", "1"])
def test_what_no_shell_asks_for_is_refused(asked: str, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_HEYMILO_OPS_COMPLETE", asked)
    ran = cli("list")
    assert (ran.code, ran.out) == (64, "")
    assert "bash_source, zsh_source or fish_source" in ran.err


def test_the_formats_of_lint(cli: Cli, tab: Tab) -> None:
    assert tab("lint --format ") == [f"plain,{name}" for name in ("text", "json", "github", "sarif", "junit")]
    assert tab("lint --format text --format s") == ["plain,sarif"]
