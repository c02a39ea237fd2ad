"""Writes a document as one HTML page that stands alone: no script, nothing from a network, nobody's markup but ours.

The markup is in ``templates``. Whatever is printed there is sanitized and escaped, also where a block forgot it.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from importlib import resources
from typing import TYPE_CHECKING, Any, assert_never

from heymilo_ops.review import document as doc
from heymilo_ops.review.document import Inline
from heymilo_ops.review.side_by_side import side_by_side
from heymilo_ops.text.sanitize import one_line, sanitize

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_KINDS = {
    doc.CalloutKind.CAUTION: "Caution",
    doc.CalloutKind.IMPORTANT: "Important",
    doc.CalloutKind.NOTE: "Note",
    doc.CalloutKind.WARNING: "Warning",
}
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 60
_PLAIN = re.compile(r"[\n -~]*")


def render_html(document: doc.ReviewDocument) -> str:
    """Write a document as a page."""
    return HtmlWriter().page(document)


class HtmlWriter:
    """Writes the blocks of one page; no two of its headings have the same anchor."""

    def __init__(self) -> None:
        self._blocks: Any = environment().get_template("blocks.html").module
        self._sides: Any = environment().get_template("sides.html").module
        self._anchors: dict[str, int] = {}
        self._contents: list[tuple[str, str]] = []
        self._level = 1
        """That of the last heading."""

    def page(self, document: doc.ReviewDocument) -> str:
        """Write the whole page."""
        decisions, notes = _split_lead(document.lead)
        lead, more = self.blocks(decisions), self.blocks(notes)
        self._contents.clear()  # the title and what stands beside the contents aren't in them
        sections = [self.blocks((*section.blocks, *section.page, *section.technical)) for section in document.sections]
        style = page_style()
        return (
            environment()
            .get_template("page.html")
            .render(
                policy=content_policy(style),
                style=_as_markup(style),
                title=_title(document),
                lead=lead,
                more=more,
                contents=self._contents if len(self._contents) > 1 else (),
                sections=sections,
                foot=self._blocks.inline(document.foot),
            )
        )

    def blocks(self, parts: Iterable[doc.Block]) -> list[Markup]:
        """Write blocks."""
        return list(map(self.block, parts))

    def block(self, part: doc.Block) -> Markup:
        """Write one block."""
        write = self._blocks
        match part:
            case doc.Heading(level, text):
                self._level = level
                written: Markup = write.heading(level, text, self._anchor(level, plain(text)))
            case doc.Paragraph(text):
                written = write.paragraph(text)
            case doc.BulletList(items, ordered):
                written = write.bullets(items, "ol" if ordered else "ul")
            case doc.Table(head, cells, numeric):
                written = write.table(head, list(map(plain, head)), cells, numeric)
            case doc.FieldDiff(title, lines):
                written = write.field_diff(title, lines)
            case doc.Callout(kind, paragraphs):
                written = write.callout(kind.value, _KINDS[kind], paragraphs)
            case doc.CodeBlock(code, language):
                written = write.code_block(sanitize(code).split("\n"), language)
            case doc.ShareTable(step, rows):
                written = write.shares(step, rows)
            case doc.SideBySide(before, after):
                sides = "both" if before and after else "after" if after else "before"
                written = self._sides.sides(side_by_side(part), sides, self.unique, self._level + 1)
            case doc.Details(name, parts):
                written = write.details(name, self.blocks(parts))
            case _:
                assert_never(part)
        return written

    def _anchor(self, level: int, text: str) -> str:
        """Make the anchor of a heading, and keep those of sections for the contents."""
        anchor = self.unique(text)
        if level == 2:
            self._contents.append((anchor, text))
        return anchor

    def unique(self, text: str) -> str:
        """Make an anchor of a text that nothing else on the page has."""
        slug = _NO_SLUG.sub("-", text.lower()).strip("-")[:_LONGEST_SLUG] or "part"
        number = self._anchors[slug] = self._anchors.get(slug, 0) + 1
        # Two hyphens never stand in a slug, so that a numbered anchor is no other text's.
        return slug if number == 1 else f"{slug}--{number}"


def _split_lead(blocks: tuple[doc.Block, ...]) -> tuple[tuple[doc.Block, ...], tuple[doc.Block, ...]]:
    """Return what is decided on, up to the table of who decides it, and what else concerns all of the document."""
    tables = [position for position, block in enumerate(blocks) if isinstance(block, doc.Table)]
    end = tables[0] + 1 if tables else len(blocks)
    return blocks[:end], blocks[end:]


def plain(spans: Inline) -> str:
    """Return the text of spans without their styles, on one line."""
    return one_line("".join(span.text for span in spans))


def content_policy(style: str) -> str:
    """Make the policy that lets a browser load nothing, and apply this style alone."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Make what reads the templates of this package. Imported here: only pages need Jinja2."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("heymilo_ops.review"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_clean,
        keep_trailing_newline=True,
    )
    made.globals.update(sentence=doc.sentence, begun=_begun)
    return made


def _begun(text: str) -> str:
    """Begin a sentence with a capital."""
    return text[:1].upper() + text[1:].removesuffix(".")


def _clean(value: Any) -> Any:
    """Sanitize what is printed, unless a template made it. Most of it is plain, which is seen at once."""
    if type(value) is not str or (_PLAIN.fullmatch(value) and "##" not in value):
        return value
    return sanitize(value)


def _as_markup(text: str) -> Markup:
    from markupsafe import Markup

    return Markup(text)


@lru_cache(maxsize=1)
def page_style() -> str:
    return resources.files(__package__).joinpath("templates", "page.css").read_text(encoding="utf-8")


def _title(document: doc.ReviewDocument) -> str:
    titles = [plain(block.text) for block in document.lead if isinstance(block, doc.Heading)]
    return titles[0] if titles else "Interview changes"
