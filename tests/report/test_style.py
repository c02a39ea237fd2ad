import pytest

from heymilo_ops.report.style import want_color
from heymilo_ops.report.writer import Writer


def test_off_is_the_text_itself() -> None:
    for style in (Writer().red, Writer().green, Writer().yellow, Writer().cyan, Writer().bold, Writer().dim):
        assert style("x") == "x"


def test_on_wraps_and_resets() -> None:
    paint = Writer(enabled=True)
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
