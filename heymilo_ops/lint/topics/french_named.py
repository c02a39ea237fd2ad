"""French: words that give a topic away by themselves, unless a clause is about others or is work: who somebody is."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.lint.topics.language import Words, any_of
from heymilo_ops.lint.topics.topic import Topic

_AGE = (
    r"(?:2[2-9]|[3-7]\d|vingt|trente|quarante|cinquante|soixante)(?:[- ](?:et un|deux|trois|quatre|cinq|six|sept|"
    r"huit|neuf))?"
)
_NOT_AGE = (
    r"(?! (?:d'expérience|d'ancienneté|de carrière|de pratique|de métier|d'existence|de garantie|d'activité|"
    r"dans|au sein))"
)
_KIN = r"(?:parents?|père|mère|grands[- ]parents|famille|ancêtres)"

NAMED_PERSON: Mapping[Topic, Words] = {
    Topic.AGE: Words(
        signs="anniversaires sonanniversaire sonanniversaires tonanniversaire tonanniversaires votreanniversaire "
        "votreanniversaires "
        "brevet cesser diplômé* diplômée* jeun* numérique né* née* raccrocher scolarité sortie "
        "âge âgé* âgée ans année années génération né née nés nées naissance anniversaire retraite bac "
        "baccalauréat "
        "diplôme lycée école études jeune* vieux vieille vieilles junior senior seniors trentenaire* quadragénaire* "
        "quinquagénaire* quadra* quinqua* sexagénaire* trentaine vingtaine quarantaine cinquantaine soixantaine "
        "arrêter "
        "travailler emploi",
        profile=any_of(
            r"(?:entre )?\d\d (?:et|à|-) \d\d ans",
            r"(?:jeune|dynamique) (?:équipe|bande) (?:\w+ )?(?:cherche|recrute|recherche) (?:\w+ )?jeune",
            r"(?:la|les) (?:petite |jeune )?(?:vingtaine|trentaine|quarantaine|cinquantaine)",
        ),
        named=any_of(
            r"quel âge|âge (?:du|de la|de l'|des) (?:candidate?s?|personne|postulante?s?)|(?:votre|ton|son|leur) âge|"
            r"tranches? d'âge|limite d'âge|l'âge|(?:âge|date de naissance) (?=\(|:)",
            rf"(?:plus|moins|au[- ]dessus|au[- ]dessous|au[- ]delà|à partir|âgée?s?) (?:de )?(?:plus |moins )?(?:de )?"
            rf"(?!(?:16|18|21) ){_AGE} ans{_NOT_AGE}",
            rf"(?!(?:16|18|21) ){_AGE} ans (?:et|ou) (?:plus|moins)|(?:les|des|aux?|candidate?s? de) (?:plus de |"
            rf"moins de )?"
            rf"(?!(?:16|18|21) ){_AGE} ans{_NOT_AGE}|(?:a|ont|avoir) (?:plus de |moins de |déjà )?(?!(?:16|18|21) "
            rf"){_AGE} "
            rf"ans{_NOT_AGE}",
            r"(?:née?s?|diplômée?s?|bac) (?:avant|après|depuis|en|entre) (?:19|20)\d\d|(?:date|année|jour|mois) de "
            r"naissance|(?:êtes|es|est|sont) (?:\w+ )?née?s? (?:en quelle|quand|quel)|née?s? (?:en quelle année|quand)|"
            r"(?:votre|ton|son|d') ?anniversaires?",
            r"(?:trentenaires?|quadragénaires?|quinquagénaires?|sexagénaires?|quadras?|quinquas?)|(?:de|quelle|votre|"
            r"la "
            r"même|sa) génération(?! (?:d|suivante))|trop (?:vieux|vieille|jeune|âgée?)|(?:plus tout|encore) jeune|"
            r"profil "
            r"(?:junior|jeune|senior)|(?:l'énergie|la fraîcheur|le dynamisme) (?:de la|d'un) jeun\w+",
            r"(?:avant|jusqu'à|de|à|pour|en|prendre|près de) (?:la |votre |ta |sa |une )?retraite(?! (?:complémentaire|"
            r"médicalisée))|(?:arrêter|cesser) (?:de travailler|toute activité|votre carrière|votre activité)|"
            r"raccrocher(?! (?:le|au|du))",
            r"(?:eu|passé|obtenu|terminé|fini|quitté|arrêté|décroché) (?:votre |ton |son |le |la |l'|vos |ses |les "
            r")?(?:bac"
            r"|baccalauréat|lycée|école|études|diplôme|scolarité|brevet)(?= |\W*$)(?! (?:de (?:soudeur|cuisinier)))",
            r"(?:année|date|quand) (?:du|de (?:son|votre|ton|sa|fin)|où) (?:premier emploi|bac|diplôme|études|lycée|"
            r"sortie|"
            r"d'études|scolarité)",
        ),
        harmless=any_of(
            r"quel âge (?:a|avait|ont|avaient) (?:le|la|les|cette?|ces|votre|vos) (?!candidate?|personne|postulant)"
            r"[\w' -]{0,40}",
            r"(?:maisons?|caisses?|résidences?|épargne|plans?|produits?) de retraite|retraites? complémentaires?|"
            r"(?:enfants?|résidents?|élèves|patients?) (?:de|âgée?s? de) (?:plus de |moins de )?[\w-]+ ans",
        ),
    ),
    Topic.SEX_GENDER: Words(
        signs="cherch* cherchons genre* préférence recherch* recherchons recrut* réservé souhait* tant uniquement "
        "voulons "
        "homme hommes femme femmes garçon garçons fille filles gars dame dames mec mecs masculin* féminin* "
        "viril* "
        "monsieur h sexe demoiselle",
        profile=any_of(
            r"(?:cherch\w+|recherch\w+|voulons|recrut\w+|souhait\w+) (?:une? |des |de )?(?:\w+ ){0,2}(?:hommes?|"
            r"femmes?|"
            r"garçons?|filles?|gars|dames?|demoiselles?|mecs?)(?= |\W*$)(?! (?:ou une?|et|/))",
            r"(?:jeunes? |jolies? )(?:femmes?|filles?|hommes?|garçons?|dames?)(?= |\W*$)",
        ),
        named=any_of(
            r"(?:homme ou (?:une )?femme|femme ou (?:un )?homme|masculin ou féminin|(?:h|m) ?/ ?f)(?=\W*$| \?)|"
            r"(?:pour|étant|comme|en tant que|seule|vous êtes|tu es|êtes) (?:une |un )?(?:femme|homme|fille)(?= |"
            r"\W*$|,)|(?:une|les) (?:femmes?|filles?) "
            r"(?:sur|dans|à|au|parmi)|(?:douceur|touche|qualités?|force|autorité) (?:féminine|masculine|virile)s?",
        ),
        scored=any_of(
            r"(?:hommes?|femmes?|garçons?|filles?|gars|dames?|mecs?|masculin\w*|féminin\w*|viril\w*)(?! "
            r"(?:enceintes?|de "
            r"ménage|de chambre|d'affaires))"
        ),
        harmless=any_of(
            r"(?:chaussures|vêtements|mode|prêt[- ]à[- ]porter|rayon|santé|collection|coiffure|magazine|foyer|football|"
            r"équipe) (?:pour |de la |des |de |les )*(?:femmes?|hommes?)|femmes? de (?:ménage|chambre)|(?:aux |les )?"
            r"(?:femmes et (?:aux )?hommes|hommes et (?:aux )?femmes)|(?:un homme ou une femme|une femme ou un homme) "
            r"(?:de|du)",
        ),
    ),
    Topic.NATIONAL_ORIGIN: Words(
        signs="candidat* candidate* gens personne personnes profil profils ressortissant ressortissants "
        "base coin depuis français naissance* né* née* où patronymes région vraiment "
        "origine* originaire* nom prénom patronyme accent pays né née nés nées naissance parents père mère "
        "grands "
        "famille racines étranger étrangère étrangers étrangères immigré* immigration consonance venez viens vient "
        "france "
        "vivez maghrébin* africain*",
        named=any_of(
            r"(?:c'est |de |quelle )?(?:quelle )?origine,? (?:de )?(?:votre|ton|ce|son)|(?:votre|ton|son|ses|vos|"
            r"leurs?) "
            r"origines?|d'origine (?:étrangère|africaine|maghrébine|arabe|asiatique|turque|algérienne|marocaine|"
            r"tunisienne|portugaise|antillaise|\w+ienne)|originaires? (?:de|d')|pays (?:d'origine|de naissance|"
            r"natal)|lieu de "
            r"naissance|l'origine|ville de naissance",
            r"(?:venez|viens|vient|viennent|sont|êtes|es|est)(?:-vous|-tu| votre famille| tes parents| vos parents)? "
            r"(?:de quel (?:pays|coin)|d'où)|d'où (?:vient|viennent|venez|viens|êtes|sort|tenez|c'est)|(?:ça|il|elle|"
            r"nom|"
            r"prénom|c'est) (?:vient|d'où|de quel pays)(?: d'où)?",
            r"(?:née?s?|grandi) (?:ici|en france|à l'étranger|où|ailleurs|hors|dans (?:quel|un autre) pays|au \w+|en "
            r"algérie)|où (?:êtes|es|est|sont)(?:-vous| vos parents|-tu|-il)? (?:\w+ )?née?s?|(?:vos|tes|ses) "
            r"(?:grands[- ])?parents (?:sont |viennent |étaient |ont )?(?:\w+ )?(?:née?s?|d'où|d'ici|originaires|"
            r"immigré)",
            r"(?:candidate?s?|personnes?|gens|profils?|ressortissants?|originaires?) (?:d'|de |du |des )(?:[\w' ]+ "
            r")?(?:afrique|asie|maghreb|europe de l'est|algérie|maroc|tunisie|turquie|roumanie|inde|chine|mali|"
            r"sénégal|étranger|balkans|moyen-orient)(?: du nord| noire| de l'ouest)?|(?:noms?|prénoms?|"
            r"patronymes?)(?: \w+)? (?:à consonance|étrangers?|exotiques?|maghrébins?|arabes?|"
            r"africains?)|"
            r"consonance \w+|patronyme|(?:votre|ses|vos|tes) racines|(?:immigrée?s?|issue? de l'immigration)|(?:depuis "
            r"combien de temps|depuis quand) (?:êtes|vivez|vis|es|habitez)[- ](?:vous|tu) (?:en|dans) (?:france|"
            r"belgique|"
            r"suisse|ce pays|le pays)|(?:arrivée?|venue?) en france",
        ),
        harmless=any_of(
            r"(?:appellation|certificats?|indication) d'origine|origine (?:de la|du|des|d'un|d'une|de l') "
            r"(?!candidate?|"
            r"personne|nom|postulant)\w+|origine de vos (?:ingrédients|produits|matières)|noms? de (?:domaine|"
            r"fichiers?|"
            r"variables?|produits?|marques?)",
        ),
    ),
    Topic.RACE_ETHNICITY: Words(
        signs="blanc* blanch blanch* noir* noire* peau* population typé* typée* "
        "peau race ethni* métis* noir noire noirs noires blanc blanche blancs blanches arabe arabes maghrébin* "
        "africain* antillais* asiatique* rom roms gitan* voyage typé typée origine teint",
        named=any_of(
            r"couleur de (?:la )?peau|teint (?:clair|foncé|mat|basané)|(?:l'|d'|son |votre )?ethnie|(?:origine|groupe|"
            r"appartenance|communauté|type)s? ethniques?|gens du voyage|(?:votre|sa|ta|leur|de) race(?= |\W*$)(?! "
            r"(?:de|des|"
            r"bovine|ovine|canine))",
            r"(?:êtes|es|est|sont|plutôt|majoritairement|équipe|clientèle|personnes?|visiblement|paraît|semble|"
            r"candidate?s?) "
            r"(?:plutôt |surtout |majoritairement )?(?:métis(?:se)?s?|noire?s?|blanch?e?s?|arabes?|maghrébin\w*|"
            r"africaine?s?"
            r"|antillaise?s?|asiatiques?|roms?|gitane?s?|typée?s?)(?= |\W*$|,)|(?:blanc|blanche|noire?|arabe),? (?:ou "
            r")?(?:noire?|arabe|blanche?|métis\w*|asiatique|maghrébin\w*)|d'origine (?:africaine|antillaise|"
            r"maghrébine|arabe|"
            r"asiatique|rom|gitane)",
        ),
        harmless=any_of(
            r"races? (?:de |des |d')?(?:vaches?|moutons?|chiens?|chevaux|brebis|chats?|bovin\w*|ovin\w*|porcs?|"
            r"volailles?"
            r"|laitières?|animales?)|arts? asiatiques?|cuisine (?:asiatique|africaine|antillaise)|vins? (?:blancs?|"
            r"noirs?)|"
            r"noir et blanc",
        ),
    ),
    Topic.CASTE: Words(signs="caste castes brahmane* dalit* jati", named=any_of(r"castes?|brahmanes?|dalits?|jati")),
    Topic.GENDER_REASSIGNMENT: Words(
        signs="transidentité "
        "trans transgenre* transsexuel* transition sexe genre prénom deadname hormones morinom né née",
        named=any_of(
            r"trans(?:genres?|sexuel(?:le)?s?|identité)?(?= |\W*$|,)|(?:transition|changement|réassignation|"
            r"dysphorie) de "
            r"(?:genre|sexe)|(?:avant|après|depuis|votre|sa|une) (?:la |votre |sa )?transition(?! (?:vers|numérique|"
            r"écologique|énergétique))|(?:change\w*|changé) de (?:sexe|genre)|(?:ancien|vrai|premier) prénom|morinom|"
            r"prénom "
            r"(?:de|à la) naissance|sexe (?:assigné|de naissance|à la naissance|d'origine)|née? (?:homme|femme|fille|"
            r"garçon)|"
            r"(?:prenez|prends|sous|des) hormones",
        ),
    ),
    Topic.SEXUAL_ORIENTATION: Words(
        signs="femme fille homme homo* homos* même plutôt* sexualité "
        "homo homos homosexuel* hétéro* gay gays lesbienne* bisexuel* queer lgbt* orientation sexuel* copain "
        "copine "
        "compagnon compagne garçons filles hommes femmes attiré* couple mari",
        named=any_of(
            r"homos?(?:exuel(?:le)?s?)?|hétéros?(?:sexuel(?:le)?s?)?|gays?|lesbiennes?|bisexuel(?:le)?s?|queer|"
            r"orientation "
            r"sexuelle|(?:votre|sa|ta) sexualité|(?:copain|compagnon|mari|garçons?|hommes?) ou (?:une? |des |plutôt |"
            r"les )?"
            r"(?:copine|compagne|femmes?|filles?)|(?:copine|compagne|filles?|femmes?) ou (?:un |des |plutôt |les )?"
            r"(?:copain|compagnon|hommes?|garçons?)|attirée? par (?:les )?\w+|même sexe",
            r"(?:compagnon|compagne|conjointe?|partenaire),? (?:c'est|est-ce|il s'agit d') ?(?:bien )?(?:un|une) "
            r"(?:homme|"
            r"femme)",
        ),
        harmless=any_of(
            r"chambres? (?:pour )?(?:hommes|femmes)|(?:un|une) (?:homme|femme) ou (?:un|une) \w+ (?:de|du)"
        ),
    ),
    Topic.CITIZENSHIP: Words(
        signs="réservé seulement statut séjour* uniquement "
        "nationalité* citoyen* passeport* naturalisé* ressortissant* séjour étranger* étrangère* français "
        "française "
        "européen* récépissé immigration visa",
        named=any_of(
            r"nationalités?|citoyenneté|(?:passeport|papiers) (?:français|étrangers?|européen|belge|suisse)|(?:quel|"
            r"votre|un "
            r"autre|deux|double) passeports?|naturalisée?s?|(?:titre|carte|permis) de séjour(?! (?:touristique|"
            r"linguistique|"
            r"hôtel))|récépissé(?! de)|(?:êtes|es|est|quand) (?:[\w'-]+ ){0,2}(?:français|française|citoyen(?:ne)?|"
            r"étranger|"
            r"étrangère)(?= |\W*$|,)(?! (?:de langue|courant|écrit))|(?:étrangers?|étrangères?) (?:avec|sans|hors)|"
            r"ressortissante?s?|statut (?:migratoire|d'immigration)|type de visa",
        ),
        harmless=any_of(
            r"(?:droit|autorisation) (?:de|à) travail\w*|(?:clients?|marchés?|visiteurs?|langues?|devises?) "
            r"étranger\w*|"
            r"démarches citoyennes?|science citoyenne|contrôle des passeports",
        ),
    ),
    Topic.LANGUAGE: Words(
        signs="chez conjoint enfants famille maternelle* mère natif* native* parents "
        "maternelle accent* natif natifs native natives langue langues maison francophone anglophone bilingue "
        "parlez "
        "parles parlent parle",
        profile=any_of(
            r"(?:\w+ )?(?:de )?langue maternelle(?: \w+)?|(?:natifs?|natives?) (?:exigée?s?|uniquement|requise?s?)"
        ),
        named=any_of(
            r"langue (?:maternelle|d'origine|première|de naissance)|première langue|comme un(?:e)? nati(?:f|ve)|"
            r"nati(?:f|ve)s?"
            r"(?= |\W*$|,)(?! (?:apps?|cloud|mobile))|(?:franco|anglo)phone (?:de naissance|natif|natale?)|(?:l'|un |"
            r"son |"
            r"votre |d'|quel |sans |aucun )?(?:\w+ )?accents?(?= |\W*$|,|:)(?! (?:sur|mis|est mis))",
            r"(?:parlez|parles|parlent|parle|parlait|parliez|utilisez)(?:-vous|-tu)? (?:[\w'-]+ ){0,4}(?:à la maison|"
            r"chez "
            r"(?:vous|toi|elle|lui|soi)|en famille|avec (?:vos|tes|ses|votre|ta) (?:parents|enfants|famille|mère|"
            r"conjoint))|(?:langues?|que|quoi) (?:parlent|parle|parlaient) (?:vos|tes|votre|ta|ses) (?:parents|famille|"
            r"grands-parents)|à la maison,? (?:vous |tu |on )?parl\w+",
        ),
        harmless=any_of(
            r"(?:met\w*|mis|mettant) l'accent|école maternelle|accents? (?:graves?|aigus?|toniques?|de couleur)|"
            r"caractères "
            r"accentués",
        ),
    ),
}
