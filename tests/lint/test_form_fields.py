from __future__ import annotations

import pytest

from heymilo_ops.lint.rules import form_fields as rules


def form(**fields):
    return {"modality": "form", "text": "A question", **fields}


def slider(low, high, step, kind="slider"):
    return form(question_type=kind, slider_min=low, slider_max=high, slider_step=step)


def choice(*options, kind="dropdown"):
    return form(question_type=kind, dropdown_values=list(options))


A, B = {"label": "A", "value": "a"}, {"label": "B", "value": "b"}
QUIET = [
    (rules.slider_unusable, form(question_type="textarea")),
    (rules.slider_unusable, slider(0, 10, 1)),
    (rules.slider_unusable, slider(0, 1, 0.1)),
    (rules.slider_unusable, slider(-1.5, 1.5, 0.5, kind=None)),
    (rules.slider_unusable, slider(0, 1000, 0.001)),
    (rules.choices_unusable, form()),
    (rules.choices_unusable, choice(A, B)),
    (rules.choices_unusable, choice({"text": "A", "group": "x"}, {"text": "B", "group": "x"})),
    (rules.choices_unusable, choice({"label": "A", "value": "x"}, {"label": "x", "value": "A"})),
    (rules.operator_out_of_place, form(operator="gte")),
    (rules.operator_out_of_place, form(question_type="slider", operator="gte")),
    (rules.operator_out_of_place, form(question_type="textarea")),
    (rules.file_types_unclear, form(question_type="textarea")),
    (rules.file_types_unclear, form(question_type="file-upload", file_types=["pdf", "DOCX"])),
]


@pytest.mark.parametrize(("rule", "part"), QUIET)
def test_quiet(hits_of, rule, part):
    assert hits_of(rule, part) == []


LOUD = [
    (rules.slider_unusable, form(question_type="slider"), "", "no slider_min and no slider_max and no slider_step"),
    (rules.slider_unusable, form(slider_min=1, slider_max=2), "", "no slider_step"),
    (rules.slider_unusable, slider(5, 5, 1), "/slider_min", "from 5 to 5"),
    (rules.slider_unusable, slider(0, 5, 0), "/slider_step", "slider_step is 0"),
    (rules.slider_unusable, slider(0, 5, -1), "/slider_step", "slider_step is -1"),
    (rules.slider_unusable, slider(0, 10, 3), "/slider_step", "steps of 3"),
    (rules.slider_unusable, slider(0, 1, 2), "/slider_step", "steps of 2"),
    (rules.slider_unusable, form(question_type="textarea", slider_min=1), "/slider_min", "slider_min is for sliders"),
    (
        rules.slider_unusable,
        slider(0, 5, 1, kind="number"),
        "/slider_min",
        "slider_min and slider_max and slider_step are",
    ),
    (rules.choices_unusable, form(question_type="multiple-choice"), "", "multiple-choice"),
    (rules.choices_unusable, form(mcq_type="single"), "", "single choice"),
    (rules.choices_unusable, choice({"label": " "}, {"label": "B"}), "/dropdown_values/0/label", "blank label"),
    (rules.choices_unusable, choice({"value": ""}, {"value": "b"}), "/dropdown_values/0/value", "blank value"),
    (rules.choices_unusable, choice(A), "/dropdown_values", "one option"),
    (rules.choices_unusable, choice(A, B, {"label": "A", "value": "c"}), "/dropdown_values/2/label", "label A"),
    (rules.choices_unusable, choice(A, B, A), "/dropdown_values/2/label", "label A"),
    (rules.choices_unusable, choice(A, {"label": "B", "value": "a"}), "/dropdown_values/1/value", "value a"),
    (rules.operator_out_of_place, form(question_type="dropdown", operator="eq"), "/operator", "dropdown"),
    (rules.file_types_unclear, form(question_type="file_upload"), "", "any type"),
    (rules.file_types_unclear, form(question_type="file_upload", file_types=[]), "", "any type"),
    (rules.file_types_unclear, form(file_types=["pdf", ".EXE"]), "/file_types/1", "programs"),
    (rules.file_types_unclear, form(file_types=[".pdf"]), "/file_types/0", "more than an extension"),
    (rules.file_types_unclear, form(file_types=["*."]), "/file_types/0", "more than an extension"),
]


@pytest.mark.parametrize(("rule", "part", "place", "said"), LOUD)
def test_loud(hits_of, rule, part, place: str, said: str):
    (hit,) = hits_of(rule, part)
    assert hit.pointer == f"/workflow/0/questions/0{place}" and said in hit.message
