"""What ``doctor`` checks, as data: the words are in ``report``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from heymilo_ops.errors import Exit, OpsError


class SetupPart(StrEnum):
    """The parts of a set-up, as the JSON of ``doctor`` names them."""

    TOOL = "heymilo-ops"
    CONFIG = "heymilo.yaml"
    GIT = "git"
    AUDIENCE = "its readers"
    SCHEMAS = "schemas"
    MANIFESTS = "postings"
    LAW = "law data"
    STATE = "state"
    LOCATION = "its place"
    HISTORY = "its history"
    HEYMILO = "HeyMilo"
    POSTINGS = "its postings"


class SetupCode(StrEnum):
    """What a check found."""

    TOOL = "tool"
    CONFIG = "config"
    COMMIT = "commit"
    NO_COMMIT = "no-commit"
    PUBLIC = "public"
    PUBLIC_ACCEPTED = "public-accepted"
    AUDIENCE_UNSEEN = "audience-unseen"
    SCHEMAS_FRESH = "schemas-fresh"
    SCHEMAS_STALE = "schemas-stale"
    MANIFESTS_VALID = "manifests-valid"
    MANIFESTS_WRONG = "manifests-wrong"
    LAW_FRESH = "law-fresh"
    LAW_OLD = "law-old"
    NO_STATE = "no-state"
    STATE = "state"
    STATE_UNKNOWN = "state-unknown"
    FOLDER = "folder"
    BRANCH = "branch"
    BUCKET = "bucket"
    BUCKET_WRITABLE = "bucket-writable"
    HISTORY = "history"
    HISTORY_UNSEEN = "history-unseen"
    NO_KEY = "no-key"
    SANDBOX = "sandbox"
    HEYMILO = "heymilo"
    POSTINGS = "postings"
    FAILED = "failed"


Args = Mapping[str, str | int]


@dataclass(frozen=True)
class SetupCheck:
    """One check: ``exit`` is what it alone would end in, ``error`` what stopped it."""

    part: SetupPart
    code: SetupCode
    args: Args = field(default_factory=dict)
    exit: Exit = Exit.DONE
    error: OpsError | None = None
