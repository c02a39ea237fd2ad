"""Spanish: words that give a topic away by themselves, unless a clause is about others or is work: body and home."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

_KIDS = r"(?:hij[oa]s?|niñ[oa]s|críos?|crías|bebés?|peques?|pequeños|chavales|nietos)"

NAMED_LIFE: Mapping[Topic, Words] = {
    Topic.DISABILITY_HEALTH: Words(
        signs="afecciónes antidepresivo antidepresivos asma bien bipolar buen buena burn burn* cadera clínica "
        "condición corazón deprimida* deprimido* diabética diabético diagnosticada* diagnosticado* diagnóstico "
        "dislexia esquizofrenia estado fibromialgia hombro hombros oído problema psiquiátric* psiquiátricos rodilla "
        "salud* sana* sano* terapeuta tratada* tratado* vacunada* vacunado* vista "
        "enferm* malo mala salud médic* medicación medicamento* medicina pastillas depresi* ansiedad terapia "
        "psic* "
        "psiquiatr* espalda rodillas discapaci* minusv* baja bajas lesi* operaci* operad* operaste cáncer diabet* "
        "epileps* "
        "epiléptic* hospital* trastorno* adicción adicciones burnout alergi* autis* tdah silla tratamiento* estrés "
        "invalid* "
        "incapacidad ingresad* accidente* dolencia* crónic*",
        named=any_of(
            r"enferm(?:edad(?:es)?|[oa]s?)(?= |\W*$|,|:)(?! (?:profesional(?:es)? que|de la planta))|(?:ponerte|"
            r"pones|pone|te "
            r"has puesto|se ha puesto) (?:mal[oa]|enferm[oa])|(?:tu|su|de|buena|mala|estado de|por) salud(?= |\W*$|,|"
            r":)(?! (?:"
            r"laboral|pública|animal|y seguridad|mental de (?:los|las)))|(?:problemas?|motivos?|razones|cuestiones|"
            r"condición) de "
            r"salud|(?:historial|problemas?|tratamientos?|antecedentes|condición|bajas?|revisión|informes?) "
            r"médic[oa]s?|"
            r"(?:tom\w+|con|bajo|alguna|qué) (?:usted )?(?:medicación|medicamentos?|medicinas|pastillas)|"
            r"antidepresivos?",
            r"depresi(?:ón|va|vo|ones)|ansiedad(?= |\W*$|,)|(?:a|en|ir a|haciendo) terapia|(?:al|a un|con un|tu|su) "
            r"(?:psicólogo|"
            r"psiquiatra|terapeuta)|psicológic[oa]s?(?= |\W*$)|psiquiátric\w+|(?:problemas?|dolores?|dolor|lesión|"
            r"lesiones|molestias"
            r"|mal) (?:de|en) (?:la |las |el |los )?(?:espalda|rodillas?|corazón|hombros?|cadera|vista|oído)|"
            r"discapaci(?:dad|tad[oa]"
            r"s?|dades)|minusv(?:alía|álid[oa])\w*|incapacidad|invalidez",
            r"(?:estado|estar|estás|está|estuviste|estuvo|de|por|una|larga|pid\w+|cogi\w+|coger|con|menciona|días de|"
            r"tus|sus)(?: "
            r"usted)? (?:de )?bajas?(?= |\W*$|,|:)(?! (?:de (?:maternidad|paternidad|calidad|personal)|temporada|"
            r"tensión|rotación|"
            r"laborales de|médicas de (?:los|la)))|cáncer|diab(?:etes|étic[oa])|epil(?:epsia|éptic[oa])|vih|asma|"
            r"autis(?:mo|ta)|"
            r"tdah|bipolar|esquizofrenia|fibromialgia|(?:trastornos?|problemas?) (?:mental(?:es)?|psíquic\w+|"
            r"psicológic\w+)|"
            r"adicci(?:ón|ones)|(?:operad[oa]|hospitalizad[oa]|ingresad[oa])(?= |\W*$|,)|(?:te han|le han) operado|"
            r"en silla de "
            r"ruedas|en tratamiento(?! de (?:datos|aguas|superficies))|accidentes? laboral(?:es)? (?:previo|"
            r"anterior)\w*|"
            r"tartamude\w+|dislexia|burn-?out",
        ),
        harmless=any_of(
            r"(?:seguridad y|salud) (?:salud|laboral|pública)|seguro (?:médico|de salud)|personal sanitario|(?:dar|"
            r"dan|diste|dado) "
            r"de baja|baja (?:de clientes|rotación)|primeros auxilios|signos de un ictus|(?:residuos|material|"
            r"equipos) médicos?",
        ),
    ),
    Topic.MARITAL_FAMILY: Words(
        signs="cargas chavales chica chico civil* crías cónyuge* estado famil* hija* hijo* naranja nietos niña* "
        "niño* novia* novio* peque pequeños relación situación viv* "
        "casad* solter* divorciad* separad* viud* marido mujer esposa esposo pareja novio novia hijo hijos "
        "hija hijas "
        "niño niños niñas crío críos bebé bebés peques famili* civil señora señorita hogar ataduras madre padre "
        "madres padres "
        "solo sola alguien prometid* cónyuge boda matrimonio",
        named=any_of(
            r"(?:estado|situación) (?:civil|familiar|sentimental|de pareja)|casad[oa]s?(?= |\W*$|,|:)|"
            r"solter[oa]s?(?= |\W*$|,|:)|"
            r"divorciad[oa]s?|viud[oa]s?|separad[oa](?=\W*$|,| o)|cónyuge|prometid[oa]|(?:tu|su|mi) (?:marido|mujer|"
            r"esposa|esposo|"
            r"pareja|novi[oa]|chic[oa]|media naranja)|(?:en|con|tiene|tienes|hay|vive en|sin|de) pareja(?= |\W*$|"
            r",)(?! (?:de "
            r"(?:baile|calcetines|ases)|con un compañero))|novi[oa]s?(?= |\W*$|,)|señora o señorita|señorita o señora",
            rf"(?:tien\w+|tener|sin|con|sus|tus|su|tu|los|de|cuántos|ni|otros|hay|sean|o|cuid\w+|deja\w*|a los|"
            rf"número de)(?: "
            rf"usted)? {_KIDS}(?= |\W*$|,|:)(?! (?:de (?:\w+ años|primaria|infantil|la clase|mi clase)|en (?:tu|su|"
            rf"la|el|clase) "
            rf"|con (?:autismo|discapacidad|necesidades)|hospitalizad|que no|tenías|tenía|has|ha ))|(?:viv\w+)(?: "
            rf"usted)? (?:sol[oa]|"
            rf"con (?:alguien|tu|su|tus|sus|un|una|pareja))|(?:madre|padre|madres|padres) (?:solter[oa]s?|de familia|"
            rf"de niños|sol[oa])"
            rf"|(?:eres|es|ser)(?: usted)? (?:madre|padre)(?= |\W*$|,)|(?:cargas?|obligaciones|situación|vida|"
            rf"responsabilidades|"
            rf"circunstancias|planes) famil\w+|(?:tu|su|de la|formar una|hablar de) familia(?= |\W*$|,)(?! (?:de "
            rf"(?:productos|acogida"
            rf"|el paciente)|del (?:paciente|residente|alumno)))|sin ataduras|alguien (?:especial )?(?:esperándote|"
            rf"en casa|en tu vida)",
        ),
        harmless=any_of(
            r"empresas? familiar(?:es)?|negocios? familiar(?:es)?|(?:trabajar|trabajado|trabajo|trabajas|"
            r"experiencia) con (?:\w+ )?"
            r"(?:niños|niñas|familias|padres|bebés)|familias? (?:de productos|profesional|de acogida)|medicina (?:de "
            r")?familia\w*|"
            r"por separado|para cada hijo de",
        ),
    ),
    Topic.PREGNANCY: Words(
        signs="baja descendencia hija* hijo* licencia mamá niños papá pensado permiso planeado planificación "
        "previsto tener "
        "embaraz* gestación gestante* maternidad paternidad parental bebé bebés lactancia encinta parto hijos "
        "hijo madre "
        "padre familia cigüeña",
        named=any_of(
            r"embaraz\w+|(?:en )?(?:estado de )?gestación(?! (?:del|de) (?:proyecto|cambio|empresa))|gestantes?|"
            r"encinta|(?:baja|"
            r"permiso|licencia) (?:de |por )?(?:maternidad|paternidad|maternal|parental)(?! (?:ampliad|retribuid|de "
            r"(?:los|las)|en "
            r"(?:tu|su) equipo))|lactancia|(?:un|el|otro|al) bebé(?= |\W*$|,)|(?:quer\w+|piens\w+|pensando en|"
            r"planes? (?:de|para)|"
            r"planea\w*|plantea\w*|prev\w+|gustaría|ilusión|dese\w+|idea de|pens\w+)(?: usted)? (?:\w+ ){0,2}(?:ser|"
            r"tener|ampliar|"
            r"formar|aumentar) (?:\w+ )?(?:hij[oa]s?|familia|madre|padre|niños|bebés?|descendencia)|ser (?:madre|"
            r"padre|mamá|papá)|"
            r"quedar(?:te|se) embarazada|en (?:tus|sus) planes",
        ),
        harmless=any_of(r"(?:cubr\w+|sustitu\w+|cobertura) (?:de |por )?(?:una |la )?bajas? (?:de|por) maternidad"),
    ),
    Topic.REPRODUCTIVE: Words(
        signs="píldora anticoncep* abort* fertilidad fecundación fiv menopausia menstrua* regla esteriliza* "
        "infertil* vasectomía",
        named=any_of(
            r"píldora|anticoncep\w+|abort(?:o|os|ado|aste|ó|ar)|(?:tratamiento|clínica|problemas) de (?:fertilidad|"
            r"reproducción)|"
            r"reproducción asistida|fertilidad|fecundación|fiv|menopausia|menstruaci\w+|(?:tu|su|la) regla(?=\W*$| "
            r"te| le| es)|"
            r"esterilizad[oa]|"
            r"infertilidad|vasectomía",
        ),
        harmless=any_of(r"abort(?:ar|o) (?:el|la|un|una) (?:proceso|despliegue|operación|transacción)"),
    ),
    Topic.CARING: Words(
        signs="atend* atiend* carga dej* enferm* guarda llev* mayore ocupa ocupas recog* "
        "cuid* cargo cargas guardería cole colegio canguro niñera recoge* recoger dependiente* mayores padres "
        "abuelos hijos "
        "niños críos críos conciliar conciliación familiar cole deja* dejas reducción",
        named=any_of(
            rf"(?:cuid\w+|recog\w+|dej\w+|atend\w+|atiend\w+|llev\w+) (?:de |a |con )?(?:los |las |tus |sus |el |la |"
            rf"tu |su |un |una "
            rf"|alguien |algún )*(?:{_KIDS}|padres|madre|padre|abuel\w+|familiar\w*|mayor(?:es)?|persona "
            rf"(?:dependiente|mayor))|(?:a "
            r"(?:tu|su)|tu|su|al) (?:cargo|cuidado)(?= |\W*$|,)(?! (?:de (?:un |una |la |el )?(?:equipo|tienda|"
            r"cuenta|proyecto|turno)))|"
            r"cargas? (?:familiar(?:es)?|en casa|de familia)|(?:personas?|familiar(?:es)?|padres?|madre) "
            r"(?:dependientes?|a cargo|"
            r"mayores? a (?:tu|su))|mayores a cargo|(?:reducción|excedencia|permiso) (?:\w+ )?por (?:cuidado|guarda)|"
            r"guardería(?= |"
            r"\W*$)(?! (?:donde|en la que|municipal))|niñera|canguro|(?:salida|entrada) del cole(?:gio)?|(?:del|al) "
            r"cole(?= |\W*$)",
        ),
        harmless=any_of(
            r"a (?:tu|su) cargo (?:un |el |la |una )?(?:equipo|turno|sala|presupuesto)|cuidado (?:del "
            r"detalle|de la piel)"
        ),
    ),
    Topic.PHYSICAL_ABILITY: Words(
        signs="ayuda coger mover problemas transportar "
        "levantar cargar kilos kg peso pesos forma física físic* pie aguant* complexión fuerte fuerza "
        "resistencia bastón "
        "silla escaleras camina caminar robust*",
        named=any_of(
            r"(?:levantar|cargar|mover|coger|transportar) (?:[\w,]+ ){0,4}(?:\d+ ?(?:kg|kilos)|pesos?|cargas? "
            r"pesadas?|cajas "
            r"pesadas)|(?:buena|mala|plena|óptima)? ?(?:forma|condición|capacidad|aptitud|resistencia|fuerza|"
            r"limitación|limitaciones) "
            r"físicas?|de pie (?:todo|toda|durante|muchas|varias|\d)|complexión (?:fuerte|robusta|atlética)|"
            r"(?:camin\w+|and\w+) sin "
            r"(?:bastón|ayuda|problemas)|en silla de ruedas|(?:subir|sube|suba) (?:las |por las |bien las "
            r")?escaleras|físicamente "
            r"(?:apt|fuerte|capaz|capacitad)\w*",
        ),
        harmless=any_of(r"(?:puesto|trabajo) (?:exige|implica|requiere|supone|consiste|incluye)[^.?!]{0,60}"),
    ),
    Topic.APPEARANCE: Words(
        signs="agradable buena color cuidado excelente foto* mala rostro velo "
        "mides mide pesas pesa foto fotografía* tatuaje* piercing* guap* atractiv* delgad* gord* obes* "
        "sobrepeso físic* "
        "presencia belleza imagen aspecto cuerpo estatura altura peso figura talla cara barba cabello melena imc fe* "
        "bonit*",
        profile=any_of(
            r"(?:buena|excelente|impecable) presencia|(?:físico|aspecto|rostro) (?:agradable|atractivo|cuidado)|"
            r"guap[oa]s?",
        ),
        named=any_of(
            r"(?:cuánto|qué)(?: \w+)? (?:mides|mide|pesas|pesa)(?= usted|\W*$| y)|qué (?:estatura|altura|peso|talla)|"
            r"físico (?:agraciado|atractivo|agradable)|(?:tu|su) (?:peso|estatura|altura|talla|figura|físico|"
            r"aspecto|cabello|imc)(?= |\W*$|,)|foto(?:grafía)?s?(?: tuya| suya| de cuerpo| de carné| reciente|\W*$| "
            r"de (?:ti|usted|"
            r"medio))|tatuajes?|piercings?|guap[oa]s?|atractiv[oa]s?(?= |\W*$|,)(?! (?:para|oferta|del|de la))|"
            r"delgad[oa]s?|gord[oa]s?|"
            r"obes[oa]s?|obesidad|sobrepeso|imc|(?:buena|mala|excelente) (?:presencia|figura|planta|pinta)|(?:cara|"
            r"cuerpo|rostro) "
            r"(?:bonit|agraciad|bell|agradable|fe)\w*|(?:aspecto|atractivo|apariencia) físic[oa]|feo|fea",
        ),
        harmless=any_of(
            r"fotos? (?:de|del) (?:tus|sus|los|las|la|el|producto|obra|trabajos?)[\w ]{0,20}|presencia (?:online|"
            r"digital|en redes)|"
            r"(?:escaparates?|ofertas?|menús?|diseños?|precios?) (?:más )?atractiv\w+"
        ),
    ),
    Topic.AI_EMOTION: Words(
        signs="alegre apagada apagado estresada estresado gesticula honestidad incómoda incómodo monótona muestra "
        "parece personalidad quebrada suena tensa tenso "
        "mirada gestos gesto cara voz rostro sonr* nervi* tono emoci* expresi* facial* corporal lenguaje "
        "sincer* miente "
        "tiembla tembl* sudor suda humor estado ánimo triste contacto",
        profile=any_of(
            r"(?:analiza|detecta|mide|evalúa|lee|interpreta|valora|juzga|puntúa)\w* (?:tu|su|tus|sus|la|las|el|los) "
            r"(?:\w+ )?(?:cara|"
            r"voz|rostro|emoci\w+|expresi\w+|gestos?|mirada|tono|estado de ánimo|sinceridad|lenguaje corporal)|"
            r"(?:emociones|sinceridad|personalidad|honestidad|estado de ánimo|estrés|nervios) (?:\w+ ){0,3}(?:a "
            r"partir de|según|por|con|a través de|mediante) (?:tu|su|la|el|"
            r"tus|sus) (?:voz|cara|"
            r"rostro|gestos|mirada|expresi\w+)",
        ),
        named=any_of(
            r"(?:según|por|de|con) (?:la |su |sus |los |el )(?:mirada|gestos|tono(?: de voz)?|voz|cara|rostro|"
            r"expresión)(?= |\W*$|,)|"
            r"lenguaje corporal|contacto visual|expresi(?:ón|ones) facial(?:es)?|microexpresiones|(?:tono|temblor) "
            r"(?:de|de la) voz",
        ),
        scored=any_of(
            r"(?:sonríe|sonrisa|sonriente)(?! al cliente)|mantiene la mirada|(?:esquiva|evita|aparta) la mirada|"
            r"(?:parece|se le ve|se "
            r"muestra|se le nota|suena|está) (?:\w+ )?(?:nervios[oa]|triste|tens[oa]|sincer[oa]|alegre|incómod[oa]|"
            r"insegur[oa]|"
            r"estresad[oa]|apagad[oa])|(?:tiembla|temblor|temblorosa|monótona|quebrada)|voz (?:firme|temblorosa|"
            r"cálida|apagada|"
            r"monótona)|(?:suda|sudor|gesticula|se sonroja)",
        ),
    ),
}
