"""The codes of the YAML layer (``SY001`` to ``SY0xx``): name, weight and page of each.

``SY1xx`` belongs to the schema layer. Codes are stable and never reused.
"""

# ruff: noqa: E501
from __future__ import annotations

from heymilo_ops.finding import CodeInfo, Finding, Place, Severity

_E, _W = Severity.ERROR, Severity.WARNING

CODES: dict[str, CodeInfo] = {
    "SY001": CodeInfo(
        "unreadable-file",
        _E,
        "The file can't be opened: it is missing, it is not a plain file, it is a link that leads out of the repo, or its permissions forbid reading. Its posting is unknown, so nothing is archived while this lasts. Restore the file or its permissions.",
    ),
    "SY002": CodeInfo(
        "not-utf8",
        _E,
        "The file is not UTF-8 text. Older editors and spreadsheets save in other encodings. Save it again as UTF-8.",
    ),
    "SY003": CodeInfo(
        "file-too-large",
        _E,
        "A manifest may have 1 MiB at most. One file is one posting; a file of that size is usually something else. Move it out of the folder or let its name begin with an underscore.",
    ),
    "SY004": CodeInfo(
        "control-character",
        _E,
        "The text has a character that can't be seen and doesn't belong in a manifest, such as NUL, an escape, a Unicode line separator or half of a surrogate pair. It often comes with text copied from a PDF or a chat. Delete it at the place given, or write it as an escape in double quotes.",
    ),
    "SY005": CodeInfo(
        "yaml-syntax",
        _E,
        "The file is not valid YAML, so none of it could be read. The message says what was found and where. Only the first such error of a file is known until it is mended.",
    ),
    "SY006": CodeInfo(
        "tab-indentation",
        _E,
        "A line is indented with a tab. YAML allows only spaces there. Replace each tab by two spaces.",
    ),
    "SY007": CodeInfo(
        "colon-in-text",
        _E,
        "A text without quotes has a colon followed by a space, which YAML takes for the start of another key. Put the whole text in double quotes, or write it as a block with | on the lines below the key.",
    ),
    "SY008": CodeInfo(
        "reserved-start",
        _E,
        "A text without quotes begins with a character that means something else in YAML, such as @, `, %, *, &, !, >, |, or a dash and a space. Put the whole text in double quotes.",
    ),
    "SY009": CodeInfo(
        "unquoted-braces",
        _E,
        'A text without quotes begins with { or {{, which YAML takes for a mapping. Variables have two braces. Put the whole text in double quotes: "{{candidate_name}}, welcome".',
    ),
    "SY010": CodeInfo(
        "swallowed-words",
        _E,
        "A text without quotes has a space and a #, and YAML drops everything from there on as a comment: candidates would hear half a sentence. Put the whole text in double quotes if the words belong to it. If it is a comment, put two spaces before the #.",
    ),
    "SY011": CodeInfo(
        "duplicate-key",
        _E,
        "A key stands twice in one mapping. Most YAML readers silently keep one of them. Remove one.",
    ),
    "SY012": CodeInfo(
        "several-documents",
        _E,
        "A line of three dashes starts a second document in the file. One file is one posting. Move the second one to a file of its own.",
    ),
    "SY013": CodeInfo(
        "not-a-mapping",
        _E,
        "The file as a whole must be a mapping, that is, lines of the form 'key: value'. A list or a lone text can't be a posting.",
    ),
    "SY014": CodeInfo(
        "empty-file",
        _E,
        "The file has no content. An empty file is treated like one that can't be read, so nothing is archived because of it. Write the posting, or delete the file.",
    ),
    "SY015": CodeInfo(
        "tag",
        _E,
        "A value has a tag, a word that begins with '!'. Tags are not supported. Remove the tag; if the exclamation mark belongs to a text, put the text in double quotes.",
    ),
    "SY016": CodeInfo(
        "merge-key", _E, "The merge key '<<' is not supported. Write the keys out, or share them by 'extends'."
    ),
    "SY017": CodeInfo(
        "key-not-text",
        _E,
        "A key is a number, true, false, null, a list or a mapping. Keys must be texts. Put it in double quotes if it is meant as a text.",
    ),
    "SY018": CodeInfo(
        "boolean-look-alike",
        _E,
        "True, False or Null with capitals stands without quotes. YAML readers disagree on whether that is a text. Write true, false or null in small letters; put it in double quotes if the word itself is meant.",
    ),
    "SY019": CodeInfo(
        "number-too-large",
        _E,
        "A number is larger than 9007199254740991, so JSON readers would round it. It is likely an identifier. Put it in double quotes.",
    ),
    "SY020": CodeInfo("too-deep", _E, "The file is nested more than 64 levels deep. No posting needs that."),
    "SY021": CodeInfo(
        "too-many-aliases",
        _E,
        "The file uses more than 100 aliases, or aliases that repeat so much that the file unfolds to more than 100,000 values, or an alias inside its own anchor. Write the values out.",
    ),
    "SY022": CodeInfo(
        "unused-anchor",
        _E,
        "A value begins with & and a word, which YAML takes for the name of an anchor and drops from the text; and no alias uses it. Put the whole text in double quotes, or remove the anchor.",
    ),
    "SY023": CodeInfo(
        "bad-suppression",
        _W,
        "A comment '# heymilo-ops: allow CODE reason' has no code, no reason, or a code that can't be allowed. It allows nothing. Write why the finding is accepted, so that the next reader knows.",
    ),
    "SY024": CodeInfo(
        "unused-suppression",
        _W,
        "A comment '# heymilo-ops: allow CODE reason' allows a finding that isn't there any more. Remove it.",
    ),
    "SY025": CodeInfo(
        "more-findings",
        _E,
        "The file has more findings than the 100 that are shown: errors first, then warnings, in the order of the file. It weighs as much as the heaviest finding that is left out. Correct those that are shown, then run lint again.",
    ),
    "SY026": CodeInfo(
        "not-read",
        _W,
        "Something below postings/ may be a manifest and isn't read as one: its ending is not .yaml or .yml, a link leads to nothing, a folder can't be listed or has the name of a manifest, a submodule isn't checked out, or a sparse checkout leaves the file out. Nothing comes of it, and since it may be the manifest of a live posting, a plan archives neither that posting nor, where it may be any, others (PL104). Rename it, restore it, or move it out of the folder.",
    ),
}


def yaml_finding(code: str, message: str, place: Place, *, help: str = "", pointer: str = "") -> Finding:
    """A finding of this catalogue: name and weight come from the code."""
    info = CODES[code]
    return Finding(code, info.name, info.severity, message, help, place, pointer=pointer)
