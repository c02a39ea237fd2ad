"""Texts that somebody meant to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning

_SIGNS = (
    *("TODO", "TBA", "TBC", "TBD", "tbc", "tbd", "FIXME", "XXX", "orem ipsum"),
    *("[", "<", "【", "［", "〔", "〇〇", "○○", "◯◯"),
)
_NOUN = (
    r"(?:applicant|candidate|city|client|company|country|date|department|employer|first|full|hiring manager|interviewer"
    r"|job|last|location|manager|office|organi[sz]ation|position|recruiter|role|salary|shift|start|team)"
)
_WHAT = (
    rf"(?:your |the |insert |enter |add |fill in )*(?:{_NOUN}(?:[ _-](?:address|date|description|email|link|location"
    r"|name|number|phone|range|time|title|url))?|link|name|string|text|title|url)(?: here| goes here)?"
)
_ABROAD = (
    r"(?:firma|firmenname|name der firma|ort|stelle|stellenbezeichnung|unternehmen|vorname"
    r"|entreprise|nom de l['’]entreprise|poste|prénom|ville"
    r"|cargo|ciudad|empresa|nombre|nombre de la empresa|nome da empresa|puesto"
    r"|azienda|nome azienda|bedrijf|bedrijfsnaam|functie)"
)
_HAN = (
    r"(?:会社名|御社名|貴社名|社名|氏名|お名前|名前|候補者名|職種|職種名|役職名|部署名|勤務地|日付"
    r"|公司|公司名|公司名称|职位|职位名称|姓名|岗位|岗位名称|地点|日期|회사명|이름|직무)"
)
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBA|TBD|tbd)\b|\b(?:TBC|tbc)\b(?![ -]?(?i:infe[ck]t|patient|screen|test|treat|vac))|\bXXX+\b"
    r"|\b[Ll]orem ipsum\b"
    rf"|(?<![A-Za-z0-9_)\]])\[(?i:{_WHAT}|{_ABROAD}|{_HAN})\](?![(:])"
    rf"|(?<![\w:])<(?!(?:link|string|text|title)>)(?i:{_WHAT}|{_ABROAD})>"
    rf"|(?<=\S)[ \t]*[【［〔]{_HAN}[】］〕]"
    rf"|[【［〔]{_HAN}[】］〕](?=[\s]*(?:$|[、，。のはがでにをへとや様的是在]|から|さん|御中))"
    r"|[〇○◯]{2,}"
)
"""A Japanese word in 【】 at the start of a line is mostly a heading; before a particle, it stands for a name."""


@warning("CX120")
def placeholder_text(subject: Subject) -> Iterator[Hit]:
    """Every text is written out.

    Candidates would read or hear TODO, TBC, lorem ipsum, or [Company].

    PASS:
        title: Customer Support Specialist
    FAIL:
        title: Customer Support Specialist at [Company]
    """
    if not any(sign in subject.words for sign in _SIGNS):
        return
    for pointer, text in subject.texts_with(""):
        match = _PLACEHOLDER.search(text)
        if match:
            yield Hit(pointer, f'the text has the placeholder "{match.group().strip()}"', "write what belongs there")
