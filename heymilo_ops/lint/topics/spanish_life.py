"""Spanish: how somebody lives: family, beliefs, record, money, free time."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.spanish_forms import ARE, DONE, FAITHS, HAVE, KIDS, PAST, PAY, YOUR, instructed
from heymilo_ops.lint.topics.topic import Topic

LIFE: Mapping[Topic, Words] = {
    Topic.AFFILIATION: Words(
        signs="asociaciones asociación club clubes logia",
        asked=any_of(
            r"a qué (?:asociaciones?|clubes|club|logias?) pertenece(?:s)?",
            rf"{ARE} (?:\w+ )?(?:miembro|soci[oa]) de (?:algún|alguna|un|una) (?:asociación|club|logia)",
        ),
        instruction=instructed(r"asociaciones a las que pertenece"),
    ),
    Topic.CANNABIS: Words(
        signs="cannabis marihuana porros drogas hachís thc",
        sure=any_of(
            r"(?:consume|consumes|fuma|fumas|toma|tomas)(?: usted)? (?:[\w',-]+ ){0,4}(?:cannabis|marihuana|"
            r"porros|drogas|hachís)",
            rf"{DONE} (?:[\w'-]+ ){{0,4}}(?:cannabis|marihuana|porros|drogas)",
            rf"{YOUR} consumo de (?:cannabis|drogas|marihuana)",
        ),
        instruction=instructed(r"(?:consumo de )?(?:cannabis|marihuana|drogas)|consume cannabis"),
        scored=any_of(r"consumo de cannabis"),
    ),
    Topic.CARING: Words(
        signs="cuida cuidas cuidado cuidar cargo dependiente dependientes cuidador cuidadora guardería "
        "niñera familiares",
        sure=any_of(
            rf"quién (?:cuida|se ocupa|se queda|recoge|atiende) (?:[\w'-]+ ){{0,2}}{YOUR} (?:hijos?|hijas?|"
            r"niños|padres|familiares)",
            rf"(?:cómo|con quién) (?:[\w',-]+ ){{0,4}}cuidado de {YOUR} (?:hijos|niños|padres)",
            rf"{YOUR} (?:guardería|niñera)",
        ),
        asked=any_of(
            rf"{HAVE} (?:[\w',-]+ ){{0,3}}(?:personas|familiares|padres|mayores) (?:[\w'-]+ ){{0,2}}(?:a "
            r"(?:su|tu) cargo|dependientes)",
            r"(?:cuida|cuidas|se ocupa|te ocupas)(?: usted)? (?:de|a) (?:[\w'-]+ ){0,2}(?:familiar(?:es)?|"
            r"padres|madre|padre|persona dependiente)",
            rf"{ARE} (?:\w+ )?cuidador(?:a)? (?:familiar|de)",
            rf"{HAVE} (?:[\w',-]+ ){{0,2}}(?:cargas|responsabilidades) de cuidado",
        ),
        instruction=instructed(
            r"cuidado de (?:los |sus )?(?:hijos|familiares|niños)|cargas familiares|personas a (?:su )?cargo|"
            r"guardería"
        ),
        scored=any_of(
            r"(?:sin|tiene|no tiene) (?:cargas familiares|personas a cargo|responsabilidades de "
            r"cuidado)"
        ),
    ),
    Topic.CIVIL_PARTNERSHIP: Words(
        signs="pareja hecho registrada",
        sure=any_of(
            r"(?:es|está|son|tiene|eres|estás) (?:[\w'-]+ ){0,3}pareja (?:de hecho|registrada)",
            r"pareja de hecho",
        ),
        instruction=instructed(r"pareja (?:de hecho|registrada)"),
    ),
    Topic.CRIMINAL_RECORD: Words(
        signs="antecedentes arrestado arrestada detenido detenida condenado condenada cárcel prisión "
        "penales delito delitos "
        "condenas condena policiales",
        sure=any_of(
            rf"{HAVE} (?:[\w'-]+ ){{0,2}}(?:antecedentes(?: penales| policiales)?|condenas?|causas? "
            r"pendientes?)",
            rf"{DONE} (?:sido |estado )?(?:[\w'-]+ ){{0,2}}(?:sido )?(?:arrestad[oa]|detenid[oa]|condenad[oa]|"
            r"imputad[oa]|encarcelad[oa]|en la cárcel|en prisión)",
            rf"{YOUR} antecedentes (?:penales|policiales)",
            rf"{DONE} (?:\w+ )?cometido (?:algún|un) delito",
        ),
        instruction=instructed(r"antecedentes(?: penales)?|condenas"),
        scored=any_of(r"(?:sin|tiene|no tiene) antecedentes(?: penales)?"),
        required=any_of(r"(?:sin|carecer de|no tener) antecedentes(?: penales)?"),
        label=r"antecedentes penales",
    ),
    Topic.FINANCIAL: Words(
        signs="deudas deuda crédito crediticio crediticia bancarrota embargo embargos moroso morosa hipoteca alquiler "
        "propietario banco buró financiera",
        sure=any_of(
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:deudas|embargos?|hipoteca|préstamos pendientes)",
            rf"{YOUR} (?:\w+ )?(?:deudas|historial crediticio|situación (?:financiera|económica)|puntuación "
            r"de crédito|buró de crédito|cuenta bancaria)",
            rf"{DONE} (?:[\w'-]+ ){{0,3}}(?:bancarrota|declarado en quiebra|quiebra personal)",
            r"(?:vive|vives)(?: usted)? (?:de|en) (?:alquiler|piso propio|casa propia|vivienda propia)",
            r"(?:está|estás)(?: usted)? (?:en (?:la )?lista de morosos|en asnef|endeudad[oa])",
        ),
        instruction=instructed(
            r"(?:sus |las )?deudas|historial crediticio|situación (?:financiera|económica)|embargos"
        ),
        scored=any_of(r"(?:sin|tiene) deudas"),
        label=r"(?:deudas|historial crediticio)",
        harmless=any_of(r"(?:análisis|riesgo|gestión|notas?|tarjetas?) de créditos?", r"gestión de deudas?"),
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
        harmless=any_of(r"zona de fumadores", r"clientes? que fuman?"),
    ),
    Topic.MARITAL_FAMILY: Words(
        signs="hijo hijos hija hijas casado casada soltero soltera divorciado divorciada viudo viuda "
        "marido mujer esposo "
        "esposa pareja novio novia familia familiar familiares civil madre padre niños bebé bebés "
        "descendencia prometido "
        "separado separada niñas",
        sure=any_of(
            rf"{HAVE} (?:(?!con |experiencia)[\w',-]+ ){{0,3}}{KIDS}",
            r"cuántos (?:hijos|niños) (?:tiene|tienes)",
            r"qué edad tienen (?:sus|tus) (?:hijos|niños)",
            rf"{YOUR} (?:\w+ )?(?:hijos?|hijas?|marido|mujer|espos[oa]|cónyuge|pareja|estado civil|situación "
            r"familiar|vida familiar|apellido de soltera)",
            rf"{ARE} (?:\w+ )?(?:casad[oa]|solter[oa]|divorciad[oa]|viud[oa]|separad[oa]|prometid[oa]|madre|"
            r"padre|en una relación)",
            rf"{HAVE} (?:\w+ )?(?:novi[oa]|pareja)",
            r"estado civil",
            r"apellido de soltera",
        ),
        profile=any_of(r"(?:solter[oa]s?|sin hijos|sin cargas familiares)(?: preferiblemente| únicamente)?"),
        asked=any_of(rf"{YOUR} familia"),
        instruction=instructed(
            r"(?:la |su )familia|estado civil|situación familiar|(?:si )?(?:tiene )?hijos|vida familiar|"
            r"casad[oa]|pareja"
        ),
        scored=any_of(
            r"(?:sin|pocas|tiene|no tiene) (?:\w+ )?(?:cargas|obligaciones|responsabilidades) familiares",
            r"(?:está|es|sin) (?:casad[oa]|solter[oa]|hijos)",
            r"(?:cargas|obligaciones) familiares",
        ),
        required=any_of(r"(?:solter[oa]|sin hijos)"),
        label=r"(?:estado civil|situación familiar|(?:número de )?hijos|apellido de soltera)",
        harmless=any_of(
            r"(?:empresa|negocio|médico|medicina|explotación) (?:familiar|de familia)",
            r"procesos? (?:hijo|padre)s?",
            r"(?:empresa|sociedad|casa) matriz",
            r"educación infantil",
        ),
    ),
    Topic.MILITARY: Words(
        signs="militar mili ejército veterano veterana reservista baja",
        sure=any_of(
            rf"{DONE} (?:[\w'-]+ ){{0,3}}(?:servicio militar|la mili|servido en (?:el ejército|las fuerzas "
            r"armadas))",
            r"(?:es|eres)(?: usted)? (?:\w+ )?(?:veteran[oa]|reservista|ex ?militar)",
            rf"{YOUR} (?:servicio militar|situación militar|cartilla militar)",
        ),
        instruction=instructed(r"servicio militar|situación militar"),
        label=r"(?:servicio militar|cartilla militar)",
    ),
    Topic.POLITICS: Words(
        signs="política políticas político partido votó votaste vota votas izquierda derecha ideología",
        sure=any_of(
            r"(?:a quién|a qué partido|por quién) (?:votó|votaste|vota|votas|ha votado|has votado)",
            rf"{YOUR} (?:ideas?|ideología|opinión|opiniones|afiliación|convicciones|tendencia)(?: "
            r"polític[oa]s?| política)",
            rf"{YOUR} ideología",
            r"(?:es|eres)(?: usted)? (?:[\w'-]+ ){0,2}(?:militante|afiliad[oa]|miembro) (?:de|a) (?:algún|un) "
            r"partido",
            r"(?:es|eres)(?: usted)? de (?:izquierdas?|derechas?)",
        ),
        instruction=instructed(r"(?:ideología|ideas políticas|opiniones políticas|afiliación política)"),
        scored=any_of(r"(?:ideas|ideología|opiniones) políticas?"),
        label=r"(?:partido político|ideología|opinión política)",
    ),
    Topic.POLYGRAPH: Words(
        signs="mentiras polígrafo",
        sure=any_of(r"detector de mentiras", r"polígrafo"),
    ),
    Topic.PREGNANCY: Words(
        signs="embarazada embarazo maternidad paternidad hijos familia bebé hijo",
        sure=any_of(
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
        instruction=instructed(
            r"embaraz\w+|planes de (?:maternidad|tener hijos)|(?:baja|permiso) (?:de|por) maternidad|tener "
            r"hijos"
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
    Topic.RELIGION: Words(
        signs="religión religiones religioso religiosa religiosas religiosos fe iglesia mezquita "
        "sinagoga reza rezas ayuna ayunas "
        "ramadán cristiano cristiana musulmán musulmana judío judía católico católica protestante creyente "
        "practicante ateo "
        "atea hindú evangélico evangélica sabbat velo misa",
        sure=any_of(
            rf"(?:{YOUR}|cuál es {YOUR}|qué) (?:religión|fe|confesión|creencias? religiosas?|creencias)",
            rf"(?:es|eres)(?: usted)? (?:\w+ )?{FAITHS}",
            r"(?:va|vas|asiste|asistes|acude)(?: usted)? (?:[\w'-]+ ){0,2}(?:iglesia|mezquita|sinagoga|misa)",
            r"(?:reza|rezas|ayuna|ayunas)(?: usted)?",
            r"(?:celebra|celebras|observa|observas|hace|haces|guarda|guardas|practica|practicas)(?: usted)? "
            r"(?:[\w'-]+ ){0,3}(?:ramadán|sabbat|cuaresma|fiestas religiosas|alguna religión)",
            r"qué (?:fiestas|festividades) religiosas",
            r"(?:lleva|llevas) velo",
        ),
        instruction=instructed(r"(?:su |la )?(?:religión|fe)|creencias religiosas|iglesia"),
        scored=any_of(r"(?:creyente|practicante)", r"(?:creencias|convicciones) religiosas"),
        label=r"(?:religión|confesión|creencias religiosas)",
        harmless=any_of(r"(?:de )?buena fe", r"días festivos"),
    ),
    Topic.REPRODUCTIVE: Words(
        signs="anticonceptivo* anticonceptiva* píldora aborto abortado fertilidad vitro",
        sure=any_of(
            r"(?:toma|tomas|usa|usas)(?: usted)? (?:[\w'-]+ ){0,3}(?:anticonceptiv\w+|píldora)",
            rf"{DONE} (?:[\w'-]+ ){{0,4}}(?:aborto|abortado|tratamiento de fertilidad|fecundación in vitro)",
            rf"{YOUR} (?:fertilidad|método anticonceptivo|tratamiento de fertilidad)",
        ),
        instruction=instructed(r"anticonceptiv\w+|aborto|fertilidad"),
    ),
    Topic.RESIDENCE: Words(
        signs="postal dirección barrio vive vives coche carro vehículo domicilio",
        asked=any_of(
            rf"(?:{YOUR}|cuál es {YOUR}) (?:código postal|dirección particular|domicilio(?: particular)?|"
            r"dirección de casa)",
            r"en qué (?:barrio|zona|distrito|ciudad) (?:vive|vives)(?: usted)?",
            rf"{HAVE} (?:[\w'-]+ ){{0,2}}(?:coche|carro|vehículo)(?: propio)?",
        ),
        scored=any_of(
            r"(?:vive|reside) en (?:[\w'-]+ ){0,2}barrio",
            r"(?:tiene|posee) (?:coche|carro|vehículo)(?: "
            r"propio)?",
        ),
        required=any_of(r"(?:coche|carro|vehículo) propio", r"(?:vivir|residir) en [\w'-]+"),
        label=r"(?:código postal|domicilio|dirección particular)",
    ),
    Topic.SALARY_HISTORY: Words(
        signs="salario salarios sueldo sueldos nómina nóminas gana ganas ganaba ganabas cobra cobras cobraba cobrabas "
        "remuneración retribución bonus bono ingresos salarial paga",
        sure=any_of(
            rf"(?:{YOUR}|el|la|las|los) (?:\w+ )?{PAY} (?:\w+ )?{PAST}",
            rf"{YOUR} (?:últim[oa]s?|anterior(?:es)?|previ[oa]s?) (?:\w+ )?{PAY}",
            r"cuánto (?:gana|ganas|ganaba|ganabas|cobra|cobras|cobraba|cobrabas)(?: usted)?",
            r"(?:sus|tus|las) (?:\w+ )?(?:últimas )?nóminas",
            r"historial (?:salarial|de sueldos|de salarios)",
            rf"cuál (?:era|es|fue) {YOUR} (?:\w+ )?{PAY}",
            rf"(?:qué|cuánto) {PAY} (?:tiene|tienes|tenía|tenías|recibe|recibía|recibió|recibiste|percibe|"
            r"percibía)",
            rf"{PAY} (?:[\w',-]+ ){{0,4}}(?:trabajo|puesto|empleo|empresa) (?:actual|anterior)",
        ),
        instruction=instructed(rf"(?:el |su |la )?{PAY} {PAST}|historial salarial|cuánto (?:gana|cobra)"),
        scored=any_of(rf"{PAY} {PAST}"),
        label=rf"{PAY} (?:\w+ )?{PAST}",
        harmless=any_of(
            r"(?:expectativas?|pretensiones|aspiraciones|banda|bandas|rango) (?:salarial(?:es)?|económicas?|"
            r"de sueldo)",
            r"(?:salario|sueldo) (?:deseado|esperado|que busca|que buscas|pretendido)",
            r"(?:software|gestión|programa|programas|procesamiento|sistema|departamento) de (?:las )?nóminas",
            r"nóminas de (?:los |las )?(?:empleados|trabajadores|clientes)",
        ),
    ),
    Topic.SOCIAL_MEDIA: Words(
        signs="instagram facebook tiktok twitter snapchat redes contraseña contraseñas",
        sure=any_of(
            r"contraseñas? (?:[\w',-]+ ){0,4}(?:instagram|facebook|tiktok|twitter|snapchat|redes sociales)",
            rf"{YOUR} (?:[\w'-]+ ){{0,3}}(?:instagram|facebook|tiktok|twitter|snapchat|redes sociales)",
            r"(?:inicie sesión|inicia sesión|nombre de usuario|cuentas?|perfil(?:es)?) (?:[\w',-]+ ){0,4}"
            r"(?:instagram|facebook|tiktok|twitter|snapchat|redes sociales (?:personales|privadas))",
        ),
        instruction=instructed(
            r"(?:sus |las )?(?:cuentas?|perfil(?:es)?) (?:personal(?:es)? )?(?:de |en )?(?:instagram|facebook|"
            r"tiktok|redes sociales)"
        ),
        harmless=any_of(
            r"(?:nuestro|nuestra|nuestros|nuestras) (?:\w+ )?(?:cuenta de |perfil de )?(?:instagram|facebook|"
            r"tiktok|redes sociales)"
        ),
    ),
    Topic.UNION: Words(
        signs="sindicato sindicatos sindical sindicales sindicado sindicada huelga huelgas sindicalista",
        sure=any_of(
            r"(?:es|eres|está|estás|ha sido)(?: usted)? (?:[\w'-]+ ){0,2}(?:sindicalista|sindicad[oa]|"
            r"(?:miembro|afiliad[oa]|delegad[oa]) (?:de|a|en) (?:un|algún) sindicato|delegad[oa] sindical)",
            rf"{YOUR} (?:afiliación|actividad|actividades) sindical(?:es)?",
            r"qué (?:opina|opinas|piensa|piensas)(?: usted)? (?:de|sobre) (?:los )?sindicatos",
            rf"{DONE} (?:[\w'-]+ ){{0,3}}(?:hecho huelga|participado en (?:una )?huelgas?)",
            r"(?:a|en) qué sindicato",
        ),
        instruction=instructed(r"(?:la |su )?(?:afiliación|actividad) sindical|sindicato"),
        scored=any_of(r"(?:no )?(?:sindicad[oa]|afiliad[oa] a (?:un )?sindicato)", r"afiliación sindical"),
        label=r"(?:sindicato|afiliación sindical)",
    ),
}
