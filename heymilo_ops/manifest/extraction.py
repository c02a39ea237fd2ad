"""Move what several postings say alike into ``postings/_shared/``. Text to text; nothing is read or written here.

The postings' digests stay: ``verify_move`` compares what each asks for with what it asked for before.
"""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from heymilo_ops.errors import AttentionError, UsageError
from heymilo_ops.finding import Severity
from heymilo_ops.manifest.fmt import ORDER, KeyOrder, format_text
from heymilo_ops.manifest.item_pairing import exact_form, is_same
from heymilo_ops.manifest.repo import PostingFile, read_document
from heymilo_ops.manifest.sharing.library import QUESTIONS, SHARED, TEXTS, Library, unwrap_markdown
from heymilo_ops.manifest.variables import Variables, replace_values
from heymilo_ops.manifest.yaml_dump import dump
from heymilo_ops.manifest.yaml_edit import edit_text, read_entry
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.manifest.yaml_scalars import split_sentences
from heymilo_ops.model.facts import facts
from heymilo_ops.model.pointer import join, value_at
from heymilo_ops.model.posting import Manifest
from heymilo_ops.model.step import CONFIGS, USUAL_MODALITY, WebInterviewSettings

_NESTED = {"web_interview": ("web_interview_config", WebInterviewSettings)}


@dataclass(frozen=True)
class Move:
    """What sharing changes.

    Attributes:
        path: of the shared file.
        text: what is to be written there; ``None`` where it is there already.
        data: what the shared file says: a text, or the fields of a question.
        manifests: the new text of each manifest, by path. Empty: there is nothing to share.
        left: a sentence on each posting that has the field or question and keeps its own.
    """

    path: str
    text: str | None
    data: Any
    manifests: Mapping[str, str] = field(default_factory=dict)
    left: tuple[str, ...] = ()


@dataclass(frozen=True)
class Copy:
    """One copy of a text or question, in a manifest's own file. ``same`` is equal for copies that can be shared."""

    document: PostingFile
    pointer: str
    value: Any
    same: str

    @property
    def called(self) -> str:
        return self.document.address or self.document.path


def text_path(name: str) -> str:
    """Return the path of the shared text of a name; ``.md`` is added where it is missing."""
    return f"{SHARED}/{TEXTS.folder}/{name.removesuffix('.md')}.md"


def question_path(name: str) -> str:
    """Return the path of the shared question of a name."""
    return f"{SHARED}/{QUESTIONS.folder}/{name.removesuffix('.yaml')}.yaml"


def text_fields() -> list[str]:
    """Return every field whose text can be shared: ``company_overview``, ``web_interview.intro_message``, …"""
    names = [name for name, fact in facts(Manifest).items() if fact.prose]
    for step, model in CONFIGS.items():
        nested = facts(_NESTED[step][1]) if step in _NESTED else {}
        names += [f"{step}.{name}" for name, fact in {**facts(model), **nested}.items() if fact.prose]
    return names


# --- texts ----------------------------------------------------------------------------------------------------------


def share_text(documents: Sequence[PostingFile], name: str, where: str, there: str | None = None) -> Move:
    """Move the text that most postings have in the field ``where`` to the shared file of ``name``.

    ``there`` is what that file holds already; then the postings that say the same use it. Raises ``UsageError`` for
    an unknown field and ``AttentionError`` where sharing would change a text.
    """
    if where not in text_fields():
        near = difflib.get_close_matches(where, text_fields(), n=3)
        known = f"Near: {', '.join(near)}." if near else f"Such fields are: {', '.join(text_fields())}."
        raise UsageError(f"'{where}' is no field with a text of its own", known)
    copies = [copy for document in documents for copy in text_copies(document, where)]
    groups = group_copies(copies)
    text = _largest(groups, f"{where} has") if there is None else unwrap_markdown(there)
    path = text_path(name)
    move = Move(path, None if there is not None or text is None else wrap_text(text), text)
    form = {"file": f"{name.removesuffix('.md')}.md"}
    chosen = groups.get(text, []) if text is not None else []
    _refuse_taken(path, there, chosen, groups)
    return _moved(move, copies, chosen, lambda _: form)


def wrap_text(text: str) -> str:
    """A text as Markdown, one sentence a line. Raises ``AttentionError`` where it can't be read back as the same."""
    by_sentence = [line if not line else "\n".join(split_sentences(line)) for line in text.split("\n")]
    for lines in (by_sentence, text.split("\n")):
        written = "\n".join(lines) + "\n"
        if unwrap_markdown(written) == text:
            return written
    raise AttentionError(
        "The text can't be shared as Markdown: it would be read back as another text",
        "In _shared/texts/ single line ends join and blank lines make paragraphs. Reword it so, or leave it.",
    )


