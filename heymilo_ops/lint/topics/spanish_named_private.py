"""Spanish: words that give a topic away by themselves, unless a clause is about others or is work: belief and means."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

_PAY = r"(?:salarios?|sueldos?|retribución|retribuciones|remuneración|nóminas?|ingresos|paga|bonus|fijo|variable)"
_PAST = r"(?:actual(?:es)?|anterior(?:es)?|últim[oa]s?|previ[oa]s?|pasad[oa]s?|antigu[oa]s?|presente)"
_SECRETLY = (
    r"(?:sin (?:que (?:lo |se )?(?:not\w+|sep\w+|enter\w+)|avisar\w*|decírselo|decirlo|decir|informar\w*|"
    r"advertir\w*)|en secreto|a "
    r"escondidas|a sus espaldas)"
)

NAMED_PRIVATE: Mapping[Topic, Words] = {
    Topic.SALARY_HISTORY: Words(
        signs="actual actual* actuales actuales* anterior anterior* anteriores anteriores* historial ingresa "
        "ingresaba ingresabas ingresas pagaba pasada* pasado* perc* previa* previo* última* último* "
        "salario* sueldo* retribu* remunera* nómina* ingresos paga pagan pagaban pagado cobra* cobras cobrabas "
        "ganas gana "
        "ganabas ganaba percib* bonus fijo variable cuánto estabas",
        named=any_of(
            rf"{_PAY} (?:\w+ |anual |bruto |mensual ){{0,3}}{_PAST}|{_PAST} (?:\w+ )?{_PAY}|(?:qué|con qué|tu|su) "
            rf"(?:sueldo|salario|"
            r"nómina)(?= |\W*$|,)(?! (?:te gustaría|esperas|espera|deseas|desea|pides|buscas|querrías|ideal|deseado|"
            r"pretend))|historial "
            r"(?:salarial|de salarios)",
            r"(?:cuánto|lo que|qué)(?: dinero)? (?:te |le |se )?(?:cobr\w+|gan(?:a|as|aba|abas|ó)|perc\w+|pag(?:an|"
            r"aban|a|aba)|"
            r"ingres(?:as|a|abas|aba))(?= |\W*$|,)(?! (?:el|la|los|un|una) (?:cliente|empresa|producto|servicio|"
            r"pedido))|(?:cobra|gana|"
            r"ganas|cobras|percibe)(?: usted)? (?:\w+ )?(?:actualmente|hoy|ahora|más de|menos de|por encima)|(?:en|"
            r"por) cuánto (?:estás|"
            r"estabas|está|estaba)|nóminas?(?= |\W*$|,)(?! (?:de (?:los|la|el)|con|en (?:un|el) programa))",
        ),
        harmless=any_of(
            r"(?:expectativas?|banda|aspiraciones?|pretensiones|rango|revisión) salarial(?:es)?|(?:gestión|"
            r"programas?|elaboración|"
            r"elaborar|departamento) (?:de |las )?nóminas|(?:salario|sueldo) (?:deseado|esperado|que (?:te|le) "
            r"gustaría)",
        ),
    ),
    Topic.RELIGION: Words(
        signs="creencia creencias crucifijo hijab rezan "
        "religi* creyente* crees cree dios misa iglesia* mezquita sinagoga templo velo pañuelo hiyab rezar "
        "reza rezas oración "
        "ramadán confesión fe culto halal kosher cerdo musulm* cristian* judí* católic* protestante* evangélic* "
        "budista* hindú* ate* "
        "practicante* cuaresma sabbat navidad semana fiestas testigo* kipá turbante biblia corán parroquia bautizad*",
        named=any_of(
            r"religi(?:ón|ones|os[oa]s?)(?= |\W*$|,|:)|creyentes?|creencias?|practicantes?(?=\W*$|,)|(?:crees|"
            r"cree)(?: usted)? en dios|(?:"
            r"a|de|en|la|qué) (?:misa|iglesia|mezquita|sinagoga|parroquia)(?= |\W*$|,)|(?:llev\w+|quit\w+|con|us\w+|"
            r"porta\w*)(?: usted)? (?:"
            r"el |un |su |tu )?(?:velo|pañuelo|hiyab|hijab|turbante|kipá|crucifijo)|reza(?:r|s|n)?(?= |\W*$|,)|(?:la|"
            r"hora de|para la) "
            r"oración|ramadán|(?:qué|tu|su) (?:confesión|fe|culto)(?= |\W*$|,)|halal|kosher|(?:come\w*|prob\w+)(?: "
            r"usted)? (?:carne de )?"
            r"cerdo|musulm(?:án|ana|anes|anas)|cristian[oa]s?|jud(?:ío|ía|íos|ías)|católic[oa]s?|protestantes?|"
            r"evangélic[oa]s?|budistas?|"
            r"hindú(?:es)?|ate[oa]s?|cuaresma|sabbat|testigos? de jehová|bautizad[oa]|fiestas (?:religiosas|que "
            r"guarda)|biblia|corán",
        ),
        harmless=any_of(
            r"(?:retablo|bóveda|restauración|restaurar|rehabilitar|fachada|obras?)[\w ]{0,15} iglesia|buena fe|con "
            r"(?:fe|pasión) y|menús? "
            r"(?:halal|kosher|sin cerdo)|arte religioso|turismo religioso",
        ),
    ),
    Topic.CRIMINAL_RECORD: Words(
        signs="causa causas civil encarcelada encarcelado expediente historial pasado policiales* procesada "
        "antecedente* penal* condena* condenad* prisión cárcel detenid* detuv* detenci* arrestad* policía "
        "justicia juici* "
        "delict* delito* líos problemas preso presa imputad* denunciad* multa* sentencia* juzgad* comisaría calabozo",
        named=any_of(
            r"antecedentes? (?:penales|policiales|judiciales|delictivos)|(?:algún|cualquier|sin|con|tus|sus|qué|"
            r"tiene) antecedentes?(?= |"
            r"\W*$|,|:)|(?:en|de) (?:la )?(?:cárcel|prisión)(?= |\W*$|,)|(?:líos?|problemas?|cuentas|asuntos?|roces?|"
            r"incidentes?) (?:\w+ )?"
            r"con (?:la )?(?:policía|justicia|ley|guardia civil)|conden(?:a|as|ad[oa]s?)(?= |\W*$|,|:)|"
            r"deten(?:id[oa]s?|ciones|ción)(?= |"
            r"\W*$|,)(?! (?:de (?:errores|fugas|fallos)))|arrestad[oa]s?|(?:pasado|historial|expediente) "
            r"(?:delictivo|penal|judicial|"
            r"criminal)|(?:cometido|cometiste|cometió) (?:algún |un )?delitos?|imputad[oa]|procesad[oa] (?:por|"
            r"penal)|(?:calabozo|comisaría)"
            r"(?=\W*$| alguna)|sentencias? (?:firmes?|penal)",
        ),
        harmless=any_of(
            r"(?:casos?|derecho|código|asuntos?) penal(?:es)?|certificado (?:negativo )?de delitos|(?:personas|"
            r"jóvenes|internos) (?:\w+ )?"
            r"(?:en|de) prisión|centro penitenciario|(?:sin|conocimientos|médicos|clínicos) antecedentes (?:médicos|"
            r"clínicos)"
        ),
    ),
    Topic.UNION: Words(
        signs="huelguista huelguistas "
        "sindica* sindicato* huelga* ccoo ugt cgt enlace delegad* comité representante* afiliad* piquete* "
        "convenio",
        named=any_of(
            r"sindicatos?|sindical(?:es|ista|istas)?|sindicad[oa]s?|(?:de|hecho|hacer|hizo|una|alguna|la|en|"
            r"secund\w+) huelgas?(?= |\W*$|,)(?! "
            r"(?:de (?:transporte|metro|trenes|controladores)))|huelguistas?|ccoo|ugt|cgt|enlace sindical|"
            r"delegad[oa] (?:sindical|de "
            r"personal)|comité de empresa|representantes? de los trabajadores|piquetes?|afiliad[oa] (?:a (?:algún|un|"
            r"la))",
        ),
        harmless=any_of(
            r"(?:negoci\w+|diálogo|relaciones?|reuniones?|acuerdos?|trat\w+|interlocución)[\w ]{0,25} (?:con|entre) "
            r"(?:\w+ ){0,2}"
            r"(?:sindica\w+|comité de empresa)",
        ),
    ),
    Topic.POLITICS: Words(
        signs="carné* miembro* simpatizante* "
        "polític* izquierda* derecha* vota* votaste votó partido partidos gobierno elecciones militante* "
        "milita militas vox "
        "podemos psoe pp afiliad* ideología ideológic* manifestaci* presidente generales pie",
        named=any_of(
            r"(?:de|a la|a) (?:izquierdas?|derechas?)(?= |\W*$|,|:)(?! (?:del|de la|de (?:la )?pantalla))|(?:ideas?|"
            r"opinión|opiniones|"
            r"ideología|tendencia|convicciones|militancia|afiliación|afinidad|actividad|preferencias?) políticas?|"
            r"ideología|en política(?= "
            r"|\W*$|,)|vot(?:aste|as|ó|ar|a|ado)(?: usted)?(?= |\W*$|,)(?! (?:en la junta))|partidos? políticos?|"
            r"(?:apoy\w+|simpatiz\w+|vot\w+|de|a) (?:con |a )?(?:algún|qué|un) partido(?= |\W*$)(?! de )|"
            r"(?:militante|miembro|"
            r"afiliad[oa]|carné|simpatizante)s? (?:de|del|a|en) (?:un |algún |el )?(?:partido|vox|podemos|psoe|pp|"
            r"sumar|ciudadanos)|"
            r"(?:milit\w+)(?= en|\W*$)|(?:el|del) (?:gobierno|presidente)(?=\W*$)|vox|psoe|de qué pie cojeas",
        ),
        harmless=any_of(
            r"políticas? (?:de(?! qué)|públicas?|comercial(?:es)?|retributivas?|internas?|social(?:es)?)|(?:temas|"
            r"periodistas?|información|ciencias?"
            r"|análisis) polític[oa]s?|partidos? de (?:fútbol|baloncesto|tenis)",
        ),
    ),
    Topic.FINANCIAL: Words(
        signs="crediticio* declarado embargada* embargado* patrimonio vive vives "
        "deuda* préstamo* hipoteca* asnef moros* embargo* ahorro* crédito* fin mes banco bancari* financier* "
        "económic* "
        "economía endeud* rai cirbe solvencia insolven* quiebra",
        named=any_of(
            r"(?:tus|sus|tienes|tiene|con|de|alguna|qué|sin|muchas)(?: usted)? deudas?(?= |\W*$|,)|(?:tienes|tiene|"
            r"tu|su|tus|sus|pag\w+|con)"
            r"(?: usted)? (?:\w+ )?(?:préstamos?|hipotecas?|ahorros|embargos?|créditos?)(?= |\W*$|,)|asnef|cirbe|"
            r"(?:lista|listas|ficheros?|"
            r"registros?) de moros\w+|moros[oa]s?(?=\W*$)|(?:a )?fin de mes(?= |\W*$)(?! (?:cierr|se|hay|cuad))|"
            r"(?:situación|problemas?|"
            r"dificultades|apuros) (?:financier|económic)\w+|economía (?:personal|doméstica|familiar)|(?:historial|"
            r"informe|puntuación) "
            r"(?:crediticio|de crédito|crediticia)|endeudad[oa]|embargad[oa]s?|(?:tu|su) (?:solvencia|cuenta "
            r"bancaria|patrimonio)|"
            r"insolvencia|bancarrota",
        ),
        harmless=any_of(
            r"cierre (?:de )?fin de mes|(?:tramit\w+|concesión|solicitudes?|gestión|venta) (?:de )?(?:hipotecas|"
            r"préstamos|créditos)|deudas? "
            r"(?:a un|de un|del|de los) clientes?|deuda técnica|situación (?:financiera|económica) de (?:la|una|un) "
            r"(?:empresa|cliente)",
        ),
    ),
    Topic.RESIDENCE: Words(
        signs="estás particular* postal* "
        "barrio* vives vive viven código postal dirección domicilio coche vehículo alquiler piso propietari* "
        "padres extrarradio "
        "zona chabol* vivienda hipoteca calle distrito residencia casa periferia",
        named=any_of(
            r"barrios? (?:marginal|conflictivo|obrero|humilde)\w*|(?:qué|tu|su|buen|mal|un|del|otro) (?:\w+ "
            r")?barrios?(?= |\W*$|,|:)(?! (?:comercial|donde (?:trabaj|"
            r"repart)))|código postal|"
            r"(?:tu|su) (?:dirección|domicilio)(?= |\W*$|,)(?! de (?:correo|email|envío))|dirección (?:completa|"
            r"particular|y código|del "
            r"domicilio)|(?:dónde|en qué zona|cerca|lejos)(?: \w+)? (?:vives|vive|resides|reside)|coche (?:propio|a "
            r"tu nombre)|(?:tienes|tiene)"
            r"(?: usted)? (?:coche|vehículo)(?: propio)?(?=\W*$|,)|(?:vives|vive|viven|estás|vivienda)(?: usted)? "
            r"(?:\w+ )?(?:de alquiler|en "
            r"(?:alquiler|propiedad|un piso|piso|el extrarradio|la periferia|casa de|un barrio|zona)|con (?:sus|tus) "
            r"padres)|de alquiler o|"
            r"piso propio|(?:casa|vivienda) (?:propia|en propiedad|protegida)|extrarradio|vive (?:en|a|fuera|lejos) "
            r"(?:[\w]+ ?){1,3}",
        ),
        harmless=any_of(
            r"dirección (?:de correo|electrónica|de envío|de entrega|general|de obra|ip|de equipos)|vive "
            r"en la (?:nube|base)"
        ),
    ),
    Topic.GENETIC: Words(
        signs="genétic* adn hereditari* familia padres padre madre abuelos murieron murió gen genes cáncer "
        "antecedentes",
        profile=any_of(r"(?:pruebas?|tests?|análisis) (?:de adn|genétic\w+) (?:antes|como|para|es|será|son|forma)"),
        named=any_of(
            r"(?:prueba|test|análisis|enfermedad|antecedente|predisposición|información|estudio)(?:s|es)? (?:de adn|"
            r"genétic\w+|hereditari\w+|"
            r"familiares)|(?:padres?|madre|abuelos|familia|familiares)(?: o \w+ \w+)? (?:[\w]+ ){0,5}(?:cáncer|"
            r"enfermedad(?:es)?|"
            r"alzh[eé]imer|diabetes|infarto|murieron|murió|falleci\w+)(?= |\W*$|,)|(?:murieron|murió|falleci\w+) "
            r"(?:\w+ ){0,2}(?:abuelos|"
            r"padres|padre|madre)|(?:cáncer|enfermedades|alzh[eé]imer) (?:[\w]+ ){0,4}en (?:tu|su) familia",
        ),
        harmless=any_of(r"pruebas genéticas (?:has|ha|se) \w+|algoritmos? genéticos?"),
    ),
    Topic.LIFESTYLE: Words(
        signs="juerga "
        "fum* tabaco cigarr* vape* bebe* bebedor alcohol copas fiesta* sales sale noche* noches trasnoch* "
        "juego apuestas ocio "
        "tiempo fines",
        profile=any_of(r"(?:no )?fumador(?:es|a|as)? (?:no|abstenerse|excluid\w+)|abstenerse fumadores"),
        named=any_of(
            r"fum(?:as|a|ar|ador|adora|adores|adoras|áis|en|e)(?: usted)?(?= |\W*$|,|:)(?! (?:en el aula))|tabaco|"
            r"cigarr\w+|vape\w+|(?:bebes|"
            r"bebe|beber|bebedor|bebedora)(?: usted)?(?=\W*$| (?:alcohol|mucho|habitualmente|los|cada|en|y|ni|o|"
            r"demasiado|a)|,|:)|(?:consum\w+"
            r"|de|toma\w*) alcohol|de (?:copas|fiesta|juerga)(?= |\W*$|,)|(?:sales|sale)(?: usted)? (?:mucho|de "
            r"noche|por las noches|hasta)|"
            r"(?:qué haces|a qué dedicas|qué hace)(?: usted)? (?:por las noches|los fines|en tu tiempo|el tiempo "
            r"libre|en (?:tu|su) ocio)|"
            r"trasnoch\w+|apuestas(?=\W*$)",
        ),
        harmless=any_of(r"(?:servi\w+|venta de|vender|carta de|exige) (?:\w+ )*(?:alcohol|copas|tabaco)"),
    ),
    Topic.CANNABIS: Words(
        signs="cannabis porro* marihuana maría hachís droga* estupefaciente* thc canuto* hierba",
        named=any_of(
            r"cannabis|porros?|marihuana|(?:fuma\w* )(?:maría|hierba)|hachís|drogas?|estupefacientes?|thc|"
            r"canutos?"
        ),
        harmless=any_of(r"cannabis (?:medicinal|terapéutico)|delitos de drogas"),
    ),
    Topic.POLYGRAPH: Words(
        signs="polígrafo* mentira* verdad",
        profile=any_of(r"polígrafos?|detector(?:es)? de mentiras|prueba de la verdad"),
    ),
    Topic.SOCIAL_MEDIA: Words(
        signs="agreg* "
        "facebook instagram tiktok twitter snapchat linkedin contraseña* perfil* redes cuenta* usuario amistad "
        "privad* personal* "
        "whatsapp mensajes clave",
        profile=any_of(
            r"(?:acceso a|revis\w+|consult\w+|mirar\w*|ver|analiz\w+|entrar\w* en) (?:tus|sus|tu|su|los|las) (?:\w+ "
            r")?(?:redes sociales|perfil"
            r"(?:es)? (?:personal\w*|privad\w*)|cuentas? (?:personal\w*|privad\w*)|facebook|instagram)",
        ),
        named=any_of(
            r"contraseñas?(?! (?:seguras?|de los (?:clientes|usuarios)))|(?:perfil(?:es)?|cuentas?|usuarios?|"
            r"mensajes) (?:\w+ )?(?:privad[oa]s?|"
            r"personal(?:es)?|de (?:instagram|facebook|tiktok|twitter)|en redes|en instagram)|(?:tu|su|tus|sus) "
            r"(?:facebook|instagram|tiktok|"
            r"twitter|redes sociales|redes)(?= |\W*$|,)|solicitud de amistad|agreg\w+ (?:al|a la) (?:jefe|responsable)",
        ),
        harmless=any_of(
            r"(?:cuentas?|perfil(?:es)?|redes|páginas?) (?:sociales )?(?:de (?:la )?(?:empresas?|marcas?|clientes?)|"
            r"corporativ\w+|profesional"
            r"(?:es)?)"
        ),
    ),
    Topic.MILITARY: Words(
        signs="deshonor exmilitar honor servido "
        "mili militar* ejército reservista* reserva servicio fuerzas soldado licenciad* veteran* legión",
        named=any_of(
            r"(?:la|hiciste la|hizo la) mili(?= |\W*$|,)|servicio (?:militar|social obligatorio)|(?:el|del|en el) "
            r"ejército|reservistas?|(?:en la|"
            r"de) reserva (?:voluntaria|militar|activa)|fuerzas armadas|(?:carrera|pasado|vida|cartilla) militar|"
            r"licencia(?:do|da|ron|miento) "
            r"(?:del|con|sin) (?:ejército|honor|deshonor)",
        ),
        harmless=any_of(r"ejército de salvación|(?:contratos?|material|vehículos?) (?:de defensa|militar(?:es)?)"),
    ),
    Topic.AFFILIATION: Words(
        signs="círculos pertenec* "
        "club clubes asociaci* mas* masón masona logia cofradía* hermandad* peña* socio socia pertenece* "
        "rotary círculo grupos "
        "voluntari* congregación opus",
        named=any_of(
            r"(?:a qué|de qué|qué|algún|otros|los) (?:\w+ )?(?:clubes|club|asociaciones|asociación|cofradías?|"
            r"hermandad(?:es)?|peñas?|círculos?|"
            r"grupos)(?: o \w+| y \w+)?(?: \w+)? (?:pertenec\w+|es|eres|formas?|está\w*|particip\w+|colabor\w+|"
            r"militas?)|mas(?:ón|ona|onería)|"
            r"logia|rotary|opus dei|(?:soci[oa]|miembro) (?:de|del) (?:un |una |algún |alguna |mismo |qué )?(?:club|"
            r"asociación|cofradía|peña|"
            r"hermandad|círculo|grupo|congregación|comunidad)|pertenec\w+ (?:usted )?a (?:un|una|algún|alguna|qué) "
            r"(?:club|asociación|cofradía|"
            r"peña|hermandad|grupo|organización|secta)",
        ),
        harmless=any_of(
            r"colegios? profesional(?:es)?|asociaci(?:ón|ones) (?:profesional(?:es)?|de vecinos con)|"
            r"club (?:deportivo|de lectura) que"
        ),
    ),
    Topic.MONITORING: Words(
        signs="captura* controla* encuesta escuch* escuchando estadística* estadístico* monitoriz* observ* "
        "observando registr* registra* voluntaria* voluntario* "
        "graba* grabar grabando vigil* pantalla habitación webcam cámara teclado ubicación avisar secreto "
        "escondidas note noten "
        "sepa rastre* monitoriza* decírselo",
        profile=any_of(
            r"(?:graba|registra|vigila|monitoriza|rastrea|captura|controla)\w* (?:\w+ )?(?:tu|su|la) (?:pantalla|"
            r"habitación|webcam|casa|ubicación|"
            r"móvil|teclado|escritorio|entorno|cuarto)",
            rf"(?:graba|vigil|observ|registr|escuch|monitoriz|rastre)\w* (?:[\w,]+ ){{0,12}}{_SECRETLY}|{_SECRETLY},? "
            rf"(?:[\w,]+ ){{0,6}}(?:graba|"
            r"vigil|observ|registr|escuch)\w*",
            r"(?:sigue|siga|continúa|continúe|seguir|seguimos|seguiremos) (?:grabando|vigilando|observando|escuchando)",
        ),
    ),
    Topic.CIVIL_PARTNERSHIP: Words(signs="hecho* pareja parejas hecho", named=any_of(r"parejas? de hecho")),
}
