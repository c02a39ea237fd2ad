"""Promises about what is read and written: only what lies in the repo, or what a person names."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard, no, nothing, put, tests, yes

_CLI = "cli/test_hostile_paths.py"
_FILES = "test_files.py"


def links_followed(patch: pytest.MonkeyPatch) -> None:
    """Paths are the system's, with whatever links and parents they have."""
    from heymilo_ops import files

    def look(walk: Any, part: str) -> os.stat_result | None:
        try:
            return Path(walk._at(part)).stat()
        except FileNotFoundError:
            return None

    patch.setattr(files, "_BY_HANDLE", False)
    patch.setattr(files, "_NOFOLLOW", 0)
    patch.setattr(files._Walk, "parts", lambda _, path: list(PurePath(path).parts))
    patch.setattr(files._Walk, "_look", look)
    patch.setattr(files._Walk, "_enter", lambda walk, part: walk.names.append(part))
    patch.setattr(files._Walk, "_up", lambda walk: walk.names.append(".."))


def written_through(patch: pytest.MonkeyPatch) -> None:
    """A file is opened and written where it stands."""
    from heymilo_ops import files

    def commit(staged: Any) -> None:
        (staged.root / staged.path).write_bytes((staged.root / staged.beside).read_bytes())

    patch.setattr(files.Staged, "commit", commit)


def binary_shown(patch: pytest.MonkeyPatch) -> None:
    """A file with NULs is read as a text like any other."""
    from heymilo_ops.manifest import yaml_file

    patch.setattr(yaml_file, "_binary", lambda raw, path: yaml_file.Source(path, raw.decode("utf-8", "replace"), None))


def any_state_folder(patch: pytest.MonkeyPatch) -> None:
    from heymilo_ops.statefile import folder, store

    for module in (folder, store):
        patch.setattr(module, "folder_for", lambda where, root, outside=False: root / where.path)


FILES: tuple[Safeguard, ...] = (
    Safeguard(
        "links-stay-inside",
        "What a repo names is opened folder by folder from the folder of heymilo.yaml, and no link or `..` out of it "
        "is followed, to read or to write: for heymilo.yaml, manifests, shared files, schemas, .gitignore, workflows, "
        "the sandbox and a state folder.",
        "A branch could show the environment or any file of the runner in the log of its checks, and have files "
        "overwritten anywhere.",
        links_followed,
        (
            *tests(
                _CLI,
                *(
                    f"test_no_command_reads_or_writes_through_a_link[{path}]"
                    for path in (
                        "heymilo.yaml",
                        "postings/support.yaml",
                        "postings",
                        "schemas",
                        ".github/workflows",
                        ".heymilo",
                    )
                ),
                "test_the_environment_is_not_printed",
            ),
            *tests(_FILES, "test_what_is_outside_is_refused_and_untouched[by handle-read-out-file]"),
        ),
    ),
    Safeguard(
        "git-is-out-of-bounds",
        "Nothing is read from or written to git's own folder on behalf of the repo.",
        "A branch could name it as the place of a state, or show the token in its configuration.",
        put("files._is_of_git", by=no),
        (
            *tests(_FILES, "test_what_is_outside_is_refused_and_untouched[by handle-read-.git/config]"),
            *tests("statefile/test_backend_choice.py", "test_a_folder_outside_must_be_allowed[.git/state]"),
        ),
    ),
    Safeguard(
        "hidden-names-by-no-link",
        "A link that stays inside the repo is not followed to a name that begins with a dot.",
        "A branch could show a .env file that is in no commit.",
        put("files._is_hidden", by=no),
        (
            *tests(_FILES, "test_what_is_outside_is_refused_and_untouched[by handle-read-hidden]"),
            *tests(
                "manifest/test_listing.py",
                "test_a_link_that_leads_out_is_an_error[postings/c.yaml-../.env-a link that leads to a hidden name]",
            ),
        ),
    ),
    Safeguard(
        "plain-files-only",
        "Only plain files are read and written: a pipe, a device or a socket is refused, and waited for by nobody.",
        "A branch could hang each of its checks, or have a device read.",
        put("files._is_plain", by=yes),
        tests(_FILES, "test_only_plain_files[by handle-pipe]", "test_only_plain_files[by handle-device]"),
    ),
    Safeguard(
        "files-are-replaced",
        "A file is written beside its place and moved there, so that a link put in its place meanwhile is replaced "
        "and not written through, and no file is ever half written.",
        "Whoever can write to the work tree could have a foreign file overwritten.",
        written_through,
        tests(
            _FILES,
            "test_a_link_put_at_the_place_meanwhile_is_replaced[by handle]",
            "test_a_link_put_at_the_place_meanwhile_is_replaced[by path]",
        ),
    ),
    Safeguard(
        "binary-is-not-shown",
        "Nothing of a file with NULs is shown: it gives one finding, without a line of it.",
        "What a link, a mistake or a checkout puts in the place of a manifest could be printed piece by piece.",
        binary_shown,
        tests(_CLI, "test_nothing_of_a_binary_file_is_shown[postings/binary.yaml-text]"),
    ),
    Safeguard(
        "state-stays-inside",
        "A state folder outside the folder of heymilo.yaml is used only where the command line says "
        "`--outside-state`: neither the repo nor the environment can allow it.",
        "A branch could have files written to any folder of the machine that runs its checks.",
        any_state_folder,
        tests(
            _CLI,
            "test_a_state_outside_the_repo_is_allowed_by_the_command_line_alone[OUTSIDE/new]",
            "test_a_state_outside_the_repo_is_allowed_by_the_command_line_alone[../outside/new]",
        ),
    ),
    Safeguard(
        "rollback-writes-manifests",
        "A rollback that would write its manifest to a path that is none of a manifest, as the state has it, is "
        "refused before anything is sent.",
        "Whoever can write to the state could have heymilo.yaml, a workflow or a file elsewhere overwritten.",
        put("usecases.rollback._guard_path", by=nothing),
        tests(
            _CLI,
            "test_a_rollback_writes_to_no_file_but_a_manifest[postings/_shared/x.yaml]",
            "test_a_rollback_writes_to_no_file_but_a_manifest[.github/workflows/apply.yml]",
        ),
    ),
)