def text_copies(document: PostingFile, where: str) -> Iterator[Copy]:
    """Yield the copies of a field's text in a manifest's own file."""
    data = document.source.data or {}
    step, _, name = where.rpartition(".")
    places = [(), (_NESTED[step][0],)] if step in _NESTED else [()]
    configs = [
        join("workflow", i, "config") for i, entry in _items(data, "/workflow") if value_at(entry, "/type") == step
    ]
    pointers = [join(*place, name, base=config) for config in configs for place in places] if step else [join(name)]
    for pointer in pointers:
        value = value_at(data, pointer)
        if isinstance(value, str) and value.strip():
            yield Copy(document, pointer, value, value.rstrip())


# --- questions ------------------------------------------------------------------------------------------------------


def share_question(documents: Sequence[PostingFile], name: str, key: str, there: str | None = None) -> Move:
    """Move the question ``key`` to the shared file of ``name``; a field stays where it differs from most.

    ``there`` is what that file holds already. Raises ``AttentionError`` where it isn't clear which question is meant.
    """
    name = name.removesuffix(".yaml")
    copies = [copy for document in documents for copy in question_copies(document, key)]
    groups = group_copies(copies)
    path = question_path(name)
    if there is not None:
        fields = read_text(there, path).data or {}
        base = {name: value for name, value in fields.items() if name not in ("key", "use")}
        chosen = [copy for copy in copies if _alike(copy.value.get("text"), base.get("text"))]
        move = Move(path, None, base)
        _refuse_taken(path, there, chosen, groups)
    else:
        same = _largest(groups, f"The question '{key}' has")
        chosen = groups[same] if same is not None else []
        base = majority_fields([copy.value for copy in chosen])
        move = Move(path, _question_text(path, base, chosen) if chosen else None, base)

    def use(copy: Copy) -> dict[str, Any]:
        own = {field: value for field, value in copy.value.items() if not _alike(value, base.get(field))}
        if key == name.rpartition("/")[2]:
            del own["key"]
        return {"use": name, **own, **{field: None for field in base if field not in copy.value}}

    return _moved(move, copies, chosen, use)


def question_copies(document: PostingFile, key: str) -> Iterator[Copy]:
    """Yield the places in a manifest's own file where the question is written out."""
    return (copy for copy in written_questions(document) if copy.value.get("key") == key)


def written_questions(document: PostingFile) -> Iterator[Copy]:
    """Yield the questions that are written out in a manifest's own file."""
    for i, step in _items(document.source.data, "/workflow"):
        for j, question in _items(step, "/questions"):
            if isinstance(question, dict) and "use" not in question:
                modality = question.get("modality", USUAL_MODALITY.get(str(step.get("type"))))
                same = json.dumps([modality, _bare(question.get("text"))])
                yield Copy(document, f"/workflow/{i}/questions/{j}", question, same)


def _items(data: Any, pointer: str) -> Iterator[tuple[int, Any]]:
    """Return the items of the list at a pointer with their indexes; none where there is no list."""
    items = value_at(data, pointer)
    return enumerate(items if isinstance(items, list) else ())


