"""The part of a Word file that keeps both versions of every passage, for whoever reads the file later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

from heymilo_ops.errors import AttentionError
from heymilo_ops.review.word_passages import WordPassage

if TYPE_CHECKING:
    from lxml import etree

AUTHOR = "heymilo-ops"
"""The author of our tracked changes."""
DATA_PART = "customXml/item2.xml"
"""The path of the part in the file; other programs may give it another number."""
NAMESPACE = "urn:heymilo-ops:review:1"
NOT_IN_XML = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
"""The characters that a sanitized text may have and XML may not, with what stands for them."""
_TEXTS = ("before", "after")


def require_docx() -> None:
    """Raise ``AttentionError`` where python-docx isn't installed, and lxml with it."""
    try:
        import docx  # noqa: F401
    except ImportError as error:
        raise AttentionError(
            "Word files need python-docx, which is not installed",
            "Install it with the extra: pipx install 'heymilo-ops[word]'.",
        ) from error


def bookmark_of(number: int) -> str:
    """Return the name of a passage's bookmark; ``number`` is its place in the data, from 0."""
    return f"passage_{number}"


def data_xml(passages: Iterable[WordPassage]) -> bytes:
    """Write the passages, in order."""
    from lxml import etree

    root = etree.Element(f"{{{NAMESPACE}}}passages")
    for passage in passages:
        every = {name: value.translate(NOT_IN_XML) for name, value in asdict(passage).items() if value is not None}
        facts = {name: value for name, value in every.items() if name not in _TEXTS and value}
        element = etree.SubElement(root, f"{{{NAMESPACE}}}passage", facts)
        for name in _TEXTS:
            if name in every:
                etree.SubElement(element, f"{{{NAMESPACE}}}{name}").text = every[name]
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def parse_data(data: bytes) -> tuple[WordPassage, ...] | None:
    """Read what ``data_xml`` wrote; ``None`` where it is something else. Raises ``etree.XMLSyntaxError``."""
    from lxml import etree

    root = etree.fromstring(data, safe_parser())
    if root.tag != f"{{{NAMESPACE}}}passages":
        return None
    return tuple(
        WordPassage(
            address=element.get("address", ""),
            label=element.get("label", ""),
            name=element.get("name", ""),
            pointer=element.get("pointer", ""),
            key=element.get("key", ""),
            before=element.findtext(f"{{{NAMESPACE}}}before"),
            after=element.findtext(f"{{{NAMESPACE}}}after"),
        )
        for element in root.iterchildren(f"{{{NAMESPACE}}}passage")
    )


def safe_parser() -> etree.XMLParser:
    """Make a parser that opens nothing that a file names, and expands nothing that it defines."""
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
