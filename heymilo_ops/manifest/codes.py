"""The codes of findings on files: name, severity and page of each. Codes are stable and never reused."""

# ruff: noqa: E501
from __future__ import annotations

from heymilo_ops.finding import CodeInfo, Finding, Place, Severity

_E, _W = Severity.ERROR, Severity.WARNING

YAML_CODES: dict[str, CodeInfo] = {
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
        "The file is not valid YAML, so none of it could be read. The message says what was found and where. Only the first such error of a file is known until it is fixed.",
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
"""Of the YAML layer: where one of these is an error, the file can't be read reliably."""

SCHEMA_CODES: dict[str, CodeInfo] = {
    "SY101": CodeInfo(
        "unknown-key",
        _E,
        "The key isn't known at this place. HeyMilo drops unknown keys without a word, so a misspelt field would "
        "silently do nothing. Correct the spelling, or move the key to where it belongs.",
    ),
    "SY102": CodeInfo("missing-key", _E, "A required key is absent. Add it."),
    "SY103": CodeInfo(
        "unknown-value",
        _E,
        "The key takes one of a few values, and this is none of them. Choose one of those that the finding lists.",
    ),
    "SY104": CodeInfo(
        "wrong-type",
        _E,
        "The value has another type than the field takes, such as a number where a text belongs. Identifiers and "
        "metadata are texts: put them in quotes. Numbers, true and false stand without quotes.",
    ),
    "SY105": CodeInfo(
        "wrong-form",
        _E,
        "The text doesn't have the form that the field needs, such as a name in lower case with hyphens, a language "
        "tag, or a time with its offset from UTC.",
    ),
    "SY106": CodeInfo("blank-text", _E, "The text is empty or only white space. Write it, or leave the key out."),
    "SY107": CodeInfo(
        "not-https",
        _E,
        "Links that candidates follow must be whole https addresses. HeyMilo takes any text here and the link would "
        "simply not work.",
    ),
    "SY108": CodeInfo("out-of-range", _E, "The number lies outside of the limits that HeyMilo accepts."),
    "SY109": CodeInfo("wrong-size", _E, "The text or list is shorter or longer than HeyMilo accepts."),
    "SY110": CodeInfo(
        "bad-key",
        _E,
        "A key that you choose, such as one of metadata, is too long or has a form that can't be used. Keys that "
        "begin with heymilo-ops are the tool's own: by them it knows its postings again.",
    ),
    "SY150": CodeInfo(
        "duplicate-name",
        _E,
        "Two files give the same name. The name is the posting's address in this repo and its link at HeyMilo, so it "
        "must be unique. Rename one of them.",
    ),
    "SY160": CodeInfo(
        "wrong-sharing-form",
        _E,
        "A mapping stands where a single value belongs, and it is none of the four forms of sharing: {file: NAME} for "
        "prose, {var: NAME} for any single value, {use: NAME} for a question, and extends: NAME at the top. "
        "Correct the word, or write the value itself.",
    ),
    "SY161": CodeInfo(
        "unknown-shared-name",
        _E,
        "The manifest names a shared file that isn't there. Names are those of the files below postings/_shared/, "
        "without the ending for defaults and questions; they never lead out of that folder.",
    ),
    "SY162": CodeInfo(
        "chained-sharing",
        _E,
        "A shared file says something that only a manifest can: extends, use, a name or a workflow. Sharing has one "
        "level, so that anybody can see at a glance where a value comes from. Move it to the manifests.",
    ),
    "SY163": CodeInfo(
        "undefined-variable",
        _E,
        "The manifest uses {var: NAME}, and a workspace that the posting belongs to defines no such variable. Add it "
        "below workspaces.<name>.vars in heymilo.yaml, or leave the workspace out with ops.workspaces.",
    ),
    "SY164": CodeInfo(
        "unused-shared-file",
        Severity.WARNING,
        "No manifest uses this shared file. Use it, or delete it: git keeps it.",
    ),
    "SY165": CodeInfo(
        "unknown-workspace",
        _E,
        "ops.workspaces names a workspace that heymilo.yaml doesn't have, so the posting would silently be applied "
        "nowhere. Correct the name, or add the workspace to heymilo.yaml.",
    ),
    "SY199": CodeInfo("schema", _E, "The value doesn't fit the schema in another way; the finding says how."),
}
"""Of the schema layer (``SY1xx``), and of sharing and the repo as a whole (``SY15x``, ``SY16x``)."""

CODES = YAML_CODES | SCHEMA_CODES


def make_finding(
    code: str, message: str, place: Place, *, help: str = "", pointer: str = "", suggestion: str = ""
) -> Finding:
    """Return a finding of this catalogue."""
    info = CODES[code]
    return Finding(code, info.name, info.severity, message, help, place, pointer=pointer, suggestion=suggestion)
