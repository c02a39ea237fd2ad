"""Dutch: what to ask instead, by topic. A criterion stands where rubrics are what usually touches it."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.topic import Topic

WORDINGS: Mapping[Topic, str] = {
    Topic.AFFILIATION: "Van welke beroepsorganisatie ben je lid, voor zover dit werk dat vraagt?",
    Topic.AGE: "Ben je 18 jaar of ouder, zoals de wet voor dit werk vraagt?",
    Topic.AI_EMOTION: "Noemt concrete stappen, legt het eigen aandeel uit en noemt het resultaat.",
    Topic.APPEARANCE: "Voor dit werk zijn veiligheidsschoenen en een haarnetje nodig. Kun je die dragen?",
    Topic.CANNABIS: "Tijdens het werk moet iedereen nuchter zijn. Kun je je daaraan houden?",
    Topic.CARING: "Het werk begint op werkdagen om zes uur. Kun je op die tijden werken?",
    Topic.CASTE: "Welke opleiding en ervaring breng je mee voor dit werk?",
    Topic.CITIZENSHIP: "Mag je in Nederland werken?",
    Topic.CIVIL_PARTNERSHIP: "Bij deze baan horen twee reisdagen per maand. Lukt dat?",
    Topic.CRIMINAL_RECORD: "Een aanbod hangt af van de controle die de wet vraagt. Ga je daar dan mee akkoord?",
    Topic.DISABILITY_HEALTH: "Kun je deze taken doen, met of zonder aanpassingen?",
    Topic.FINANCIAL: "Hoe hield je op het werk een kas of budget bij?",
    Topic.GENDER_REASSIGNMENT: "Met welke naam mogen we je aanspreken?",
    Topic.GENETIC: "Kun je deze taken doen, met of zonder aanpassingen?",
    Topic.LANGUAGE: "Hoe goed spreek je Engels, dat je hier met klanten nodig hebt?",
    Topic.LIFESTYLE: "Op ons terrein wordt onder werktijd niet gerookt. Kun je je daaraan houden?",
    Topic.MARITAL_FAMILY: "Bij deze baan horen twee avonddiensten per week. Kun je die doen?",
    Topic.MILITARY: "Welke opleiding of ervaring heb je die bij dit werk past?",
    Topic.MONITORING: "Wil je de link naar onze aparte enquête, die niemand ziet die beslist?",
    Topic.NATIONAL_ORIGIN: "Mag je in dit land werken?",
    Topic.PHYSICAL_ABILITY: "In dit werk verplaats je dozen van 20 kg. Kun je dat, met of zonder hulpmiddelen?",
    Topic.POLITICS: "Wat trekt je aan in het werk van deze organisatie?",
    Topic.POLYGRAPH: "Bij wie mogen we navraag doen naar je werk?",
    Topic.PREGNANCY: "De baan begint in mei, met vier avonden per week. Past dat bij je?",
    Topic.RACE_ETHNICITY: "Welke van je ervaringen past het best bij deze baan?",
    Topic.RELIGION: "Er wordt twee weekenden per maand gewerkt. Kun je dat?",
    Topic.REPRODUCTIVE: "De baan heeft deze werktijden en data. Passen die bij je?",
    Topic.RESIDENCE: "Kun je om acht uur op de werkplek zijn?",
    Topic.SALARY_HISTORY: "Het salaris ligt tussen 2.900 en 3.600 euro per maand. Wat verwacht je?",
    Topic.SEX_GENDER: "Hoe mogen we je aanspreken?",
    Topic.SEXUAL_ORIENTATION: "Wat heb je van een team nodig om goed te werken?",
    Topic.SOCIAL_MEDIA: "Is er openbaar werk dat je ons wilt laten zien?",
    Topic.UNION: "Hoe heb je op het werk een meningsverschil opgelost?",
}
