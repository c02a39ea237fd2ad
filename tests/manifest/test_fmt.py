"""Formatting: golden files, and the promises (nothing lost, nothing changed, twice is once)."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heymilo_ops.manifest import fmt
from heymilo_ops.manifest.fmt import KeyOrder, format_text
from heymilo_ops.manifest.yaml_file import normalise_text, read_slow, read_text
from heymilo_ops.manifest.yaml_nodes import Layout, compose_nodes
from heymilo_ops.model.posting import Manifest, Ops
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, STEPS

CASES = Path(__file__).parents[1] / "cases" / "yaml" / "fmt"
NAMES = sorted(path.name.removesuffix(".in.yaml") for path in CASES.glob("*.in.yaml"))
EXAMPLES = Path(__file__).parents[3] / "shared" / "api" / "examples"
ORDER = KeyOrder(
    root=("name", "title", "ops", "workflow"),
    step=("type", "config", "questions"),
    config=("num_questions",),
    question=("key", "modality", "text", "score_weight"),
    ops=("on_change", "protect"),
)


def comments(text: str) -> Counter[str]:
    root = compose_nodes(text).root
    return Counter(comment.text for comment in Layout(text, root).comments.values()) if root else Counter()


def stripped(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: stripped(value) for key, value in data.items()}
    if isinstance(data, list):
        return [stripped(value) for value in data]
    return data.rstrip() if isinstance(data, str) else data


def check_promises(text: str, order: KeyOrder) -> str:
    """The formatted text, after all promises were checked on it."""
    formatted = format_text(text, "x.yaml", order)
    again = read_text(formatted, "x.yaml")
    assert again.findings == ()
    assert repr(sorted_deep(stripped(again.data))) == repr(sorted_deep(stripped(read_text(text, "x.yaml").data)))
    assert comments(formatted) == comments(normalise_text(text))
    assert format_text(formatted, "x.yaml", order) == formatted
    return formatted


def sorted_deep(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: sorted_deep(data[key]) for key in sorted(data)}
    return [sorted_deep(value) for value in data] if isinstance(data, list) else data


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str) -> None:
    given_text = (CASES / f"{name}.in.yaml").read_text(encoding="utf-8")
    expected = (CASES / f"{name}.out.yaml").read_text(encoding="utf-8")
    assert check_promises(given_text, ORDER) == expected


def test_golden_files_are_there() -> None:
    assert {"comments", "order", "prose", "quoting"} <= set(NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "a: [",
        "a: 1\na: 2\n",
        "a: Is your C # skill\n",
        "",
        "# only a comment\n",
        "- a\n",
        "b: &x 1\na: *x\n",
        "%YAML 1.2\n---\nb: 1\na:  2\n",
    ],
)
def test_left_as_it_is(text: str) -> None:
    assert format_text(text, "x.yaml", KeyOrder(root=("a", "b"))) == text


def test_a_formatter_that_loses_something_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "b:   1 # why\na:   x\n"
    for loss in (
        "b: 1\na: x\n",
        "b: 1  # why\n",
        "b: [  # why\n",
        "b: true  # why\na: x\n",
        "b: 1  # why\na: x\na: x\n",
    ):
        monkeypatch.setattr(fmt._Writer, "document", lambda self, root, loss=loss: loss)
        assert format_text(text, "x.yaml", ORDER) == text
    monkeypatch.undo()
    assert format_text(text, "x.yaml", ORDER) == "b: 1  # why\na: x\n"


def test_byte_order_mark_and_line_ends_go() -> None:
    assert format_text("\ufeffb: 1\r\na:  2\r\n", "x.yaml", KeyOrder(root=("a",))) == "a: 2\nb: 1\n"


def test_a_file_in_brackets() -> None:
    assert format_text("# top\n{b: 1, a: '2'} # behind\n# end", "x.yaml", KeyOrder(root=("a",))) == (
        '# top\n{a: "2", b: 1}  # behind\n# end\n'
    )
    assert format_text("{b: 1, # why\n a: 2}\n", "x.yaml", KeyOrder()) == "{b: 1, # why\n  a: 2}\n"


def test_modeline_stays_on_top_and_the_comment_of_the_first_key_goes_with_it() -> None:
    text = "# yaml-language-server: $schema=x\n# the title\ntitle: a\nname: b\n"
    assert check_promises(text, ORDER) == "# yaml-language-server: $schema=x\nname: b\n# the title\ntitle: a\n"


def test_blank_lines_between_groups_are_kept_and_counted_as_one() -> None:
    assert check_promises("name: a\n\n\n\ntitle: b\nc:\n\n  d: 1\n\n  e: 2\n\n\n", ORDER) == (
        "name: a\n\ntitle: b\nc:\n  d: 1\n\n  e: 2\n"
    )


def test_document_start_goes() -> None:
    assert check_promises("--- # c\nname: a\n...\n", ORDER) == "# c\nname: a\n"
    assert check_promises("a: |\n  b\n  ---\nc: d\n...\n\n", ORDER) == "a: |\n  b\n  ---\nc: d\n"


@pytest.mark.parametrize(
    "example", ["multilingual-support-specialist", "retail-associate-high-volume", "senior-backend-engineer"]
)
def test_the_vendor_examples(example: str) -> None:
    path = EXAMPLES / f"{example}.yaml"
    if not path.exists():
        pytest.skip(f"the sample request bodies are not present: {path}")
    check_promises(path.read_text(encoding="utf-8"), ORDER)


# -- any valid text -------------------------------------------------------------------------------

SEEDS = (
    *(path.read_text(encoding="utf-8") for path in sorted(CASES.glob("*.in.yaml"))),
    "a: >-\n  Folded. Text\n  more\n\n  end\nb: \"q\"\nc: Plain goes\n  on here\nd:\n- x\n- y\n",
    "workflow:\n- a\n-\n  b: c\n- - d\n  - e: f\n    g: |-\n      x\n- [a, b, {c: d}]\n- \"q\n\n  r\"\n",
)  # fmt: skip
PIECES = (
    "  # c1", "  #c2", "\n# c3\n", "\n  # c4\n", "\n    # c5\n", "\n      # c6", "\n\n", "\n", " ", "  ",
    "|", "|+\n", "'", '"',
    "[", "]", "{", "}", ": ", "- ", "\n- ", "~", "0x1F", "yes", "\\n", "   \n", "--- ", "---\n", "> ", "\t",
)  # fmt: skip


def mutated(seed: int) -> tuple[str, KeyOrder]:
    chance = random.Random(seed)
    text = chance.choice(SEEDS)
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(text) + 1)
        if chance.random() < 0.5:
            at = text.find("\n", at) if "\n" in text[at:] else len(text)
        if chance.random() < 0.15:
            text = text[:at] + text[at + chance.randrange(1, 9) :]
        else:
            text = text[:at] + chance.choice(PIECES) + text[at:]
    keys = ["a", "b", "c", "name", "title", "type", "text", "modality", "config", "questions", "literal", "list"]
    chance.shuffle(keys)
    return normalise_text(text), KeyOrder(tuple(keys), tuple(keys), tuple(keys), tuple(keys), tuple(keys))


def test_promises_hold_on_mutations(monkeypatch: pytest.MonkeyPatch) -> None:
    same = fmt._is_same
    refused: list[str] = []

    def watched(written: str, *rest: Any) -> bool:
        good = same(written, *rest)
        if not good:
            refused.append(written)
        return good

    monkeypatch.setattr(fmt, "_is_same", watched)
    formatted = 0
    for seed in range(250):
        text, order = mutated(seed)
        source = read_slow(text, "x.yaml")
        if source.findings or source.root is None or text.startswith("%") or compose_nodes(text).anchors:
            continue
        check_promises(text, order)
        formatted += 1
    assert formatted > 60
    assert refused == []  # the net below the formatter was never needed


VALUE = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.text(st.characters(codec="utf-8"), max_size=20)
    | st.lists(st.sampled_from(["Yes. No", "a", "", " b", "#", "\n", "x: y", "- z", "\t"]), max_size=6).map("\n".join),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1, max_size=4), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(st.text(min_size=1, max_size=5), VALUE, min_size=1, max_size=4),
    st.sampled_from(["'", '"', "|", ">", None]),
)
def test_promises_hold_on_documents(data: dict[str, Any], style: str | None) -> None:
    import yaml

    text = yaml.safe_dump(data, allow_unicode=True, default_style=style, default_flow_style=None, width=30)
    if read_text(text, "x.yaml").findings:
        return  # tags and the like: left as it is
    check_promises(text, ORDER)


def test_hidden_characters_become_visible_escapes() -> None:
    text = 'a: x\u200by\nb: "\U000e0041"\nc: 👩\u200d💻\nd: "Was\u00a0?"\ne: שלום\u200f!\nf: a\ufe0f\n'
    assert check_promises(text, ORDER) == (
        'a: "x\\u200by"\nb: "\\U000e0041"\nc: 👩\u200d💻\nd: Was\u00a0?\ne: שלום\u200f!\nf: "a\\ufe0f"\n'
    )


@pytest.mark.parametrize(
    ("order", "models", "words"),
    [
        (fmt.ORDER.root, [Manifest], {"extends"}),
        (fmt.ORDER.ops, [Ops], set()),
        (fmt.ORDER.step, list(STEPS.values()), set()),
        (fmt.ORDER.config, list(CONFIGS.values()), set()),
        (fmt.ORDER.question, list(QUESTIONS.values()), {"use"}),
    ],
    ids=["root", "ops", "step", "config", "question"],
)
def test_every_field_has_its_place(order: tuple[str, ...], models: list[type], words: set[str]) -> None:
    fields = words | {name for model in models for name in model.model_fields}  # type: ignore[attr-defined]
    assert set(order) == fields
    assert len(order) == len(fields)


def test_what_comes_first() -> None:
    assert fmt.ORDER.root[:3] == ("name", "extends", "title")
    assert fmt.ORDER.root[-2:] == ("workflow", "ops")
    assert fmt.ORDER.step == ("type", "config", "questions")
    assert fmt.ORDER.question[:5] == ("use", "key", "modality", "text", "question_type")
