"""Spanish: who somebody is: age, origin, sex."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.spanish_forms import DONE, HAVE, YOUR, instructed
from heymilo_ops.lint.topics.topic import Topic

PERSON: Mapping[Topic, Words] = {
    Topic.AGE: Words(
        signs="año quinta generación veinteañeros treintañeros mayores menores menor mayor jubilación "
        "pensión retiro egresado egresada egresados juventud pasa supera más menos años perfil calcul* estim* "
        "edad edades años nació naciste nacimiento cumpleaños joven jóvenes jubila* jubilar* "
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
            r"de qué (?:año|quinta) (?:eres|es|sos)",
            r"(?:su|tu) generación",
            r"veinteañeros|treintañeros|generación (?:z|joven)",
            r"(?:años|tiempo) (?:[\w'-]+ ){0,5}(?:jubilación|jubilarse|jubilarte|pensión|retiro)",
            rf"{YOUR} edad",
            r"(?:piensa|planea|quiere|piensas|planeas) (?:[\w',-]+ ){0,4}jubil\w+",
            r"demasiado (?:mayor|joven|viej[oa]) para",
        ),
        instruction=any_of(
            instructed(r"(?:la |su )?edad|(?:la |su )?(?:fecha|año) de nacimiento|cuántos años|jubilación"),
            r"(?:calcul|estim|deduc|adivin|deduzc|sac|consig|obtén)\w* (?:[\w'-]+ ){0,4}(?:edad|"
            r"año de nacimiento|fecha de nacimiento)",
            r"edad (?:aproximada|del candidato|de la persona|real)",
            r"año (?:en que|de) (?:[\w'-]+ ){0,2}(?:bachillerato|graduación|nacimiento)",
        ),
        scored=any_of(
            r"(?:menor(?:es)?|mayor(?:es)?) de (?:2[2-9]|[3-6]\d)",
            r"(?:pasa|supera|más|menos) (?:de )?(?:los )?(?:2[2-9]|[3-6]\d) años(?! de experiencia|"
            r" de antigüedad| de trayectoria| en| trabajando)",
            r"(?:recién egresad[oa]s?|juventud|perfil joven)",
            r"(?:parece|es|se ve|suena) (?:\w+ )?(?:joven|mayor|viej[oa]|juvenil)",
        ),
        required=any_of(
            r"(?:abstenerse )?(?:mayores|menores) de (?:2[2-9]|[3-6]\d)(?: años)?",
            r"(?:mayor de|más de|al menos|mínimo) (?:25|30|35|40) años",
        ),
        label=r"(?:su |tu )?(?:edad|fecha de nacimiento|año de nacimiento)",
        harmless=any_of(
            r"(?:mayor de|más de|al menos|mínimo|tiene|tienes) (?:de )?(?:16|18|21) años(?: o más| cumplidos)?",
            r"(?:16|18|21) años (?:o más|cumplidos|como mínimo|de edad o más)",
            r"mayor de edad",
            r"(?:comprobar|verificar|verificación de|control de) (?:la )?edad(?: de los clientes| del "
            r"cliente)?",
            r"(?:grupos?|franjas?|rangos?) de edad (?:de (?:los|las)|del) (?:clientes|alumnos|niños|público|usuarios)",
            r"años de experiencia",
        ),
    ),
    Topic.CASTE: Words(
        signs="casta castas",
        sure=any_of(r"(?:a )?(?:qué|cuál es (?:su|tu)) casta", r"(?:su|tu) casta"),
        instruction=instructed(r"(?:su |la )?casta"),
        label=r"casta",
    ),
    Topic.CITIZENSHIP: Words(
        signs="dni nie tarjeta "
        "nacionalidad ciudadanía ciudadano ciudadana español española pasaporte visado residencia nacionalizado "
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
            r"(?:sólo|solo|únicamente) (?:[\w'-]+ ){0,4}(?:dni|pasaporte|nacionalidad) (?:español\w*|"
            r"mexican\w*|argentin\w*|europe\w+)",
            r"(?:sólo|solo|únicamente|exclusivamente) (?:para )?(?:español(?:es|as)|ciudadanos|nacionales|"
            r"mexicanos)(?: \w+)?",
            r"nacionalidad (?:española|mexicana|europea|\w+) (?:obligatoria|imprescindible|requerida)",
        ),
        instruction=instructed(r"(?:la |su )?nacionalidad|ciudadanía|situación migratoria|tipo de visado"),
        required=any_of(r"nacionalidad (?:española|mexicana|\w+)"),
        label=r"(?:(?:nacionalidad|ciudadanía|situación migratoria)|nacionalidad (?:del|de la|de los)\b[^.?!]{0,40})",
        harmless=any_of(r"permiso de trabajo", r"(?:derecho|autorización|autorizad[oa]) (?:a|para) trabajar"),
        asked=any_of(
            r"(?:su|tu) (?:nie|dni|pasaporte|tarjeta de residencia)(?: \w+)? (?:español|vigente)?",
        ),
        scored=any_of(
            r"(?:dni|pasaporte|nacionalidad|ciudadanía) (?:español\w*|mexican\w*|argentin\w*|de la ue|"
            r"europe\w+|comunitari\w+|chilen\w+|peruan\w+)|no (?:tengan?|tenga) nacionalidad",
        ),
    ),
    Topic.GENDER_REASSIGNMENT: Words(
        signs="nombre transexuales transgénero trans transexual transición sexo reasignación",
        sure=any_of(
            r"nombre (?:[\w',-]+ ){0,8}(?:de nacimiento|al nacer) (?:[\w',-]+ ){0,10}(?:cambiaste|cambió|transición)?",
            r"transición de género",
            r"(?:es|eres)(?: usted)? (?:una persona )?(?:trans|transgénero|transexual)",
            rf"{DONE} (?:[\w'-]+ ){{0,4}}(?:cambio de sexo|transición de género|reasignación de (?:sexo|"
            r"género)|cambiado de sexo)",
            rf"{YOUR} (?:sexo (?:asignado )?al nacer|transición|nombre de nacimiento)",
        ),
        instruction=instructed(r"transición de género|sexo (?:asignado )?al nacer|transgénero|cambio de sexo"),
        scored=any_of(
            r"(?:personas )?(?:trans|transexual(?:es)?|transgénero)|cambio de sexo",
            r"(?:es|parece) (?:trans|transgénero|transexual)",
        ),
        profile=any_of(
            r"no (?:[\w'-]+ ){0,3}(?:personas )?(?:trans|transexuales|transgénero)",
        ),
    ),
    Topic.LANGUAGE: Words(
        signs="lengua idioma idiomas materna acento nativo nativa nativos casa hogar",
        sure=any_of(
            r"en (?:tu|su) casa,? (?:[\w',-]+ ){0,3}(?:idioma|lengua|hablan|se habla|hablas)",
            r"(?:idioma|lengua) (?:[\w'-]+ ){0,4}(?:en casa|en familia|con (?:los|tus|sus) (?:abuelos|padres))",
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
        signs="apellido apellidos fuera viniste vino llegaste llegó nacionalidad inmigrantes "
        "extranjeros extranjeras acento extranjero extranjera procedencia "
        "origen orígenes procede procedes viene vienes nació naciste nacimiento padres raíces "
        "inmigrante crio creció "
        "creciste país ascendencia procedencia dónde",
        sure=any_of(
            r"(?:naciste|nació)(?: usted)? (?:[\w'-]+ ){0,3}(?:en|aquí|o)",
            r"(?:viniste|vino|llegaste|llegó) de (?:fuera|otro país)",
            r"apellidos? (?:[\w'-]+ ){0,4}(?:de dónde|origen|viene|extranjer\w+)",
            r"de dónde (?:[\w'-]+ ){0,3}(?:apellido|familia|padres)",
            r"nacionalidad (?:del padre|de la madre|de (?:sus|tus|los) padres)[^.?!]{0,30}",
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
        instruction=any_of(
            instructed(r"(?:el |su )?(?:país de )?origen|(?:lugar|país) de nacimiento|ascendencia"),
            r"(?:deduc|deduzc|adivin|infier|anot|identific)\w* (?:[\w'-]+ ){0,5}(?:origen|procedencia|apellido|acento)",
        ),
        scored=any_of(
            r"(?:inmigrantes?|extranjer[oa]s|apellidos? extranjer\w+|de fuera|origen \w+)(?! de (?:los|las|el|la))",
            r"(?:de |su )?origen (?:extranjero|étnico|inmigrante)",
        ),
        label=r"(?:origen|país de origen|lugar de nacimiento|país de nacimiento)",
        harmless=any_of(
            r"origen (?:de los|del|de las|de la) (?:datos|producto|productos|error|fallo|problema|incidencia|"
            r"ingredientes|mercancía)",
        ),
    ),
    Topic.RACE_ETHNICITY: Words(
        signs="mestizo mestiza afrodescendiente* moreno morena tez rasgos gitanos gitanas indígenas tono color "
        "étnico étnica étnicos raza etnia piel negro negra blanco blanca gitano gitana indígena "
        "asiático asiática",
        sure=any_of(
            r"(?:te consideras|se considera|te considerás|se identifica como|"
            r"te identificas como) (?:[\w',-]+ ){0,3}(?:indígena|mestiz[oa]|afrodescendiente|blanc[oa]|"
            r"negr[oa]|gitan[oa]|moren[oa])",
            r"tono de piel|familia gitana|(?:de )?raza \w+",
            rf"(?:{YOUR}|cuál es {YOUR}|qué) (?:origen étnico|raza|etnia|color de piel|grupo étnico)",
            r"(?:es|eres)(?: usted)? (?:negr[oa]|blanc[oa]|gitan[oa]|indígena|asiátic[oa]|mestiz[oa])",
            r"a qué (?:grupo étnico|etnia|raza) pertenece(?:s)?",
        ),
        instruction=any_of(
            instructed(r"(?:su |la )?(?:raza|etnia)|origen étnico|color de (?:la |su )?piel"),
            r"rasgos (?:físicos|étnicos|indígenas)|tono de piel|etnia|raza",
        ),
        scored=any_of(
            r"(?:gitan[oa]s?|indígenas?|afrodescendientes?|tez \w+|de color|rasgos \w+)",
            r"color de (?:la )?piel",
            r"origen étnico",
        ),
        label=r"(?:raza|etnia|origen étnico|color de piel)",
    ),
    Topic.RESIDENCE: Words(
        signs="casa piso vivienda departamento colonia comuna sector estrato viv* resid* domicili* "
        "barrios barrio código "
        "postal dirección barrio vive vives coche carro vehículo domicilio",
        asked=any_of(
            r"(?:casa|piso|vivienda|departamento) (?:[\w',-]+ ){0,4}(?:propi[oa]|alquilad[oa]|de alquiler|rentad[oa])",
            r"en qué (?:colonia|barrio|comuna|sector) (?:vive|vives|vivís)",
            rf"(?:{YOUR}|cuál es {YOUR}) (?:código postal|dirección particular|domicilio(?: particular)?|"
            r"dirección de casa)",
            r"en qué (?:barrio|zona|distrito|ciudad) (?:vive|vives)(?: usted)?",
            rf"{HAVE} (?:[\w'-]+ ){{0,2}}(?:coche|carro|vehículo)(?: propio)?",
        ),
        scored=any_of(
            r"(?:viv\w+|resid\w+|domicili\w+) en (?:[\w',-]+ ){0,3}(?:barrios?|zonas?|estratos?|colonias?|"
            r"comunas?)|estrato \d|código postal|barrios? (?:populares?|conflictivos?)",
            r"(?:vive|reside) en (?:[\w'-]+ ){0,2}barrio",
            r"(?:tiene|posee) (?:coche|carro|vehículo)(?: "
            r"propio)?",
        ),
        required=any_of(r"(?:coche|carro|vehículo) propio", r"(?:vivir|residir) en [\w'-]+"),
        label=r"(?:código postal|domicilio|dirección particular)",
    ),
    Topic.SEXUAL_ORIENTATION: Words(
        signs="atraen gustan gay homosexual heterosexual lesbiana bisexual sexual sexualidad queer",
        sure=any_of(
            r"(?:te|le) (?:atraen|gustan) (?:[\w'-]+ ){0,2}(?:hombres|mujeres|chicos|chicas)",
            r"(?:es|eres)(?: usted)? (?:\w+ )?(?:gay|homosexual|heterosexual|lesbiana|bisexual|queer)",
            rf"(?:{YOUR}|cuál es {YOUR}) (?:orientación sexual|sexualidad)",
        ),
        instruction=instructed(r"(?:la |su )?orientación sexual"),
        scored=any_of(r"(?:es|parece) (?:gay|homosexual|lesbiana)"),
        label=r"orientación sexual",
    ),
    Topic.SEX_GENDER: Words(
        signs="sexo "
        "siendo chicas hombre varón ser "
        "sexo género hombre hombres mujer mujeres varón varones masculino femenino masculina "
        "femenina chica chico "
        "señorita",
        sure=any_of(
            r"siendo (?:una )?(?:mujer|hombre|chica|madre)",
            r"por ser (?:mujer|hombre)",
            r"(?:puros|solo|sólo|todos) hombres,? (?:[\w',-]+ ){0,4}(?:mujer|usted)",
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
        scored=any_of(
            r"(?:prioridad|preferencia|ventaja|puntos?|preferir|mejor) (?:[\w',-]+ ){0,4}(?:varón|varones|"
            r"hombres?|mujer(?:es)?|chicas?)",
            r"(?:varón|varones)",
            r"(?:es|parece) (?:\w+ )?(?:masculin[oa]|femenin[oa]|varonil)",
        ),
        label=r"(?:(?:(?:sexo|género|identidad de género)|sexo\b[^.?!]{0,40}|género\b[^.?!]{0,40})|"
        r"sexo.{0,4}\( ?\) ?hombre.{0,40})",
        harmless=any_of(r"\(?[hm]/[mh](?:/x)?\)?", r"igualdad de género", r"violencia de género"),
        required=any_of(
            r"(?:varón|ser (?:hombre|mujer|varón)|sexo (?:masculino|femenino))",
        ),
    ),
}
