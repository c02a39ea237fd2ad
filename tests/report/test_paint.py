import pytest

from heymilo_ops.report.paint import PLAIN, Paint, want_color


def test_off_is_the_text_itself() -> None:
    for style in (PLAIN.red, PLAIN.green, PLAIN.yellow, PLAIN.cyan, PLAIN.bold, PLAIN.dim):
        assert style("x") == "x"


def test_on_wraps_and_resets() -> None:
    paint = Paint(enabled=True)
    styles = [paint.red, paint.green, paint.yellow, paint.cyan, paint.bold, paint.dim]
    assert len({style("x") for style in styles}) == 6
    assert paint.red("x") == "\x1b[31mx\x1b[0m"
    assert paint.red("") == ""


@pytest.mark.parametrize(
    ("flag", "isatty", "env", "wanted"),
    [
        ("never", True, {"FORCE_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": "0"}, False),
        ("auto", False, {"FORCE_COLOR": ""}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", True, {"CI": "true"}, False),
        ("auto", False, {"CI": "true", "FORCE_COLOR": "3"}, True),
    ],
)
def test_want_color(flag, isatty, env, wanted) -> None:
    assert want_color(flag, isatty, env) is wanted
