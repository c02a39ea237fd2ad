"""The codes of the schema layer (``SY1xx``) and of the repo as a whole (``SY15x``)."""

from __future__ import annotations

from heymilo_ops.finding import CodeInfo, Finding, Place, Severity

_E = Severity.ERROR

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


def schema_finding(
    code: str, message: str, place: Place, *, help: str = "", pointer: str = "", suggestion: str = ""
) -> Finding:
    """Return a finding of this catalogue."""
    info = SCHEMA_CODES[code]
    return Finding(code, info.name, info.severity, message, help, place, pointer=pointer, suggestion=suggestion)
