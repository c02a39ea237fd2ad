"""Promises on git: what a branch holds is neither obeyed nor run, and a broken cache is no lost state."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard, no, nothing, put, tests

_PLANTED = tests("cli/test_planted_repository.py", "test_nothing_in_it_is_run")
_REPOSITORY = "git/test_repository.py"
_BRANCH = "statefile/test_git_branch.py"
_CACHE = "statefile/test_git_cache.py"


def _as_git_finds_it(patch: pytest.MonkeyPatch) -> None:
    """git looks for a repository from the folder itself, and takes a bare one for it."""
    from heymilo_ops.git import repository

    original = repository._top
    patch.setattr(repository, "_top", lambda real: real if (real / "HEAD").exists() else original(real))
    patch.setattr(repository, "_could_be_brought", no)
    kept = [option for option in repository.OPTIONS if not option.startswith("safe.bareRepository")]
    kept.remove("-c")
    patch.setattr(repository, "OPTIONS", tuple(kept))


def _as_git_compares(blob: str | None, top: Path, path: str) -> bool:
    done = subprocess.run(["git", "hash-object", "--", path], cwd=top, capture_output=True, text=True, check=False)
    return done.stdout.strip() == blob


def _left_running(process: Any) -> None:
    process.kill()


GIT: tuple[Safeguard, ...] = (
    Safeguard(
        "repository-has-a-git",
        "A repository is what has a `.git`, which no branch can hold, and every call of git names it; a folder that "
        "only looks like a bare repository is a folder.",
        "A branch puts `HEAD`, `config`, `objects/` and `refs/` beside its heymilo.yaml, and `show`, `plan` or `apply` "
        "run the programs that this `config` names.",
        _as_git_finds_it,
        _PLANTED,
    ),
    Safeguard(
        "git-file-leads-out",
        "A `.git` that is a file or a link is refused where it leads to a folder of a work tree.",
        "What was unpacked into a checkout names a folder of it as its repository, and the `config` there is obeyed.",
        put("git.repository._could_be_brought", by=no),
        tests(
            _REPOSITORY,
            *(
                f"test_a_git_file_that_leads_into_a_work_tree_is_refused[{place}-{form}]"
                for place in ("hiring/fake", "fake")
                for form in ("file", "link")
            ),
        ),
    ),
    Safeguard(
        "brought-settings-left-out",
        "Of git's configuration nothing is used that stands in a file of the work tree.",
        "Where a person once set `include.path = ../.gitconfig`, a branch names the programs that lead to the remote "
        "of the state, or sends it elsewhere.",
        put("git.repository.Repository._is_brought", by=no),
        (
            *tests(_BRANCH, "test_ways_that_a_branch_brought_are_not_taken"),
            *tests(
                _REPOSITORY,
                "test_what_a_branch_brings_into_the_configuration_is_known",
                "test_a_home_in_the_work_tree_is_brought_too",
                "test_old_content_is_fetched_unless_a_branch_has_a_say_in_how",
            ),
        ),
    ),
    Safeguard(
        "protocols-named",
        "git speaks with a remote by file, git, http, https and ssh, and by another protocol only where "
        "`GIT_ALLOW_PROTOCOL` names it.",
        "An address such as `ext::COMMAND` runs the command.",
        put("git.repository.PROTOCOLS", by=("ext", "file")),
        tests(_BRANCH, "test_a_remote_by_a_command_is_refused"),
    ),
    Safeguard(
        "local-stays-local",
        "A question about commits and files that are here reaches no remote, not even for what a partial clone lacks.",
        "`plan` or `show` runs ssh and credential helpers, and waits for a server, to learn what was changed.",
        put("git.repository.OFFLINE", by={}),
        tests(_REPOSITORY, "test_a_question_about_the_work_tree_asks_no_remote"),
    ),
    Safeguard(
        "no-filters",
        "Whether a file was changed is found by its bytes: no filter of git's runs.",
        "By `.gitattributes` a branch runs any filter that a person ever set up, on content of its choice.",
        put("gitinfo._is_as_in", by=_as_git_compares),
        tests(_REPOSITORY, *(f"test_no_filter_runs_to_see_what_changed[{key}]" for key in ("clean", "process"))),
    ),
    Safeguard(
        "git-by-its-full-path",
        "git is looked for in the absolute folders of `PATH` alone.",
        "Where `PATH` holds `.` or another relative folder, a branch brings its own `git`.",
        put("git.repository._program", by=lambda: "git"),
        tests(
            "git/test_repository.py",
            *(f"test_a_program_in_the_work_tree_is_not_taken_for_git[{path}]" for path in (".", "bin", "bin:.")),
        ),
    ),
    Safeguard(
        "git-ends-with-its-children",
        "A git that takes too long is ended together with every process that it started.",
        "An ssh that was left running carries out a push after the tool said that it failed.",
        put("git.repository._end", by=_left_running),
        tests("git/test_repository.py", "test_a_slow_git_is_ended_with_all_that_it_started"),
    ),
    Safeguard(
        "cache-made-anew",
        "The private repository of the state's branch is a cache: where it is broken it is made anew, once, under its "
        "lock.",
        "A fetch that was killed leaves a lock, and from then on every command fails.",
        put("statefile.git_transport.GitTransport._renew", by=no),
        tests(
            _CACHE,
            "test_a_fetch_that_was_killed_is_made_again",
            "test_whatever_is_broken_is_fetched_again[lock of the boundary-moved on]",
            "test_whatever_is_broken_is_fetched_again[a folder missing-as it was]",
        ),
    ),
    Safeguard(
        "absence-by-the-tree",
        "A key counts as absent only where the commit's tree doesn't name it: a file that is missing or damaged here "
        "is fetched again.",
        "A half-fetched commit reads as an empty state, and everything is created a second time.",
        put("statefile.git_branch.GitBranchBackend._check_absence", by=nothing),
        tests(_CACHE, "test_whatever_is_broken_is_fetched_again[a file empty-as it was]"),
    ),
)
