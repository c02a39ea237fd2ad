"""A manifest that shares, changed to come to something else: what still gives the same stays shared."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from heymilo_ops.manifest.repo import read_document
from heymilo_ops.manifest.sharing.library import Library
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.manifest.write_back import list_losses, write_back
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.desired import Desired, desire

SHARED = {
    "defaults/team.yaml": (
        "title: Baker\nmax_retakes: 2\nmetadata: {team: bread, site: east}\nsteps:\n  web_interview:\n"
        "    voice_id: calm\n    video: false\n"
    ),
    "questions/dough.yaml": "text: How does dough rise?\nquestion_type: scored\nscore_weight: 3\nmax_follow_ups: 1\n",
    "texts/job.md": "You bake at night.\n",
}
TEXT = """\
# The bakery.
name: baker  # of the night
extends: team  # as all
max_retakes: null  # none here
job_overview: {file: job.md}  # one text
redirect_url: {var: page}  # by workspace
workflow:
  - type: web_interview
    questions:
      # The first.
      - {use: dough, score_weight: 2}  # lighter
      - use: dough
        key: again  # asked twice
        max_follow_ups: null  # no more
        text: How does it rise again?
      # Our own.
      - key: own  # ours
        text: {file: job.md}
        question_type: scored
ops: {protect: true}  # careful
"""
VARIABLES = Variables({"production": {"page": "https://a.example/"}}, chosen="production")


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = tmp_path_factory.mktemp("shared")
    for path, text in SHARED.items():
        full = root / "postings/_shared" / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(text, encoding="utf-8")
    return Library(root)


def now(library: Library, text: str = TEXT) -> Desired:
    document = read_document(read_text(text, "postings/baker.yaml"), library, VARIABLES)
    assert document.desired is not None, document.findings
    return document.desired


def questions(data: dict[str, Any]) -> list[dict[str, Any]]:
    return list(data["workflow"][0]["questions"])


Change = tuple[Callable[[dict[str, Any]], Any], str, str]
CHANGES: dict[str, Change] = {
    "a value that nothing shares": (
        lambda data: questions(data)[2].update(score_weight=4),
        "        question_type: scored\nops",
        "        question_type: scored\n        score_weight: 4\nops",
    ),
    "a value beside use": (
        lambda data: questions(data)[0].update(score_weight=5),
        "score_weight: 2}",
        "score_weight: 5}",
    ),
    "a value of the shared question": (
        lambda data: questions(data)[0].update(max_follow_ups=3),
        "score_weight: 2}",
        "score_weight: 2, max_follow_ups: 3}",
    ),
    "a value of the shared question taken out": (
        lambda data: questions(data)[0].pop("max_follow_ups"),
        "score_weight: 2}",
        "score_weight: 2, max_follow_ups: null}",
    ),
    "a value beside use that the shared question has too": (
        lambda data: questions(data)[0].pop("score_weight"),
        "score_weight: 2}",
        "score_weight: null}",
    ),
    "a value that a null takes out": (
        lambda data: data.update(max_retakes=3),
        "max_retakes: null",
        "max_retakes: 3",
    ),
    "a default": (
        lambda data: data.update(title="Night baker"),
        "  # as all\n",
        "  # as all\ntitle: Night baker\n",
    ),
    "a default taken out": (
        lambda data: data["metadata"].pop("site"),
        "# by workspace\n",
        "# by workspace\nmetadata:\n  site: null\n",
    ),
    "a value of all steps of a type": (
        lambda data: data["workflow"][0]["config"].update(video=True),
        "  - type: web_interview\n",
        "  - type: web_interview\n    config:\n      video: true\n",
    ),
    "a shared text": (lambda data: data.update(job_overview="By day."), "{file: job.md}  # one", "By day.  # one"),
    "a variable": (
        lambda data: data.update(redirect_url="https://b.example/"),
        "{var: page}",
        "https://b.example/",
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_only_what_differs_is_written(
    change: tuple[Callable[[dict[str, Any]], Any], str, str], library: Library
) -> None:
    make, old, new = change
    resolved = copy.deepcopy(dict(now(library).resolved))
    make(resolved)
    wanted = desire(resolved, "postings/baker.yaml")
    found = write_back(TEXT, wanted, library, VARIABLES)
    assert now(library, found).digest == wanted.digest
    assert found.splitlines() == TEXT.replace(old, new, 1).splitlines()
    assert list_losses(TEXT, found).comments == ()


def test_what_is_written_out_and_what_goes_is_named(library: Library) -> None:
    resolved = copy.deepcopy(dict(now(library).resolved))
    resolved |= {"job_overview": "By day.", "redirect_url": "https://b.example/"}
    del resolved["workflow"][0]["questions"][1:]
    found = write_back(TEXT, desire(resolved, "postings/baker.yaml"), library, VARIABLES)
    gone = list_losses(TEXT, found)
    assert gone.comments == ("# asked twice", "# no more", "# Our own.", "# ours")
    assert gone.forms == (
        "job_overview: {file: job.md}",
        "redirect_url: {var: page}",
        "use: dough",
        "text: {file: job.md}",
    )


def test_of_a_text_that_cannot_be_read_its_lines_of_comments_are_named(library: Library) -> None:
    assert list_losses("# one\na: [\n  # two\n", "a: 1\n").comments == ("# one", "# two")
    wanted = now(library)
    assert now(library, write_back("a: [", wanted, library, VARIABLES)).digest == wanted.digest


@settings(max_examples=30, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.data())
def test_whatever_is_changed_it_comes_to_what_is_wanted(library: Library, draw: st.DataObject) -> None:
    resolved = copy.deepcopy(dict(now(library).resolved))
    names = draw.draw(st.lists(st.sampled_from(sorted(CHANGES)), unique=True, max_size=4))
    for name in names:
        CHANGES[name][0](resolved)
    resolved["workflow"][0]["questions"] = draw.draw(st.permutations(questions(resolved)))
    wanted = desire(resolved, "postings/baker.yaml")
    found = write_back(TEXT, wanted, library, VARIABLES)
    again = now(library, found)
    assert (again.digest, again.ops, again.keys) == (wanted.digest, wanted.ops, wanted.keys)
    assert list_losses(TEXT, found).comments == ()
    assert "extends: team" in found
    assert found.count("use: dough") == 2
