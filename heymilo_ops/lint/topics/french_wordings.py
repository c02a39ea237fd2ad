"""French: what to ask instead, by topic. A criterion stands where rubrics are what usually touches it."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.topic import Topic

WORDINGS: Mapping[Topic, str] = {
    Topic.AFFILIATION: "De quel ordre professionnel êtes-vous membre, si ce métier le demande ?",
    Topic.AGE: "Avez-vous 18 ans ou plus, comme la loi le demande pour ce travail ?",
    Topic.AI_EMOTION: "Donne des étapes concrètes, explique sa propre part et nomme le résultat.",
    Topic.APPEARANCE: "Ce travail demande des chaussures de sécurité et une charlotte. Pouvez-vous les porter ?",
    Topic.CANNABIS: "Ce travail demande que tout le monde soit sobre en service. Pouvez-vous respecter cette règle ?",
    Topic.CARING: "Le travail commence à six heures en semaine. Pouvez-vous travailler à ces horaires ?",
    Topic.CASTE: "Quelle formation et quelle expérience apportez-vous à ce travail ?",
    Topic.CITIZENSHIP: "Avez-vous le droit de travailler en France ?",
    Topic.CIVIL_PARTNERSHIP: "Ce poste comprend deux jours de déplacement par mois. Est-ce possible pour vous ?",
    Topic.CRIMINAL_RECORD: "Une offre dépend de la vérification que la loi demande. L'accepterez-vous à ce moment-là ?",
    Topic.DISABILITY_HEALTH: "Pouvez-vous accomplir ces tâches, avec ou sans aménagement ?",
    Topic.FINANCIAL: "Comment avez-vous tenu une caisse ou un budget au travail ?",
    Topic.GENDER_REASSIGNMENT: "Par quel nom devons-nous vous appeler ?",
    Topic.GENETIC: "Pouvez-vous accomplir ces tâches, avec ou sans aménagement ?",
    Topic.LANGUAGE: "À quel niveau parlez-vous l'anglais, dont ce poste a besoin avec la clientèle ?",
    Topic.LIFESTYLE: "Notre site est non-fumeur pendant les heures de travail. Pouvez-vous respecter cette règle ?",
    Topic.MARITAL_FAMILY: "Ce poste comprend deux soirées par semaine. Pouvez-vous les assurer ?",
    Topic.MILITARY: "Quelle formation ou expérience avez-vous qui convienne à ce travail ?",
    Topic.MONITORING: "Souhaitez-vous le lien vers notre enquête séparée, que ne voit personne qui décide ?",
    Topic.NATIONAL_ORIGIN: "Avez-vous une autorisation de travail pour ce pays ?",
    Topic.PHYSICAL_ABILITY: "Il faut déplacer des cartons de 20 kg. Pouvez-vous le faire, avec ou sans aménagement ?",
    Topic.POLITICS: "Qu'est-ce qui vous attire dans le travail de cette organisation ?",
    Topic.POLYGRAPH: "À qui pouvons-nous nous adresser au sujet de votre travail ?",
    Topic.PREGNANCY: "Le poste commence en mai, avec quatre soirées par semaine. Cela vous convient-il ?",
    Topic.RACE_ETHNICITY: "Laquelle de vos expériences convient le mieux à ce poste ?",
    Topic.RELIGION: "Ce poste comprend deux week-ends par mois. Pouvez-vous les assurer ?",
    Topic.REPRODUCTIVE: "Le poste a ces horaires et ces dates. Vous conviennent-ils ?",
    Topic.RESIDENCE: "Pouvez-vous être sur le site à huit heures du matin ?",
    Topic.SALARY_HISTORY: "La fourchette va de 40 000 à 48 000 euros. Qu'attendez-vous ?",
    Topic.SEX_GENDER: "Comment devons-nous nous adresser à vous ?",
    Topic.SEXUAL_ORIENTATION: "De quoi avez-vous besoin dans une équipe pour bien travailler ?",
    Topic.SOCIAL_MEDIA: "Y a-t-il des travaux publics que vous aimeriez nous montrer ?",
    Topic.UNION: "Comment avez-vous réglé un désaccord au travail ?",
}
