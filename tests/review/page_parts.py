"""What a page is made of, as a parser of HTML reads it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

ELEMENTS = {
    "a", "body", "br", "code", "dd", "del", "details", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "head",
    "header", "html", "ins", "li", "main", "meta", "nav", "ol", "p", "pre", "rect", "section", "span", "strong",
    "style", "summary", "svg", "table", "tbody", "td", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "aria-label", "aria-labelledby", "charset", "class", "content", "data-label", "dir", "height", "href",
    "http-equiv", "id", "lang", "name", "open", "preserveaspectratio", "role", "scope", "tabindex", "viewbox", "width",
    "x", "y",
}  # fmt: skip


class Page(HTMLParser):
    """The elements, attributes, links, anchors and text of a page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.values: list[str] = []
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.comments: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            self.values.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")
            if name == "id":
                self.anchors.append(value or "")
        if tag == "br":
            self.texts.append("\n")
        elif tag not in ("link", "meta"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> closes something else"
        if tag not in ("a", "bdi", "code", "del", "ins", "span", "strong"):  # what stands in a line
            self.texts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    def obeyed(self) -> list[str]:
        """What on it isn't ours: elements, attributes, links that leave it, comments, anchors that stand twice."""
        return [
            *(f"<{name}>" for name in self.elements - ELEMENTS),
            *(f"{name}=" for name in self.attributes - ATTRIBUTES),
            *(link for link in self.links if not re.fullmatch(r"#[a-z0-9-]+", link)),
            *(link for link in self.links if link[1:] not in self.anchors),
            *(anchor for anchor in self.anchors if self.anchors.count(anchor) > 1),
            *self.comments,
            *self.open,
        ]


_PREVIEW_ELEMENTS = ELEMENTS | {"link", "script"}
_PREVIEW_ATTRIBUTES = ATTRIBUTES | {"aria-current", "data-number", "defer", "hidden", "rel", "src", "title"}
_PREVIEW_LINK = re.compile(r"/|/p/[^/]+(\?side=(edited|live)&step=\d+)?|/preview\.(css|js)")


def preview_obeyed(source: str) -> list[str]:
    """What of a page of the preview isn't ours."""
    page = Page(source)
    return [
        *(f"<{name}>" for name in page.elements - _PREVIEW_ELEMENTS),
        *(f"{name}=" for name in page.attributes - _PREVIEW_ATTRIBUTES),
        *(link for link in page.links if not _PREVIEW_LINK.fullmatch(link)),
        *page.comments,
        *page.open,
    ]
