from heymilo_ops.model.minutes import follow_ups, form_question, written_questions


def test_follow_ups_to_expect() -> None:
    assert follow_ups(None, None) == (1, 1)
    assert follow_ups(2, None) == (2, 2)
    assert follow_ups(None, 3) == (0, 3)
    assert follow_ups(3, 1) == (3, 3)


def test_minutes_by_kind() -> None:
    assert form_question("textarea") > form_question("file_upload") > form_question(None)
    assert written_questions(4) == 9.0
