from heymilo_ops.finding import Severity
from heymilo_ops.plan.diff import diff_forms as form_diff
from heymilo_ops.report.findings import explain_page
from heymilo_ops.report.posting_text import render_diff, render_posting
from heymilo_ops.report.writer import Writer
from heymilo_ops.text.width import cells

DOC = """A posting has steps.

Without steps there is nothing for a candidate to do, and the sentence goes on so that it must be folded somewhere.

PASS:
    workflow:
      - type: form          # this line is longer than the width and stays as it is, because it is YAML

FAIL (why):
    workflow: null
"""


def test_show_reads_like_a_page(made) -> None:
    said = render_posting(
        "senior-backend-engineer", made.wanted().resolved, Writer(columns=80), [("Status", "active, revision 3")]
    )
    lines = said.splitlines()
    assert lines[0] == "Senior Backend Engineer (Payments)  (senior-backend-engineer)"
    assert lines[1] == "  Status: active, revision 3"
    assert "  Closing time: 31 Mar 2027 18:00 UTC" in lines
    assert "Step 2: AI voice interview" in lines and "  Pass mark: 70 of 100" in lines
    assert "  3. question ledger-design" in lines
    assert max(map(cells, lines)) <= 80


def test_show_without_questions_keys_or_title() -> None:
    form = {
        "workflow": [{"type": "resume"}, {"type": "form", "questions": [{"modality": "form", "text": "a\nb"}]}],
        "ops": {},
    }
    said = render_posting("x", {**form, "deadline": None}, Writer())
    assert "Questions are written by HeyMilo, unreviewed." in said
    assert "  1. form field\n     Text:\n       a\n       b\n" in said
    assert "ops" not in said.lower() and "Closing" not in said


def test_diff_of_two_revisions(made) -> None:
    before, after = made.wanted(title="Another title"), made.wanted()
    said = render_diff("a@1", "a@2", form_diff(before.form, after.form), after.form, Writer())
    assert said == '- a@1\n+ a@2\n\n~ title: "Another title" → "Senior Backend Engineer (Payments)"\n'
    assert render_diff("a@1", "a@2", (), None, Writer()) == "- a@1\n+ a@2\n\nNo difference.\n"


def test_explain_folds_prose_and_leaves_yaml() -> None:
    said = explain_page("AP102", "no-workflow", Severity.ERROR, DOC, Writer(columns=60))
    lines = said.splitlines()
    assert lines[:3] == ["AP102 no-workflow (error)", "", "A posting has steps."]
    assert all(len(line) <= 60 or line.startswith(" ") for line in lines)
    assert (
        "      - type: form          # this line is longer than the width and stays as it is, because it is YAML"
        in lines
    )
    assert lines[-1] == "    workflow: null"


def test_explain_in_colour() -> None:
    paint = Writer(enabled=True)
    said = explain_page("AP102", "no-workflow", Severity.WARNING, DOC, paint)
    assert paint.green("PASS:") in said and paint.red("FAIL (why):") in said and paint.yellow("warning") in said
    assert paint.cyan("info") in explain_page("A", "b", Severity.INFO, "x", paint)
