"""The lists that ship: names, places, ordinary words, and phrases that are safe to leave.

``lists/`` holds what ``tests/sharing/make_lists.py`` made; the short lists here are ours.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from peercoach.sharing.detect.everybodys import BRANDS, DIALECT, SAYINGS


@dataclass(frozen=True)
class Lists:
    """Folded words: lower case, no accents, straight apostrophes.

    ``first`` are first names that are no ordinary words, ``cued`` those that are, ``last``
    surnames that are no ordinary words, ``last_too`` those that are. ``every_day`` are words too, but some are brands or people
    of the news: they count as words in small letters alone. ``seldom`` are words that somebody is called now
    and then. A place of several words has spaces.
    """

    first: frozenset[str]
    cued: frozenset[str]
    last: frozenset[str]
    last_too: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    every_day: frozenset[str]
    seldom: frozenset[str]


@cache
def lists() -> Lists:
    """Every list, read once."""
    return Lists(
        first=_read("first-names") - MORE_WORDS,
        cued=_read("first-names-that-are-words"),
        last=_read("surnames") - MORE_WORDS,
        last_too=_read("surnames-that-are-words"),
        places=_read("places") | MORE_PLACES,
        words=_read("words") | MORE_WORDS,
        every_day=_read("words-of-every-day") | DIALECT,
        seldom=_read("words-that-may-be-names"),
    )


def _read(name: str) -> frozenset[str]:
    text = files("peercoach.sharing.detect").joinpath("lists", f"{name}.txt").read_text("utf-8")
    return frozenset(text.split("\n"))


MORE_PLACES: frozenset[str] = frozenset(
    """
    aberdeen bath birmingham bradford brighton bristol cambridge cardiff carlisle chester coventry
    darlington derby dundee durham edinburgh exeter glasgow gloucester hartlepool hull inverness
    leeds leicester lincoln liverpool london manchester middlesbrough newcastle norwich nottingham
    oxford peterborough plymouth portsmouth preston sheffield southampton stirling stockport
    sunderland swansea teesside teesdale tyneside wearside merseyside humberside truro wakefield
    wolverhampton worcester york belfast derry armagh lisburn newry cleveland cumbria northumberland
    yorkshire lancashire cheshire derbyshire staffordshire leicestershire lincolnshire norfolk
    suffolk essex kent sussex surrey hampshire dorset devon cornwall somerset wiltshire
    gloucestershire oxfordshire buckinghamshire hertfordshire bedfordshire cambridgeshire
    northamptonshire warwickshire shropshire herefordshire worcestershire rutland berkshire
    pembrokeshire carmarthenshire ceredigion gwynedd powys anglesey flintshire clwyd dyfed gwent
    fife lothian aberdeenshire ayrshire lanarkshire perthshire hackney lambeth southwark lewisham
    tower\thamlets islington camden haringey enfield barnet brent ealing hounslow croydon bromley
    bexley greenwich newham redbridge havering merton sutton kingston brixton peckham tottenham
    """.replace("\t", " ").split()
)
"""Counties, cities and boroughs that a list of towns may lack."""

MORE_WORDS: frozenset[str] = frozenset(
    """
    okay ok yeah yep nope gonna wanna dunno cos cuz coz tbh imo btw lol ffs omg idk fyi asap eta tba tbc
    peer peers peerness coachee coachees coprod coproduction coproduced codesign codesigned psychosocial
    neurodivergent neurodiverse neurodiversity autistic adhd lanyard lanyards whatsapp facebook insta
    instagram zoom email emails emailed emailing website online signpost signposting wellbeing
    safeguarding microaggression microaggressions intersectional debrief debriefed debriefs offboard
    onboarding onboard rota rotas datix timesheet timesheets admin comms diddums biscuity knackered
    agm agms ceo ceos hr it mdt mdts cpa cpas cpn cpns ot ots ward wards inpatient inpatients outpatient
    outpatients sectioned unsectioned discharge commissioner commissioners icb icbs pcn pcns cmht cmhts
    camhs iapt pals cqc nhse nhs voluntary thankyou hiya ta tho thru bc w abt msg msgs txt mtg mtgs wk wks
    mins min hrs hr hols bday vols vol approx inc eg ie etc vs nb ps pls plz thx ty np sth smth ppl
    didnt doesnt dont cant wont isnt wasnt werent couldnt wouldnt shouldnt havent hasnt hadnt ive youve
    theyre theyve youre thats whats lets im id ill youd theyd hed shed wed itll therell arent aint
    carer carers stakeholder stakeholders underspent underspend overspend breakout unallocated
    coordinator coordinators co-ordinator co-ordinators wellness forum forums honesty patient rostering
    e-rostering helpdesk handout handouts icebreaker icebreakers offboarding upskill upskilling
    signposted workstream workstreams workplan workbook workbooks spreadsheet spreadsheets actionable
    timeline timelines dropdown login logins logon rebook rebooked reschedule rescheduled check-in
    check-ins checkin checkins check-out drop-in drop-ins teach-in away-day touchpoint touchpoints
    takeaway takeaways learnings ask asks deliverable deliverables onsite offsite in-person hybrid
    neurodivergence psychoeducation biopsychosocial comorbid comorbidity deprescribing reablement
    til telly reg fr paned windrush kolb gibbs driscoll's johari maslow fw fwd attendees supervisee
    supervisees facilitator facilitators mentee mentees teams
    everyones someones nobodys yesterdays todays mondays tuesdays fridays weds thurs tues
    """.split()
)

SAFE_PHRASES: tuple[str, ...] = tuple(
    sorted(
        (
            *SAYINGS,
            *(line.strip()
            for line in """
    healthcare leadership model
    nhs leadership academy
    recovery college
    wellness recovery action plan
    freedom to speak up guardian
    freedom to speak up
    speak up guardian
    mental health act
    mental capacity act
    care programme approach
    community mental health team
    early intervention in psychosis
    early intervention
    crisis team
    home treatment team
    assertive outreach
    peer support worker
    senior peer support worker
    lived experience
    lived experience director
    expert by experience
    experts by experience
    equality act
    carers week
    mental health awareness week
    black history month
    pride month
    world mental health day
    time to talk day
    time to talk
    schwartz round
    schwartz rounds
    open dialogue
    hearing voices network
    hearing voices
    mind the gap
    see me
    samaritans
    shout
    hub of hope
    breathing space
    mary seacole programme
    mary seacole
    edward jenner programme
    edward jenner
    rosalind franklin
    nye bevan
    elizabeth garrett anderson
    florence nightingale
    agenda for change
    duty of candour
    just culture
    trauma informed
    sharing the vision
    sharing the movement
    inspiring shared purpose
    leading with care
    evaluating information
    connecting our service
    engaging the team
    holding to account
    developing capability
    influencing for results
    microsoft teams
    google meet
    happy birthday
    happy new year
    merry christmas
    good friday
    easter monday
    boxing day
    bank holiday
    new year
    eid mubarak
    great britain
    northern ireland
    united kingdom
    """.splitlines()
            if line.strip()),
        ),
        key=len,
        reverse=True,
    )
)
"""Capitalised phrases of everybody's, longest first, folded."""

