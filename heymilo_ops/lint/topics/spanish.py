"""Spanish: what clears a clause, and where the topics stand."""

from __future__ import annotations

from dataclasses import replace

from heymilo_ops.lint.topics.language import Language, Words, any_of, joined
from heymilo_ops.lint.topics.spanish_body import BODY
from heymilo_ops.lint.topics.spanish_forms import YOUR
from heymilo_ops.lint.topics.spanish_life import LIFE
from heymilo_ops.lint.topics.spanish_named import NAMED_PERSON
from heymilo_ops.lint.topics.spanish_named_life import NAMED_LIFE
from heymilo_ops.lint.topics.spanish_named_private import NAMED_PRIVATE
from heymilo_ops.lint.topics.spanish_needs import NEEDS
from heymilo_ops.lint.topics.spanish_person import PERSON


def _sure_of_candidate(words: Words) -> Words:
    """Return words of which nothing is sure that hangs on ``su``: it may be a customer's as well as the candidate's."""
    if YOUR not in words.sure:
        return words
    sure = words.sure.replace(YOUR, r"(?:tu|tus)")
    return replace(words, sure=sure, named="|".join(filter(None, (words.named, words.sure))))


_FIRST = {topic: _sure_of_candidate(words) for topic, words in {**BODY, **LIFE, **PERSON}.items()}

