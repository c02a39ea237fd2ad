"""Types that the models share: strict scalars, and texts with a shape."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    StrictStr,
)


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
