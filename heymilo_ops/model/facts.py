"""What the tool knows about each field: the types that the models share, and kind, effect on people, documented
default of each field.

Facts are marked once, on the models, as ``Annotated[..., Fact(...)]``; everything else (canonical form, plan,
reports, the PATCH body) asks here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictFloat, StrictInt, StrictStr


class Model(BaseModel):
    """The base of every manifest model: frozen, and it refuses unknown keys."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid", use_attribute_docstrings=False)


def _whole(value: Any) -> Any:
    """Return the JSON has one number type: 3.0 is the integer 3, as JSON Schema reads it too."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


NAME_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
HTTPS_PATTERN = r"^https://[^\s/?#@]+\.[^\s/?#@]+([/?#]\S*)?$"
DEADLINE_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})$"
NOT_BLANK = r"\S"

Text = StrictStr
Flag = StrictBool
Whole = Annotated[StrictInt, BeforeValidator(_whole)]
Number = StrictInt | StrictFloat
Name = Annotated[StrictStr, Field(pattern=NAME_PATTERN, max_length=100)]
Https = Annotated[StrictStr, Field(pattern=HTTPS_PATTERN)]
Deadline = Annotated[StrictStr, Field(pattern=DEADLINE_PATTERN)]
Language = Annotated[StrictStr, Field(pattern=LANGUAGE_PATTERN)]
Filled = Annotated[StrictStr, Field(pattern=NOT_BLANK)]


class Kind(StrEnum):
    """How a change of the field reaches HeyMilo.

    ``settings`` by one PATCH of the posting, ``design`` by a replace through the create endpoint,
    ``structure`` by a replace only, ``tool`` never: it is not sent.
    """

    SETTINGS = "settings"
    DESIGN = "design"
    STRUCTURE = "structure"
    TOOL = "tool"


class ChangeClass(StrEnum):
    """A change by its effect on people, in rising order of weight."""

    COSMETIC = "cosmetic"
    WORDING = "wording"
    RUBRIC = "rubric"
    SCORING = "scoring"
    NOTICE = "notice"
    KNOCKOUT = "knockout"
    IDENTITY = "identity"

    @classmethod
    def _missing_(cls, value: object) -> ChangeClass | None:
        """Return the class by its former name. Former names are read until 1.0 and written nowhere."""
        name = FORMER_CLASSES.get(value) if isinstance(value, str) else None
        return cls(name) if name else None

    @property
    def weight(self) -> int:
        """Position in the order cosmetic < … < identity."""
        return list(ChangeClass).index(self)


FORMER_CLASSES: Mapping[str, str] = {"guidance": "rubric", "told": "notice", "gating": "knockout"}
"""Former names of change classes, as plan files of earlier releases have them."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One field's facts.

    Attributes:
        kind: how a change of it is applied.
        effect: the change class.
        default: the value HeyMilo documents for an absent field; ``None`` where it documents none.
        prose: free text, in which trailing white space says nothing.
        unordered: a list whose order says nothing.
        update_max: the largest length or number that update accepts where create accepts another.
        update_min: likewise the smallest.
        create_max: the largest length or number that create accepts where update accepts more. A manifest may have
            more only where it takes over a posting that has it.
    """

    kind: Kind
    effect: ChangeClass
    default: Any = None
    prose: bool = False
    unordered: bool = False
    update_max: int | None = None
    update_min: int | None = None
    create_max: int | None = None


@cache
def facts(model: type[BaseModel]) -> dict[str, Fact]:
    """Return every field of a model with its fact, in the order of declaration.

    Raises ``LookupError`` where a field carries no fact: an unmarked field is our bug.
    """
    by_name = {}
    for name, info in model.model_fields.items():
        marks = [mark for mark in info.metadata if isinstance(mark, Fact)]
        if len(marks) != 1:
            raise LookupError(f"{model.__name__}.{name} carries {len(marks)} facts, not one")
        by_name[name] = marks[0]
    return by_name