SPANISH = Language(
    code="es",
    name="Spanish",
    topics=joined(_FIRST, {**NAMED_PERSON, **NAMED_LIFE, **NAMED_PRIVATE}),
    previews=frozenset({**BODY, **LIFE, **PERSON}),
    clause_ends=(
        r";|:|,? (?:pero|sin embargo|aunque|mientras que|sino)(?!\w)|,? y (?=pregunt|evalú|anot|valor|puntú|"
        r"comprueb)| – | — "
    ),
    frames=any_of(
        r"no (?:el|la|los|las|su|sus) [\w'-]+|no (?:cuent|influ|import|puntú|puntu|suma|rest)\w*|"
        r"nada (?:sobre|de|acerca)|dej(?:a|e|ar) (?:[\w',-]+ ){0,20}(?:de lado|aparte|fuera)|"
        r"sin importancia|(?:es|son) irrelevantes?",
        r"(?:no|nunca|jamás|tampoco) (?:[\w',-]+ ){0,3}(?:pregunt\w+|hag\w+|habl\w+|evalú\w+|valor\w+|anot\w+|"
        r"mencion\w+|consider\w+|puntú\w+|abord\w+|"
        r"(?:tengas?|tenga) en cuenta|toques?|toque|pid\w+|penalic\w+|infier\w+|se tendrá|se valora\w*|"
        r"tendremos|indagu\w+|profundi\w+|insist\w+|deduzc\w+|interpret\w+|juzgu\w+|regist\w+|us\w+|"
        r"descart\w+|sigas|coment\w+|influy\w+|cuent\w+|import\w+)",
        r"(?:prohibido|prohibida|ignor(?:a|e|ar)|cambia de tema|acepta (?:que|su|la respuesta|respuestas|un no))",
        r"(?:evita|evite|evitar)",
        r"(?:sin|en lugar de|en vez de) (?:preguntar|valorar|tener en cuenta|mencionar|distinción|considerar|"
        r"discriminación)",
        r"(?:independientemente|con independencia|sea cual sea|sin importar)(?! (?:el delito|la fecha|cuándo|el "
        r"motivo|la causa|de qué))",
        r"igualdad de oportunidades",
        r"(?:ajustes?|adaptaciones?|adaptación) (?:[\w',-]+ ){0,5}(?:entrevista|proceso|candidatura|selección)",
        r"bienvenid[oa]s?",
        r"ninguna pregunta sobre",
        r"ni una palabra|tabú|no pint\w+ nada|no (?:nos |te |le )?(?:incumbe|concierne)\w*|no es (?:asunto|cosa|"
        r"motivo|criterio|un "
        r"(?:criterio|defecto|motivo))|(?:queda|quedan) (?:al margen|fuera de (?:la|esta|lo))|(?:deja|dejar) (?:al "
        r"margen|fuera)|no (?:resta|suma|penaliza|descuenta|cuesta|"
        r"baja)\w*|olvida(?:r|te)?|olvide|no se (?:habla|pregunta|pide|valora|mira|puntúa|comenta|anota)\w*|mantente "
        r"al margen",
        r"no (?:debe|deben|puede|pueden|debería|deberían) (?:costar|restar|influir|contar|afectar|pesar|penalizar|"
        r"bajar|cambiar|ser "
        r"(?:motivo|criterio|tenid|valorad|puntuad)\w*)",
        r"^\W*(?:si|cuando|en caso de que) (?:la persona|el candidato|la candidata|alguien|una persona|un candidato|"
        r"un niño|el acento|"
        r"se oye|hay niños)[^.?!]{1,80}?\b(?:ofrécele|ofrece|ofrecer|ofrézcale|agradéc\w+|agradece|espera|pausa|haz "
        r"una pausa|sigue "
        r"después|pasa (?:a|de)|tranquiliza\w*|reformula|repite|envía\w*|propón\w*|deja\w* (?:tiempo|que)|continúa|"
        r"no (?:comentes|"
        r"reacciones|anotes|sigas)|sé amable|discúlpate|deséale)",
        r"con o sin (?:adaptaciones|ajustes|ayuda)",
    ),
    others=any_of(
        r"(?:client|pacient|huésped|residentes(?! en)|alumn|estudiante|compañer|usuari(?!o de (?:instagram|facebook|"
        r"tiktok|"
        r"twitter))|visitante|pasajer|inquilin|"
        r"familias|empleado|"
        r"comensal|llamante|personas (?:con|mayores)|niños (?:de|con))\w*",
        r"cómo (?:haría|harías|gestiona|gestionaría|ha|has|trata|atiende|atendería|explica|explicaría|ayuda|"
        r"ayudaría|reaccionaría|reaccionarías|actuaría|maneja|organiza|prepara|resuelve)",
        r"qué (?:haría|harías|hace|haces) (?:usted )?(?:si|cuando)?",
        r"(?:cuéntenos|cuéntanos|cuénteme|cuéntame|describa|describe|háblenos|háblanos|explique|explica)",
        r"experiencia (?:con|en|como|de|previa)",
        r"cómo (?!(?:le |les |se |te |lo |la )?(?:describ\w+ (?:tu|su)|defin\w+|llam\w+|identific\w+|sient\w+|"
        r"concili\w+|"
        r"compagin\w+|vas\b|va\b|está|estás|es\b|son\b|era\b|llev\w+|andas))(?:le |les |se |te |lo |la )?\w+",
        r"(?:dar(?!ías positivo)|har|aplicar|pondr|propondr|recomendar|mirar|explicar|dir|actuar|montar|organizar|"
        r"restaurar|atender)ías?(?= |\W*$)",
        r"(?:has|ha) (?:usted )?(?:vendido|gestionado|trabajado|negociado|cubierto|defendido|tramitado|llevado|"
        r"montado|usado|utilizado|"
        r"diseñado|desarrollado|dirigido|organizado|impartido|instalado|reparado|restaurado|servido|cocinado|"
        r"redactado|traducido|"
        r"planificado|auditado|publicado|atendido|coordinado|programado|lanzado|migrado|contratado|preparado|"
        r"acompañado|cuidado (?=a "
        r"personas|pacientes)|criado (?=ganado|animales)|elaborado|administrado)",
        r"(?:niñ[oa]s|mujer(?:es)?|jóvenes|familias|adolescentes|un matrimonio|unos padres|menores) (?:que|"
        r"embarazadas?|en riesgo|con "
        r"(?:diabetes|autismo|dislexia|discapacidad|necesidades))|personas que (?:acaban|salen|sufren|necesitan|"
        r"llaman|buscan|piden|"
        r"viven en la calle)|(?:comunic|explic|dec|avis|inform)\w+ a (?:unos|los|las|una|un) (?:padres|familia|madre|"
        r"padre)",
        r"(?:servimos|atendemos|vendemos|ofrecemos|trabajamos con|recibimos|cuidamos)",
        r"^\W*(?:\d\W+)?(?:reconoce|describe (?!si|cómo (?:es|se ve)|el físico|la apariencia)|detecta (?:los |las "
        r")?(?:signos|síntomas|errores|fallos)|nombra|explica|propone|"
        r"sabe|conoce|cita|distingue|comprueba (?=el|la|los|las)(?!.{0,12}candidat)|respeta|protege|adapta|calma|"
        r"deriva|prevé|anticipa|"
        r"indica cómo)(?= )(?!.{0,20}(?:candidat|la persona))",
    ),
    harmless=any_of(
        r"de reinserción|laboratorios? de fertilidad|clínicas? de fertilidad|deuda técnica",
        r"(?:aplicaciones?|código|apps?) nativ[oa]s?",
        r"cloud[- ]native",
        r"single sign-?on",
    ),
    needs=NEEDS,
)
