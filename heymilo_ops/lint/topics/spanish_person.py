"""Spanish: who somebody is: age, body, health, origin, sex."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.spanish_forms import DONE, HAVE, ILL, YOUR, instructed
from heymilo_ops.lint.topics.topic import Topic

PERSON: Mapping[Topic, Words] = {
    Topic.AGE: Words(
        signs="edad edades años nació naciste nacimiento cumpleaños joven jóvenes jubila* jubilar* "
        "nativo nativos bachillerato "
        "graduó graduaste nacido nacida viejo mayor mayores titulados graduados",
        sure=any_of(
            r"(?:cuántos años|qué edad) (?:tiene|tienes)(?: usted)?",
            rf"cuál es {YOUR} edad",
            rf"(?:{YOUR} |la )?(?:fecha|año) de nacimiento",
            r"(?:cuándo|en qué año) (?:nació|naciste|ha nacido)",
            r"(?:cuándo|en qué año) (?:\w+ )?(?:se graduó|te graduaste|terminó (?:el bachillerato|sus "
            r"estudios)|terminaste (?:el bachillerato|tus estudios)|acabó el bachillerato|acabaste el "
            r"bachillerato)",
            r"(?:cuándo|cuántos años|a qué edad) (?:[\w',-]+ ){0,5}jubil\w+",
        ),
        profile=any_of(
            r"(?:jóvenes|joven) (?:y |, )?(?:dinámic[oa]s?|con energía|entusiastas?|con ganas|motivad[oa]s?)",
            r"(?:nativos? digital(?:es)?)",
            r"(?:equipo|personal|candidatos?|perfil|perfiles|gente|personas) (?:muy )?(?:jóvenes|joven)(?: y "
            r"[\w]+)?",
            r"(?:menor(?:es)? de|no mayor(?:es)? de|máximo|hasta|menos de) (?:25|30|35|40|45|50|treinta|"
            r"cuarenta)(?: y cinco)? ?(?:años)?",
            r"(?:sólo|solo|preferiblemente|preferentemente) (?:recién )?(?:titulad[oa]s|graduad[oa]s|"
            r"licenciad[oa]s|jóvenes)",
            r"recién (?:titulad[oa]s|graduad[oa]s) (?:únicamente|preferiblemente)",
        ),
        asked=any_of(
            rf"{YOUR} edad",
            r"(?:piensa|planea|quiere|piensas|planeas) (?:[\w',-]+ ){0,4}jubil\w+",
            r"demasiado (?:mayor|joven|viej[oa]) para",
        ),
        instruction=instructed(r"(?:la |su )?edad|(?:la |su )?(?:fecha|año) de nacimiento|cuántos años|jubilación"),
        scored=any_of(r"(?:parece|es|se ve|suena) (?:\w+ )?(?:joven|mayor|viej[oa]|juvenil)"),
        required=any_of(r"(?:mayor de|más de|al menos|mínimo) (?:25|30|35|40) años"),
        label=r"(?:su |tu )?(?:edad|fecha de nacimiento|año de nacimiento)",
        harmless=any_of(
            r"(?:mayor de|más de|al menos|mínimo|tiene|tienes) (?:de )?(?:16|18|21) años(?: o más| cumplidos)?",
            r"(?:16|18|21) años (?:o más|cumplidos|como mínimo|de edad o más)",
            r"mayor de edad",
            r"(?:comprobar|verificar|verificación de|control de) (?:la )?edad(?: de los clientes| del "
            r"cliente)?",
            r"(?:grupos?|franjas?|rangos?) de edad",
            r"años de experiencia",
        ),
    ),
    Topic.AI_EMOTION: Words(
        signs="visual expresiones corporal facial faciales mirada voz emociones emocional gestos nervioso nerviosa "
        "nerviosismo entonación entusiasta tono estrés sinceridad insegura inseguro",
        instruction=any_of(
            r"(?:evalú|valor|analiz|detect|mid|mid|observ|puntú|interpret|fíjate|juzg)\w* (?:[\w',-]+ ){0,6}"
            r"(?:expresiones faciales|"
            r"expresión facial|lenguaje corporal|contacto visual|mirada|emociones|gestos|nerviosismo|tono de "
            r"(?:la )?voz|entonación)",
        ),
        scored=any_of(
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
    Topic.CASTE: Words(
        signs="casta castas",
        sure=any_of(r"(?:a )?(?:qué|cuál es (?:su|tu)) casta", r"(?:su|tu) casta"),
        instruction=instructed(r"(?:su |la )?casta"),
        label=r"casta",
    ),
    Topic.CITIZENSHIP: Words(
        signs="nacionalidad ciudadanía ciudadano ciudadana español española pasaporte visado residencia nacionalizado "
        "nacionalizada migratoria migratorio mexicano mexicana visa",
        sure=any_of(
            rf"(?:{YOUR}|qué|cuál es {YOUR}) (?:nacionalidad|ciudadanía|situación migratoria|estatus "
            r"migratorio|estado migratorio)",
            r"(?:es|eres)(?: usted)? (?:de nacionalidad|ciudadan[oa]|español(?:a)?|mexican[oa]|"
            r"nacionalizad[oa])",
            r"(?:qué|qué tipo de|cuál es su|cuál es tu) (?:visado|visa|permiso de residencia|pasaporte|"
            r"tarjeta de residencia)",
            rf"{HAVE} (?:[\w'-]+ ){{0,2}}pasaporte (?:español|europeo|mexicano|comunitario)",
        ),
        profile=any_of(
            r"(?:sólo|solo|únicamente|exclusivamente) (?:para )?(?:español(?:es|as)|ciudadanos|nacionales|"
            r"mexicanos)(?: \w+)?",
            r"nacionalidad (?:española|mexicana|europea|\w+) (?:obligatoria|imprescindible|requerida)",
        ),
        instruction=instructed(r"(?:la |su )?nacionalidad|ciudadanía|situación migratoria|tipo de visado"),
        required=any_of(r"nacionalidad (?:española|mexicana|\w+)"),
        label=r"(?:nacionalidad|ciudadanía|situación migratoria)",
        harmless=any_of(r"permiso de trabajo", r"(?:derecho|autorización|autorizad[oa]) (?:a|para) trabajar"),
    ),
    Topic.DISABILITY_HEALTH: Words(
        signs="discapacidad* discapacitado discapacitada minusvalía enfermedad* enfermo enferma salud "
        "medicación medicamentos "
        "medicinas depresión vacunado vacunada vacunación baja bajas alergia alergias psiquiatra psicólogo "
        "terapia crónica "
        "hospitalizado hospitalizada tartamud* operado operada diagnosticado diagnosticada tratamiento "
        "dolencia* trastorno* "
        "médico médica médicos médicas afección limitación clínico físicamente mentales psicológicos",
        sure=any_of(
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
        instruction=instructed(
            rf"{ILL}|(?:el |su )?estado de salud|(?:la |su )salud|bajas(?: médicas)?|medicación|vacunación|"
            r"vacunad[oa]"
        ),
        scored=any_of(
            r"(?:sin|tiene|no tiene|ninguna|pocas) (?:discapacidad|problemas de salud|bajas médicas|"
            r"enfermedades|bajas)",
            r"tartamude\w*",
        ),
        required=any_of(
            r"(?:buena salud|vacunad[oa]|buen estado de salud)", r"(?:sin|ninguna) (?:discapacidad|enfermedad)"
        ),
        label=r"(?:discapacidad|grado de discapacidad|estado de salud|minusvalía)",
        harmless=any_of(
            r"(?:sector|ámbito|centro|profesionales|sistema|servicios?|datos|área) (?:de la |de |sanitario de "
            r")?salud",
            r"(?:seguridad y salud|salud y seguridad|salud pública|salud laboral|servicios de salud)",
            r"con o sin (?:ajustes|adaptaciones)(?: razonables)?",
        ),
    ),
    Topic.GENDER_REASSIGNMENT: Words(
        signs="transgénero trans transexual transición sexo reasignación",
        sure=any_of(
            r"(?:es|eres)(?: usted)? (?:una persona )?(?:trans|transgénero|transexual)",
            rf"{DONE} (?:[\w'-]+ ){{0,4}}(?:cambio de sexo|transición de género|reasignación de (?:sexo|"
            r"género)|cambiado de sexo)",
            rf"{YOUR} (?:sexo (?:asignado )?al nacer|transición|nombre de nacimiento)",
        ),
        instruction=instructed(r"transición de género|sexo (?:asignado )?al nacer|transgénero|cambio de sexo"),
        scored=any_of(r"(?:es|parece) (?:trans|transgénero|transexual)"),
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
    Topic.LANGUAGE: Words(
        signs="materna acento nativo nativa nativos casa hogar",
        sure=any_of(
            rf"(?:{YOUR}|cuál es (?:su|tu)) (?:lengua|idioma) matern[oa]",
            r"qué (?:idiomas?|lenguas?) (?:habla|hablas|hablan|se habla)(?: usted)? (?:[\w'-]+ ){0,2}(?:en "
            r"casa|en (?:su|tu) (?:casa|hogar)|con (?:su|tu) familia)",
            r"de dónde (?:viene|es) (?:su|tu|ese) acento",
        ),
        profile=any_of(
            r"(?:hablantes? nativ[oa]s?|nativ[oa]s? (?:de|en) (?:inglés|español|\w+)|(?:inglés|español|alemán|"
            r"francés) nativo)(?: únicamente| imprescindible)?",
            r"(?:sólo|solo|únicamente) nativ[oa]s",
            r"(?:lengua|idioma) matern[oa] (?:española?|inglés|inglesa|español|\w+)",
            r"(?:sin|ningún) (?:\w+ )?acento",
        ),
        instruction=instructed(r"(?:la |su )?lengua materna|(?:el |su )?acento"),
        scored=any_of(r"acento(?: \w+)?(?: extranjero| fuerte| marcado)?"),
        label=r"(?:lengua|idioma) matern[oa]",
        harmless=any_of(r"(?:pone|poner|ponemos|pusimos|puso) (?:el |especial )?acento en"),
    ),
    Topic.MONITORING: Words(
        signs="voluntario voluntaria voluntarias estadístico estadísticos estadísticas anónima diversidad",
        sure=any_of(
            r"(?:voluntari[oa]s?|estadístic[oa]s?|encuesta de diversidad) (?:[\w',-]+ ){0,10}(?:origen étnico|"
            r"étnic[oa]|religión|orientación sexual|discapacidad|género)",
        ),
    ),
    Topic.NATIONAL_ORIGIN: Words(
        signs="origen orígenes procede procedes viene vienes nació naciste nacimiento padres raíces "
        "inmigrante crio creció "
        "creciste país ascendencia procedencia dónde",
        sure=any_of(
            r"de dónde (?:es|eres|viene|vienes|procede|procedes)(?: usted)? (?:realmente|originalmente|"
            r"originari[oa]|de verdad|en realidad)",
            r"de dónde (?:son|vienen|proceden) (?:sus|tus) (?:padres|familiares|raíces)",
            r"de dónde (?:viene|procede|es) (?:su|tu) (?:familia|apellido)",
            r"(?:dónde|en qué país) (?:nació|naciste|creció|creciste|se crio|te criaste|nacieron sus padres|"
            r"nacieron tus padres)",
            rf"(?:{YOUR}|cuál es {YOUR}|cuáles son {YOUR}) (?:\w+ )?(?:origen|orígenes|país de (?:origen|"
            r"nacimiento)|lugar de nacimiento|raíces|ascendencia|procedencia)",
            r"(?:es|eres)(?: usted)? (?:inmigrante|de origen \w+|hij[oa] de inmigrantes)",
        ),
        profile=any_of(r"(?:de origen) (?:español|europeo|nacional)(?: únicamente| preferiblemente)?"),
        instruction=instructed(r"(?:el |su )?(?:país de )?origen|(?:lugar|país) de nacimiento|ascendencia"),
        scored=any_of(r"(?:de |su )?origen (?:extranjero|étnico|inmigrante)"),
        label=r"(?:origen|país de origen|lugar de nacimiento|país de nacimiento)",
        harmless=any_of(
            r"origen (?:de los|del|de las|de la) (?:datos|producto|productos|error|fallo|problema|incidencia|"
            r"ingredientes|mercancía)",
        ),
    ),
    Topic.PHYSICAL_ABILITY: Words(
        signs="levantar cargar kg kilos pie físico física peso",
        asked=any_of(
            r"(?:puede|puedes|es capaz de|eres capaz de)(?: usted)? (?:levantar|cargar) (?:[\w',-]+ ){0,5}"
            r"(?:kg|kilos|peso)",
            r"(?:puede|puedes)(?: usted)? (?:estar|permanecer) (?:[\w'-]+ ){0,3}de pie",
        ),
        required=any_of(
            r"(?:capaz de |poder |puede )?(?:levantar|cargar) (?:[\w',-]+ ){0,5}(?:kg|kilos)",
            r"(?:buena|excelente) (?:forma|condición) física",
        ),
    ),
    Topic.RACE_ETHNICITY: Words(
        signs="étnico étnica étnicos raza etnia piel negro negra blanco blanca gitano gitana indígena "
        "asiático asiática",
        sure=any_of(
            rf"(?:{YOUR}|cuál es {YOUR}|qué) (?:origen étnico|raza|etnia|color de piel|grupo étnico)",
            r"(?:es|eres)(?: usted)? (?:negr[oa]|blanc[oa]|gitan[oa]|indígena|asiátic[oa]|mestiz[oa])",
            r"a qué (?:grupo étnico|etnia|raza) pertenece(?:s)?",
        ),
        instruction=instructed(r"(?:su |la )?(?:raza|etnia)|origen étnico|color de (?:la |su )?piel"),
        scored=any_of(r"color de (?:la )?piel", r"origen étnico"),
        label=r"(?:raza|etnia|origen étnico|color de piel)",
    ),
    Topic.SEX_GENDER: Words(
        signs="sexo género hombre hombres mujer mujeres varón varones masculino femenino masculina "
        "femenina chica chico "
        "señorita",
        sure=any_of(
            rf"(?:{YOUR}|cuál es {YOUR}) (?:sexo|género|identidad de género)",
            r"(?:es|eres)(?: usted)? (?:un )?(?:hombre|varón)(?: o (?:una )?mujer)?",
            r"como (?:mujer|hombre|madre)",
        ),
        profile=any_of(
            r"(?:sólo|solo|únicamente|exclusivamente) (?:para )?(?:hombres|mujeres|varones|chicas|señoritas)",
            r"(?:buscamos|se busca|se necesita|preferimos|preferiblemente) (?:un |una )?(?:\w+ )?(?:hombre|"
            r"mujer|chica|chico|señorita|varón|hombres|mujeres)",
            r"(?:candidat[oa]s?) (?:masculin[oa]s?|femenin[oa]s?)",
        ),
        instruction=instructed(r"(?:el |su )?(?:sexo|género)(?: de la persona)?|identidad de género"),
        scored=any_of(r"(?:es|parece) (?:\w+ )?(?:masculin[oa]|femenin[oa]|varonil)"),
        label=r"(?:sexo|género|identidad de género)",
        harmless=any_of(r"\(?[hm]/[mh](?:/x)?\)?", r"igualdad de género", r"violencia de género"),
    ),
    Topic.SEXUAL_ORIENTATION: Words(
        signs="gay homosexual heterosexual lesbiana bisexual sexual sexualidad queer",
        sure=any_of(
            r"(?:es|eres)(?: usted)? (?:\w+ )?(?:gay|homosexual|heterosexual|lesbiana|bisexual|queer)",
            rf"(?:{YOUR}|cuál es {YOUR}) (?:orientación sexual|sexualidad)",
        ),
        instruction=instructed(r"(?:la |su )?orientación sexual"),
        scored=any_of(r"(?:es|parece) (?:gay|homosexual|lesbiana)"),
        label=r"orientación sexual",
    ),
}
