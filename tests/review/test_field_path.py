import pytest

from heymilo_ops.review.field_path import FieldPath, parse_path, question_at, step_at, step_type

FORM = {"workflow": [{"type": "form", "questions": [{"modality": "form", "text": "Q"}]}, {"type": "resume"}]}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/title", FieldPath(None, None, ("title",))),
        ("/metadata/a~1b~0c", FieldPath(None, None, ("metadata", "a/b~c"))),
        ("/workflow", FieldPath(None, None, ("workflow",))),
        ("/workflow/1", FieldPath(1, None, ())),
        ("/workflow/1/config", FieldPath(1, None, ("config",))),
        ("/workflow/1/config/blackout_period/start_hour", FieldPath(1, None, ("blackout_period", "start_hour"))),
        ("/workflow/1/questions", FieldPath(1, None, ("questions",))),
        ("/workflow/1/questions/2", FieldPath(1, 2, ())),
        ("/workflow/1/questions/2/text", FieldPath(1, 2, ("text",))),
    ],
)
def test_pointers(path, found) -> None:
    assert parse_path(path) == found


def test_names() -> None:
    assert parse_path("/workflow/1/questions/2/dropdown_values/0").name == "dropdown_values"
    assert parse_path("/workflow/1").name == ""
    assert parse_path("/metadata/team").field == ("metadata", "team")


def test_lookups_outside_of_the_form() -> None:
    assert step_at(None, 0) == {} and step_at(FORM, 9) == {} and step_at({}, 0) == {}
    assert question_at(FORM, 0, 0)["text"] == "Q"
    assert question_at(FORM, 0, 9) == {} and question_at(FORM, 1, 0) == {}


def test_step_type() -> None:
    assert step_type(FORM, 0, None) == "form"
    assert step_type(FORM, 0, "form") == "form"
    assert step_type(FORM, 0, "sms") == "conversational_sms"  # a question of a step that went away
    assert step_type(None, 0, "voice") == "web_interview"
    assert step_type(None, 0, None) == ""
