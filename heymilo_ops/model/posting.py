"""A posting: the whole create request, and the manifest, which is a posting plus what only the tool reads."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from heymilo_ops.model.facts import (
    ChangeClass,
    Deadline,
    Fact,
    Filled,
    Flag,
    Https,
    Kind,
    Language,
    Model,
    Name,
    Number,
    Text,
    Whole,
)
from heymilo_ops.model.live import POSTING_ID
from heymilo_ops.model.notices import NOTICES_HELP, Notices
from heymilo_ops.model.on_change import OnChange
from heymilo_ops.model.step import Delivery, FormStep, ResumeStep, SmsStep, WebInterviewStep

RESERVED_PREFIX = "heymilo-ops"
"""No metadata key of a user begins with this: the three marks do."""
MOST_METADATA = 47
"""Metadata entries of a posting beside the three marks: HeyMilo takes 50."""
LONGEST_METADATA_KEY = 40
LONGEST_METADATA_VALUE = 500

_STRUCTURE = Fact(Kind.STRUCTURE, ChangeClass.IDENTITY)
_MODE = Fact(Kind.DESIGN, ChangeClass.NOTICE, default="exact_delivery")
_TOOL = Fact(Kind.TOOL, ChangeClass.COSMETIC)
_SETTING = Fact(Kind.SETTINGS, ChangeClass.COSMETIC)
_SETTING_NOTICE = Fact(Kind.SETTINGS, ChangeClass.NOTICE)
_SETTING_OFF = Fact(Kind.SETTINGS, ChangeClass.NOTICE, default=False)
_SETTING_KNOCKOUT = Fact(Kind.SETTINGS, ChangeClass.KNOCKOUT)
_NOTICE = Fact(Kind.DESIGN, ChangeClass.NOTICE, prose=True)
_OVERVIEW = Fact(Kind.DESIGN, ChangeClass.NOTICE, default="", prose=True, update_max=10000)


def _not_reserved(key: str) -> str:
    if key.startswith(RESERVED_PREFIX):
        raise ValueError(f"keys that begin with {RESERVED_PREFIX} are the tool's own")
    return key


MetadataKey = Annotated[str, Field(strict=True, max_length=LONGEST_METADATA_KEY), AfterValidator(_not_reserved)]
MetadataValue = Annotated[str, Field(strict=True, max_length=LONGEST_METADATA_VALUE)]


PostingId = Annotated[str, Field(strict=True, pattern=POSTING_ID)]


class Posting(Model):
    """What HeyMilo's create endpoint takes, every field and limit of it."""

    name: Annotated[
        Name,
        Field(
            description="The posting's address in this repo and its slug at HeyMilo: lower case, digits, hyphens, "
            "unique here. Changing it makes a new posting with a new link."
        ),
        Fact(Kind.DESIGN, ChangeClass.IDENTITY),
    ]
    title: Annotated[
        Text,
        Field(min_length=3, max_length=200, description="Job title that candidates see."),
        Fact(Kind.DESIGN, ChangeClass.IDENTITY, prose=True),
    ]
    description: Annotated[
        Text,
        Field(
            max_length=50000,
            description="The job description. HeyMilo writes questions from it; the interviewer does not know it, so "
            "say in job_overview what candidates may ask about.",
        ),
        Fact(Kind.DESIGN, ChangeClass.WORDING, default="", prose=True, update_min=10),
    ] = ""
    language: Annotated[
        Language,
        Field(description="Language of the interview, such as en or pt-BR."),
        Fact(Kind.DESIGN, ChangeClass.IDENTITY, default="en"),
    ] = "en"
    interviewer_name: Annotated[
        Text,
        Field(description="The name by which the AI introduces itself."),
        Fact(Kind.DESIGN, ChangeClass.IDENTITY, default="Sarah", prose=True, update_max=100),
    ] = "Sarah"
    instructions: Annotated[
        Text,
        Field(description="How the AI should behave in every step; never read out."),
        Fact(Kind.DESIGN, ChangeClass.RUBRIC, default="", prose=True, update_max=10000),
    ] = ""
    company_overview: Annotated[Text, Field(description="About the company."), _OVERVIEW] = ""
    company_overview_delivery_mode: Annotated[Delivery, _MODE] = None
    job_overview: Annotated[
        Text, Field(description="About the job: what candidates may ask about and the interviewer answers."), _OVERVIEW
    ] = ""
    job_overview_delivery_mode: Annotated[Delivery, _MODE] = None
    interview_process_overview: Annotated[
        Text | None,
        Field(
            max_length=10000,
            description="About the process: that it is an AI, what is recorded, who decides, whom to ask.",
        ),
        _NOTICE,
    ] = None
    interview_process_overview_delivery_mode: Annotated[Delivery, _MODE] = None
    phone_number_id: Annotated[
        Text | None, Field(description="Number for texts and calls, an id of this workspace."), _SETTING
    ] = None
    sender_email_id: Annotated[
        Text | None, Field(description="Address that mail comes from, an id of this workspace."), _SETTING
    ] = None
    email_template_group_id: Annotated[
        Text | None, Field(description="Group of mail templates, an id of this workspace."), _SETTING_NOTICE
    ] = None
    design_template_group_id: Annotated[
        Text | None, Field(description="Group of page designs, an id of this workspace."), _SETTING
    ] = None
    redirect_url: Annotated[
        Https | None, Field(description="Where candidates go afterwards, an https address."), _SETTING
    ] = None
    scheduling_url: Annotated[
        Https | None, Field(description="Where shortlisted candidates book a time, an https address."), _SETTING
    ] = None
    deadline: Annotated[
        Deadline | None,
        Field(
            description="When the posting closes, with an offset: 2027-03-31T18:00:00Z. Left out, HeyMilo "
            "closes it one month after it was created.",
            examples=["2027-03-31T18:00:00Z"],
        ),
        _SETTING_NOTICE,
    ] = None
    allow_sms_comms: Annotated[
        Flag | None, Field(description="Invite by text message as well as by mail."), _SETTING_OFF
    ] = None
    max_retakes: Annotated[
        Whole | None,
        Field(ge=0, le=5, description="How often a candidate may take it again, 0 to 5."),
        _SETTING_KNOCKOUT,
    ] = None
    retake_cooldown_days: Annotated[
        Number | None, Field(ge=0, description="Days between two attempts; fractions are allowed."), _SETTING_KNOCKOUT
    ] = None
    email_report_to_candidate: Annotated[
        Flag | None, Field(description="Mail candidates a link to their report."), _SETTING_OFF
    ] = None
    metadata: Annotated[
        dict[MetadataKey, MetadataValue] | None,
        Field(
            max_length=MOST_METADATA,
            description=f"Your own notes, text to text: {MOST_METADATA} keys of {LONGEST_METADATA_KEY} characters, "
            f"values of {LONGEST_METADATA_VALUE}. Keys that begin with {RESERVED_PREFIX} are the tool's.",
        ),
        _SETTING,
    ] = None
    interview_template_id: Annotated[
        Text | None,
        Field(
            description="A HeyMilo interview template to clone, in place of workflow. What stands here overrides it."
        ),
        _STRUCTURE,
    ] = None
    workflow: Annotated[
        tuple[Annotated[WebInterviewStep | SmsStep | ResumeStep | FormStep, Field(discriminator="type")], ...] | None,
        Field(min_length=1, description="The steps in the order in which candidates take them."),
        _STRUCTURE,
    ] = None


