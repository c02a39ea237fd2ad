"""Promises about what is printed, and about the key in it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.guarantees.kinds import Safeguard, put, tests


def as_it_is(text: str, **_: Any) -> str:
    return text


def keys_in_answers(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("heymilo_ops.remote.client._Key.out_of", lambda _, body: body)
    patch.setattr("heymilo_ops.remote.client._Key.out_of_text", lambda _, text: text)


def commands_unescaped(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("heymilo_ops.report.findings._data", as_it_is)
    patch.setattr("heymilo_ops.report.findings._property", as_it_is)


def plain_json(patch: pytest.MonkeyPatch) -> None:
    def dumped(data: Any) -> str:
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"

    patch.setattr("heymilo_ops.text.sanitize.printable_json", as_it_is)
    patch.setattr("heymilo_ops.text.sanitize.json_text", dumped)


_FILE = "security/test_output.py"
OUTPUT: tuple[Safeguard, ...] = (
    Safeguard(
        "output-is-no-command",
        "Whatever a command prints, on stdout and stderr, holds no command to a CI log (`::` at the start of a line, "
        "`##[` and its like anywhere) and no character that moves a cursor, hides a word or turns a line round.",
        "A file, a state, an author or HeyMilo would mask words, forge approvals and set variables in the job's log.",
        put("report.output.make_safe", by=as_it_is),
        tests(_FILE, "test_a_repo_that_is_full_of_mistakes")
        + tests("report/test_output.py", "test_everything_printed_is_made_safe"),
    ),
    Safeguard(
        "messages-have-a-gutter",
        "What a message quotes over several lines stands behind a gutter.",
        "A value in heymilo.yaml would print lines that look like ours.",
        put("report.output.guttered", by=as_it_is),
        tests(_FILE, "test_what_a_message_quotes_is_behind_a_gutter"),
    ),
    Safeguard(
        "own-commands-are-escaped",
        "In the commands that `lint --format github` prints, what isn't ours is escaped: it ends none and begins none.",
        "A file's name would end an annotation, and begin a command of its own.",
        commands_unescaped,
        tests(_FILE, "test_commands_of_our_own_hold_nobody_elses"),
    ),
    Safeguard(
        "printed-json-is-escaped",
        "JSON that is printed has the same value, with what a log would obey escaped in it.",
        "A program that reads the JSON would get other texts than the files hold.",
        plain_json,
        tests("report/test_output.py", "test_json_passes_as_it_is"),
    ),
    Safeguard(
        "key-not-printed",
        "The key, in whatever spelling (escaped for JSON, URLs or HTML, in hex or base64), is printed as `***`.",
        "A key that stands in a file or an error would be in the log of every job.",
        put("report.output.redacted", by=as_it_is),
        tests(_FILE, "test_the_key_of_the_environment_is_never_shown")
        + tests("report/test_output.py", "test_a_hidden_secret_is_not_printed"),
    ),
    Safeguard(
        "key-not-kept",
        "The key is taken out of whatever HeyMilo answers, also where it succeeds, before anything else sees it.",
        "A server that repeats the key would put it into the state, which everybody who can read the repo can read.",
        keys_in_answers,
        tests(_FILE, "test_a_repo_that_can_be_applied[0]")
        + tests("remote/test_client.py", "test_no_answer_holds_the_key"),
    ),
)
