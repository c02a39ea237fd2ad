"""English."""

from __future__ import annotations

from heymilo_ops.lint.topics.language import Language, Words, any_of
from heymilo_ops.lint.topics.topic import Topic

_KIDS = r"(?:kids|child(?:ren)?|babies|baby|sons?|daughters?|toddlers?|little ones|dependants?|dependents?)"
_GAP = r"(?:[\w',-]+ ){0,4}"
_ASK = r"(?:ask|probe|find out|explore|check|follow up|dig|learn|confirm|inquire|enquire|note|establish|determine)"
_THEIRS = r"(?:the candidate's|the applicant's|their|his|her)"

TOPICS: dict[Topic, Words] = {
    Topic.AGE: Words(
        signs="age ages aged old older birth* born graduat* young youth* native energetic retire* twenty* school",
        sure=any_of(
            r"how old (?:are|were) you",
            r"how old (?:the candidate|the applicant|they|he|she) (?:is|are)",
            r"(?:date|year) of birth",
            r"when were you born",
            r"(?:which|what) year (?:did you|were you) (?:graduat\w+|finish(?:ed)? (?:high )?school|born|leave school)",
            r"when did you graduate",
        ),
        wanted=any_of(
            r"recent graduates? (?:only|preferred)",
            r"digital natives?",
            r"young (?:and|,) \w+",
            r"youthful",
        ),
        asked=any_of(r"what(?:'s| is| was) your (?:current |exact )?age", r"your age", r"do you plan to retire"),
        told=any_of(rf"{_ASK} {_GAP}{_THEIRS} age", rf"{_ASK} {_GAP}(?:birth(?:day|date)|graduation (?:year|date))"),
        label=r"(?:your )?(?:exact )?(?:age|birth ?date|birthday)",
        harmless=any_of(
            r"(?:at least )?(?:16|18|21)(?: years?(?: of age| old)?)?(?:,? or (?:over|older|above))?",
            r"age (?:verification|check|group|range)s?",
        ),
    ),
    Topic.PREGNANCY: Words(
        signs="pregnan* maternity paternity expecting",
        sure=any_of(
            r"are you (?:currently |planning to (?:become|get) )?pregnant",
            r"are you (?:currently )?expecting a (?:baby|child)",
            r"you (?:took|take|go on|plan) (?:maternity|paternity|parental) leave",
        ),
    ),
    Topic.MARITAL_FAMILY: Words(
        signs="kids child children married marital husband wife spouse family maiden single divorced parent parents",
        sure=any_of(
            rf"do you have {_GAP}{_KIDS}",
            rf"your {_KIDS}",
            r"your (?:husband|wife|spouse)",
            r"marital status",
            r"maiden name",
        ),
        asked=any_of(r"are you (?:a )?(?:married|single|divorced|parent|mother|father)"),
        told=any_of(rf"{_ASK} {_GAP}(?:{_THEIRS}|about) {_GAP}(?:family|{_KIDS}|marriage)"),
        scored=any_of(r"family (?:obligations|commitments|duties)"),
        harmless=any_of(r"child process(?:es)?", r"parent (?:company|class|process)", r"children's (?:\w+ )?training"),
    ),
    Topic.RELIGION: Words(
        signs="religio* church* mosque synagogue pray* worship faith",
        sure=any_of(r"do you (?:pray|worship)", r"(?:which|what) (?:church|mosque|synagogue|temple) do you"),
        asked=any_of(r"your (?:religion|faith)", r"are you (?:religious|christian|muslim|jewish|hindu|catholic)"),
        told=any_of(rf"{_ASK} {_GAP}(?:religio\w+|faith|church)"),
        label=r"(?:your )?religion",
        harmless=any_of(r"good faith"),
    ),
}

ENGLISH = Language(
    code="en",
    name="English",
    topics=TOPICS,
    clause_ends=(
        r";|:|,? (?:but|however|yet|though|although|whereas)(?!\w)|,? (?:and|or) (?:then )?(?=ask\b|score\b)| – | — "
    ),
    frames=any_of(
        r"(?:do not|don't|never|avoid|must not|mustn't|should not|shouldn't|may not|cannot|can't|refrain from|without|"
        r"not to|no need to|need not|rather than|instead of) (?:\w+ ){0,3}?(?:ask\w*|rais\w+|mention\w*|discuss\w*|"
        r"scor\w+|infer\w*|consider\w*|penali[sz]\w+|prob\w+|request\w*|judg\w+|record\w*|note|question\w*)",
        r"regardless of",
        r"(?:thank them and )?move on",
        r"equal opportunit\w+",
        r"(?:reasonable )?(?:adjustments?|accommodations?)",
    ),
    others=any_of(
        r"(?:customer|client|patient|user|guest|resident|pupil|student|colleague|teammate)(?:s|'s|s')?",
        r"how (?:do|would|did|have|could|will|should) you",
        r"what would you do",
        r"tell (?:us|me) (?:about|how)",
        r"describe (?:how|a time)",
    ),
    harmless=any_of(r"race conditions?", r"native (?:apps?|code|mobile)"),
    common="the and you of to in is that for with are your have what how",
)
