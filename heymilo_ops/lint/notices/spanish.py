"""Spanish."""

# ruff: noqa: E501  (patterns read better whole)

from __future__ import annotations

from heymilo_ops.lint.notices.notice import NAME, Notice, NoticeWords
from heymilo_ops.lint.topics.language import any_of

_AI = r"(?:ia|inteligencia artificial)"
_PERSON = (
    r"(?:una? |el |la |nuestro |nuestra |alguien )?(?:\w+ )?(?:personas?|humanos?|responsables?|equipo|"
    r"reclutador\w*|alguien|seleccionador\w*|encargad\w+|nosotros)(?: (?:de|del) [\w ]{1,20}?)?"
)
_WORK = r"(?:respuestas?|candidaturas?|solicitud\w*|entrevistas?|resultados?|informes?|currículums?|cv)"

SPANISH = NoticeWords(
    code="es",
    signs={
        Notice.AI: any_of(
            rf"(?:una?|con|por|la|nuestra|de) (?:\w+ )?{_AI}",
            rf"(?:asistente|entrevistador\w*|herramienta|sistema|agente|voz|entrevista) (?:\w+ )?(?:{_AI}|virtual|automatizad\w+)",
            r"inteligencia artificial",
            r"chatbot",
        ),
        Notice.CAMERA: any_of(r"(?:web)?cam(?:ara|aras|s)?", r"cámaras?", r"videos?", r"filmad\w+"),
        Notice.CHEAT_DETECTION: any_of(
            r"trampas?", r"fraude\w*", r"(?:sal\w+|abandon\w+|cambi\w+)\b[^.?!]{0,20}? (?:página|pestaña|ventana)s?",
            r"leíd\w+ (?:en voz alta|de)", r"sospechos\w+|inusual\w*", r"otras? personas?",
        ),
        Notice.CONTACT: any_of(
            r"[\w.+-]{1,64}@[\w-]{1,63}\.\w+",
            r"(?:escrib\w+|respond\w+|llam\w+|contact\w+|pid\w+|pedir|habl\w+|dig\w+|solicit\w+)\b[^.?!]{0,60}?"
            r"(?:personas?|humano|alguien|ajustes?|adaptaci\w+|alternativas?)",
            r"(?:personas?|humano|alguien|ajustes?|adaptaci\w+|alternativas?)\b[^.?!]{0,60}?"
            r"(?:escrib\w+|respond\w+|llam\w+|contact\w+|pid\w+|pedir|dig\w+)",
        ),
        Notice.DECISION: any_of(
            rf"(?:personas?|humanos?|equipo|software|programa|{_AI}|sistema|algoritmo|responsables?)\b[^.?!]{{0,50}}?"
            r"(?:decid\w+|decisi\w+|descart\w+|rechaz\w+)",
            rf"(?:decisi\w+|decid\w+|descartad\w+|rechazad\w+)\b[^.?!]{{0,50}}?"
            rf"(?:personas?|humanos?|humana|equipo|software|programa|{_AI}|automátic\w+|automatizad\w+|algoritmo)",
            rf"{_PERSON} (?:lee|leen|leerá|revisa\w*|examina\w*) (?:cada|todas? las|todos los|tus?|sus?) {_WORK}",
        ),
        Notice.PHONE: any_of(
            rf"(?:teléfono|telefón\w+|llam\w+)\b[^.?!]{{0,60}}?{_AI}",
            rf"{_AI}\b[^.?!]{{0,60}}?(?:teléfono|telefón\w+|llam\w+)",
        ),
        Notice.RECORDING: any_of(
            r"grab(?:ad[ao]s?|a|an|ará|arán|amos|ación|aciones)", r"transcri(?:be|ben|birá|t[ao]s?|pción|bimos)",
            r"(?:voz|audio|vídeo|video|conversación)\b[^.?!]{0,40}? (?:guarda\w*|conserva\w*|almacena\w*)",
            r"(?:guardamos|conservamos)\b[^.?!]{0,40}? (?:voz|audio|vídeo|video|conversación)",
        ),
        Notice.SMS: any_of(r"stop", r"baja", r"parar", r"alto", r"cancelar"),
    },
    denied=any_of(
        rf"(?:no|nada|nunca|sin|ningun\w*)(?: \w+){{0,3}}? (?:{_AI}|grab\w+|transcri\w+|cámara|vídeo|video)",
    ),
    about=any_of(
        r"usted", r"su", r"sus", r"tu", r"tus", r"te", r"le", r"entrevistas?", r"candidat\w+", r"respuestas?",
        r"solicitud\w*",
    ),
    promises=any_of(
        rf"{_PERSON} (?:lee|leen|leerá|revisa\w*|examina\w*) (?:cada|todas? las|todos los|tus?|sus?) {_WORK}",
        rf"(?:cada|todas? las|todos los|tus?|sus?) {_WORK} (?:es|son|será|serán|la|las) (?:leíd\w+|revisad\w+|lee|leen) (?:por )?{_PERSON}",
        r"(?:las )?personas,? (?:y )?no [^.?!]{1,30}?deciden",
        r"(?:las personas|personas|una persona|nuestro equipo) (?:deciden|decide)(?!\b[^.?!]{0,30}?contrat)",
        rf"ninguna decisión\b[^.?!]{{0,40}}?(?:software|programa|{_AI}|automátic\w+|algoritmo|máquina)",
        rf"(?:el software|la {_AI}|{_AI}) (?:no|nunca) (?:decide|rechaza|descarta)\w*",
    ),
    partial=any_of(
        r"si (?:lo )?(?:pide|pides|solicita|quiere|quieres|desea)\w*", r"a petición", r"puede\w* pedir", r"excepto",
        r"salvo", r"no tod\w+", r"las demás", r"los demás", r"el resto", r"(?:quienes|que) (?:pasan|superan)",
    ),
    senders=(
        rf"\b(?i:soy|somos|aquí|hola|buen[oa]s|mensajes?|sms|asistente|ia)"
        rf"\b[^.?!]{{0,60}}?\b(?:de|del|desde|para|por) (?:la |el )?{NAME}"
        rf"|\b(?i:soy|somos|aquí) (?:la |el )?{NAME}"
        rf"|{NAME} (?:le|te) (?:escribe|envía|contacta)\b"
    ),
    sender="Soy la IA de {company}.",
    wording=(
        "Un programa descarta las candidaturas que {rejects}; una persona las vuelve a mirar si lo pide. Las demás las "
        "leen personas."
    ),
    proposals={
        Notice.AI: "Habla con una IA, que hace a todos las mismas preguntas.",
        Notice.CAMERA: "La cámara está encendida durante la entrevista y el vídeo se graba.",
        Notice.CHEAT_DETECTION: "Un programa anota si abandona la página o si una respuesta parece leída de la pantalla; una persona mira esas notas.",
        Notice.CONTACT: "Si necesita un ajuste o prefiere hablar con una persona, responda a la invitación.",
        Notice.DECISION: "Un programa valora las respuestas; las personas deciden a quién se contrata.",
        Notice.PHONE: "Si elige el teléfono, le llama una IA.",
        Notice.RECORDING: "Su voz se graba y se transcribe.",
        Notice.SMS: "Responda STOP para dejar de recibir estos mensajes.",
    },
    either="o",
    by={"knockout": "no cumplen un requisito imprescindible", "pass_mark": "no llegan a la nota mínima"},
)  # fmt: skip
