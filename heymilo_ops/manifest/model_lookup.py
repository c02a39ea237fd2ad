"""Which model a place in a manifest has, and what it is called in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from heymilo_ops.model.on_change import ByClass
from heymilo_ops.model.pointer import join, split
from heymilo_ops.model.posting import Manifest, Ops
from heymilo_ops.model.question import QUESTIONS
from heymilo_ops.model.step import CONFIGS, STEPS, USUAL_MODALITY, Blackout, CheatDetection, WebInterviewSettings

NESTED: dict[str, type[BaseModel]] = {
    "ops": Ops,
    "blackout_period": Blackout,
    "cheat_detection_config": CheatDetection,
    "web_interview_config": WebInterviewSettings,
}

BY_CLASS = ("on_change",)
"""Fields that are one value, or a mapping of such: they merge with those of the defaults where both are mappings."""
MAPPINGS = (*NESTED, "config", "metadata")
"""Fields that are mappings: they merge with those of the defaults."""
CHOICES = ("dropdown_values",)
LISTS = (*CHOICES, "file_types", "jurisdictions", "options", "questions", "types", "workflow", "workspaces")
"""Fields that are lists."""
STATEMENTS = ("notices",)
"""Fields that are mappings with which a team states something: no part of them comes from a file or a variable."""
OWN_VALUE = (*STATEMENTS, "adopt", "key", "modality", "moved_from", "name", "type", "workspaces")
"""Fields that say what the rest is, or make a statement, so that neither a file nor a variable can stand for them."""

Path = tuple[str | int, ...]


def model_at(data: Mapping[str, Any], path: Path) -> type[BaseModel] | None:
    """Return the model of the object at ``path``; ``None`` where it has none, or the step's type isn't known."""
    match path:
        case ():
            return Manifest
        case ("ops",):
            return Ops
        case ("ops", "on_change"):
            return ByClass
        case ("workflow", int(i)):
            return STEPS.get(_step_type(data, i))
        case ("workflow", int(i), "config"):
            return CONFIGS.get(_step_type(data, i))
        case ("workflow", int(), "config", str(name)):
            return NESTED.get(name) if name != "ops" else None
        case ("workflow", int(i), "questions", int(j)):
            return QUESTIONS.get(_modality(data, i, j))
    return None


def describe_object(data: Mapping[str, Any], path: Path) -> str:
    """Return what the object at ``path`` is called: "a voice question", "the config of a form step", "a posting"."""
    match path:
        case ():
            return "a posting"
        case ("workflow", int(i)):
            return f"a {_step_type(data, i)} step" if model_at(data, path) else "a step"
        case ("workflow", int(i), "config"):
            return f"the config of a {_step_type(data, i)} step"
        case ("workflow", int(i), "questions", int(j)):
            return f"a {_modality(data, i, j)} question" if model_at(data, path) else "a question"
    return str(path[-1])


def find_homes(name: str) -> list[str]:
    """Return the other objects in which a field of this name belongs, in words."""
    places: list[tuple[str, type[BaseModel]]] = [
        (f"{modality} questions", model) for modality, model in QUESTIONS.items()
    ]
    places += [(f"the config of {step} steps", model) for step, model in CONFIGS.items()]
    places += [entry for entry in NESTED.items() if entry[0] != "ops"]
    places += [("the top level of the file", Manifest), ("ops", Ops)]
    homes = [place for place, model in places if name in model.model_fields]
    return ["a step", *homes] if name in ("config", "questions") else homes


def find_container(pointer: str) -> str:
    """The nearest question, config, step, metadata, ops or file around a pointer: what a wrong field makes doubtful."""
    match split(pointer):
        case ("workflow", i, "questions", j, *_):
            return join("workflow", i, "questions", j)
        case ("workflow", i, "config", *_):
            return join("workflow", i, "config")
        case ("workflow", i, *_):
            return join("workflow", i)
        case ("metadata" | "ops" as name, *_):
            return join(name)
    return ""


def _step_type(data: Mapping[str, Any], i: int) -> str:
    return str(data["workflow"][i].get("type"))


def _modality(data: Mapping[str, Any], i: int, j: int) -> str:
    step = data["workflow"][i]
    return str(step["questions"][j].get("modality", USUAL_MODALITY.get(step.get("type"))))
