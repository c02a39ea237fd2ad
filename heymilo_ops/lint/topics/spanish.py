"""Spanish: what clears a clause, and where the topics stand."""

from __future__ import annotations

from heymilo_ops.lint.topics.language import Language, any_of
from heymilo_ops.lint.topics.spanish_body import BODY
from heymilo_ops.lint.topics.spanish_life import LIFE
from heymilo_ops.lint.topics.spanish_needs import NEEDS
from heymilo_ops.lint.topics.spanish_person import PERSON

SPANISH = Language(
    code="es",
    name="Spanish",
    topics={**BODY, **LIFE, **PERSON},
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
        r"(?:prohibido|prohibida|ignor(?:a|e|ar)|cambia de tema|acepta)",
        r"(?:evita|evite|evitar)",
        r"(?:sin|en lugar de|en vez de) (?:preguntar|valorar|tener en cuenta|mencionar|distinción|considerar|"
        r"discriminación)",
        r"(?:independientemente|con independencia|sea cual sea|sin importar)",
        r"igualdad de oportunidades",
        r"(?:ajustes?|adaptaciones?|adaptación) (?:[\w',-]+ ){0,5}(?:entrevista|proceso|candidatura|selección)",
        r"bienvenid[oa]s?",
        r"ninguna pregunta sobre",
    ),
    others=any_of(
        r"(?:client|pacient|huésped|residente|alumn|estudiante|compañer|usuari|visitante|pasajer|inquilin|"
        r"familias|empleado|"
        r"comensal|llamante|personas (?:con|mayores)|niños (?:de|con))\w*",
        r"cómo (?:haría|harías|gestiona|gestionaría|ha|has|trata|atiende|atendería|explica|explicaría|ayuda|"
        r"ayudaría|reaccionaría|reaccionarías|actuaría|maneja|organiza|prepara|resuelve)",
        r"qué (?:haría|harías|hace|haces) (?:usted )?(?:si|cuando)?",
        r"(?:cuéntenos|cuéntanos|cuénteme|cuéntame|describa|describe|háblenos|háblanos|explique|explica)",
        r"experiencia (?:con|en|como|de|previa)",
    ),
    harmless=any_of(r"(?:aplicaciones?|código|apps?) nativ[oa]s?", r"cloud[- ]native", r"single sign-?on"),
    needs=NEEDS,
)
