"""What each topic may reveal, and what to do instead; ``wordings.py`` has what to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from heymilo_ops.lint.topics.topic import Topic


@dataclass(frozen=True, slots=True)
class TopicAdvice:
    """Words for one topic.

    Attributes:
        reveals: what an answer may reveal.
        instead: what to do, one sentence.
    """

    reveals: str
    instead: str


ADVICE: Mapping[Topic, TopicAdvice] = {
    Topic.AFFILIATION: TopicAdvice(
        "memberships that show origin, religion or the like",
        "ask for professional memberships that the work needs",
    ),
    Topic.AGE: TopicAdvice(
        "how old somebody is",
        "ask for what the work needs; a minimum age of law may be asked as yes or no, with its reason",
    ),
    Topic.AI_EMOTION: TopicAdvice(
        "feelings or character, guessed from face, voice or body",
        "score what the candidate says and did",
    ),
    Topic.APPEARANCE: TopicAdvice(
        "somebody's looks",
        "name the clothing or reach that the task needs, or leave it out",
    ),
    Topic.CANNABIS: TopicAdvice(
        "the use of cannabis off duty",
        "tell the rule of the workplace, such as being sober at work, and ask whether it can be kept",
    ),
    Topic.CARING: TopicAdvice(
        "care for children or relatives",
        "ask whether the hours or travel are possible",
    ),
    Topic.CASTE: TopicAdvice(
        "a caste",
        "leave it out: no work needs it",
    ),
    Topic.CITIZENSHIP: TopicAdvice(
        "citizenship or immigration status",
        "ask whether they may work in the country, and whether they will need sponsorship",
    ),
    Topic.CIVIL_PARTNERSHIP: TopicAdvice(
        "a civil partnership",
        "ask whether the hours or travel are possible",
    ),
    Topic.CRIMINAL_RECORD: TopicAdvice(
        "arrests or a criminal record",
        "say that an offer depends on the check that the law asks for, and ask nothing before it",
    ),
    Topic.DISABILITY_HEALTH: TopicAdvice(
        "a disability or somebody's health",
        "describe the tasks and ask whether they can be done, with or without adjustments",
    ),
    Topic.FINANCIAL: TopicAdvice(
        "somebody's money, credit or debts",
        "leave it out, or name the check that a law asks for of this very job",
    ),
    Topic.GENDER_REASSIGNMENT: TopicAdvice(
        "a gender reassignment",
        "leave it out; to know how to address people, ask that",
    ),
    Topic.GENETIC: TopicAdvice(
        "genetic information or the illnesses of relatives",
        "leave it out: no work needs it",
    ),
    Topic.LANGUAGE: TopicAdvice(
        "a mother tongue or an accent",
        "ask how well somebody speaks or writes the language that the work needs, and for what",
    ),
    Topic.LIFESTYLE: TopicAdvice(
        "smoking, drinking or other things done off duty",
        "tell the rule of the workplace and ask whether it can be kept",
    ),
    Topic.MARITAL_FAMILY: TopicAdvice(
        "somebody's family or marriage",
        "ask whether the hours, shifts or travel are possible",
    ),
    Topic.MILITARY: TopicAdvice(
        "military service, its end or what is still due",
        "ask for the skills or training that the work needs",
    ),
    Topic.MONITORING: TopicAdvice(
        "what people do unobserved, or what is asked for equal-opportunity monitoring",
        "record nothing that candidates don't know of; move monitoring to a separate, voluntary form that nobody who "
        "decides can see",
    ),
    Topic.NATIONAL_ORIGIN: TopicAdvice(
        "where somebody or their family is from",
        "ask for the right to work in the country, of everybody",
    ),
    Topic.PHYSICAL_ABILITY: TopicAdvice(
        "a disability, by a bare physical requirement",
        'name the task, say that it is essential, and add "with or without adjustments"',
    ),
    Topic.POLITICS: TopicAdvice(
        "political opinions",
        "leave it out: no work outside a party needs it",
    ),
    Topic.POLYGRAPH: TopicAdvice(
        "willingness to take a lie detector",
        "leave it out; ask for references",
    ),
    Topic.PREGNANCY: TopicAdvice(
        "a pregnancy or plans to have children",
        "ask for the hours or dates that the job has, of everybody in the same words",
    ),
    Topic.RACE_ETHNICITY: TopicAdvice(
        "race or ethnic origin",
        "leave it out; monitoring belongs on a separate form that nobody who decides can see",
    ),
    Topic.RELIGION: TopicAdvice(
        "religion or belief",
        "ask whether the days and hours are possible",
    ),
    Topic.REPRODUCTIVE: TopicAdvice(
        "reproductive choices",
        "leave it out: no work needs it",
    ),
    Topic.RESIDENCE: TopicAdvice(
        "where or how somebody lives",
        "ask whether they can be at the place at the hour",
    ),
    Topic.SALARY_HISTORY: TopicAdvice(
        "what somebody earns or earned",
        "tell the range and ask for expectations",
    ),
    Topic.SEX_GENDER: TopicAdvice(
        "somebody's sex or gender",
        "leave it out; to know how to address people, ask that",
    ),
    Topic.SEXUAL_ORIENTATION: TopicAdvice(
        "somebody's sexual orientation",
        "leave it out: no work needs it",
    ),
    Topic.SOCIAL_MEDIA: TopicAdvice(
        "private accounts",
        "ask for work that they choose to show",
    ),
    Topic.UNION: TopicAdvice(
        "union membership or sympathies",
        "leave it out: no work needs it",
    ),
}
