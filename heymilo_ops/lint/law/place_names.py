"""The names of places: countries as in ISO 3166-1, parts of some of them as in ISO 3166-2, and a few cities."""

from __future__ import annotations

from collections.abc import Mapping


def _table(text: str) -> dict[str, str]:
    """Read ``CODE=Name; CODE=Name``."""
    return dict(item.split("=", 1) for item in text.split("; "))


COUNTRIES: Mapping[str, str] = _table(
    "AD=Andorra; AE=United Arab Emirates; AF=Afghanistan; AG=Antigua & Barbuda; AI=Anguilla; AL=Albania; "
    "AM=Armenia; AO=Angola; AQ=Antarctica; AR=Argentina; AS=Samoa (American); AT=Austria; AU=Australia; AW=Aruba; "
    "AX=Åland Islands; AZ=Azerbaijan; BA=Bosnia & Herzegovina; BB=Barbados; BD=Bangladesh; BE=Belgium; "
    "BF=Burkina Faso; BG=Bulgaria; BH=Bahrain; BI=Burundi; BJ=Benin; BL=St Barthelemy; BM=Bermuda; BN=Brunei; "
    "BO=Bolivia; BQ=Caribbean NL; BR=Brazil; BS=Bahamas; BT=Bhutan; BV=Bouvet Island; BW=Botswana; BY=Belarus; "
    "BZ=Belize; CA=Canada; CC=Cocos (Keeling) Islands; CD=Congo (Dem. Rep.); CF=Central African Rep.; "
    "CG=Congo (Rep.); CH=Switzerland; CI=Côte d’Ivoire; CK=Cook Islands; CL=Chile; CM=Cameroon; CN=China; "
    "CO=Colombia; CR=Costa Rica; CU=Cuba; CV=Cape Verde; CW=Curaçao; CX=Christmas Island; CY=Cyprus; "
    "CZ=Czech Republic; DE=Germany; DJ=Djibouti; DK=Denmark; DM=Dominica; DO=Dominican Republic; DZ=Algeria; "
    "EC=Ecuador; EE=Estonia; EG=Egypt; EH=Western Sahara; ER=Eritrea; ES=Spain; ET=Ethiopia; FI=Finland; FJ=Fiji; "
    "FK=Falkland Islands; FM=Micronesia; FO=Faroe Islands; FR=France; GA=Gabon; GB=United Kingdom; GD=Grenada; "
    "GE=Georgia; GF=French Guiana; GG=Guernsey; GH=Ghana; GI=Gibraltar; GL=Greenland; GM=Gambia; GN=Guinea; "
    "GP=Guadeloupe; GQ=Equatorial Guinea; GR=Greece; GS=South Georgia & the South Sandwich Islands; GT=Guatemala; "
    "GU=Guam; GW=Guinea-Bissau; GY=Guyana; HK=Hong Kong; HM=Heard Island & McDonald Islands; HN=Honduras; "
    "HR=Croatia; HT=Haiti; HU=Hungary; ID=Indonesia; IE=Ireland; IL=Israel; IM=Isle of Man; IN=India; "
    "IO=British Indian Ocean Territory; IQ=Iraq; IR=Iran; IS=Iceland; IT=Italy; JE=Jersey; JM=Jamaica; JO=Jordan; "
    "JP=Japan; KE=Kenya; KG=Kyrgyzstan; KH=Cambodia; KI=Kiribati; KM=Comoros; KN=St Kitts & Nevis; "
    "KP=Korea (North); KR=Korea (South); KW=Kuwait; KY=Cayman Islands; KZ=Kazakhstan; LA=Laos; LB=Lebanon; "
    "LC=St Lucia; LI=Liechtenstein; LK=Sri Lanka; LR=Liberia; LS=Lesotho; LT=Lithuania; LU=Luxembourg; LV=Latvia; "
    "LY=Libya; MA=Morocco; MC=Monaco; MD=Moldova; ME=Montenegro; MF=St Martin (French part); MG=Madagascar; "
    "MH=Marshall Islands; MK=North Macedonia; ML=Mali; MM=Myanmar (Burma); MN=Mongolia; MO=Macau; "
    "MP=Northern Mariana Islands; MQ=Martinique; MR=Mauritania; MS=Montserrat; MT=Malta; MU=Mauritius; MV=Maldives; "
    "MW=Malawi; MX=Mexico; MY=Malaysia; MZ=Mozambique; NA=Namibia; NC=New Caledonia; NE=Niger; NF=Norfolk Island; "
    "NG=Nigeria; NI=Nicaragua; NL=Netherlands; NO=Norway; NP=Nepal; NR=Nauru; NU=Niue; NZ=New Zealand; OM=Oman; "
    "PA=Panama; PE=Peru; PF=French Polynesia; PG=Papua New Guinea; PH=Philippines; PK=Pakistan; PL=Poland; "
    "PM=St Pierre & Miquelon; PN=Pitcairn; PR=Puerto Rico; PS=Palestine; PT=Portugal; PW=Palau; PY=Paraguay; "
    "QA=Qatar; RE=Réunion; RO=Romania; RS=Serbia; RU=Russia; RW=Rwanda; SA=Saudi Arabia; SB=Solomon Islands; "
    "SC=Seychelles; SD=Sudan; SE=Sweden; SG=Singapore; SH=St Helena; SI=Slovenia; SJ=Svalbard & Jan Mayen; "
    "SK=Slovakia; SL=Sierra Leone; SM=San Marino; SN=Senegal; SO=Somalia; SR=Suriname; SS=South Sudan; "
    "ST=Sao Tome & Principe; SV=El Salvador; SX=St Maarten (Dutch part); SY=Syria; SZ=Eswatini (Swaziland); "
    "TC=Turks & Caicos Is; TD=Chad; TF=French S. Terr.; TG=Togo; TH=Thailand; TJ=Tajikistan; TK=Tokelau; "
    "TL=East Timor; TM=Turkmenistan; TN=Tunisia; TO=Tonga; TR=Turkey; TT=Trinidad & Tobago; TV=Tuvalu; TW=Taiwan; "
    "TZ=Tanzania; UA=Ukraine; UG=Uganda; UM=US minor outlying islands; US=United States; UY=Uruguay; UZ=Uzbekistan; "
    "VA=Vatican City; VC=St Vincent; VE=Venezuela; VG=Virgin Islands (UK); VI=Virgin Islands (US); VN=Vietnam; "
    "VU=Vanuatu; WF=Wallis & Futuna; WS=Samoa (western); YE=Yemen; YT=Mayotte; ZA=South Africa; ZM=Zambia; "
    "ZW=Zimbabwe"
)

