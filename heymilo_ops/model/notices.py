"""Notices that a team gives outside the posting, as it says itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from heymilo_ops.model.facts import ChangeClass, Fact, Filled, Https, Kind, Model

_TOOL = Fact(Kind.TOOL, ChangeClass.COSMETIC)


class NoticeElsewhere(Model):
    """Where a notice is given. It is the team's own statement: nothing checks it."""

    given_in: Annotated[
        Filled,
        Field(description="Where candidates read it, such as application-form.", examples=["application-form"]),
        _TOOL,
    ]
    url: Annotated[Https | None, Field(description="Its address, for whoever reviews a plan."), _TOOL] = None


@dataclass(frozen=True, slots=True)
class StatedNotice:
    """A notice that candidates of a posting are given elsewhere, as the team says.

    Attributes:
        notice: its name in ``Notices``.
        url: its address, ``None`` where none is named.
    """

    notice: str
    given_in: str
    url: str | None = None


NOTICES_HELP = (
    "Notices that candidates are given outside the posting. It is the team's own statement, which nothing checks: no "
    "rule asks for them then."
)


class Notices(Model):
    """By notice, where it is given."""

    ai: Annotated[NoticeElsewhere | None, Field(description="That an AI asks or evaluates."), _TOOL] = None
    camera: Annotated[NoticeElsewhere | None, Field(description="That the camera is on."), _TOOL] = None
    cheat_detection: Annotated[
        NoticeElsewhere | None, Field(description="What is watched for signs of cheating."), _TOOL
    ] = None
    contact: Annotated[
        NoticeElsewhere | None, Field(description="How to reach a person or ask for an adjustment."), _TOOL
    ] = None
    decision: Annotated[NoticeElsewhere | None, Field(description="Who decides: people, or software."), _TOOL] = None
    phone: Annotated[NoticeElsewhere | None, Field(description="That an AI calls by phone."), _TOOL] = None
    recording: Annotated[NoticeElsewhere | None, Field(description="That voice or video is recorded."), _TOOL] = None
    sms: Annotated[
        NoticeElsewhere | None, Field(description="Who sends text messages, and how to stop them."), _TOOL
    ] = None

    @model_serializer(mode="wrap")
    def _stated(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: value for name, value in dump(self).items() if value is not None}

    @property
    def stated(self) -> dict[str, NoticeElsewhere]:
        """Those that are given elsewhere, by name."""
        return {name: value for name, value in vars(self).items() if value is not None}
