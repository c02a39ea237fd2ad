"""English."""

# ruff: noqa: E501  (patterns read better whole)

from __future__ import annotations

from heymilo_ops.lint.notices.notice import NAME, Notice, NoticeWords
from heymilo_ops.lint.topics.language import any_of

_PERSON = (
    r"(?:(?:(?:an?|one) (?:\w+ )?of (?:the|our)|a|an|the|our|one of our|real|some) )?(?:\w+ ){0,2}?(?:humans?|persons?|people|someone|somebody|managers?|"
    r"recruiters?|colleagues?|engineers?|team|staff|leads?|supervisors?|hiring managers?|we)"
    r"(?: (?:from|of|on|in) (?:the|our) \w+(?: team)?)?"
)
_EVERY = r"(?:every|each|all(?: of)?|your)(?: (?:the|your|single))?"
_WORK = (
    r"(?:\w+ )?(?:answers?|applications?|applicants?|candidates?|interviews?|results?|reports?|responses?|replies|"
    r"résumés?|resumes?|cvs?|conversations?|transcripts?|submissions?)"
)
_READS = r"(?:(?:will|always|personally|also|then) ){0,2}(?:reads?|reviews?|looks? at|checks?|listens? to|assess(?:es)?|goes? through|sees?)"

ENGLISH = NoticeWords(
    code="en",
    signs={
        Notice.AI: any_of(
            r"(?:an?|our|the|by|with|to|from) (?:\w+ ){0,2}?ai",
            r"ai[- ](?:\w+ ){0,2}?(?:interview\w*|assistants?|systems?|tools?|agents?|recruiters?|voice|screen\w*|bot|"
            r"software|models?|call\w*|texts)",
            r"ai[- ](?:powered|based|driven|led|assisted|generated)",
            r"(?:i am|i'm|this is|we use|uses) (?:an )?ai",
            r"'s ai",
            r"artificial intelligence",
            r"(?:automated|virtual|digital) (?:interviewers?|assistants?|interviews?|voice|recruiters?)",
            r"chatbot",
            r"not a (?:human|person|real person)",
        ),
        Notice.CAMERA: any_of(r"(?:web)?cam(?:era)?s?", r"videos?", r"filmed"),
        Notice.CHEAT_DETECTION: any_of(
            r"cheat\w*",
            r"integrity (?:check|signal)\w*",
            r"(?:leave|left|switch\w*|change\w*|leaving) (?:the |this |your |to )?(?:\w+ )?(?:page|tabs?|window|browser)",
            r"tab[- ]switch\w*",
            r"(?:page|tab|window|browser) (?:was|is|were|has been|gets|got) (?:left|changed|switched|closed)",
            r"(?:sounds?|is|are|being|were|was) read (?:out|aloud|from)",
            r"scripted",
            r"proctor\w*",
            r"suspicious|unusual",
            r"(?:other|another|more than one|second) (?:people|person|voice|speaker)s?",
        ),
        Notice.CONTACT: any_of(
            r"[\w.+-]{1,64}@[\w-]{1,63}\.\w+",
            r"(?:write|reply|call|contact|email|e-mail|mail|ask|tell|talk|speak|reach|apply|get in touch)\b[^.?!]{0,60}?"
            r"(?:person|human|someone|adjustments?|accommodations?|alternatives?|in store|in person)",
            r"(?:adjustments?|accommodations?|alternatives?|human|person)\b[^.?!]{0,60}?"
            r"(?:write|reply|call|contact|email|e-mail|ask|tell|let us know)",
        ),
        Notice.DECISION: any_of(
            r"(?:people|humans?|person|team|managers?|recruiters?|leads?|someone|we|colleagues?|software|ai|algorithms?|system)"
            r"\b[^.?!]{0,40}?(?:decid\w+|decisions?|sets? (?:\w+ ){0,3}?aside|sorts?|reject\w*|screens? out)",
            r"(?:decid\w+|decisions?|rejected|set aside|screened out)\b[^.?!]{0,40}?"
            r"(?:people|humans?|person|team|managers?|recruiters?|software|automat\w+|ai|algorithms?)",
            r"automat\w+ (?:decision|reject)\w*",
            rf"{_PERSON} {_READS} {_EVERY} {_WORK}",
        ),
        Notice.PHONE: any_of(
            r"(?:phone|calls?|call you|ring)\b[^.?!]{0,60}?ai",
            r"ai\b[^.?!]{0,60}?(?:phone|calls?|call you|ring)",
        ),
        Notice.RECORDING: any_of(
            r"(?:is|are|be|being|get|gets)(?: (?:audio|video|also|both|always))*(?: and| transcribed and)? (?:record|transcrib|film)ed",
            r"(?:\w+ )?(?:recorded|transcribed) and (?:recorded|transcribed|kept|stored)",
            r"(?:we|it|heymilo)(?: (?:will|also|then))? (?:records?|transcribes?)",
            r"(?:the|this|your|a|audio|video|voice|sound) recordings?",
            r"(?:voice|video|audio|sound|call|conversation) (?:is|are|will be) (?:kept|stored|saved)",
            r"(?:keep|store|save)\b[^.?!]{0,40}? (?:your voice|sound|audio|video|conversation|transcript)",
        ),
        Notice.SMS: any_of(r"stop", r"opt[- ]out", r"unsubscribe"),
    },
    denied=any_of(
        r"(?:no|not|nothing|never|without|don't|do not|isn't|aren't|won't)(?: \w+){0,4}? (?:ai|artificial intelligence|"
        r"recorded|transcribed|recordings?|cameras?|videos?|filmed|automat\w+)",
    ),
    about=any_of(
        r"you", r"your", r"interviews?", r"interviewer", r"applications?", r"candidates?", r"applicants?", r"answers?"
    ),
    promises=any_of(
        rf"{_PERSON} {_READS} {_EVERY} {_WORK}",
        rf"{_EVERY} {_WORK} (?:is|are|will be|gets?) (?:always |personally )?(?:read|reviewed|seen|checked|assessed|looked at) by {_PERSON}",
        r"(?:people|humans?|a person|a human|our team|we)(?:,? (?:and )?(?:not|never) (?:\w+ ){0,2}?\w+,?| always| alone)+ decides?",
        r"(?:people|humans?|a person|a human|our team|a recruiter|a manager) (?:always )?decides? (?:who|which|whether|on every|every)"
        r"(?! (?:is|gets?|will be|to be) (?:hired|the job|offered))(?! to hire)",
        r"(?:no|never an?y?) (?:\w+ )?decisions? (?:is|are|will be|gets?) (?:ever )?(?:made|taken) (?:\w+ )?(?:by|automatically)"
        r"(?: (?:\w+ ){0,2}?(?:software|ai|algorithms?|machines?|computers?|systems?)(?: alone)?)?",
        r"(?:all|every|each) (?:\w+ )?decisions? (?:is|are|will be) (?:made|taken) by (?:a |our )?(?:people|humans?|person|team)",
        r"(?:nobody|no one|no candidates?|no applications?|no applicants?|you (?:will|are) (?:not|never)(?: be)?|you won't be) "
        r"(?:is |are |gets? |will be )?(?:rejected|turned down|screened out|set aside|declined)"
        r"(?: (?:\w+ )?by (?:\w+ )?(?:software|ai|an algorithm|a machine)| automatically| without (?:a|any) (?:\w+ )?(?:person|human|review|look))",
        r"(?:software|the ai|ai|an algorithm) (?:never|does not|doesn't|cannot|can't|will not|won't) "
        r"(?:reject|decide|turn|screen|set)\w*",
    ),
    partial=any_of(
        r"who (?:gets?|got|get) through",
        r"that (?:gets?|got) through",
        r"(?:who|that|which) (?:pass|meet)\w*",
        r"(?:if|when|where) you (?:ask|want|wish|like)",
        r"on request",
        r"can ask",
        r"may ask",
        r"not (?:every|all)",
        r"except",
        r"unless",
        r"everything else",
        r"the rest",
        r"(?:all|each|every) others?",
    ),
    senders=(
        rf"\b(?i:this is|it's|i am|i'm|texts?|messages?|assistant|interviewer|bot|ai|hi|hello)\b[^.?!]{{0,60}}?"
        rf"\b(?:from|of|at|with|for|by|behalf of) (?:the )?{NAME}"
        rf"|\b(?i:this is|it's|i'm|i am) (?:the )?{NAME}"
        rf"|{NAME}(?:'s|s') (?:[\w-]+ ){{0,3}}?(?i:assistant|bot|team|interviewer|recruiter|ai|texts|messages)\b"
        rf"|{NAME} (?:here|texts|sends|messages|will (?:text|send|message))\b"
    ),
    sender="This is the AI assistant of {company}.",
    wording="Software sets aside applications that {rejects}; a person looks again if you ask. People read the others.",
    proposals={
        Notice.AI: "You are talking to an AI, which asks everyone the same questions.",
        Notice.CAMERA: "The camera is on during the interview, and the video is recorded.",
        Notice.CHEAT_DETECTION: "Software notes when you leave the page or an answer sounds read out; a person looks at such notes.",
        Notice.CONTACT: "If you need an adjustment, or would rather talk to a person, reply to the invitation.",
        Notice.DECISION: "Software scores the answers; people decide who is hired.",
        Notice.PHONE: "If you choose the phone, an AI calls you.",
        Notice.RECORDING: "Your voice is recorded and transcribed.",
        Notice.SMS: "Reply STOP to end these texts.",
    },
    either="or",
    by={"knockout": "miss a must-have", "pass_mark": "score below the pass mark"},
)
