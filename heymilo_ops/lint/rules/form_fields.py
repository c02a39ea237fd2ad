"""Fields of web forms that nobody could fill in, or not safely."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, error, warning
from heymilo_ops.model.question import FormQuestion

_CHOICES = ("dropdown", "multiple-choice")
_FILES = ("file_upload", "file-upload")
_NOT_COMPARED = ("textarea", *_CHOICES, *_FILES)
_EXECUTABLE = "apk app bat bin cmd com cpl dll dmg exe hta jar js lnk msi ps1 scr sh vbs wsf"
_PROGRAMS = frozenset(_EXECUTABLE.split())


@error("AP180")
def slider_unusable(subject: Subject) -> Iterator[Hit]:
    """A slider has two ends in order and steps that fit between them.

    PASS:
        modality: form
        text: How confident are you using a till?
        question_type: slider
        slider_min: 0
        slider_max: 10
        slider_step: 1
    FAIL:
        modality: form
        text: How confident are you using a till?
        question_type: slider
        slider_min: 10
        slider_max: 0
        slider_step: 1
    """
    for pointer, question in subject.form:
        numbers = {"slider_min": question.slider_min, "slider_max": question.slider_max}
        numbers["slider_step"] = question.slider_step
        present = [name for name, value in numbers.items() if value is not None]
        if not present and question.question_type != "slider":
            continue
        if question.question_type not in (None, "slider"):
            yield Hit(
                f"{pointer}/{present[0]}",
                f"{' and '.join(present)} {'are' if present[1:] else 'is'} for sliders, "
                f"and the question is of the type {question.question_type}",
                f"remove {'them' if present[1:] else 'it'}, or write question_type: slider",
            )
            continue
        missing = [name for name in numbers if name not in present]
        if missing:
            yield Hit(
                pointer,
                f"the slider has no {' and no '.join(missing)}",
                "write slider_min, slider_max and slider_step",
            )
            continue
        problem = _slider_problem(question)
        if problem:
            field, message, help = problem
            yield Hit(f"{pointer}/{field}", message, help)


def _slider_problem(question: FormQuestion) -> tuple[str, str, str] | None:
    """The field to blame, what is wrong with it, and what to do."""
    low, high, step = question.slider_min or 0, question.slider_max or 0, question.slider_step or 0
    if low >= high:
        return "slider_min", f"the slider runs from {low} to {high}", "make slider_min smaller than slider_max"
    if step <= 0:
        return "slider_step", f"slider_step is {step}", "write a number above 0"
    stops = (high - low) / step
    if abs(stops - round(stops)) > 1e-6 * max(1.0, stops):
        return (
            "slider_step",
            f"steps of {step} don't reach from {low} to {high}",
            f"choose a slider_step that divides {high - low}",
        )
    return None


@error("AP181")
def choices_unusable(subject: Subject) -> Iterator[Hit]:
    """A choice has at least two options, each different from the others.

    PASS:
        modality: form
        text: Which shift do you prefer?
        question_type: dropdown
        dropdown_values:
          - {label: Morning, value: morning}
          - {label: Evening, value: evening}
    FAIL:
        modality: form
        text: Which shift do you prefer?
        question_type: dropdown
        dropdown_values:
          - {label: Morning, value: morning}
    """
    for pointer, question in subject.form:
        options = question.dropdown_values
        if options is None:
            kind = question.question_type or (question.mcq_type and f"{question.mcq_type} choice")
            if question.question_type in _CHOICES or (question.question_type is None and kind):
                yield Hit(
                    pointer,
                    f"the {kind} question has no dropdown_values to choose from",
                    "list them, each with label and value",
                )
            continue
        if len(options) < 2:
            yield Hit(
                f"{pointer}/dropdown_values",
                "there is one option only, so there is nothing to choose",
                "add another option, or ask in another way",
            )
        yield from _repeated(f"{pointer}/dropdown_values", options)


def _repeated(pointer: str, options: tuple[dict[str, str], ...]) -> Iterator[Hit]:
    seen: set[tuple[str, str]] = set()
    for i, option in enumerate(options):
        for name in ("label", "value"):
            if name in option and not option[name].strip():
                yield Hit(f"{pointer}/{i}/{name}", f"the option has a blank {name}", f"write its {name}")
        entries = set(option.items())
        for name, value in sorted(entries & seen):
            if name in ("label", "value") and value.strip():
                yield Hit(
                    f"{pointer}/{i}/{name}",
                    f"two options have the {name} {value}",
                    f"give each option a {name} of its own",
                )
                break
        seen |= entries


@error("AP182")
def operator_out_of_place(subject: Subject) -> Iterator[Hit]:
    """An operator belongs to questions whose answers can be compared: numbers, dates and sliders.

    PASS:
        modality: form
        text: Why do you want this job?
        question_type: textarea
    FAIL:
        modality: form
        text: Why do you want this job?
        question_type: textarea
        operator: gte
    """
    for pointer, question in subject.form:
        if question.operator is not None and question.question_type in _NOT_COMPARED:
            yield Hit(
                f"{pointer}/operator",
                f"the operator {question.operator} can't compare answers to a {question.question_type} question",
                "remove operator, or make it a number or date question",
            )


@warning("AP183")
def file_types_unclear(subject: Subject) -> Iterator[Hit]:
    """A file question says which types of file it takes, without dots and without programs.

    PASS:
        modality: form
        text: Attach a help article you are proud of.
        question_type: file_upload
        file_types: [pdf, docx]
    FAIL:
        modality: form
        text: Attach a help article you are proud of.
        question_type: file_upload
    """
    for pointer, question in subject.form:
        types = question.file_types
        if not types:
            if question.question_type in _FILES:
                yield Hit(pointer, "the file question takes files of any type", "add file_types, such as [pdf, docx]")
            continue
        for i, file_type in enumerate(types):
            plain = file_type.strip().lstrip(".*").lower()
            if plain in _PROGRAMS:
                yield Hit(
                    f"{pointer}/file_types/{i}",
                    f"{file_type} files are programs, which reviewers would open",
                    "remove it",
                )
            elif plain != file_type.lower():
                yield Hit(
                    f"{pointer}/file_types/{i}",
                    f"the file type {file_type} is more than an extension",
                    f"write {plain or 'an extension'} without dots and spaces",
                )
