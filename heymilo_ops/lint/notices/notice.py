"""The notices, and how one language gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

_NO_NAMES = (
    "AI|KI|IA|SMS|STOP|I|It|We|You|Your|An?|The|This|These|Our|They|Software|Nobody|Someone|In|At|As|With|For|Since|"
    "Ich|Wir|Sie|Ihre?[rnms]?|Du|Dein\\w*|Die|Der|Das|Dies\\w*|Ein\\w*|Unser\\w*|Bei|Mit|Fragen|"
    "Ik|Wij|Je|Uw?|De|Het|Deze|Dit|Een|Onze?|Ons|Bij|"
    "Je|Nous|Vous|Votre|Vos|Notre|Nos|Ce|Ces|Cette|Une?|Les?|La|Des|Chez|"
    "Yo|Nosotros|Usted|Su|Sus|Tu|Tus|Nuestr\\w+|Este|Estos|Una?|El|Los|Las|En|Somos"
)
NAME = rf"(?!(?:{_NO_NAMES})(?!\w))[A-ZÀ-ÖØ-Þ0-9][\w&.'-]*"
"""A word that may be part of a company's name: with a capital, and none of those that begin sentences."""


class Notice(StrEnum):
    """What candidates are told, as law data and ``notices`` in heymilo.yaml name it."""

    AI = "ai"
    """That an AI asks or evaluates."""
    CAMERA = "camera"
    """That the camera is on."""
    CHEAT_DETECTION = "cheat_detection"
    """What is watched for signs of cheating."""
    CONTACT = "contact"
    """How to reach a person or ask for an adjustment."""
    DECISION = "decision"
    """Who decides: people, or software."""
    PHONE = "phone"
    """That an AI calls by phone."""
    RECORDING = "recording"
    """That voice or video is recorded."""
    SMS = "sms"
    """Who sends text messages, and how to stop them."""


@dataclass(frozen=True)
class NoticeWords:
    """How one language gives the notices. Patterns are for one sentence in small letters, ``’`` as ``'``.

    Attributes:
        code: ISO 639-1.
        signs: by notice, a pattern of which a match gives it.
        denied: what is blanked out first: "no AI is used", "please don't use AI".
        about: words without which a sentence on the company or the job is no notice.
        promises: that a person reads or decides, whatever the application is.
        partial: what makes such a sentence true of some only ("who gets through", "if you ask").
        senders: what names the company that writes. Unlike all others it is for text as it was written, in which a
            name begins with a capital (``NAME``).
        sender: a sentence that names it: ``{company}``.
        wording: a sentence that is true where gates reject: ``{rejects}`` says by what.
        proposals: by notice, a sentence that gives it.
        either: what joins two of ``by``.
        by: how the gates reject, by kind.
    """

    code: str
    signs: dict[Notice, str]
    denied: str
    about: str
    promises: str
    partial: str
    senders: str
    sender: str
    wording: str
    proposals: dict[Notice, str]
    either: str
    by: dict[str, str]

    @cached_property
    def patterns(self) -> dict[Notice, re.Pattern[str]]:
        """``signs``, compiled."""
        return {notice: re.compile(pattern) for notice, pattern in self.signs.items()}

    @cached_property
    def denial(self) -> re.Pattern[str]:
        """``denied``, compiled."""
        return re.compile(self.denied)

    @cached_property
    def addressing(self) -> re.Pattern[str]:
        """``about``, compiled."""
        return re.compile(self.about)

    @cached_property
    def promise(self) -> re.Pattern[str]:
        """``promises``, compiled."""
        return re.compile(self.promises)

    @cached_property
    def naming(self) -> re.Pattern[str]:
        """``senders``, compiled."""
        return re.compile(self.senders)

    @cached_property
    def exemption(self) -> re.Pattern[str]:
        """``partial``, compiled."""
        return re.compile(self.partial)
