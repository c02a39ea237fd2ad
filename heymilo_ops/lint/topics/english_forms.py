"""English sentences in which a candidate is said to be, have or do something: the frames that topics are set into."""

from __future__ import annotations

from dataclasses import replace

from heymilo_ops.lint.topics.language import MASKED, Words, any_of

_NOT_WORK = r"(?!experience|training|knowledge|qualif\w+|skills?|background|worked|interest|certif\w+)"
_FEW = rf"(?:{_NOT_WORK}[\w'-]+,? ){{0,5}}"
_SOME = r"(?:[\w'-]+,? ){0,6}"
_OFTEN = r"(?:(?:ever|also|still|currently|now|usually|often|regularly|yet|personally|really|actually|happen to) )?"
_AUX = r"(?:do|did|does|have|had|will|would|can|could|should|are|were|might|may|must)"
_ARTICLE = (
    r"(?:(?:an?|the|currently|already|still|ever|either|now|really|openly|actually|perhaps|being|also|"
    r"by any chance) )*"
)
_THEIR = (
    r"(?:(?:the|a|each|every|this|any) (?:candidate|applicant|person|interviewee)'s|candidates'|"
    r"applicants'|their|his|her)"
)
_THEY = (
    r"(?:(?:the|a|each|every|this|any) (?:candidate|applicant|person|interviewee)|candidates|applicants|candidate|"
    r"applicant|they|he|she|people|someone|somebody|anyone|those|anybody)"
)
_ASK = (
    r"(?:ask\w*|prob(?:e|es|ing)|find out|explor(?:e|es|ing)|check\w*|follow(?:ing)? up|dig\w*|learn\w*|confirm\w*|"
    r"inquir\w+|enquir\w+|not(?:e|es|ing)|establish\w*|determin\w+|get (?:a sense|them to|the candidate|an idea)|"
    r"steer\w*|chat\w*|talk\w*|mention\w*|discuss\w*|bring up|record\w*|guess\w*|estimat\w+|infer\w*|work out|"
    r"draw out|listen for|look for|watch for|look out for|pay attention to|consider\w*|take into account|weigh\w*|see|"
    r"verify|identify|gauge|assess|clarify|uncover|encourage|invite|press|query|collect|gather|request|tease out|"
    r"judge|evaluate|question|raise|screen|capture|extract|log|detect)"
)
_RANK = (
    r"(?:scor\w+|rat(?:e|es|ing)|mark\w*|rank\w*|penali[sz]\w+|downgrad\w+|deduct\w*|lower\w*|raise|add|"
    r"award\w*|favou?r\w*|"
    r"prefer\w*|prioriti[sz]\w+|reject\w*|exclud\w+|screen out|filter out|rule out|weed out|avoid (?:hiring )?|"
    r"decline|disqualify|disadvantage|discount|downrank|upgrade|boost|bonus|give|subtract|take off|dock|flag|"
    r"priority to|preference (?:to|for))"
)


_M = MASKED


def _had(what: str) -> tuple[str, ...]:
    """Questions whether somebody has something."""
    return (
        rf"(?:do|did|have|would|will) you {_OFTEN}(?:have|had|got|own|hold|get|live with|suffer from|take|"
        r"taken|use|used|"
        rf"need) {_FEW}{what}",
        rf"(?:what|which) {what} (?:are|were) you(?=\W*$)",
        rf"(?:how many|what|which|any) (?:[\w-]+ )?{what} (?:do|did|have|are) you (?:\w+ )?(?:have|had|got|"
        r"hold|own|belong|"
        r"identify|at home|suffer|take)",
        rf"^(?:any|what|which) (?:[\w-]+ )?{what}(?=\W*$)",
    )


def _them_with(what: str) -> str:
    """Whether they have something."""
    return (
        rf"(?:if|whether|that|how many|who|what|which|any) {_SOME}(?:has|have|had|lives? with|got|need|"
        rf"needs) {_FEW}{what}"
    )


