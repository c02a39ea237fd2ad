"""Spanish: words that give a topic away by themselves, unless a clause is about others or is work: who somebody is."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

_AGE = (
    r"(?:2[2-9]|[3-7]\d|veinte|treinta|cuarenta|cincuenta|sesenta)(?: y (?:uno|dos|tres|cuatro|cinco|seis|siete|ocho|"
    r"nueve))?"
)
_NOT_YEARS = (
    r"(?! (?:años )?(?:de (?:experiencia|antigüedad|carrera|oficio|profesión|garantía)|en (?:el|la) (?:sector|puesto)))"
)
_KIN = r"(?:padres?|madre|abuelos|familia|antepasados)"

NAMED_PERSON: Mapping[Topic, Words] = {
    Topic.AGE: Words(
        signs="cumple cumples "
        "acab* cincuento* cincuentó* cuarento* cuarentó* cumplida* cumplido* de debajo encima gradu* graduada* "
        "graduado* hasta joven* juvenil* jóvenes* máximo naci* partir pasada* pasado* preferentemente "
        "preferiblemente recién sangre sesenta solo superan sólo termin* titulada* titulado* trabajar "
        "edad edades años año generación quinta nacid* naciste nació nacimiento cumpleaños jubil* joven jóvenes "
        "juventud juvenil viejo vieja bachillerato carrera colegio escuela universidad estudios instituto graduaste "
        "senior "
        "junior treintañer* cuarentón* cincuentón* treinta cuarenta cincuenta veinte savia retiro retirarte retirarse "
        "trabajando dejar selectividad título mayores menores mili primer empleo",
        profile=any_of(
            r"(?:de )?entre \d\d y \d\d años|(?:chic[oa]s?|personas?|gente|candidat[oa]s?|señorita|mujer|hombre|"
            r"perfil(?:es)?) "
            r"(?:muy )?(?:joven|jóvenes|juvenil)(?:es)?(?= |\W*$|,)|(?:hasta|máximo|menos de|menores de|no mayores "
            r"de) (?:los )?"
            r"(?!(?:16|18|21) )\d\d años(?! de experiencia)",
        ),
        named=any_of(
            r"(?:franja|rango|límite|grupo|tramo|intervalo)s? de edad|(?:qué|tu|su|la|de) edad(?= |\W*$|,)(?! "
            r"(?:legal|mínima|"
            r"media|de oro|de los (?:clientes|productos|alumnos|niños|residentes)))|cuántos años (?:tiene|tienes)(?= "
            r"usted|"
            r"\W*$)|(?:de qué|tu|su|nuestra|misma) (?:quinta|generación)|en qué año (?:naci\w+|acab\w+|termin\w+|"
            r"sali\w+|hici\w+|"
            r"empez\w+|te gradu\w+|se gradu\w+|dej\w+)",
            rf"(?:más|menos|mayor(?:es)?|menor(?:es)?|a partir|por encima|por debajo|pasad[oa]s?|supera|superan|"
            rf"cumplid[oa]s?) "
            rf"(?:de )?(?:los )?(?!(?:16|18|21)\b){_AGE}(?: años)?(?= |\W*$|[,:=]){_NOT_YEARS}(?! (?:kg|kilos|"
            rf"segundos|horas|"
            rf"minutos|%|"
            rf"euros|mil|personas|días|unidades|llamadas|puntos|clientes|pedidos))",
            rf"(?:tiene|tenga|tengan|con) (?:más de |menos de |ya )?(?!(?:16|18|21)\b){_AGE} años{_NOT_YEARS}|(?:los|"
            rf"sus|tus) "
            r"(?:veinte|treinta|cuarenta|cincuenta|sesenta)(?: largos)?(?=\W*$|,|:| o)",
            r"(?:nacid[oa]s?|titulad[oa]s?|graduad[oa]s?) (?:antes|después|en|desde|entre)(?: de| del)?(?: (?:19|"
            r"20)\d\d)?|(?:fecha"
            r"|año|día) de nacimiento|(?:tu|su) cumpleaños|cuántos (?:cumples|cumple|años cumples)|(?:cuándo|qué "
            r"año) (?:naci\w+|acab\w+ (?:el|la|los|tus|"
            r"sus)|termin\w+ "
            r"(?:el|la|los|tus|sus) (?:bach\w+|carrera|estudios|colegio|instituto)|te gradu\w+|se gradu\w+)|año "
            r"(?:en que|de) "
            r"(?:termin\w+|acab\w+|graduación|fin de)",
            r"jubil(?:arte|arse|ación|ado|ada|as|a|aría|arías|es|e)(?= |\W*$|,)(?! (?:activa de|parcial de los))|"
            r"(?:retirarte|"
            r"retirarse)|(?:seguir|dejar de|parar de) trabaja(?:ndo|r)(?=\W*$| hasta| mucho| cuando)|perfil (?:joven|"
            r"junior|"
            r"senior|juvenil)|savia nueva|sangre (?:joven|nueva)|(?:treintañer|cuarent[oó]n|cincuent[oó]n)\w*|"
            r"demasiado "
            r"(?:mayor|viej[oa]|joven)|(?:joven|jóvenes|juventud|juvenil)(?= y |\W*$|,|:| con)",
        ),
        harmless=any_of(
            r"cuántos años (?:tenía|tiene|tenían) (?:el|la|los|las|aquel|aquella|ese|esa|tu|su) [\w' -]{0,40}|"
            r"(?:niños|niñas|residentes|alumnos|pacientes) (?:de|con) (?:más de |menos de )?[\w]+ años|planes de "
            r"jubilación|residencias? de mayores|personas mayores|mayor(?:es)? de (?:16|18|21)",
        ),
    ),
    Topic.SEX_GENDER: Words(
        signs="abstenerse género* identidad madre varonil "
        "hombre* mujer* varón varones chico* chica* señorita* caballero* femenin* masculin* sexo género "
        "muchach* dama* "
        "viril* macho hembra azafata*",
        profile=any_of(
            r"(?:busca\w*|necesita\w*|queremos|se busca|solicita\w*|precisa\w*) (?:a )?(?:un |una |unos )?(?:\w+ "
            r")?(?:chic[oa]s?|"
            r"muchach[oa]s?|señoritas?|hombres?|mujer(?:es)?|varón|varones|caballeros?|azafatas?)(?= |\W*$)(?! (?:o "
            r"(?:mujer|"
            r"hombre|chica|chico)|y (?:mujeres|hombres)))|abstenerse (?:hombres|mujeres|caballeros|señoras|chicos|"
            r"chicas)",
        ),
        named=any_of(
            r"hombre o mujer|mujer u hombre|(?:siendo|como|eres|es usted|por ser|una|para una|ser) (?:mujer|hombre|"
            r"chica|chico)(?= "
            r"|\W*$|,)|"
            r"(?:sexo|género)(?=\W*$)|(?:m|h) ?/ ?(?:f|m)(?=\W*$)|masculino o femenino|(?:dulzura|toque|sensibilidad|"
            r"fuerza|"
            r"presencia|mano) (?:femenin|masculin)[oa]",
        ),
        scored=any_of(
            r"(?:hombres?|mujer(?:es)?|varón|varones|chic[oa]s?|señoritas?|caballeros?|femenin[oa]s?|masculin[oa]s?|"
            r"viril)(?! "
            r"(?:embarazada|maltratada|víctima))"
        ),
        harmless=any_of(
            r"(?:sección|zapatos?|ropa|moda|colección|calzado|línea|planta|salud|centro|casa) (?:de |para |de la "
            r")(?:la )?"
            r"(?:mujer(?:es)?|hombres?|señora|caballero)|hombres y mujeres|mujeres y hombres|igualdad (?:de|entre) "
            r"\w+|víctimas "
            r"de violencia de género",
        ),
    ),
    Topic.NATIONAL_ORIGIN: Words(
        signs="candidata* candidato* gente personas "
        "criaste familiares méxico nacieron nacimiento* origen* originalmente originaria originario realidad "
        "realmente verdad "
        "origen orígenes apellido* nombre acento país nacist* nació nacid* nacimiento padres madre padre "
        "abuelos familia "
        "raíces extranjer* inmigrant* procede* procedencia vienes viene eres español* llevas lleva españa aquí fuera",
        named=any_of(
            r"(?:tu|su|ese|el|qué|vuestro) (?:\w+ )?apellidos?(?= |\W*$|,|\?)(?! (?:en|para) (?:la|el) (?:tarjeta|"
            r"contrato|ficha))|"
            r"apellidos? (?:extranjer|árabe|raro|latin|exótic)\w*|de dónde (?:eres|es|sois|son|viene|vienes|"
            r"procede\w*)(?= |\W*$"
            r"|,)(?! (?:el|la|los|las) (?:producto|dato|material|pedido|error|problema|mercancía|carne|fruta))|(?:de|"
            r"desde) (?:qué "
            r")?(?:país|origen)(?: \w+)?(?: vienes| viene| eres| procede)?(?=\W*$|,)|(?:país|lugar|ciudad) de "
            r"(?:origen|nacimiento|"
            r"procedencia)",
            r"(?:tu|su|sus|tus) (?:país|origen|orígenes|raíces|procedencia|ascendencia|nacionalidad de origen)(?= |"
            r"\W*$|,)|(?:no "
            r")?nacid[oa]s? (?:aquí|fuera|en|en el extranjero)(?= |\W*$)(?! (?:19|20)\d\d)|naci(?:ste|ó|eron)(?: "
            r"usted)? (?:aquí|"
            r"en|fuera)|dónde (?:naci\w+|te criaste|se crió|creciste|creció)|(?:padres|abuelos|familia) (?:\w+ "
            r")?(?:de dónde|"
            r"naci\w+|vienen|viene|son de|inmigr\w+|de fuera)|(?:llevas|lleva|tiempo) (?:[\w]+ ){0,3}(?:viviendo "
            r")?en (?:españa|"
            r"el país|méxico|este país)|(?:candidat[oa]s?|personas|gente|nacid[oa]s) (?:de|del|en) (?:\w+ "
            r")*?(?:áfrica|asia|marruecos|magreb|rumanía|latinoamérica|sudamérica|europa del este|china|colombia|"
            r"venezuela|ecuador|pakistán|países)|(?:hij[oa]s? de )?inmigrantes?(?= |\W*$|,)|extranjer[oa]s?(?=\W*$| "
            r"no| o|,|"
            r":)|origen "
            r"(?:extranjero|latino|árabe|étnico|magrebí|africano|rumano)",
        ),
        harmless=any_of(
            r"(?:certificados?|denominación|denominaciones|indicación) de origen|origen de(?:l| la| los| las| un| "
            r"una) (?!candidat|"
            r"persona|apellido|nombre)\w+|país de (?:destino|origen de(?:l| la| los))|(?:clientes?|mercados?|"
            r"proveedores?|idiomas?"
            r"|lenguas?|turistas?) extranjer\w+|al extranjero|comercio exterior|en el origen",
        ),
    ),
    Topic.RACE_ETHNICITY: Words(
        signs="mor* pertenece perteneces piel* "
        "raza* racial* étni* etnia* gitan* piel negr* blanc* moren* mestiz* mulat* asiátic* indígena* magrebí* "
        "magrebíes "
        "árabe* latin* african* afro* color rasgos",
        named=any_of(
            r"(?:tu|su|la|qué|de|otra|misma) raza(?= |\W*$|,|:)(?! (?:de|bovina|ovina|canina))|(?:origen|grupo|"
            r"perfil|rasgos?) "
            r"(?:étnic|racial)\w*|étnic[oa]s?|etnias?(?: \w+)?|gitan[oa]s?|color de (?:la |su |tu )?piel|(?:eres|es|"
            r"sois|son|parece"
            r"|ser|mayoritariamente|personas?|candidat[oa]s?|equipo|si es) (?:\w+ )?(?:negr|blanc|moren|mestiz|mulat|"
            r"asiátic|"
            r"african|latin|mor)[oa]s?(?= |\W*$|,)|(?:indígenas?|magrebí(?:es)?|árabes?|afrodescendientes?)(?= |\W*$|"
            r",)|rasgos "
            r"(?:latinos|orientales|africanos|árabes)",
        ),
        harmless=any_of(
            r"razas? de (?:ovejas?|vacas?|perros?|caballos?|gatos?|cerdos?|ganado)|vino (?:blanco|tinto)|(?:cocina|"
            r"mercados?|"
            r"clientes?) (?:asiátic|latin|árabe|african)\w*|en blanco(?: y negro)?|lista (?:negra|blanca)|marca blanca",
        ),
    ),
    Topic.CASTE: Words(
        signs="brahman dalits casta castas dalit brahmán jati", named=any_of(r"castas?|dalits?|brahm[aá]n|jati")
    ),
    Topic.GENDER_REASSIGNMENT: Words(
        signs="cambio hombre mujer "
        "trans transgénero* transexual* transición sexo género nombre hormon* nacimiento naciste",
        named=any_of(
            r"trans(?:género|exual(?:es)?|exualidad)?(?= |\W*$|,)|(?:tu|su|la|de|una) transición(?= |\W*$)(?! (?:a|"
            r"al|hacia|"
            r"digital|ecológica|energética|de (?!género|sexo)))|(?:cambi\w+|cambio|reasignación|transición) (?:\w+ "
            r")?de (?:sexo|"
            r"género)|nombre (?:de nacimiento|anterior|muerto|registral)|sexo (?:al nacer|de nacimiento|asignado|"
            r"biológico|"
            r"registral)|(?:naciste|nació|nacid[oa]) (?:hombre|mujer)|hormona\w*",
        ),
    ),
    Topic.SEXUAL_ORIENTATION: Words(
        signs="esposa gusta mismo mujer "
        "gay gais gays homosexual* heterosexual* hetero lesbiana* bisexual* lgtb* orientación sexual* chico "
        "chica hombres "
        "mujeres gustan novio novia marido pareja atraen queer",
        named=any_of(
            r"gays?|gais|homosexual(?:es)?|hetero(?:sexual(?:es)?)?|lesbianas?|bisexual(?:es)?|lgtb\w*|queer|"
            r"orientación sexual|"
            r"(?:tu|su) sexualidad|(?:gustan|atraen|gusta) (?:más )?(?:los hombres|las mujeres|los chicos|las "
            r"chicas)|(?:novio|"
            r"marido|chico|hombre) o (?:es )?(?:una )?(?:novia|mujer|chica|esposa)(?! (?:de|del))|(?:novia|chica|"
            r"mujer) o (?:es )?"
            r"(?:un )?(?:novio|hombre|chico|marido)|mismo sexo",
        ),
    ),
    Topic.CITIZENSHIP: Words(
        signs="de del* exclusivamente situación solo sólo únicamente "
        "nacionalidad* ciudadan* pasaporte* dni nie español* extranjer* nacionaliza* residencia inmigración "
        "visado "
        "migratori* papeles comunitari* tarjeta",
        named=any_of(
            r"(?:doble |qué |la |su |tu |con |sin |de |otra )?nacionalidad(?:es)?(?= |\W*$|,|:)|ciudadan(?:o|a|os|as|"
            r"ía)(?= |\W*$"
            r"|,)(?! (?:que|con|llam))|(?:qué|tu|su|otro|con|sin) pasaporte|dni español|(?:solo|sólo|únicamente) "
            r"(?:para )?"
            r"(?:españoles|nacionales|comunitarios|europeos|mexicanos)|extranjer[oa]s? (?:sin|con|no)|(?:eres|es)(?: "
            r"usted)? "
            r"(?:español|española|extranjer[oa]|comunitari[oa])|nacionaliza(?:d[oa]s?|r|rte|rse)|(?:permiso|tarjeta|"
            r"carta) de "
            r"residencia|situación (?:migratoria|administrativa|legal en)|estatus migratorio|(?:qué|tipo de) visado",
        ),
        harmless=any_of(
            r"permiso (?:de trabajo|para trabajar)|autorización (?:de trabajo|para trabajar)|atención (?:al "
            r"ciudadano|ciudadana)|"
            r"participación ciudadana|control de pasaportes|trámites? de (?:extranjería|nacionalidad)",
        ),
    ),
    Topic.LANGUAGE: Words(
        signs="acusadoacento acusadoacentos algúnacento algúnacentos conacento conacentos deacento deacentos "
        "elacento elacentos eseacento eseacentos hablante hablantes quéacento quéacentos sinacento sinacentos "
        "suacento suacentos tuacento tuacentos unacento unacentos "
        "matern* nativ* acento* lengua idioma casa habláis hablan habla hablas hablaban bilingüe padres",
        profile=any_of(
            r"(?:lengua|idioma) (?:materna|materno|nativa)|(?:\w+ )?nativ[oa]s? (?:imprescindible|"
            r"obligatorio|exigido)"
        ),
        named=any_of(
            r"(?:lengua|idioma) (?:matern[oa]|nativ[oa]|de origen|de nacimiento)|(?:primer|primera) (?:idioma|"
            r"lengua)|como (?:un |"
            r"una )?nativ[oa]s?|(?:no )?nativ[oa]s?(?= |\W*$|,|:)(?! (?:digital|cloud))|(?:el|su|tu|un|ese|con|sin|"
            r"de|algún|qué|"
            r"acusado) ?(?:\w+ )?acentos?(?= |\W*$|,|:)(?! (?:en (?:la|el) (?:calidad|servicio)))|(?:hablas|habla|"
            r"habláis|hablan|"
            r"hablaban|habláis)(?: usted| ustedes)? (?:\w+ ){0,4}(?:en casa|en su casa|en tu casa|en familia|con "
            r"(?:tus|sus|tu|su) "
            r"(?:padres|familia|hijos|madre|pareja))|(?:idioma|lengua) (?:te |le )?(?:hablaban|hablan) (?:tus|sus) "
            r"(?:padres|"
            r"abuelos)|bilingüe de nacimiento",
        ),
        harmless=any_of(r"pon(?:er|e|emos|iendo) el acento|acentos? gráficos?|nativos? digitales?"),
    ),
}