def majority_fields(questions: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the fields that more than half of the questions say alike, in the order in which they are written."""
    base: dict[str, Any] = {}
    for name in dict.fromkeys(name for question in questions for name in question if name != "key"):
        values = [exact_form(_bare(question[name])) if name in question else "" for question in questions]
        most, times = Counter(values).most_common(1)[0]
        if most and 2 * times > len(questions):
            base[name] = json.loads(most)
    return base


def _question_text(path: str, base: Mapping[str, Any], copies: Sequence[Copy]) -> str:
    """Return the shared file of a question: each field as the first posting with it has written it."""
    order = KeyOrder(root=ORDER.question)
    lines: list[str] = []
    for name, value in base.items():
        copy = next(copy for copy in copies if name in copy.value and _alike(copy.value[name], value))
        lines += read_entry(copy.document.source.text, copy.pointer, name) or [dump({name: value}).rstrip("\n")]
    head = _modeline(path, copies[0].document.source.text)
    text = format_text(head + "\n".join(lines) + "\n", path, order)
    again = read_text(text, path)
    is_same = not again.findings and _bare(again.data) == _bare(dict(base))
    return text if is_same else head + format_text(dump(base), path, order)


def _modeline(path: str, manifest: str) -> str:
    """Return the line that gives the file its schema in an editor, where the manifests have theirs."""
    if not re.match(r"# yaml-language-server: \$schema=(\.\./)+schemas/posting\.schema\.json\n", manifest):
        return ""
    return f"# yaml-language-server: $schema={'../' * path.count('/')}schemas/question.schema.json\n"


# --- both -----------------------------------------------------------------------------------------------------------


def _largest(groups: Mapping[str, Sequence[Copy]], what: str) -> str | None:
    """What most postings say, at least two of them. Raises ``AttentionError`` where two things are said as often."""
    ranked = sorted(groups, key=lambda group: -count_postings(groups[group]))
    counts = [count_postings(groups[group]) for group in ranked]
    if not ranked or counts[0] < 2:
        return None
    if counts[1:2] == counts[:1]:
        first, second = (", ".join(copy.called for copy in groups[group]) for group in ranked[:2])
        raise AttentionError(
            f"{what} two texts that equally many postings use: one in {first}; one in {second}",
            "Say which postings are meant: add their names.",
        )
    return ranked[0]


def _refuse_taken(path: str, there: str | None, chosen: Sequence[Copy], groups: Mapping[str, list[Copy]]) -> None:
    """Raise ``AttentionError`` where postings could share, and the name belongs to something else."""
    if there is not None and not chosen and any(count_postings(group) > 1 for group in groups.values()):
        raise AttentionError(f"{path} is there and says something else", "Choose another name with --as.")


def group_copies(copies: Sequence[Copy]) -> dict[str, list[Copy]]:
    """Return the copies that can be shared with each other, by what they have in common."""
    groups: dict[str, list[Copy]] = {}
    for copy in copies:
        groups.setdefault(copy.same, []).append(copy)
    return groups


def count_postings(copies: Sequence[Copy]) -> int:
    """Return how many postings have a copy."""
    return len({copy.document.path for copy in copies})


def _moved(move: Move, copies: Sequence[Copy], chosen: Sequence[Copy], form: Callable[[Copy], dict[str, Any]]) -> Move:
    """Return the move with a form of sharing in the place of the chosen values, and say which postings are left."""
    manifests: dict[str, str] = {}
    left = [f"{copy.called} says something else and keeps its own" for copy in copies if copy not in chosen]
    for document in {copy.document.path: copy.document for copy in chosen}.values():
        source = document.source.text
        mine = [copy for copy in chosen if copy.document is document]
        forms = {copy.pointer: form(copy) for copy in mine}
        if document.desired is None:
            left.append(f"{mine[0].called} has errors and is left alone (see lint)")
            continue
        edited = edit_text(source, replace_values(document.source.data or {}, forms), strict=True)
        if edited is None:
            left.append(f"{mine[0].called} is left alone: anchors, or comments that would be lost")
        else:
            is_tidy = format_text(source, document.path, ORDER) == source
            manifests[document.path] = format_text(edited, document.path, ORDER) if is_tidy else edited
    if move.text is not None and len(manifests) < 2:
        manifests = {}
    return replace(move, manifests=manifests, left=tuple(dict.fromkeys(left)))


def verify_move(documents: Sequence[PostingFile], move: Move, library: Library, variables: Variables) -> None:
    """Compare what each manifest would ask for with what it asks for now. Raises ``AttentionError``."""
    library = Library(library.root, overlay={} if move.text is None else {move.path: move.text})
    before = {document.path: document.desired for document in documents}
    for path, text in move.manifests.items():
        after = read_document(read_text(text, path), library, variables)
        errors = [finding for finding in after.findings if finding.severity is Severity.ERROR]
        old, new = before[path], after.desired
        if errors or old is None or new is None:
            reason = f": {errors[0].message}" if errors else ""
            raise AttentionError(f"{path} would not be right any more{reason}", "Nothing was written.")
        kept = ("digest", "design_digest", "portable_digest", "keys", "ops")
        if changed := [name for name in kept if getattr(old, name) != getattr(new, name)]:
            raise AttentionError(
                f"{path} would ask for something else than now ({', '.join(changed)})", "Nothing was written."
            )


def _bare(value: Any) -> Any:
    """Return a value without the white space at the end of a text, which says nothing."""
    if isinstance(value, dict):
        return {key: _bare(inner) for key, inner in value.items()}
    return value.rstrip() if isinstance(value, str) else value


def _alike(one: Any, other: Any) -> bool:
    return is_same(_bare(one), _bare(other))
