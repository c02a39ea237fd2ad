"""Promises of what is installed: on a desk, in a CI job, and from whose hands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard, put, tests


def by_name(patch: pytest.MonkeyPatch) -> None:
    """The workflows as they once were: what a name stands for on the index, whoever owns it."""
    from heymilo_ops.usecases import ci_files

    def texts(_: Path) -> dict[str, str]:
        found = ci_files._workflows(has_tool=False)
        return {
            path: text.replace(f"--require-hashes --requirement {ci_files.LOCK}", "heymilo-ops")
            for path, text in found.items()
        }

    patch.setattr(ci_files, "ci_texts", texts)


def whoever_owns_the_name(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.supply import index, origin

    real = index.release
    patch.setattr(index, "release", lambda version: replace(real(version), contents=origin.contents(), commands=()))


def any_commit(url: str, commit: str) -> Any:
    from heymilo_ops.supply.origin import CommitSource

    return CommitSource(url, commit)


def whatever_the_clone_holds(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.supply import origin

    patch.setattr("heymilo_ops.usecases.ci_files.gitinfo.tree", lambda *_: origin.package_blobs())


def in_the_repo(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.supply import index

    real = index._run
    patch.setattr(index, "_run", lambda command, folder: real([word for word in command if word != "-P"], Path.cwd()))


def kept_in_sight(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.usecases import new_repo

    real = new_repo._template
    patch.setattr(new_repo, "_template", lambda name: real(name).partition("errored")[0])


SUPPLY: tuple[Safeguard, ...] = (
    Safeguard(
        "jobs-install-by-hash",
        "The workflows that `init --ci github` writes install only what a hash in their lock names, and a tool that "
        "was never released from a full commit; where neither can be had, nothing is written.",
        "Whoever takes the name on the package index, or takes over a dependency, would run beside the key.",
        by_name,
        tests(
            "cli/test_ci_files.py",
            "test_an_unreleased_tool_is_installed_from_its_commit_and_the_rest_by_hashes",
            "test_a_release_is_installed_by_the_hash_that_the_index_has",
            "test_where_neither_hash_nor_commit_can_be_had_nothing_is_written",
        ),
    ),
    Safeguard(
        "index-holds-what-runs-here",
        "The hash of a release gets into a lock only if the package on the index holds, file by file, what runs here, "
        "names the same command, and installs nothing beside it.",
        "A build of one's own, installed by its name, would be replaced in CI by what somebody else put on the index.",
        whoever_owns_the_name,
        tests(
            "cli/test_ci_files.py",
            "test_what_somebody_else_put_on_the_index_is_not_installed",
            "test_what_comes_beside_the_same_files_is_not_installed[pth]",
            "test_what_comes_beside_the_same_files_is_not_installed[command]",
        ),
    ),
    Safeguard(
        "address-is-plain",
        "A repository gets into a file that a job installs from only by an https or ssh address without a password, of "
        "characters that mean nothing to a shell, YAML or pip, and a commit only by its full hash.",
        "An address could bring a command, an option of pip or ssh, another index, or a password into the repo.",
        put("supply.origin.commit_of", by=any_commit),
        tests(
            "supply/test_origin.py",
            "test_addresses_that_stand_in_no_file",
            "test_only_a_full_commit",
        ),
    ),
    Safeguard(
        "clone-holds-what-runs-here",
        "A tool that was installed from a clone is pinned to the clone's commit only if that commit holds, file by "
        "file, what runs here.",
        "CI would run other code than what was tried on the desk.",
        whatever_the_clone_holds,
        tests("cli/test_ci_files.py", "test_a_commit_that_is_not_what_runs_here_is_none"),
    ),
    Safeguard(
        "installer-is-not-the-repos",
        "pip and uv are asked from an empty folder of ours, and Python imports nothing from the folder it runs in.",
        "A file named pip.py on a branch would be run by `init --ci`.",
        in_the_repo,
        tests("supply/test_index.py", "test_a_repo_cannot_bring_its_own_pip"),
    ),
    Safeguard(
        "rescued-states-stay-out-of-git",
        "The .gitignore that `init` writes covers the states that could not be saved in their place.",
        "`git add --all` after a failed apply would publish the posting ids and links of a workspace.",
        kept_in_sight,
        tests("cli/test_init.py", "test_a_state_that_could_not_be_saved_stays_out_of_git"),
    ),
)
