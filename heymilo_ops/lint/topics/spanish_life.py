"""Spanish: how somebody lives: family, beliefs, record, money."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.spanish_forms import ARE, DONE, FAITHS, HAVE, KIDS, PAST, PAY, YOUR, instructed
from heymilo_ops.lint.topics.topic import Topic

LIFE: Mapping[Topic, Words] = {
    Topic.AFFILIATION: Words(
        signs="rotary hermandad cofradía masón socio socia miembro club logia "
        "asociaciones asociación club clubes logia",
        asked=any_of(
            r"a qué (?:asociaciones?|clubes|club|logias?) pertenece(?:s)?",
            rf"{ARE} (?:\w+ )?(?:miembro|soci[oa]) de (?:algún|alguna|un|una) (?:asociación|club|logia)",
        ),
        instruction=any_of(
            instructed(r"asociaciones a las que pertenece"),
            r"(?:logia|masón|hermandad|club privado|cofradía)",
        ),
        scored=any_of(
            r"(?:soci[oa]|miembro) (?:del|de la|de un|de una) (?:[\w'-]+ ){0,3}(?:club|rotary|hermandad|"
            r"logia|cofradía|asociación)|rotary|hermandad|logia|masón",
        ),
    ),
    Topic.CARING: Words(
        signs="enferma enferman enferme enfermo hijos hijas niños niño hija hijo recoge lleva cargas "
        "personas cargo atiende nenes queda "
        "cuida cuidas cuidado cuidar cargo dependiente dependientes cuidador cuidadora guardería "
        "niñera familiares",
        sure=any_of(
            r"(?:se le|se te) enferma (?:un|su|tu|el) (?:hijo|hija|niñ[oa])",
            r"(?:enferma|enferman|enfermo|enferme) (?:[\w',-]+ ){0,4}(?:hijo|hija|"
            r"niñ[oa]),? (?:[\w',-]+ ){0,3}(?:quién|se queda)",
            r"(?:hijo|hija|niñ[oa])s? (?:[\w',-]+ ){0,3}(?:enferm\w+),? (?:[\w',-]+ ){0,3}(?:quién|se queda|cuida)",
            r"con (?:niños|hijos) (?:[\w'-]+ ){0,3}(?:en casa|pequeños|chiquitos)",
            r"(?:tiene|tienes|tenés) (?:[\w'-]+ ){0,2}(?:a (?:su|tu) cargo) (?:[\w'-]+ ){0,4}(?:padres|"
            r"familiar\w*|hijos|niños|mayores)",
            r"quién (?:[\w'-]+ ){0,2}(?:lleva|recoge|cuida|atiende) (?:[\w'-]+ ){0,2}(?:niños|hijos|hijas|nenes)",
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
        instruction=any_of(
            instructed(
                r"cuidado de (?:los |sus )?(?:hijos|familiares|niños)|cargas familiares|personas a (?:su )?cargo|"
                r"guardería"
            ),
            r"quién (?:cuida|recoge|se queda)",
        ),
        scored=any_of(
            r"(?:cargas familiares|personas a (?:su )?cargo|familiares dependientes|cuidador(?:a|es)?(?! de))",
            r"(?:sin|tiene|no tiene) (?:cargas familiares|personas a cargo|responsabilidades de "
            r"cuidado)",
        ),
    ),
    Topic.CIVIL_PARTNERSHIP: Words(
        signs="pareja hecho registrada",
        sure=any_of(
            r"(?:es|está|son|tiene|eres|estás) (?:[\w'-]+ ){0,3}pareja (?:de hecho|registrada)",
        ),
        instruction=instructed(r"pareja (?:de hecho|registrada)"),
        label=r"(?:pareja de hecho)",
    ),
    Topic.CRIMINAL_RECORD: Words(
        signs="antecedente detenciones policía justicia certificado ley líos procesado "
        "antecedentes arrestado arrestada detenido detenida condenado condenada cárcel prisión "
        "penales delito delitos "
        "condenas condena policiales",
        sure=any_of(
            r"(?:lo|la|te|le) (?:han|ha) (?:[\w'-]+ ){0,2}(?:detenido|arrestado|condenado|procesado)",
            r"(?:ha tenido|has tenido|tuvo|tuviste) (?:[\w'-]+ ){0,3}antecedentes",
            r"(?:problemas|líos) con la (?:policía|justicia|ley)",
            r"certificado de antecedentes",
            rf"{HAVE} (?:[\w'-]+ ){{0,2}}(?:antecedentes(?: penales| policiales)?|condenas?|causas? "
            r"pendientes?)",
            rf"{DONE} (?:sido |estado )?(?:[\w'-]+ ){{0,2}}(?:sido )?(?:arrestad[oa]|detenid[oa]|condenad[oa]|"
            r"imputad[oa]|encarcelad[oa]|en la cárcel|en prisión)",
            rf"{YOUR} antecedentes (?:penales|policiales)",
            rf"{DONE} (?:\w+ )?cometido (?:algún|un) delito",
        ),
        instruction=instructed(r"antecedentes(?: penales)?|condenas"),
        scored=any_of(
            r"antecedentes?(?: penal(?:es)?| policiales?)?|condenas?|detenciones",
            r"(?:sin|tiene|no tiene) antecedentes(?: penales)?",
        ),
        required=any_of(
            r"antecedentes? (?:penal(?:es)?|policiales?)|condenas?",
            r"(?:sin|carecer de|no tener) antecedentes(?: penales)?",
        ),
        label=r"(?:antecedentes penales|antecedentes (?:penales|policiales)\b[^.?!]{0,40})",
    ),
    Topic.FINANCIAL: Words(
        signs="dicom asnef morosos veraz crediticio moros* situación informe "
        "deudas deuda crédito crediticio crediticia bancarrota embargo embargos moroso morosa hipoteca alquiler "
        "propietario banco buró financiera",
        sure=any_of(
            r"(?:dicom|asnef|buró de crédito|boletín de morosos|lista de morosos|veraz)",
            r"informe crediticio",
            rf"{HAVE} (?:[\w'-]+ ){{0,3}}(?:deudas|embargos?|hipoteca|préstamos pendientes)",
            rf"{YOUR} (?:\w+ )?(?:deudas|historial crediticio|situación (?:financiera|económica)|puntuación "
            r"de crédito|buró de crédito|cuenta bancaria)",
            rf"{DONE} (?:[\w'-]+ ){{0,3}}(?:bancarrota|declarado en quiebra|quiebra personal)",
            r"(?:vive|vives)(?: usted)? (?:de|en) (?:alquiler|piso propio|casa propia|vivienda propia)",
            r"(?:está|estás)(?: usted)? (?:en (?:la )?lista de morosos|en asnef|endeudad[oa])",
        ),
        instruction=any_of(
            instructed(r"(?:sus |las )?deudas|historial crediticio|situación (?:financiera|económica)|embargos"),
            r"deudas|moros\w+|historial crediticio|embargos|situación económica",
        ),
        scored=any_of(
            r"deudas?|moros\w+|embargos?|informe crediticio|historial crediticio|asnef|dicom", r"(?:sin|tiene) deudas"
        ),
        label=r"(?:deudas|historial crediticio)",
        harmless=any_of(r"(?:análisis|riesgo|gestión|notas?|tarjetas?) de créditos?", r"gestión de deudas?"),
        required=any_of(
            r"deudas|informe crediticio|moros\w+|historial crediticio",
        ),
    ),
    Topic.MARITAL_FAMILY: Words(
        signs="cónyuge casados casadas solteros solteras divorciados madres padres vida privada personal ocupación "
        "hijo hijos hija hijas casado casada soltero soltera divorciado divorciada viudo viuda "
        "marido mujer esposo "
        "esposa pareja novio novia familia familiar familiares civil madre padre niños bebé bebés "
        "descendencia prometido "
        "separado separada niñas",
        sure=any_of(
            r"(?:ocupación|nombre|profesión|trabajo) (?:[\w'-]+ ){0,3}(?:del|de la|de su|de tu) (?:cónyuge|"
            r"espos[oa]|marido|pareja|mujer)",
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
        instruction=any_of(
            instructed(
                r"(?:la |su )familia|estado civil|situación familiar|(?:si )?(?:tiene )?hijos|vida familiar|"
                r"casad[oa]|pareja"
            ),
            r"(?:hijos|cónyuge|espos[oa]|marido|vida (?:familiar|de pareja|personal|privada))",
        ),
        scored=any_of(
            r"(?:casad[oa]s?|solter[oa]s?|divorciad[oa]s?|sin hijos|con hijos|madres? solteras?|"
            r"padres? de familia|madres? de familia)",
            r"(?:sin|pocas|tiene|no tiene) (?:\w+ )?(?:cargas|obligaciones|responsabilidades) familiares",
            r"(?:está|es|sin) (?:casad[oa]|solter[oa]|hijos)",
            r"(?:cargas|obligaciones) familiares",
        ),
        required=any_of(r"(?:solter[oa]|sin hijos)"),
        label=r"(?:(?:estado civil|situación familiar|(?:número de )?hijos|apellido de soltera)|"
        r"estado civil\b[^.?!]{0,60}|(?:número|cantidad|edades?) de (?:los )?hijos\b[^.?!]{0,40}|"
        r"(?:nombre y )?(?:ocupación|nombre) del cónyuge)",
        harmless=any_of(
            r"(?:empresa|negocio|médico|medicina|explotación) (?:familiar|de familia)",
            r"procesos? (?:hijo|padre)s?",
            r"(?:empresa|sociedad|casa) matriz",
            r"educación infantil",
        ),
    ),
    Topic.MILITARY: Words(
        signs="reservistas servicio veteranos militar mili ejército veterano veterana reservista baja",
        sure=any_of(
            rf"{DONE} (?:[\w'-]+ ){{0,3}}(?:servicio militar|la mili|servido en (?:el ejército|las fuerzas "
            r"armadas))",
            r"(?:es|eres)(?: usted)? (?:\w+ )?(?:veteran[oa]|reservista|ex ?militar)",
            rf"{YOUR} (?:servicio militar|situación militar|cartilla militar)",
        ),
        instruction=instructed(r"servicio militar|situación militar"),
        label=r"(?:servicio militar|cartilla militar)",
        profile=any_of(
            r"reservistas",
        ),
        scored=any_of(
            r"reservistas?|servicio militar|veteran[oa]s? (?:de guerra|del ejército)",
        ),
    ),
    Topic.POLITICS: Words(
        signs="izquierdas derechas milit* partidos oposición movimientos "
        "política políticas político partido votó votaste vota votas izquierda derecha ideología",
        sure=any_of(
            r"(?:más|muy|bastante) de (?:izquierdas?|derechas?)|de (?:izquierdas?|"
            r"derechas?) o de (?:izquierdas?|derechas?)",
            r"(?:ha militado|has militado|milita|militas) en",
            r"(?:a quién|a qué partido|por quién) (?:votó|votaste|vota|votas|ha votado|has votado)",
            rf"{YOUR} (?:ideas?|ideología|opinión|opiniones|afiliación|convicciones|tendencia)(?: "
            r"polític[oa]s?| política)",
            rf"{YOUR} ideología",
            r"(?:es|eres)(?: usted)? (?:[\w'-]+ ){0,2}(?:militante|afiliad[oa]|miembro) (?:de|a) (?:algún|un) "
            r"partido",
            r"(?:es|eres)(?: usted)? de (?:izquierdas?|derechas?)",
        ),
        instruction=any_of(
            instructed(r"(?:ideología|ideas políticas|opiniones políticas|afiliación política)"),
            r"(?:partido político|ideología|militancia|qué vota|a quién vota)",
        ),
        scored=any_of(
            r"(?:militado|militancia|militante|partidos? (?:polític\w+|de oposición|de \w+)|"
            r"de (?:izquierdas?|derechas?)|movimientos estudiantiles|ideología)",
            r"(?:ideas|ideología|opiniones) políticas?",
        ),
        label=r"(?:partido político|ideología|opinión política)",
    ),
    Topic.RELIGION: Words(
        signs="evangélic* católic* musulman* culto hiyab pañuelo kipá turbante valores religi* creyentes "
        "religión religiones religioso religiosa religiosas religiosos fe iglesia mezquita "
        "sinagoga reza rezas ayuna ayunas "
        "ramadán cristiano cristiana musulmán musulmana judío judía católico católica protestante creyente "
        "practicante ateo "
        "atea hindú evangélico evangélica sabbat velo misa",
        sure=any_of(
            r"(?:lleva|llevas|usa|usas|quitarte|quitarse) (?:[\w'-]+ ){0,3}(?:velo|hiyab|pañuelo|kipá|turbante)",
            r"(?:a qué|alguna|qué) (?:iglesia|religión|culto)",
            rf"(?:{YOUR}|cuál es {YOUR}|qué) (?:religión|fe|confesión|creencias? religiosas?|creencias)",
            rf"(?:es|eres)(?: usted)? (?:\w+ )?{FAITHS}",
            r"(?:va|vas|asiste|asistes|acude)(?: usted)? (?:[\w'-]+ ){0,2}(?:iglesia|mezquita|sinagoga|misa)",
            r"(?:reza|rezas|ayuna|ayunas)(?: usted)?",
            r"(?:celebra|celebras|observa|observas|hace|haces|guarda|guardas|practica|practicas)(?: usted)? "
            r"(?:[\w'-]+ ){0,3}(?:ramadán|sabbat|cuaresma|fiestas religiosas|alguna religión)",
            r"qué (?:fiestas|festividades) religiosas",
            r"(?:lleva|llevas) velo",
        ),
        instruction=any_of(
            instructed(r"(?:su |la )?(?:religión|fe)|creencias religiosas|iglesia"),
            r"(?:iglesia|religi\w+|creyente|practicante|fe|evangélic\w+|católic\w+|musulman\w+|culto|misa)",
        ),
        scored=any_of(
            r"(?:católic[oa]s?|evangélic[oa]s?|musulman[ae]?s?|religios[oa]s?|velo|creyentes?|valores cristianos)",
            r"(?:creyente|practicante)",
            r"(?:creencias|convicciones) religiosas",
        ),
        label=r"(?:religión|confesión|creencias religiosas)",
        harmless=any_of(r"(?:de )?buena fe", r"días festivos"),
    ),
    Topic.SALARY_HISTORY: Words(
        signs="renta liquidación percib* gan* cobr* pagan pagaban último última "
        "salario salarios sueldo sueldos nómina nóminas gana ganas ganaba ganabas cobra cobras cobraba cobrabas "
        "remuneración retribución bonus bono ingresos salarial paga",
        sure=any_of(
            r"últim[oa] (?:sueldo|salario|nómina|liquidación|paga)",
            r"(?:gan|cobr|percib)(?:a|as|ás|aba|abas|ía|ías|es|e)(?: usted)? (?:[\w'-]+ ){0,3}(?:en su|en tu|"
            r"actualmente|ahora|al mes|antes|hoy)",
            r"cuánto te (?:pagan|pagaban)|cuánto le (?:pagan|pagaban)",
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
        instruction=any_of(
            instructed(rf"(?:el |su |la )?{PAY} {PAST}|historial salarial|cuánto (?:gana|cobra)"),
            r"lo que (?:cobra|cobraba|gana|ganaba|percibía)|sueldo (?:actual|anterior|previo)|"
            r"salario (?:actual|anterior|previo)|últim[oa] (?:sueldo|nómina)",
        ),
        scored=any_of(rf"{PAY} {PAST}"),
        label=rf"(?:{PAY} (?:\w+ )?{PAST}|últim[oa] (?:sueldo|salario|remuneración)\b[^.?!]{{0,40}}|"
        rf"(?:sueldo|salario|renta) (?:actual|anterior)\b[^.?!]{{0,40}})",
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
        signs="sindic* ccoo ugt participaste "
        "sindicato sindicatos sindical sindicales sindicado sindicada huelga huelgas sindicalista",
        sure=any_of(
            r"sindicalizad[oa]|sindicad[oa]s?|sindicalista|carné sindical|(?:ccoo|ugt)",
            r"(?:participaste|participó|hiciste|hizo|secundaste|secundó)(?: usted)? (?:[\w'-]+ ){0,3}huelga",
            r"(?:es|eres|está|estás|ha sido)(?: usted)? (?:[\w'-]+ ){0,2}(?:sindicalista|sindicad[oa]|"
            r"(?:miembro|afiliad[oa]|delegad[oa]) (?:de|a|en) (?:un|algún) sindicato|delegad[oa] sindical)",
            rf"{YOUR} (?:afiliación|actividad|actividades) sindical(?:es)?",
            r"qué (?:opina|opinas|piensa|piensas)(?: usted)? (?:de|sobre) (?:los )?sindicatos",
            rf"{DONE} (?:[\w'-]+ ){{0,3}}(?:hecho huelga|participado en (?:una )?huelgas?)",
            r"(?:a|en) qué sindicato",
        ),
        instruction=any_of(
            instructed(r"(?:la |su )?(?:afiliación|actividad) sindical|sindicato"),
            r"sindic\w+|huelgas?|ccoo|ugt",
        ),
        scored=any_of(
            r"sindic\w+|huelgas?|enlace sindical",
            r"(?:no )?(?:sindicad[oa]|afiliad[oa] a (?:un )?sindicato)",
            r"afiliación sindical",
        ),
        label=r"(?:sindicato|afiliación sindical)",
    ),
}
