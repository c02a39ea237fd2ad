"""Why no manifest asks for a posting, and what follows."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.model.reason import ReasonCode

REMOVALS: Mapping[ReasonCode, str] = {
    ReasonCode.MANIFEST_GONE: "its file was taken out of the repository",
    ReasonCode.MANIFEST_MAY_BE: "its manifest may be {0}, which {1}",
    ReasonCode.MANIFEST_NOT_READABLE: "its manifest is not read: {0} {1}",
    ReasonCode.MANIFEST_UNREAD: (
        "its manifest is {0} now, which is not read, since a name in that path begins with _ or ."
    ),
    ReasonCode.MANIFEST_RENAMED: "no manifest has its name: {0} says name: {1} now",
    ReasonCode.DESIGN_RENAMED: "its file was taken out of the repository, and {0} has its design as name: {1}",
    ReasonCode.OTHER_WORKSPACE: "its manifest is not for workspace {0}",
    ReasonCode.REMOVAL_REFUSED: "{0}, and on_remove is error",
    ReasonCode.REMOVAL_FORGETS: "{0}: it is forgotten, nothing is sent",
    ReasonCode.REMOVAL_ARCHIVES: "{0}: posting {1} is archived and its link stops for new people",
    ReasonCode.STAYS_AS_IT_IS: "posting {0} stays as it is",
    ReasonCode.DELETED_OUTSIDE: "posting {0} was deleted outside",
    ReasonCode.ARCHIVED_OUTSIDE: "it was archived outside already; archiving it again only records that",
}
