"""The lists of words that a column may hold, with the spellings that people use for them; the first of each is the Dutch word."""

from __future__ import annotations

from relinsight.records.kinds import listed

JOBS = listed(
    account_manager="accountmanager, relatiebeheerder, relatiemanager",
    policy_adviser="beleidsadviseur, beleidsmedewerker, adviseur, policy advisor",
    contract_manager="contractmanager, contractbeheerder",
    manager="leidinggevende, teamleider, afdelingshoofd",
    executive="bestuurder, directeur, wethouder, burgemeester, director",
    other="overig, anders",
)
TIERS = listed(A="A, niveau a, tier a", B="B, niveau b, tier b", C="C, niveau c, tier c")
SECTORS = listed(
    care="zorg, welzijn, zorg en welzijn, welzijn en zorg, gezondheidszorg, sociaal domein, healthcare, health",
    culture="cultuur, kunst, kunst en cultuur, cultureel, culturele instellingen, arts",
    maritime="maritiem, haven, maritieme sector, scheepvaart, port, shipping",
    developers="ontwikkelaars, ontwikkelaar, projectontwikkelaars, projectontwikkelaar, vastgoed, vastgoedontwikkeling, "
    "gebiedsontwikkeling, developer, property developers, real estate",
    residents="bewoners, inwoners, bewonersorganisaties, bewonersorganisatie, bewonersverenigingen, bewonersvereniging, "
    "residents' associations",
    entrepreneurs="ondernemers, ondernemer, ondernemersverenigingen, ondernemersvereniging, bedrijven, bedrijfsleven, mkb, "
    "midden- en kleinbedrijf, entrepreneur, business, businesses",
    sport="sport, sporten, sportverenigingen, sportvereniging, sports",
)
DIMENSIONS = listed(
    trust="vertrouwen",
    control_mutuality="wederzijdse invloed, wederzijdse beïnvloeding",
    commitment="betrokkenheid",
    satisfaction="tevredenheid",
    reliability="betrouwbaarheid",
    shared_mission="gedeelde missie, gezamenlijke missie, gezamenlijk doel",
    openness="openheid",
    influence="invloed",
    involvement="inzet",
    resources="middelen",
)
RELATIONS = listed(
    umbrella_of="koepel van, koepel",
    board_of="bestuur van, bestuurt",
    landlord_of="verhuurder van, verhuurt aan",
    successor_of="opvolger van, rechtsopvolger van",
)
TIES = listed(
    account_manager="accountmanager, relatiebeheerder, owner, eigenaar",
    deputy="vervanger, plaatsvervanger, tweede accountmanager",
    executive_sponsor="bestuurlijk ambassadeur, bestuurlijk verantwoordelijke, ambtelijk opdrachtgever",
    content="inhoudelijk, inhoud",
    informal="informeel",
)
CONTACTS = listed(
    visit="bezoek, werkbezoek, huisbezoek, site visit",
    meeting="overleg, vergadering, gesprek, afspraak, bijeenkomst",
    call="telefoon, telefonisch, telefoongesprek, bellen, phone, phone call, telephone, videobellen",
    email="e-mail, mail",
    letter="brief, post",
    event="evenement, netwerkbijeenkomst",
    other="overig, anders, overige",
)
INITIATIVES = listed(
    us="wij, ons, gemeente, municipality, city",
    partner="zij, relatie, they, them",
    both="beide, beiden, samen, allebei",
)
OCCASIONS = listed(
    regular="regulier, periodiek, routine",
    issue="knelpunt, probleem, kwestie, incident, problem",
    milestone="mijlpaal",
    request="verzoek, aanvraag, vraag",
)
SIDES = listed(us="wij, ons, gemeente, municipality, city", partner="zij, relatie, they, them")
PERSPECTIVES = listed(own="eigen", guess="inschatting, schatting, estimate")
ROLES = listed(
    subsidy_provider="subsidieverlener, subsidieverstrekker, subsidie, subsidy, grant",
    client="opdrachtgever, inkoper",
    service_provider="dienstverlener, leverancier, opdrachtnemer",
    regulator="toezichthouder, toezicht, inspectie, handhaver, inspection",
    permit_authority="vergunningverlener, vergunning, permit",
    landowner="grondeigenaar, verhuurder, erfpacht, landlord, lease",
    shareholder="aandeelhouder, share",
    facilitator="facilitator, begeleider",
    co_creator="medemaker, co-creator, partner in ontwikkeling",
)
ACCOUNTS = listed(
    pending="in behandeling, lopend, open",
    sufficient="voldoende, akkoord, goedgekeurd",
    insufficient="onvoldoende, niet akkoord, afgekeurd",
)
EVENTS = listed(
    network="netwerk, netwerkbijeenkomst",
    hospitality="gastvrijheid, ontvangst, relatiebijeenkomst, representatie",
    working_visit="werkbezoek",
    training="opleiding, cursus, scholing",
)
ATTENDANCES = listed(
    invited="uitgenodigd",
    accepted="aangemeld, geaccepteerd, toegezegd",
    declined="afgemeld, afgeslagen, afgezegd",
    attended="aanwezig, geweest, present",
    no_show="niet verschenen, afwezig, absent",
)
HORIZONS = listed(year="jaar, jaardoel, yearly, annual", strategic="strategisch, strategisch doel, long term")
GOALS = listed(deepen="verdiepen, verdieping", maintain="onderhouden, behouden", enforce="handhaven, handhaving")
ANSWERS = listed(
    endorsed="gedragen, onderschreven, akkoord, ja, yes",
    amended="aangepast, gewijzigd, geamendeerd",
    declined="afgewezen, niet akkoord, nee, no",
)
STATES = listed(
    proposed="voorgesteld, voorstel",
    agreed="afgesproken, overeengekomen",
    on_track="op koers, op schema, in uitvoering, loopt",
    at_risk="in gevaar, risico, loopt risico",
    achieved="behaald, bereikt, gehaald, afgerond, done",
    dropped="vervallen, geschrapt, gestopt, cancelled",
)
QUESTIONS = listed(question="vraag", request="verzoek, aanvraag", complaint="klacht")
WEIGHTS = listed(low="laag, licht", medium="midden, gemiddeld, middel", high="hoog, zwaar")
