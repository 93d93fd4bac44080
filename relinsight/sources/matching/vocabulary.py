"""Words in names of organisations that say little, and words that tell two organisations apart."""

from __future__ import annotations

from collections.abc import Mapping


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


CONNECTING = frozenset({"en", "and", "und", "et", "n"})
ARTICLES = frozenset({"de", "het", "een", "t", "the", "der", "den", "des"})
SMALL = ARTICLES | {"van", "voor", "in", "op", "te", "ten", "ter", "tot", "of", "for", "bij", "aan", "vd", "vh"}

# Each spelling of a legal form, as its words without signs, and the form that it means.
FORMS: Mapping[tuple[str, ...], str] = {
    ("bv",): "bv",
    ("b", "v"): "bv",
    ("besloten", "vennootschap"): "bv",
    ("nv",): "nv",
    ("n", "v"): "nv",
    ("naamloze", "vennootschap"): "nv",
    ("stichting",): "stichting",
    ("st",): "stichting",
    ("stg",): "stichting",
    ("sticht",): "stichting",
    ("stich",): "stichting",
    ("foundation",): "stichting",
    ("vereniging",): "vereniging",
    ("ver",): "vereniging",
    ("veren",): "vereniging",
    ("cooperatie",): "cooperatie",
    ("coop",): "cooperatie",
    ("cooperatieve", "vereniging"): "cooperatie",
    ("ua",): "cooperatie",
    ("ba",): "cooperatie",
    ("wa",): "cooperatie",
    ("vof",): "vof",
    ("v", "o", "f"): "vof",
    ("vennootschap", "onder", "firma"): "vof",
    ("cv",): "cv",
    ("gr",): "gr",
    ("gemeenschappelijke", "regeling"): "gr",
    ("openbaar", "lichaam"): "gr",
    ("gmbh",): "gmbh",
    ("ltd",): "ltd",
    ("limited",): "ltd",
    ("inc",): "inc",
    ("incorporated",): "inc",
    ("plc",): "plc",
    ("llc",): "llc",
    ("eenmanszaak",): "eenmanszaak",
    ("maatschap",): "maatschap",
    ("io",): "",
    ("in", "oprichting"): "",
}
LONGEST_FORM = max(map(len, FORMS))

WRITTEN_OUT: Mapping[str, str] = {
    "gem": "gemeente",
    "prov": "provincie",
    "rdam": "rotterdam",
    "ned": "nederlandse",
    "nat": "nationaal",
    "int": "internationaal",
    "intl": "international",
    "mij": "maatschappij",
    "univ": "universiteit",
    "zkh": "ziekenhuis",
    "hhs": "hoogheemraadschap",
    "org": "organisatie",
    "centr": "centrum",
    "bibl": "bibliotheek",
    "gesch": "geschiedenis",
    "st": "sint",
    "ass": "association",
    "assoc": "association",
    "wsch": "waterschap",
    "eo": "omstreken",
    "omgeving": "omstreken",
}