SAFE_WORDS: frozenset[str] = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri
    sat sun january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec christmas easter eid ramadan diwali vaisakhi hanukkah
    passover lent pentecost yule halloween holi navratri purim yom kippur rosh hashanah shabbat
    english welsh scottish irish british polish romanian portuguese turkish somali arabic urdu punjabi
    bengali sylheti gujarati hindi tamil mandarin cantonese chinese french german spanish italian greek
    yoruba igbo twi hausa tigrinya amharic farsi dari pashto kurdish tagalog filipino nepali swahili
    patois creole gaelic bsl makaton latin dutch russian ukrainian african asian black white caribbean
    jamaican nigerian ghanaian indian pakistani bangladeshi muslim christian jewish hindu sikh buddhist
    catholic protestant quaker methodist rastafarian roma traveller travellers european american
    england wales scotland ireland britain uk europe africa asia america australia india pakistan
    bangladesh nigeria ghana jamaica somalia poland romania portugal turkey china france germany spain
    italy greece syria iran iraq afghanistan ukraine russia kenya zimbabwe philippines trinidad
    nhs datix teams zoom outlook word excel powerpoint rio systmone whatsapp facebook instagram twitter
    tiktok youtube google amazon microsoft apple netflix spotify ikea tesco asda aldi lidl sainsbury
    sainsbury's morrisons greggs costa starbucks nando's boots wilko argos primark uber ryanair kindle
    lego bingo scrabble monopoly sudoku uno jenga strictly eastenders corrie bake netball
    mind rethink samaritans shout healthwatch macmillan unison unite rcn gmb bma acas dwp pip esa uc
    hmrc dbs cqc nice nhse icb bbc itv itunes freephone tupperware hoover sellotape biro blu-tack
    velcro post-it jaffa hobnob hobnobs yorkshire twix kitkat quavers marmite vimto ribena lucozade
    god lord jesus allah bible quran koran torah buddha
    wrap prn ptsd ocd bpd eupd adhd asd cbt dbt emdr mbt cat iapt imroc alel hlm tewv
    i i'm i'd i'll i've mum mam dad nan nana gran grandad grandma auntie aunty uncle mom mother father
    brother sister sir madam love pet duck hen mate boss chair matron sister nurse doctor chaplain
    imam rabbi vicar pastor
    """.split()
) | BRANDS
"""Words that stand with a capital and name nobody."""

HONORIFICS: frozenset[str] = frozenset(
    """
    mr mrs ms miss mx dr doctor prof professor sister nurse rev reverend father sir dame lord lady
    imam rabbi canon pastor matron councillor cllr sgt pc auntie aunty aunt uncle nurse captain
    """.split()
)
TITLES_ALONE: frozenset[str] = frozenset("mr mrs ms mx dr prof rev cllr sgt pc".split())
"""Honorifics that nobody writes without a name after them."""

KIN: frozenset[str] = frozenset("auntie aunty aunt uncle nana granny mama papa big little lil".split())
"""What may be part of what somebody is called, and is no name."""

PARTICLES: frozenset[str] = frozenset(
    "de da do dos das del della di la le van von der den ter ap ab ferch bin binti ibn al el ul ur "
    "mac mc st san e y".split()
)

NICK_PREFIXES: frozenset[str] = frozenset("big little lil our wee mad old young auld mama papa".split())

SAYS: frozenset[str] = frozenset(
    """
    said says say asked asks told tells thinks thought wants wanted rang rings phoned came comes went
    goes was wasn't wasnt is isn't isnt has had hasn't hadn't did didn't didnt does doesn't got gets gave
    gives took takes made makes brought brings sent sends wrote writes emailed texted messaged called
    replied answered laughed cried smiled nodded noticed reckons reckoned knows knew sees saw felt feels
    left leaves arrived started starts stayed stays sat sits stood stands spoke speaks talked talks
    helped helps led leads chaired chairs covered covers offered agreed agrees disagreed suggested
    suggests mentioned explained apologised forgot remembered hates hated loves loved likes liked needs
    needed will won't would wouldn't can can't could couldn't should might must may keeps kept runs ran
    turned turns looked looks seemed seems walked walks drove drives showed shows shared shares read
    reads found finds put puts let lets met meets joined joins works worked moved moves retired starts
    introduced presented presents facilitated thanked thanks hugged winked shrugged sighed interrupted
    who whose rolled pointed picked heard hears tried tries wondered wonders
    """.split()
)
"""What follows a name at the start of a sentence."""

MOSTLY_NAMES: frozenset[str] = frozenset(
    """
    pat rose ruby daisy ivy heather holly precious blessing patience queenie florence gloria hazel
    rosemary rowan jay jude lacey lily lee dean glen guy kit kay bea frankie ginger cherry carmen gene
    ida iris jasmin jade kingsley laurel linden mac mason maya miles mina norm paige pearl penny piper
    ray rex sandy sean shelly sherry sonny stacey trinity troy tyrone van vi violet wade walker wren
    abbey ambrose angel ariel august aurora ava axel blair blake bob brandy brooke buster candy carol
    comfort constant curt dale dee dick dirk drake drew duke earl ernest fay fern flo gabby godfrey gus
    jack jet joy-ann kim lane maverick merry olive scarlet sierra skye temperance tucker una willow
    """.split()
)
"""Of the names that are words, those that begin a sentence as a name more often than as a word."""

HUMAN: frozenset[str] = frozenset(
    """
    said says asked asks told tells thinks thought rang rings phoned wrote texted emailed messaged
    replied answered laughed cried smiled nodded noticed reckons reckoned covering covered chaired
    suggested mentioned explained apologised forgot remembered hates offered agreed disagreed shrugged
    sighed interrupted winked thanked hugged knows wants drove minuted minuting facilitated presented
    introduced
    """.split()
)
"""Of these, what only people do."""

DEEDS: frozenset[str] = HUMAN | frozenset(
    """
    brought took made came went got gave ran led sent left stayed started kept found doing bringing
    wants needs wont won't spoke sat stood met helped lost fixed sorted linked ticked counted won baked
    cooked moved arrived turned called chased signed read sang danced waved cried forgot booked paid
    """.split()
)
"""What a word in small letters did at the beginning of a clause, if it was somebody."""

RELATIONS: frozenset[str] = frozenset(
    """
    son daughter grandson granddaughter brother sister husband wife partner friend mate colleague
    neighbour mentor manager coach peer volunteer nurse mum dad nan gran cousin niece nephew called
    named supervisor lead chair with from by told asked rang
    """.split()
)
"""After which a word with a capital is somebody."""

VERBISH: frozenset[str] = frozenset(
    "bob sue nick rob pat josh jack bill chuck drew sally peter dick skip jimmy pip tom sam pam ken "
    "dolly kitty herb basil robin jean jerry bobby teddy dicky hank mo".split()
)
"""Names that are small words as well: a verb, a thing, a short form."""

CUES: frozenset[str] = frozenset(
    """
    with to from for by and & told asked saw met rang phoned called texted emailed messaged thanked
    thank thanks hi hello hey dear cheers helped hugged between about like see ask tell ring phone text
    email message meet know knew named called name's name is w when while because if that than cc
    attn fao via per c/o per chased chase tagged miss missed love loved remind reminded invited invite
    """.split()
)
"""What comes before a name in lower case."""