_MEMBERS = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
EU_MEMBERS = frozenset(_MEMBERS.split())

PARTS: Mapping[str, Mapping[str, str]] = {
    "US": _table(
        "AL=Alabama; AK=Alaska; AZ=Arizona; AR=Arkansas; CA=California; CO=Colorado; CT=Connecticut; DE=Delaware; "
        "DC=District of Columbia; FL=Florida; GA=Georgia; HI=Hawaii; ID=Idaho; IL=Illinois; IN=Indiana; IA=Iowa; "
        "KS=Kansas; KY=Kentucky; LA=Louisiana; ME=Maine; MD=Maryland; MA=Massachusetts; MI=Michigan; MN=Minnesota; "
        "MS=Mississippi; MO=Missouri; MT=Montana; NE=Nebraska; NV=Nevada; NH=New Hampshire; NJ=New Jersey; "
        "NM=New Mexico; NY=New York; NC=North Carolina; ND=North Dakota; OH=Ohio; OK=Oklahoma; OR=Oregon; "
        "PA=Pennsylvania; RI=Rhode Island; SC=South Carolina; SD=South Dakota; TN=Tennessee; TX=Texas; UT=Utah; "
        "VT=Vermont; VA=Virginia; WA=Washington State; WV=West Virginia; WI=Wisconsin; WY=Wyoming; PR=Puerto Rico; "
        "GU=Guam; VI=Virgin Islands of the United States; AS=American Samoa; MP=Northern Mariana Islands"
    ),
    "CA": _table(
        "AB=Alberta; BC=British Columbia; MB=Manitoba; NB=New Brunswick; NL=Newfoundland and Labrador; "
        "NS=Nova Scotia; NT=Northwest Territories; NU=Nunavut; ON=Ontario; PE=Prince Edward Island; QC=Quebec; "
        "SK=Saskatchewan; YT=Yukon"
    ),
    "AU": _table(
        "ACT=Australian Capital Territory; NSW=New South Wales; NT=Northern Territory; QLD=Queensland; "
        "SA=South Australia; TAS=Tasmania; VIC=Victoria; WA=Western Australia"
    ),
    "GB": _table("ENG=England; NIR=Northern Ireland; SCT=Scotland; WLS=Wales"),
    "DE": _table(
        "BW=Baden-Württemberg; BY=Bavaria; BE=Berlin; BB=Brandenburg; HB=Bremen; HH=Hamburg; HE=Hesse; "
        "MV=Mecklenburg-Vorpommern; NI=Lower Saxony; NW=North Rhine-Westphalia; RP=Rhineland-Palatinate; SL=Saarland; "
        "SN=Saxony; ST=Saxony-Anhalt; SH=Schleswig-Holstein; TH=Thuringia"
    ),
}
"""Of the countries whose law differs most from part to part; of others, any code of ISO's form is taken."""

CITIES: Mapping[str, tuple[str, str]] = {
    "US-CHI": ("Chicago", "US-IL"),
    "US-LAX": ("Los Angeles", "US-CA"),
    "US-NYC": ("New York City", "US-NY"),
    "US-PHL": ("Philadelphia", "US-PA"),
    "US-SEA": ("Seattle", "US-WA"),
    "US-SFO": ("San Francisco", "US-CA"),
}
"""No codes of ISO: cities with rules of their own, by code with name and state."""
