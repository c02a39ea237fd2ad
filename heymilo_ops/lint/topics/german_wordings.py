"""German: what to ask instead, by topic. A criterion stands where rubrics are what usually touches it."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.topic import Topic

WORDINGS: Mapping[Topic, str] = {
    Topic.AFFILIATION: "Welche Mitgliedschaft in einem Berufsverband haben Sie, die diese Arbeit verlangt?",
    Topic.AGE: "Sind Sie mindestens 18, wie es das Gesetz für diese Arbeit verlangt?",
    Topic.AI_EMOTION: "Nennt konkrete Schritte, erklärt den eigenen Anteil und nennt das Ergebnis.",
    Topic.APPEARANCE: "Für diese Arbeit braucht man Sicherheitsschuhe und eine Haube. Können Sie beides tragen?",
    Topic.CANNABIS: "Bei der Arbeit müssen alle nüchtern sein. Können Sie das einhalten?",
    Topic.CARING: "Die Arbeit beginnt werktags um sechs Uhr. Können Sie zu diesen Zeiten arbeiten?",
    Topic.CASTE: "Welche Ausbildung und Erfahrung bringen Sie für diese Arbeit mit?",
    Topic.CITIZENSHIP: "Dürfen Sie in Deutschland arbeiten?",
    Topic.CIVIL_PARTNERSHIP: "Zu dieser Stelle gehören zwei Reisetage im Monat. Ist das für Sie möglich?",
    Topic.CRIMINAL_RECORD: "Ein Angebot hängt von der vorgeschriebenen Prüfung ab. Sind Sie dann einverstanden?",
    Topic.DISABILITY_HEALTH: "Können Sie diese Aufgaben ausführen, mit oder ohne Anpassungen?",
    Topic.FINANCIAL: "Wie haben Sie bei der Arbeit über Kasse oder Budget Buch geführt?",
    Topic.GENDER_REASSIGNMENT: "Mit welchem Namen sollen wir Sie ansprechen?",
    Topic.GENETIC: "Können Sie diese Aufgaben ausführen, mit oder ohne Anpassungen?",
    Topic.LANGUAGE: "Wie gut sprechen Sie Englisch, das Sie hier mit der Kundschaft brauchen?",
    Topic.LIFESTYLE: "Auf unserem Gelände gilt in der Arbeitszeit Rauchverbot. Können Sie das einhalten?",
    Topic.MARITAL_FAMILY: "Zu dieser Stelle gehören zwei Spätschichten in der Woche. Können Sie die übernehmen?",
    Topic.MILITARY: "Welche Ausbildung oder Erfahrung haben Sie, die zu dieser Arbeit passt?",
    Topic.MONITORING: "Möchten Sie den Link zu unserer getrennten Umfrage, die niemand sieht, der entscheidet?",
    Topic.NATIONAL_ORIGIN: "Haben Sie eine Arbeitserlaubnis für Deutschland?",
    Topic.PHYSICAL_ABILITY: "Hier werden Kisten von 20 kg bewegt. Können Sie das, mit oder ohne Hilfsmittel?",
    Topic.POLITICS: "Was reizt Sie an der Arbeit dieser Organisation?",
    Topic.POLYGRAPH: "Wen dürfen wir nach Ihrer Arbeit fragen?",
    Topic.PREGNANCY: "Die Stelle beginnt im Mai, mit vier Abenden in der Woche. Passt das für Sie?",
    Topic.RACE_ETHNICITY: "Welche Ihrer Erfahrungen passt am besten zu dieser Stelle?",
    Topic.RELIGION: "An zwei Wochenenden im Monat wird gearbeitet. Können Sie das übernehmen?",
    Topic.REPRODUCTIVE: "Die Stelle hat diese Zeiten und Termine. Passen sie für Sie?",
    Topic.RESIDENCE: "Können Sie um acht Uhr am Einsatzort sein?",
    Topic.SALARY_HISTORY: "Die Spanne liegt bei 40.000 bis 48.000 Euro. Was erwarten Sie?",
    Topic.SEX_GENDER: "Wie sollen wir Sie ansprechen?",
    Topic.SEXUAL_ORIENTATION: "Was brauchen Sie von einem Team, um gut zu arbeiten?",
    Topic.SOCIAL_MEDIA: "Gibt es öffentliche Arbeiten, die Sie uns zeigen möchten?",
    Topic.UNION: "Wie haben Sie bei der Arbeit eine Meinungsverschiedenheit gelöst?",
}
