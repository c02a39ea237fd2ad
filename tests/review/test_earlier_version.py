import base64
import re
import zlib
from dataclasses import replace

import pytest

from heymilo_ops.plan.change import Action, Change
from heymilo_ops.plan.review_input import ReviewFinding, ReviewInput
from heymilo_ops.review.build import build_document
from heymilo_ops.review.markdown import render_markdown

SAID = re.compile(r"^\*\*Since the last version of this review\*\*: (.*)$", re.MULTILINE)


def changes(number: int) -> list[Change]:
    return [
        Change(f"p-{i}", Action.CREATE, title=f"Posting {i}", after_digest=f"sha256:{i}", revision_to=1)
        for i in range(number)
    ]


def since(made, earlier: str, now: list[Change], findings: tuple[ReviewFinding, ...] = ()) -> str | None:
    shown = render_markdown(build_document(ReviewInput(made.a_plan(*now), findings=findings), earlier))
    match = SAID.search(shown)
    return match[1] if match else None


def first(made, now: list[Change], findings: tuple[ReviewFinding, ...] = ()) -> str:
    return render_markdown(build_document(ReviewInput(made.a_plan(*now), findings=findings)))


def test_the_first_version_says_nothing_of_another(made) -> None:
    shown = first(made, changes(2))
    assert SAID.search(shown) is None
    assert re.match(r"<!-- heymilo-ops:plan workspace=production v=1 data=[A-Za-z0-9+/=]+ -->\n", shown)
    assert "--" not in shown.split("\n")[0].removeprefix("<!--").removesuffix("-->")


def test_what_changed_since(made) -> None:
    finding = ReviewFinding(made.a_finding(address="p-0"), ("p-0",), must_fix=True)
    old = changes(4)
    earlier = "<!-- heymilo-ops:review -->\n" + first(made, old, (finding,))
    assert since(made, earlier, old, (finding,)) == "nothing changed."
    new = [old[0], replace(old[1], after_digest="sha256:other"), old[2], *changes(5)[4:]]
    assert since(made, earlier, new) == (
        "**Posting 0** must fix 1 → 0; **Posting 1** changed again; **p-3** is no longer changed; "
        "**Posting 4** is changed now; 1 other posting as before."
    )


def test_many_changes_are_counted_and_many_postings_are_one(made) -> None:
    few = since(made, first(made, changes(30)), changes(2))
    assert few is not None and few.endswith("; 19 more.")
    earlier = first(made, changes(600))
    assert since(made, earlier, changes(600)) == "nothing changed."
    assert since(made, earlier, changes(599)) == "something changed; there are too many postings to say which."
    assert len(earlier.split("\n")[0]) < 5_000


@pytest.mark.parametrize("data", ["AAAA", "A", base64.b64encode(zlib.compress(b"[1]")).decode(), "===="])
def test_a_damaged_version_is_none(made, data: str) -> None:
    assert since(made, f"<!-- heymilo-ops:plan workspace=x v=1 data={data} -->", changes(1)) is None


def test_what_an_earlier_version_has_is_text(made) -> None:
    shown = first(made, [Change("<b>@octocat", Action.CREATE, revision_to=1)])
    said = since(made, shown, changes(1))
    assert said is not None and "\\<b>@<span></span>octocat** is no longer changed" in said