def _with(what: str) -> tuple[str, ...]:
    """What is scored of somebody who has something."""
    return (
        rf"(?:{_THEY}|who|must|should|^) (?:has|have|having|mentions?|with|without|discloses?|reveals?|speaks? of|"
        rf"talks? about) {_FEW}{what}",
        rf"^(?:no|mentions?|with|without|free of|free from) (?:[\w'-]+ ){{0,3}}{what}",
        rf"{_RANK} {_SOME}(?:for|if|on|by|when|over|because of|based on|due to) {_SOME}{what}",
    )


FORMS: dict[str, dict[str, str]] = {
    "nouns": {
        "sure": any_of(rf"your (?:own )?(?:[\w'-]+ )?{_M}"),
        "label": rf"^\W*(?:your |candidate )?{_M}\W*$",
        "asked": any_of(*_had(_M)),
        "instruction": any_of(rf"{_ASK} {_SOME}(?:{_THEIR}|about|any|for) (?:[\w'-]+,? ){{0,4}}{_M}", _them_with(_M)),
        "scored": any_of(rf"{_THEIR} (?:[\w'-]+ )?{_M}", *_with(_M)),
    },
    "have": {
        "asked": any_of(*_had(_M)),
        "instruction": any_of(rf"{_ASK} {_SOME}(?:about|any|many) (?:[\w'-]+,? ){{0,2}}{_M}", _them_with(_M)),
        "scored": any_of(*_with(_M)),
    },
    "be": {
        "asked": any_of(
            rf"(?:are|were|aren't) you {_ARTICLE}{_M}",
            rf"(?:if|as|that|whether) you(?:'re| are| were) {_ARTICLE}{_M}",
            r"(?:do|would) you (?:\w+ )?(?:identify|describe yourself|consider yourself|define yourself|see yourself) "
            rf"(?:as )?{_ARTICLE}{_M}",
            rf"have you (?:ever |recently )?been {_ARTICLE}{_M}",
        ),
        "instruction": any_of(
            rf"(?:if|whether|that|when|where|who|why|how|and) {_THEY} (?:is|are|was|were|might be|may be|"
            rf"could be) {_ARTICLE}{_M}"
        ),
        "scored": any_of(
            rf"(?:{_THEY}|who|must|should|^|not) (?:is|are|was|be|appears?|seems?|looks?|"
            rf"sounds?) (?:to be )?(?:not )?{_ARTICLE}{_M}",
            rf"{_RANK} {_SOME}(?:if|when|where|for|because) (?:being )?{_ARTICLE}{_M}",
        ),
        "required": rf"^(?:must be |is |be |not )?(?:an? )?{_M}(?=\W*$)",
    },
    "do": {
        "asked": any_of(rf"{_AUX} you {_OFTEN}{_M}"),
        "instruction": any_of(
            rf"(?:if|whether|that|when|where|who|why|how|how often) {_THEY} {_OFTEN}(?:(?:is|are|has|have|had|will|"
            r"would|"
            rf"plans?|wants?|intends?) (?:to )?)?{_M}"
        ),
    },
    "people": {
        "scored": any_of(
            rf"{_RANK} {_SOME}{_M}",
            rf"{_M} (?:[\w']+ )?(?:score|rank|get|receive|preferred|only|are (?:preferred|excluded|rejected)|"
            r"should (?:score|get))",
        ),
        "profile": any_of(rf"{_M} (?:only|preferred|need not apply)", rf"(?:only|no|prefer(?:ably)?) {_M}"),
    },
}


def words(signs: str, label: str = "", **parts: str | tuple[str, ...]) -> Words:
    """Return the patterns of a topic: masks and label as they are, tuples of patterns joined to one."""
    return Words(
        signs, label=label, **{name: part if isinstance(part, str) else any_of(*part) for name, part in parts.items()}
    )


_OPTIONS = r"(?:\s*[:(*\[/]{1,3}[^.?!]{0,90})?"
"""Behind a label: the options, or that it has to be filled in."""


def with_options(topic: Words) -> Words:
    """Return the patterns of a topic whose label may have options behind it, and say whose it is."""
    if not topic.label:
        return topic
    return replace(topic, label=rf"(?:your |candidate(?:'s)? )?(?:{topic.label}){_OPTIONS}")