# No two of these are one word with a letter wrong, and one of them too many may make another organisation.
DIRECTIONS = _words(
    """
    noord oost zuid west noordoost noordwest zuidoost zuidwest midden centrum centraal binnen buiten boven beneden hoog laag
    north east south west noordelijk oostelijk zuidelijk westelijk groot klein oud nieuw
    """
)
DENOMINATIONS = _words(
    """
    openbaar openbare bijzonder bijzondere katholiek katholieke rooms rk pc protestants protestantse christelijk
    christelijke gereformeerd gereformeerde hervormd hervormde islamitisch islamitische joods joodse hindoeistisch
    hindoeistische algemeen algemene montessori dalton jenaplan vrije obs cbs rkbs pcbs ods
    """
)
PEOPLE = _words(
    """
    jongens meisjes mannen vrouwen dames heren jeugd jongeren ouderen senioren kinderen junior jr sr
    """
)
ORDINALS = _words(
    """
    een twee drie vier vijf zes i ii iii iv v vi vii viii ix x eerste tweede derde vierde
    """
)
PLACES = _words(
    """
    aalsmeer aalten achtkarspelen alblasserdam albrandswaard alkmaar almelo almere alphen altena amersfoort ameland
    amstelveen amsterdam apeldoorn arnhem assen asten baarle baarn barendrecht barneveld beek beekdaelen beesel bergeijk
    bergen berkelland bernheze best beuningen beverwijk bladel blaricum bloemendaal bodegraven boekel borger borne borsele
    boxmeer boxtel breda brielle bronckhorst brummen brunssum bunnik bunschoten buren capelle castricum coevorden
    cranendonck cuijk culemborg dalfsen dantumadeel delft delfzijl deurne deventer diemen dinkelland doesburg doetinchem
    dongen dordrecht drechterland drimmelen dronten druten duiven echt edam ede eersel eijsden eindhoven elburg emmen
    enkhuizen enschede epe ermelo etten fryslan geertruidenberg geldrop gemert gennep gilze goeree goes goirle gooise
    gorinchem gouda groningen gulpen haaksbergen haarlem haarlemmermeer halderberge hardenberg harderwijk hardinxveld haren
    harlingen hattem heemskerk heemstede heerde heerenveen heerhugowaard heerlen heeze heiloo helder hellendoorn helmond
    hendrik hengelo hertogenbosch heumen heusden hillegom hilvarenbeek hilversum hoeksche hof hollandskroon hoogeveen hoorn
    horst houten huizen hulst ijsselstein kaag kampen kapelle katwijk kerkrade koggenland krimpen krimpenerwaard laarbeek
    landgraaf landsmeer lansingerland laren leeuwarden leiden leiderdorp leidschendam lelystad leudal leusden lingewaard
    lisse lochem loon lopik losser maasdriel maasgouw maashorst maassluis maastricht medemblik meerssen meierijstad meppel
    middelburg midwolda mill moerdijk molenlanden montferland montfoort mook neder nederweert nieuwegein nieuwkoop nijkerk
    nijmegen nissewaard noordenveld noordoostpolder noordwijk nuenen nunspeet oegstgeest oirschot oisterwijk oldambt
    oldebroek oldenzaal olst ommen oosterhout ooststellingwerf oostzaan opmeer opsterland oss ouder ouderkerk oudewater
    overbetuwe papendrecht pekela pijnacker purmerend putten raalte reimerswaal renkum renswoude reusel rheden rhenen
    ridderkerk rijssen rijswijk roerdalen roermond ronde roosendaal rotterdam rozendaal rucphen schagen scherpenzeel
    schiedam schiermonnikoog schouwen simpelveld sittard sliedrecht sluis smallingerland soest someren son stadskanaal
    staphorst stede steenbergen steenwijkerland stein stichtse sudwest terneuzen terschelling texel teylingen tholen tiel
    tilburg tubbergen twenterand tynaarlo tytsjerksteradiel uden uitgeest uithoorn urk utrecht vaals valkenburg valkenswaard
    veendam veenendaal veere veldhoven velsen venlo venray vijfheerenlanden vlaardingen vlieland vlissingen voerendaal
    voorschoten voorst vught waadhoeke waalre waalwijk waddinxveen wageningen wassenaar waterland weert weesp west
    westerkwartier westerveld westervoort westerwolde westland weststellingwerf westvoorne wierden wijchen wijdemeren wijk
    winterswijk woensdrecht woerden wormerland woudenberg zaanstad zaandam zaltbommel zandvoort zeewolde zeist zevenaar
    zoetermeer zoeterwoude zuidplas zundert zutphen zwartewaterland zwijndrecht zwolle drenthe flevoland friesland
    gelderland limburg brabant holland overijssel zeeland twente achterhoek veluwe betuwe rijnmond haaglanden kennemerland
    drechtsteden rijnland delfland schieland rivierenland ijsselland ijsselmonde ijsselmeer gooi vechtstreek kempen peel
    walcheren bevelanden antwerpen brussel gent berlijn londen parijs duitsland belgie bijlmer osdorp slotervaart bos lommer
    geuzenveld buitenveldert jordaan pijp watergraafsmeer ijburg charlois feijenoord delfshaven kralingen crooswijk
    overschie hillegersberg schiebroek ijsselmonde pernis rozenburg hoogvliet
    """
)
TELLS_APART = DIRECTIONS | DENOMINATIONS | PEOPLE | ORDINALS | PLACES

# What stands in the place of a name and is hardly one: words for nothing or for anybody, and roles without who has them.
HARDLY_NAMES = _words(
    "na n/a n.a. nvt n.v.t. nb n.b. null nan nil none no geen niet leeg empty unknown onbekend anoniem anonymous nader tbd tba test xx xxx "
    "diverse diversen various overig overige other others anders all alle totaal total idem "
    "voorzitter vicevoorzitter secretaris penningmeester directeur directie bestuur bestuurder bestuurslid lid leden wethouder "
    "burgemeester minister staatssecretaris ambtenaar medewerker medewerkers collega adviseur manager coordinator projectleider "
    "contactpersoon bewoner bewoners burger burgers chair chairman chairwoman chairperson secretary treasurer director board member "
    "members mayor alderman officer employee employees colleague colleagues adviser advisor residents citizens"
)

# Words that stand in running text without naming anybody, though an organisation may be called so.
COMMON = _words(
    """
    overleg vergadering bijeenkomst gesprek kennismaking bezoek werkbezoek afspraak contact contacten agenda borrel lunch diner
    training cursus opening presentatie rondleiding evaluatie voortgang planning project projecten plan plannen programma subsidie
    vergunning aanvraag begroting rapport verslag onderzoek advies samen samenwerking partner partners platform netwerk
    gemeente gemeenten stad stadhuis wijk wijken buurt buurten dorp straat plein park haven havens water markt bouw wonen woning
    woningen verkeer veiligheid milieu energie klimaat zorg welzijn sport cultuur kunst muziek dans toneel film theater theaters
    museum musea bibliotheek archief school scholen onderwijs kerk moskee tempel ziekenhuis kliniek praktijk apotheek restaurant
    hotel winkel winkels kantoor fabriek bedrijf bedrijven ondernemers bewoners buurtbewoners vrijwilligers mensen iedereen
    werk werken leven toekomst ruimte centrum club groep team raad college provincie overheid politie brandweer media krant
    universiteit hogeschool academie instituut organisatie instelling federatie bond unie beheer diensten service support
    januari februari maart april mei juni juli augustus september oktober november december
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ochtend middag avond vandaag morgen week maand jaar
    meeting meetings visit call event conference workshop session update review budget report project projects plan planning
    city council municipality town village street square park harbour port market housing traffic safety environment energy
    climate care welfare sports culture arts music dance theatre theater cinema library archive school schools education church
    hospital clinic practice pharmacy shop shops office factory company companies residents volunteers people everybody work
    together future space centre center group committee province government police press university college academy institute
    organisation organization association federation union network services
    january february march june july august october monday tuesday wednesday thursday friday saturday sunday
    """
)
