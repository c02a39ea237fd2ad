"""Promises about what is made of HeyMilo's postings: what a person there wrote reaches no file unseen."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard, tests

_CLI = "cli/test_import.py"


def written_over(patch: pytest.MonkeyPatch) -> None:
    """A file is written whatever has its name."""
    from heymilo_ops import files

    patch.setattr(files, "create", files.write)


def named_as_there(patch: pytest.MonkeyPatch) -> None:
    """A file has the name that its posting has at HeyMilo."""
    from heymilo_ops.importer import manifest, slug

    def choose(name: str | None, title: str, posting_id: str, _taken: Any) -> slug.ChosenName:
        chosen = name or title or posting_id
        return slug.ChosenName(chosen, slug.NameOrigin.HEYMILO, chosen)

    patch.setattr(manifest, "choose_name", choose)


def nothing_personal(patch: pytest.MonkeyPatch) -> None:
    """Nothing that a posting says is looked at."""
    from heymilo_ops.importer import manifest

    patch.setattr(manifest, "find_personal_data", lambda *_: ())


def any_folder(patch: pytest.MonkeyPatch) -> None:
    """Files go wherever somebody says."""
    from heymilo_ops.cli import import_command

    def folder(project: Any, asked: str | None) -> PurePath:
        return PurePath(asked or "postings")

    patch.setattr(import_command, "import_folder", folder)


def blueprints_unknown(patch: pytest.MonkeyPatch) -> None:
    """No posting is known to be what a template copies."""
    from heymilo_ops.usecases import import_postings

    patch.setattr(import_postings, "list_resources", lambda *_: ())


IMPORT: tuple[Safeguard, ...] = (
    Safeguard(
        "import-writes-no-file-over",
        "An import writes new files only, each whole: what has the path stays as it is, also a link to nothing and "
        "what came there meanwhile.",
        "Whoever names a posting at HeyMilo could have a manifest, or a file that a link leads to, replaced.",
        written_over,
        tests(
            _CLI,
            "test_no_file_is_written_over_what_is_there[file]",
            "test_no_file_is_written_over_what_is_there[link]",
        ),
    ),
    Safeguard(
        "import-names-are-names",
        "A file is called by letters, digits and hyphens alone, whatever the name or title of its posting.",
        "A posting called ../../x could be written outside of postings/.",
        named_as_there,
        tests(_CLI, "test_a_name_of_heymilo_can_not_lead_out_of_the_folder"),
    ),
    Safeguard(
        "import-shows-personal-data",
        "What looks like personal data or a credential is listed before its file is written, and without a yes or "
        "--auto-approve that file is not.",
        "Phone numbers, names and tokens of links that were typed into HeyMilo's pages would be in git for ever.",
        nothing_personal,
        tests(_CLI, "test_personal_data_is_shown_and_its_file_not_written_unless_somebody_says_yes"),
    ),
    Safeguard(
        "import-stays-in-postings",
        "An import writes below postings/ only, and --dir names a folder there.",
        "A script that passes a folder on could have files written where programs look for theirs.",
        any_folder,
        tests(_CLI, "test_what_can_not_be_meant_is_a_usage_error[args3---dir elsewhere is no folder of manifests]"),
    ),
    Safeguard(
        "import-takes-no-blueprint",
        "The blueprint of a template is never imported: each posting made from the template would carry its marks.",
        "A posting that somebody makes from a template would be taken for one of this repo.",
        blueprints_unknown,
        tests("cli/test_import_forty.py", "test_what_must_not_be_taken_over_is_left_out"),
    ),
)
