"""What is said of taking over a posting that was made at HeyMilo, and of one without a manifest here."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.model.reason import ReasonCode

ADOPTION: Mapping[ReasonCode, str] = {
    ReasonCode.ADOPTED: "posting {0} is taken over: same id, same link, nothing changes for candidates",
    ReasonCode.ADOPTED_UNASKED: (
        "HeyMilo was not asked, so a plan that asks it has to show whether posting {0} is as this manifest says"
    ),
    ReasonCode.ADOPTED_NAME: "HeyMilo calls it '{1}', and goes on to; a later replace sends the name {0}",
    ReasonCode.ADOPTED_NAMELESS: "it has no name at HeyMilo, and gets none now; a later replace sends the name {0}",
    ReasonCode.ADOPTED_DEADLINE: (
        "HeyMilo closes it on {0:moment}, which stays so, since this manifest sets no deadline; a replace gets one of "
        "its own, a month after it is made"
    ),
    ReasonCode.ADOPTED_KEEPS: (
        "HeyMilo has values for it that no manifest can hold ({0}): they stay as they are, and a replace loses them"
    ),
    ReasonCode.ADOPTED_STEPS: (
        "HeyMilo doesn't say which of several steps of one type asks which question: there the manifest is believed"
    ),
    ReasonCode.ADOPT_DIFFERS: (
        "posting {0} is not taken over, since this manifest says something else than what is live; below is what is "
        "live, then what the manifest says. Make them agree, or let {0:import {1}} write the manifest anew; "
        "change it once it is taken over"
    ),
    ReasonCode.ADOPT_INEXPRESSIBLE: (
        "posting {0} is not taken over, since it has what no manifest can hold: {1}. Change that at HeyMilo, or leave "
        "the posting out by removing this manifest"
    ),
    ReasonCode.ADOPT_MISSING: (
        "posting {0} is not taken over, since workspace {1} has none of that id at HeyMilo: correct ops.adopt, or name "
        "in ops.workspaces the workspace that has it"
    ),
    ReasonCode.ADOPT_ARCHIVED: (
        "posting {0} is not taken over, since it is archived and takes nobody: remove the manifest, or take ops.adopt "
        "out of it to make a new posting"
    ),
    ReasonCode.ADOPT_TEST: (
        "posting {0} is not taken over, since it is a test posting at HeyMilo: remove the manifest, or take ops.adopt "
        "out of it to make a new posting"
    ),
    ReasonCode.ADOPT_BLUEPRINT: (
        "posting {0} is not taken over, since an interview template at HeyMilo is made from it: remove the manifest, "
        "or take ops.adopt out of it to make a new posting"
    ),
    ReasonCode.ADOPT_MARKED: (
        "posting {0} is not taken over, since it carries the marks of {1}, which manages it. If nothing does any more, "
        "or it is a copy of that one, remove the metadata that begins with heymilo-ops from it at HeyMilo"
    ),
    ReasonCode.ADOPT_FULL: (
        "posting {0} is not taken over, since it has {1} entries of metadata, which leave no room for the tool's own"
    ),
    ReasonCode.ADOPT_KNOWN: (
        "posting {0} is not taken over, since the state has it as {1}: ops.moved_from: {1} continues its history here"
    ),
    ReasonCode.ADOPT_OVER: (
        "posting {0} was archived here, and is not taken over again: take ops.adopt out to make a new posting"
    ),
    ReasonCode.ADOPT_TWICE: (
        "posting {0} is not taken over, since ops.adopt of {1} names it as well: leave it in one manifest"
    ),
    ReasonCode.ADOPT_IGNORED: (
        "ops.adopt names posting {0}, and this name is posting {1}: {0} is not taken over, and the line can go"
    ),
    ReasonCode.MANIFEST_UNREAD_HOLDS: "{0}, so the posting stays as it is; {1}",
    ReasonCode.MANIFEST_UNSEEN: (
        "{0}, and it is not archived, since no apply has found that manifest in a commit of this branch: it was taken "
        "over from elsewhere. Merge or put back its manifest; or {1:forget {2}} gives it up"
    ),
}
"""The templates of the sentences, as ``reasons`` fills them in."""
