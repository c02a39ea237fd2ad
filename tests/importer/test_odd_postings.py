"""Whatever HeyMilo answers, an import writes a file that reads back as the posting, or says why it is set aside."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.importer.manifest import ImportOptions, write_manifest
from heymilo_ops.manifest.fmt import ORDER, format_text
from heymilo_ops.model.canonical import canonical
from heymilo_ops.model.facts import facts
from heymilo_ops.model.live_request import live_request
from heymilo_ops.model.posting import Posting
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS
from heymilo_ops.remote.postings import live_of

Json = dict[str, Any]

TEXTS = st.text(st.characters(), max_size=14)
NUMBERS = st.integers(-(10**20), 10**20) | st.floats(allow_nan=False, allow_infinity=False)
ANYTHING = TEXTS | st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


def objects(names: Any, **required: st.SearchStrategy[Any]) -> st.SearchStrategy[Json]:
    optional = {name: ANYTHING for name in names if name not in (*required, "key", "workflow", "interview_template_id")}
    return st.fixed_dictionaries(required, optional=optional)


STEPS = st.one_of(
    st.fixed_dictionaries({"type": st.just(kind), "config": ANYTHING | objects(facts(model))})
    for kind, model in CONFIGS.items()
)
ASKED = st.one_of(
    objects(facts(model), modality=st.just(modality), text=TEXTS | ANYTHING) for modality, model in QUESTIONS.items()
)
POSTINGS = objects([*facts(Posting), "shiny"], id=st.just("P1"), title=ANYTHING, workflow=st.lists(STEPS, max_size=3))


@given(document=POSTINGS, questions=st.lists(ASKED, max_size=4))
@settings(deadline=None, max_examples=80)
def test_an_import_is_total(document: Json, questions: list[Json]) -> None:
    live = live_of(document)
    made = write_manifest(live, questions, ImportOptions(on="2027-01-02", workspace="production"))
    assert made.adoptable is not made.path.startswith("postings/_")
    assert made.blocked or made.adoptable, "only what is listed sets a file aside"
    assert made.blocked or format_text(made.text, made.path, ORDER) == made.text
    request = live_request(live.document, questions).request
    assert canonical(request) == request
