"""French."""

# ruff: noqa: E501  (patterns read better whole)

from __future__ import annotations

from heymilo_ops.lint.notices.notice import NAME, Notice, NoticeWords
from heymilo_ops.lint.topics.language import any_of

_AI = r"(?:ia|intelligence artificielle)"
_PERSON = (
    r"(?:(?:une?|des|nos|notre|les?|l')\s?)?(?:\w+ )?(?:personnes?|humains?|êtres? humains?|recruteu\w+|responsables?|"
    r"équipe|collègues?|quelqu'un|managers?|nous)(?: (?:de|du|en) [\w' ]{1,20}?)?"
)
_WORK = r"(?:réponses?|candidatures?|entretiens?|résultats?|rapports?|cv|dossiers?)"

FRENCH = NoticeWords(
    code="fr",
    signs={
        Notice.AI: any_of(
            rf"(?:une?|l'|notre|par|avec|à|cette|d'une) ?(?:\w+ )?{_AI}",
            rf"(?:assistante?|recruteu\w+|intervieweu\w+|outil|système|agent|voix|entretien|logiciel) (?:\w+ )?(?:{_AI}|virtuel\w*|automatisé\w*)",
            r"intelligence artificielle",
            r"chatbot",
        ),
        Notice.CAMERA: any_of(r"(?:web)?cam(?:éra)?s?", r"vidéos?", r"filmée?s?"),
        Notice.CHEAT_DETECTION: any_of(
            r"trich\w+", r"fraude\w*", r"(?:quitt\w+|chang\w+)\b[^.?!]{0,20}? (?:page|onglet|fenêtre)s?",
            r"(?:lue?s?|récitée?s?) à (?:haute voix|l'écran)", r"inhabituel\w*", r"suspect\w*",
            r"(?:autres?|plusieurs) personnes?",
        ),
        Notice.CONTACT: any_of(
            r"[\w.+-]{1,64}@[\w-]{1,63}\.\w+",
            r"(?:écri\w+|répond\w+|appel\w+|contact\w+|demand\w+|parl\w+|dites|adress\w+)\b[^.?!]{0,60}?"
            r"(?:personnes?|humain|quelqu'un|aménagements?|adaptations?|alternatives?)",
            r"(?:personnes?|humain|aménagements?|adaptations?|alternatives?)\b[^.?!]{0,60}?"
            r"(?:écri\w+|répond\w+|appel\w+|contact\w+|demand\w+|dites)",
        ),
        Notice.DECISION: any_of(
            rf"(?:personnes?|humains?|équipe|nous|logiciel|{_AI}|système|algorithme|recruteu\w+|responsables?|"
            r"direct(?:rice|eur)s?|chefs?|cheffes?|gérante?s?)\b[^.?!]{0,50}?"
            r"(?:décid\w+|décisions?|écart\w+|rejett?\w+|trie\w*)",
            rf"(?:décisions?|décidé\w*|écartée?s?|rejetée?s?)\b[^.?!]{{0,50}}?"
            rf"(?:personnes?|humains?|humaine|équipe|logiciel|{_AI}|automati\w+|algorithme)",
            rf"{_PERSON} (?:lit|lisent|examine\w*|relit|relisent|lira|lirons|lisons) (?:chaque|toutes? les|tous les|vos|votre) {_WORK}",
        ),
        Notice.PHONE: any_of(
            rf"(?:téléphon\w+|appel\w*)\b[^.?!]{{0,60}}?{_AI}",
            rf"{_AI}\b[^.?!]{{0,60}}?(?:téléphon\w+|appel\w*)",
        ),
        Notice.RECORDING: any_of(
            r"enregistr(?:ée?s?|ons|e|ement|ements|era)", r"transcri(?:te?s?|vons|ption|ptions)", r"filmée?s?",
            r"(?:voix|son|audio|vidéo|conversation)\b[^.?!]{0,40}? (?:conservée?s?|gardée?s?|sauvegardée?s?)",
            r"(?:conservons|gardons)\b[^.?!]{0,40}? (?:voix|son|audio|vidéo|conversation)",
        ),
        Notice.SMS: any_of(r"stop", r"arrêt\w*", r"désabonn\w+", r"désinscri\w+"),
    },
    denied=any_of(
        rf"(?:pas|rien|jamais|sans|aucune?|ni)(?: \w+){{0,3}}? (?:d')?(?:{_AI}|enregistr\w+|transcri\w+|filmée?s?|caméra|vidéo)",
    ),
    about=any_of(r"vous", r"vos", r"votre", r"tu", r"entretiens?", r"candidatures?", r"candidate?s?", r"réponses?"),
    promises=any_of(
        rf"{_PERSON} (?:lit|lisent|examine\w*|relit|relisent|lira|lirons|lisons) (?:chaque|toutes? les|tous les|vos|votre) {_WORK}",
        rf"(?:chaque|toutes? les|tous les|vos|votre) {_WORK} (?:est|sont|sera|seront) (?:lue?s?|examinée?s?|relue?s?) par {_PERSON}",
        r"(?:des|les) (?:personnes|humains),? (?:et )?(?:non|pas) [^.?!]{1,30}?(?:décident|qui décident)",
        r"(?:ce sont )?(?:des|les) (?:personnes|humains) (?:qui )?décident(?!\b[^.?!]{0,30}?(?:embauch|recrut))",
        rf"aucune décision\b[^.?!]{{0,40}}?(?:par|automatique)\b[^.?!]{{0,20}}?(?:logiciel|{_AI}|algorithme|machine|ment)?",
        rf"(?:le logiciel|l'{_AI}|{_AI}) ne (?:décide|rejette|écarte)\b[^.?!]{{0,10}}?(?:pas|jamais|rien|personne)",
    ),
    partial=any_of(
        r"sur demande", r"si vous", r"à votre demande", r"sauf", r"(?:pas|non) tou\w+", r"peu(?:t|vez|vent) demander",
        r"toutes? les autres", r"tous les autres", r"le reste", r"(?:celles?|ceux) qui",
    ),
    senders=(
        rf"\b(?i:ici|c'est|je suis|bonjour|bonsoir|messages?|sms|assistante?|ia)"
        rf"\b[^.?!]{{0,60}}?\b(?:(?:de|du|des|chez|pour|par|de la) |[dl]')(?:la |l'|le )?{NAME}"
        rf"|\b(?i:ici|c'est|nous sommes) (?:la |le |l')?{NAME}"
        rf"|{NAME} (?:vous|t')\s?(?:écrit|envoie|contacte)\b"
    ),
    sender="Ici l'assistant IA de {company}.",
    wording=(
        "Un logiciel écarte les candidatures qui {rejects} ; une personne les relit si vous le demandez. "
        "Des personnes lisent toutes les autres."
    ),
    proposals={
        Notice.AI: "Vous parlez avec une IA, qui pose à tous les mêmes questions.",
        Notice.CAMERA: "La caméra est allumée pendant l'entretien, et la vidéo est enregistrée.",
        Notice.CHEAT_DETECTION: "Un logiciel note si vous quittez la page ou si une réponse semble lue à l'écran ; une personne examine ces notes.",
        Notice.CONTACT: "Pour un aménagement, ou pour parler à une personne, répondez à l'invitation.",
        Notice.DECISION: "Un logiciel note les réponses ; des personnes décident qui est embauché.",
        Notice.PHONE: "Si vous choisissez le téléphone, une IA vous appelle.",
        Notice.RECORDING: "Votre voix est enregistrée et transcrite.",
        Notice.SMS: "Répondez STOP pour ne plus recevoir ces messages.",
    },
    either="ou",
    by={
        "knockout": "ne remplissent pas un critère indispensable",
        "pass_mark": "n'atteignent pas la note minimale",
    },
)  # fmt: skip
