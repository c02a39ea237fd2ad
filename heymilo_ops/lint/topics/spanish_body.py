"""Spanish: the body: health, looks, what somebody takes."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.spanish_forms import DONE, HAVE, ILL, YOUR, instructed
from heymilo_ops.lint.topics.topic import Topic

BODY: Mapping[Topic, Words] = {
    Topic.AI_EMOTION: Words(
        signs="microexpresiones rostro miente sonris* temblorosa mirada nervioso nerviosa tono "
        "visual expresiones corporal facial faciales mirada voz emociones emocional gestos nervioso nerviosa "
        "nerviosismo entonación entusiasta tono estrés sinceridad insegura inseguro",
        instruction=any_of(
            r"microexpresiones|expresiones? (?:del rostro|faciales?)|si (?:está nervios[oa]|miente)|"
            r"lenguaje corporal|tono de voz",
            r"(?:evalú|valor|analiz|detect|mid|mid|observ|puntú|interpret|fíjate|juzg)\w* (?:[\w',-]+ ){0,6}"
            r"(?:expresiones faciales|"
            r"expresión facial|lenguaje corporal|contacto visual|mirada|emociones|gestos|nerviosismo|tono de "
            r"(?:la )?voz|entonación)",
        ),
        scored=any_of(
            r"tono de voz|voz (?:temblorosa|triste|insegura|segura|firme)|microexpresiones|sonris\w+|mirada",
            r"(?:buen|mantiene|mantener|evita|falta de|sin|poco) (?:[\w'-]+ ){0,2}contacto visual",
            r"(?:lenguaje corporal|expresi(?:ón|ones) facial(?:es)?|entonación)",
            r"(?:parece|suena|se muestra) (?:\w+ )?(?:nervios[oa]|insegur[oa]|ansios[oa]|sincer[oa]|"
            r"entusiasta)",
        ),
    ),
    Topic.APPEARANCE: Words(
        signs="mide mides pesa pesas altura peso estatura foto fotografía apariencia aspecto físico tatuajes presencia "
        "atractivo atractiva pañuelo guapa guapo selfie",
        sure=any_of(
            r"(?:cuánto|cuanto) (?:mide|mides|pesa|pesas)(?: usted)?",
            rf"{YOUR} (?:altura|estatura|peso|aspecto físico|apariencia|color de (?:pelo|ojos))",
            r"foto(?:grafía)? (?:reciente |actual )?(?:suya|tuya|de usted|de ti|personal)",
            r"(?:envíe|envía|adjunte|adjunta|suba|sube) (?:[\w'-]+ ){0,2}(?:foto|fotografía|selfie)(?: suya| "
            r"tuya| reciente| de carné)?",
        ),
        profile=any_of(
            r"(?:buena|excelente|agradable) (?:presencia|apariencia|imagen física)",
            r"(?:atractiv[oa]|guap[oa]|delgad[oa]) ?(?:y \w+)?",
        ),
        asked=any_of(r"(?:tiene|tienes|lleva|llevas) (?:[\w'-]+ ){0,2}(?:tatuajes?|piercings?|velo)"),
        instruction=instructed(r"(?:la |su )?apariencia|(?:el |su )aspecto|(?:su )?(?:peso|estatura)"),
        scored=any_of(r"(?:buena|excelente) (?:presencia|apariencia)", r"(?:apariencia|aspecto) físic[oa]"),
        label=r"(?:altura|estatura|peso|foto(?:grafía)?)",
        harmless=any_of(r"(?:ofertas?|precios?|oferta|precio|propuestas?|condiciones) (?:muy )?atractiv[oa]s?"),
    ),
    Topic.CANNABIS: Words(
        signs="test control prueba cannabis marihuana porros drogas hachís thc",
        sure=any_of(
            r"(?:consume|consumes|fuma|fumas|toma|tomas)(?: usted)? (?:[\w',-]+ ){0,4}(?:cannabis|marihuana|"
            r"porros|drogas|hachís)",
            rf"{DONE} (?:[\w'-]+ ){{0,4}}(?:cannabis|marihuana|porros|drogas)",
            rf"{YOUR} consumo de (?:cannabis|drogas|marihuana)",
        ),
        instruction=instructed(r"(?:consumo de )?(?:cannabis|marihuana|drogas)|consume cannabis"),
        scored=any_of(r"(?:consum\w+ )?(?:marihuana|cannabis|porros)", r"consumo de cannabis"),
        required=any_of(
            r"(?:consum\w+ )?(?:marihuana|cannabis|porros)",
        ),
        profile=any_of(
            r"(?:test|prueba|control) (?:[\w'-]+ ){0,3}(?:thc|cannabis|marihuana)",
        ),
    ),
    Topic.DISABILITY_HEALTH: Words(
        signs="hueco pausa laguna parón epilepsia diabetes ansiedad cáncer vih hernia hernias "
        "antecedentes certificado carné problemas medicación lesiones faltas "
        "discapacidad* discapacitado discapacitada minusvalía enfermedad* enfermo enferma salud "
        "medicación medicamentos "
        "medicinas depresión vacunado vacunada vacunación baja bajas alergia alergias psiquiatra psicólogo "
        "terapia crónica "
        "hospitalizado hospitalizada tartamud* operado operada diagnosticado diagnosticada tratamiento "
        "dolencia* trastorno* "
        "médico médica médicos médicas afección limitación clínico físicamente mentales psicológicos",
        sure=any_of(
            r"(?:tema|motivo|razón|razones|cuestión|problema) de salud",
            r"(?:hueco|pausa|laguna|parón) (?:[\w',-]+ ){0,8}(?:salud|enfermedad|depresión|baja)",
            r"(?:padece|padeces|padecés|sufre|tiene|tienes|tenés|ha tenido|"
            r"has tenido)(?: usted)? (?:[\w',-]+ ){0,3}(?:epilepsia|diabetes|depresión|ansiedad|cáncer|vih|"
            r"hernias?|problemas? de (?:espalda|rodilla|corazón|vista))",
            r"antecedentes (?:psiquiátricos|médicos|clínicos)",
            r"certificado de discapacidad|carné de discapacidad",
            rf"(?:{HAVE}|sufre|sufres|padece|padeces)(?: usted)? (?:(?!experiencia|trabajado)[\w',-]+ ){{0,3}}"
            rf"(?:de )?{ILL}",
            r"(?:es|está|eres|estás)(?: usted)? (?:\w+ )?(?:discapacitad[oa]|enferm[oa]|vacunad[oa]|"
            r"deprimid[oa]|en tratamiento (?:médico|psicológico|psiquiátrico)|"
            r"en buena forma física|de baja|bien de salud|san[oa])",
            r"cuántos días (?:[\w'-]+ ){0,4}(?:de baja|enferm[oa]|por enfermedad)",
            r"(?:cuántas|qué) bajas(?: médicas| laborales| por enfermedad)?",
            r"(?:toma|tomas|está tomando|estás tomando)(?: usted)? (?:[\w'-]+ ){0,2}(?:medicación|"
            r"medicamentos?|medicinas)",
            rf"{YOUR} (?:estado de salud|salud|discapacidad|historial médico|historia clínica|grado de "
            r"discapacidad|enfermedad|bajas médicas|diagnóstico)",
            rf"{DONE} (?:[\w'-]+ ){{0,3}}(?:hospitalizad[oa]|operad[oa]|diagnosticad[oa]|tratad[oa] (?:por|"
            r"de)|de baja (?:médica|por)|en terapia|depresión)",
            r"qué (?:medicamentos|medicación|enfermedades|discapacidad)",
            r"(?:va|vas|acude|acudes) (?:[\w'-]+ ){0,2}(?:psiquiatra|psicólogo|terapia)",
        ),
        instruction=any_of(
            instructed(
                rf"{ILL}|(?:el |su )?estado de salud|(?:la |su )salud|bajas(?: médicas)?|medicación|vacunación|"
                r"vacunad[oa]"
            ),
            r"cáncer|vih|enfermedad\w*|lesiones|dolencias|discapacidad|bajas (?:médicas|largas)|salud mental|"
            r"problemas? (?:de espalda|médicos|de salud)",
        ),
        scored=any_of(
            r"diabetes|epilepsia|depresión|ansiedad|discapacidad|bajas (?:médicas|laborales|por enfermedad)|"
            r"enfermedades?|faltas por enfermedad",
            r"(?:sin|tiene|no tiene|ninguna|pocas) (?:discapacidad|problemas de salud|bajas médicas|"
            r"enfermedades|bajas)",
            r"tartamude\w*",
        ),
        required=any_of(
            r"epilepsia|diabetes|discapacidad|enfermedades? \w*",
            r"(?:buena salud|vacunad[oa]|buen estado de salud)",
            r"(?:sin|ninguna) (?:discapacidad|enfermedad)",
        ),
        label=r"(?:(?:discapacidad|grado de discapacidad|estado de salud|minusvalía)|"
        r"enfermedades crónicas?\b[^.?!]{0,60}|antecedentes (?:médicos|psiquiátricos)\b[^.?!]{0,60}|"
        r"medicación(?: actual| habitual)?)",
        harmless=any_of(
            r"(?:sector|ámbito|centro|profesionales|sistema|servicios?|datos|área) (?:de la |de |sanitario de "
            r")?salud",
            r"(?:seguridad y salud|salud y seguridad|salud pública|salud laboral|servicios de salud)",
            r"con o sin (?:ajustes|adaptaciones)(?: razonables)?",
        ),
    ),
    Topic.GENETIC: Words(
        signs="genético genética genéticos genéticas hereditaria hereditarias familia familiares adn",
        sure=any_of(
            rf"{DONE} (?:[\w'-]+ ){{0,4}}(?:prueba|test|análisis) (?:genétic[oa]|de adn)",
            rf"en {YOUR} familia (?:[\w',-]+ ){{0,6}}(?:cáncer|diabetes|enfermedades?)",
            rf"(?:cáncer|diabetes|enfermedad(?:es)?)(?: \w+)? (?:[\w',-]+ ){{0,3}}en {YOUR} familia",
            r"antecedentes (?:médicos )?familiares",
            r"enfermedad(?:es)? (?:genéticas?|hereditarias?)",
        ),
        instruction=instructed(r"antecedentes (?:médicos )?familiares|enfermedades (?:genéticas|hereditarias)"),
        harmless=any_of(r"algoritmos? genéticos?", r"laboratorio de genética"),
    ),
    Topic.LIFESTYLE: Words(
        signs="fuma fumas fumador fumadora fumadores alcohol bebe bebes",
        sure=any_of(
            r"(?:fuma|fumas)(?: usted)?",
            r"(?:es|eres)(?: usted)? (?:no )?fumador(?:a)?",
            r"(?:bebe|bebes|consume|consumes|toma|tomas)(?: usted)? (?:[\w'-]+ ){0,3}alcohol",
            r"cuánto alcohol",
            rf"{YOUR} consumo de alcohol",
        ),
        profile=any_of(r"no fumador(?:a|es)?(?: preferiblemente| imprescindible)?"),
        instruction=instructed(r"fuma|consumo de alcohol"),
        harmless=any_of(r"zona de fumadores", r"clientes? que fuman?", r"no se (?:puede )?fumar?"),
    ),
    Topic.PHYSICAL_ABILITY: Words(
        signs="limitaciones limitación impedimentos estatura levantar cargar kg kilos pie físico física peso",
        asked=any_of(
            r"(?:puede|puedes|es capaz de|eres capaz de)(?: usted)? (?:levantar|cargar) (?:[\w',-]+ ){0,5}"
            r"(?:kg|kilos|peso)",
            r"(?:puede|puedes)(?: usted)? (?:estar|permanecer) (?:[\w'-]+ ){0,3}de pie",
        ),
        required=any_of(
            r"sin (?:limitaciones?|impedimentos?) físic[oa]s?|estatura mínima",
            r"(?:capaz de |poder |puede )?(?:levantar|cargar) (?:[\w',-]+ ){0,5}(?:kg|kilos)",
            r"(?:buena|excelente) (?:forma|condición) física",
        ),
        profile=any_of(
            r"sin (?:limitaciones?|impedimentos?) físic[oa]s?",
        ),
    ),
    Topic.POLYGRAPH: Words(
        signs="mentiras polígrafo",
        sure=any_of(r"detector de mentiras", r"polígrafo"),
    ),
    Topic.PREGNANCY: Words(
        signs="agrandar ampliar aumentar gravidez madre padre test análisis prueba planes "
        "embarazada embarazo maternidad paternidad hijos familia bebé hijo",
        sure=any_of(
            r"(?:agrandar|ampliar|aumentar) la familia",
            r"prueba de (?:gravidez|embarazo)",
            r"(?:tenés|tienes|tiene) (?:[\w'-]+ ){0,2}(?:pensado|planeado|"
            r"previsto) (?:[\w',-]+ ){0,3}(?:familia|hijos|niños|madre|padre|bebé)",
            r"(?:ser madre|ser padre|quedar(?:se|te)? embarazada)",
            r"(?:test|análisis) de embarazo",
            r"(?:está|estás)(?: usted)? (?:\w+ )?embarazada",
            r"(?:piensa|planea|quiere|desea|tiene pensado|piensas|planeas|quieres|deseas|tienes pensado)(?: "
            r"usted)? (?:[\w',-]+ ){0,5}(?:hijos?|familia|embarazada|bebé|quedarse embarazada)",
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:planes de (?:tener hijos|maternidad|embarazo|formar una familia)|"
            r"intención de tener hijos)",
            rf"{YOUR} (?:embarazo|planes de (?:maternidad|familia)|baja (?:de|por) (?:maternidad|paternidad)|"
            r"permiso (?:de|por) (?:maternidad|paternidad)|planificación familiar)",
            rf"{DONE} (?:[\w'-]+ ){{0,3}}(?:baja|permiso) (?:de|por) (?:maternidad|paternidad|nacimiento)",
            r"(?:espera|esperas)(?: usted)? un (?:hijo|bebé)",
        ),
        instruction=any_of(
            instructed(
                r"embaraz\w+|planes de (?:maternidad|tener hijos)|(?:baja|permiso) (?:de|por) maternidad|tener "
                r"hijos"
            ),
            r"embaraz\w+|maternidad|planes (?:de familia|familiares)",
        ),
        scored=any_of(
            r"(?:sin|no|por|planes de) (?:planes de )?(?:embarazo|maternidad|baja de maternidad|tener hijos)",
            r"embarazada",
        ),
        label=r"(?:embarazo|embarazada|maternidad)",
        harmless=any_of(
            r"sustitución (?:por|de) (?:una )?(?:baja|permiso) (?:de|por) maternidad",
            r"(?:planta|sala|unidad) de maternidad",
        ),
    ),
    Topic.REPRODUCTIVE: Words(
        signs="fecundación reproducción tratamiento "
        "anticonceptivo* anticonceptiva* píldora aborto abortado fertilidad vitro",
        sure=any_of(
            r"(?:utiliza|utilizas|usa|usas|toma|tomas) (?:[\w'-]+ ){0,3}(?:anticonceptiv\w+|píldora)",
            r"tratamiento de (?:fertilidad|reproducción)|fecundación in vitro",
            r"(?:toma|tomas|usa|usas)(?: usted)? (?:[\w'-]+ ){0,3}(?:anticonceptiv\w+|píldora)",
            rf"{DONE} (?:[\w'-]+ ){{0,4}}(?:aborto|abortado|tratamiento de fertilidad|fecundación in vitro)",
            rf"{YOUR} (?:fertilidad|método anticonceptivo|tratamiento de fertilidad)",
        ),
        instruction=instructed(r"anticonceptiv\w+|aborto|fertilidad"),
    ),
}
