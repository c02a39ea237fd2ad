"""English: what to ask instead, by topic. A criterion stands where rubrics are what usually touches it."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.topic import Topic

WORDINGS: Mapping[Topic, str] = {
    Topic.AFFILIATION: "Which professional memberships do you have that this work needs?",
    Topic.AGE: "Are you 18 or older, as the law asks for this work?",
    Topic.AI_EMOTION: "Gives concrete steps, explains their own part, and names the result.",
    Topic.APPEARANCE: "This work needs safety shoes and covered hair. Can you wear them?",
    Topic.CANNABIS: "This work needs everybody sober on duty. Can you keep to that?",
    Topic.CARING: "This job begins at six in the morning on weekdays. Can you work those hours?",
    Topic.CASTE: "Which training and experience do you bring to this work?",
    Topic.CITIZENSHIP: "Are you authorised to work in this country?",
    Topic.CIVIL_PARTNERSHIP: "This job has two days of travel a month. Can you do that?",
    Topic.CRIMINAL_RECORD: "An offer depends on a background check. Do you agree to it at that stage?",
    Topic.DISABILITY_HEALTH: "Can you do these tasks, with or without adjustments?",
    Topic.FINANCIAL: "How have you kept account of cash or budgets at work?",
    Topic.GENDER_REASSIGNMENT: "By which name should we call you?",
    Topic.GENETIC: "Can you do these tasks, with or without adjustments?",
    Topic.LANGUAGE: "How well do you speak Spanish, which this work needs with customers?",
    Topic.LIFESTYLE: "Our site is smoke-free during working hours. Can you keep to that?",
    Topic.MARITAL_FAMILY: "This job has two evening shifts a week. Can you work them?",
    Topic.MILITARY: "Which training or experience have you had that fits this work?",
    Topic.MONITORING: "Would you like the link to our survey, which is optional and which nobody who decides can see?",
    Topic.NATIONAL_ORIGIN: "Do you have the right to work in this country?",
    Topic.PHYSICAL_ABILITY: "This job involves moving boxes of 20 kg. Can you do that, with or without adjustments?",
    Topic.POLITICS: "What draws you to the work of this organisation?",
    Topic.POLYGRAPH: "Whom may we ask about your work?",
    Topic.PREGNANCY: "The job starts in May and needs four evenings a week. Does that work for you?",
    Topic.RACE_ETHNICITY: "Which of your experience fits this job best?",
    Topic.RELIGION: "This job has shifts on two weekends a month. Can you work them?",
    Topic.REPRODUCTIVE: "The job has these hours and dates. Do they work for you?",
    Topic.RESIDENCE: "Can you be at the site by eight in the morning?",
    Topic.SALARY_HISTORY: "The range is 40,000 to 48,000. What do you expect?",
    Topic.SEX_GENDER: "How should we address you?",
    Topic.SEXUAL_ORIENTATION: "What do you need from a team to work well?",
    Topic.SOCIAL_MEDIA: "Is there public work that you would like to show us?",
    Topic.UNION: "How have you settled a disagreement at work?",
}