CHANGED_PATH = (
    r"^/(questions/[0-9]*[^/0-9][^/]*(/.+)?|workflow/([a-z_]+|[0-9]+)(/config(/.+)?)?|metadata(/.+)?|[a-z_]+)$"
)
"""A path of drift: a question by its key, never by its number."""

ChangedPath = Annotated[str, Field(strict=True, pattern=CHANGED_PATH, max_length=200)]
ACCEPTED_VALUE = r"^/.+ sha256:[0-9a-f]{16}$"
"""A path of drift, with HeyMilo's id of a question that has no key, and the beginning of the digest of the value that
was accepted there.
"""

AcceptedValue = Annotated[str, Field(strict=True, pattern=ACCEPTED_VALUE, max_length=1000)]


class Ops(Model):
    """How the tool treats this posting. Never sent."""

    on_change: Annotated[
        OnChange | None,
        Field(
            description="What a changed design does: replace makes a new posting and archives the old; update edits "
            "the posting in place, and its link stays; hold does nothing. One of them for every change, or one for "
            "each class of change, where a class that is left out replaces. Left out, heymilo.yaml says it, else "
            "{cosmetic: update} holds."
        ),
        _TOOL,
    ] = None
    on_remove: Annotated[
        Literal["archive", "forget", "error"],
        Field(description="What removing this file does: archive the posting, only forget it, or refuse."),
        _TOOL,
    ] = "archive"
    on_replace: Annotated[
        Literal["archive", "drain", "keep"],
        Field(
            description="What happens to the replaced posting: archive it at once; drain: when its last candidate is "
            "done, or after drain_days; or keep it open."
        ),
        _TOOL,
    ] = "archive"
    drain_days: Annotated[
        Whole,
        Field(ge=1, le=365, description="What drains is archived after so many days, whoever is left in it."),
        _TOOL,
    ] = 14
    lifecycle: Annotated[
        Literal["open", "draining", "closed"],
        Field(
            description="closed: archive the posting and make no other while this stands; file and history stay. "
            "draining: archive it when nobody is left in it or after drain_days; until then its link takes new people."
        ),
        _TOOL,
    ] = "open"
    protect: Annotated[
        Flag, Field(description="true: refuse every plan that replaces or archives this posting."), _TOOL
    ] = False
    moved_from: Annotated[
        Name | None,
        Field(description="The name this posting had before; its history goes on under the new one."),
        _TOOL,
    ] = None
    adopt: Annotated[
        PostingId | None,
        Field(
            description="The id of a posting that was made at HeyMilo, which this file takes over as it is: same link, "
            "same candidates. Once it is taken over, this line may go."
        ),
        _TOOL,
    ] = None
    workspaces: Annotated[
        tuple[Filled, ...] | None,
        Field(description="The workspaces this posting belongs to; all, where left out."),
        _TOOL,
    ] = None
    jurisdictions: Annotated[
        tuple[Filled, ...] | None,
        Field(
            description="Where candidates are, such as [US-NY, EU]: countries and their parts as in ISO 3166, EU, and "
            "a few cities such as US-NYC. Rules on questions and notices weigh their findings by it.",
            examples=[["US-NY", "EU"]],
        ),
        _TOOL,
    ] = None
    notices: Annotated[Notices | None, Field(description=NOTICES_HELP), _TOOL] = None
    on_drift: Annotated[
        Literal["stop", "report"],
        Field(
            description="What a plan does with a posting that was changed outside, in HeyMilo's own pages: stop holds "
            "what it would write to it until the change is accepted or reverted; report only shows the change."
        ),
        _TOOL,
    ] = "stop"
    ignore_changes: Annotated[
        tuple[ChangedPath, ...],
        Field(
            description="Values that may be changed outside, as `drift show` names them: /deadline, "
            "/workflow/web_interview/config/voice_id, /questions/KEY/score_weight. A new posting still gets what the "
            "manifest says.",
            examples=[["/deadline"]],
        ),
        _TOOL,
    ] = ()
    accepted: Annotated[
        tuple[AcceptedValue, ...],
        Field(
            description="What `drift accept` took in: the path of each value, with the beginning of its digest. So the "
            "value can be edited here before it was applied, and is not held. Once it is applied, this may go."
        ),
        _TOOL,
    ] = ()
    activate: Annotated[
        Flag,
        Field(
            description="true: a posting that HeyMilo keeps as a draft until it is activated is activated by apply, "
            "and takes candidates from then on."
        ),
        _TOOL,
    ] = False


NO_OPS = Ops.model_construct()  # unlike Ops(), this builds no validator at import


class Manifest(Posting):
    """A posting as a file holds it: the request, plus ``ops``."""

    ops: Annotated[Ops, Field(description="How the tool treats this posting. Never sent."), _TOOL] = NO_OPS
