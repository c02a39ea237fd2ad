"""What a changed design does: one action, or one for each class of change. In ``ops``, and in heymilo.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from heymilo_ops.model.facts import FORMER_CLASSES, ChangeClass, Fact, Kind, Model

ChangeAction = Literal["replace", "update", "hold"]

CHANGE_ACTIONS: tuple[ChangeAction, ...] = ("update", "replace", "hold")
"""From the least strict to the strictest, which wins."""

_TOOL = Fact(Kind.TOOL, ChangeClass.COSMETIC)


class ByClass(Model):
    """An action for each class of change; a class that is left out replaces."""

    cosmetic: Annotated[ChangeAction | None, Field(description="Looks: pictures, branding."), _TOOL] = None
    wording: Annotated[ChangeAction | None, Field(description="What is asked, and in which words."), _TOOL] = None
    rubric: Annotated[ChangeAction | None, Field(description="How answers are judged: criteria, anchors."), _TOOL] = (
        None
    )
    scoring: Annotated[
        ChangeAction | None, Field(description="What counts, and how much: weights, pass marks."), _TOOL
    ] = None
    notice: Annotated[
        ChangeAction | None, Field(description="What candidates are told: notices, consent, recording."), _TOOL
    ] = None
    knockout: Annotated[ChangeAction | None, Field(description="Who gets rejected automatically."), _TOOL] = None
    identity: Annotated[
        ChangeAction | None, Field(description="What the posting is: language, interviewer, voice."), _TOOL
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _with_former_names(cls, data: Any) -> Any:
        """Read former names of classes. Where a class stands there under both, the stricter action holds."""
        if not isinstance(data, Mapping):
            return data
        renamed: dict[Any, Any] = {}
        for key, action in data.items():
            name = FORMER_CLASSES.get(key, key)
            both = [value for value in (action, renamed.get(name)) if value in CHANGE_ACTIONS]
            renamed[name] = max(both, key=CHANGE_ACTIONS.index) if len(both) > 1 else action
        return renamed

    @model_serializer(mode="wrap")
    def _chosen(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: action for name, action in dump(self).items() if action is not None}

    def action(self, effect: ChangeClass) -> ChangeAction | None:
        """Return the action for a class, ``None`` where it is left out."""
        action: ChangeAction | None = getattr(self, effect.value)
        return action


OnChange = ChangeAction | ByClass

DEFAULT_ON_CHANGE = ByClass.model_construct(cosmetic="update")
"""What holds where neither the manifest nor heymilo.yaml says anything."""
