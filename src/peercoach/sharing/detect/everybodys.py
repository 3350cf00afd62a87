"""Capitalised words and phrases that belong to everybody, and so tell of nobody.

Facts of ordinary life in Britain, gathered by hand: brands, programmes, models of reflection,
sayings that have a name in them. All are folded.
"""

BRANDS: frozenset[str] = frozenset(
    """
    aldi alexa android argos asda audi bakewell battenberg bisto bluetac blu-tack bmw bovril cadbury
    calpol chromebook chrome citroen  coca-cola coke colgate corsa cortana costa covid crayola
    dacia dettol dettox diesel dove dropbox dulux dyson ebay edge elastoplast eventbrite evernote excel
    fanta febreze fiat fiesta firefox focus ford gatorade gmail gogglebox golf greggs guinness haribo
    harvard heinz hobnob honda horlicks hyundai ibuprofen ikea ipad iphone irn-bru jaffa jiffy kellogg
    kenco kia kindle kipling kleenex kodak lemsip lenor linkedin lucozade lurpak macbook marigold
    marmite mcdonald's mcvitie's mentimeter mentos micra microsoft miro mondeo movember mural myspace
    nescafe nescafé nespresso nissan nokia notepad nurofen onedrive onenote outlook oxo padlet paracetamol
    pepsi peugeot pg pinterest pizza play-doh polo post-it post-its powerpoint pringles prozac quality
    reddit renault ribena ryvita savlon seat sharepoint sharpie sharpies siri skoda skype slack slido snapchat
    snickers spotify sudocrem sunderland's surveymonkey tango tesco tetley toblerone toyota transit trello
    tunnock's tupperware twitter typhoo uber usb vaseline vauxhall velcro vicks vimto volkswagen volvo
    walkers weetabix wetherspoons wetherspoon whatsapp whiteboard wifi wikipedia windows yaris yorkie
    youtube zoom jammie dodger dodgers rich\ttea twixes celebrations heroes roses smarties maltesers
    bourbons digestives jelly\tbabies percy\tpig skittles starburst quorn benylin strepsils e45 tiktok
    messenger teams canva jamboard xbox playstation nintendo wii switch monopoly cluedo dobble jenga
    rummikub scrabble wordle netflix disney pixar marvel hogwarts narnia gruffalo paddington simpsons
    eastenders emmerdale corrie casualty holby countdown pointless strictly gladiators taskmaster
    ofsted ucas pgce gcse gcses nvq btec a-level a-levels phd msc bsc bame lgbtq lgbtqia queer pride
    stoptober dryathlon macmillan childline papyrus calm samaritans shout mind rethink beat sane nspcc
    rspca rspb  navy army unison bma rcn gmb acas citizens citizen's healthwatch windrush brexit
    olympics paralympics wimbledon eurovision glastonbury easter lent pancake halloween bonfire burns
    hogmanay boxing whitsun pentecost ascension advent epiphany ramadan eid diwali holi vaisakhi
    navratri dussehra hanukkah chanukah passover pesach purim shavuot sukkot yom nowruz losar vesak
    gibbs kolb driscoll rolfe johari maslow schon schön   clutterbuck belbin myers briggs
    eisenhower pareto likert tuckman kotter  pendleton  maslow's rogers' honey 
    shakespeare hamlet macbeth polonius othello lear ophelia     orwell beatles
    astra vivaro abba queen oasis  bowie  beyonce jolene   stormzy mozart bach beethoven
    hoover sellotape biro thermos formica lego barbie kermit muppet scrooge santa rudolph cinderella
    cupid narcissus achilles pandora sisyphus trojan god lord heaven hell satan devil jesus christ bible
    koran quran torah buddha allah krishna mecca
    joneses betsy duolingo vinted deliveroo strava kangoo picanto octavia fimo hama stanley hetty
    evensong puja jumu'ah gluten halal kosher vegan crocs kecks capricorn pisces leo virgo libra scorpio
    sagittarius aquarius aries taurus gemini romeo edwards charlottes maris sessional helpdesk pre-meet
    panto panto's safewards star bsl yiddish sorani vcse arrs ltp mhis kardashian kardashians depop
    shein monzo starling revolut uber bolt tinder bumble hinge signal telegram discord twitch fitbit
    garmin peloton couch headspace calm insight asana slack jira confluence github photoshop acrobat
    adobe kahoot slido doodle calendly docusign dashlane lastpass bitwarden norton mcafee avast citrix
    emis ulysses rio carenotes paris lorenzo cerner epic esr allocate loop healthroster datix radar
    tv bbc itv sky netball rounders zumba pilates yoga tai reiki mindfulness makaton widgit boardmaker
    sudafed strepsil anadin rennie gaviscon piriton beecham's beechams savlon germolene vaseline nivea
    e45 aveeno sertraline fluoxetine citalopram mirtazapine quetiapine olanzapine risperidone clozapine
    aripiprazole lithium lorazepam diazepam promethazine haloperidol zopiclone propranolol naproxen
    codeine metformin insulin methadone
    """.replace("\t", "\n").split()
)

DIALECT: frozenset[str] = frozenset(
    """
    och aye naw nae naebody dinnae cannae wisnae isnae didnae couldnae wouldnae shouldnae havnae wis wid
    tae fae wae oot aboot doon roon heid deid bairn bairns wean weans ken wheesht haud gie gied muckle
    bide dreich braw bonnie bonny glaikit scunnered blether haver havers outwith messages piece stushie
    howay hadaway divvent divn't divvn't gannin gan gannae gang yem hyem canny stottie stotties haway
    marra hinny hinnie champion bait clarty nithered mafting reet summat owt nowt thissen missen hissen
    thee thi tha thou sen ginnel snicket bray mardy mithered mither nesh ey appen nah then t'other
    int'net tret allus mebbe mebbes happen-like sithee chuffed mucker barmcake barm butty butties bap scran
    sound boss lad la wool geggin gegging devoed made-up tara cwtch cwtched tidy lush butt mun mush
    where's-to ach-y-fi diolch paned cymraeg gymraeg bore da nos hwyl iechyd croeso llongyfarchiadau
    wagwan wagwarn innit bruv fam peng peak wasteman mandem gyal allow bare long leng dench ting tings
    wivout wiv wit dis dat dem dey dere cuz coz cos bcos becos bcuz probs defo deffo totes obvs tmrw tmw
    tomo 2moro morro msgd gr8 l8r thnx thnks soz pls plz fone gonna wanna gotta lemme gimme dunno woulda
    coulda shoulda kinda sorta outta lotta cuppa brekkie brekky bevvy bickie biccie biccies bikkie choccy
    chippy leccy telly tellies umbrella brolly wellies trackies trainers hoodie hoody bloke blokes lass
    lasses lassies laddie mardarse daft gobsmacked knackering knacker skint minging manky naff dodgy
    whiteboard whiteboards flipchart flipcharts handover handovers lanyard portakabin portacabin
    cuboard metafor acros definately seperate recieve tommorow tomorow wierd freind freinds beleive
    untill wich becuase beacuse becasue teh hte taht thier thay jsut adn nad ot fo si ti yuo nto waht
    abbout allways realy finaly meetin mornin evenin nothin somethin doin goin comin bein havin
    theres heres wheres hows whos whens alwys tombola tenner fiver fella fellas lol cort kat-arina arsed
    systm recieved occured arguement
    """.split()
)
"""Words of Scotland, the North, Wales and London, of telephones, and slips of the finger."""

SAYINGS: tuple[str, ...] = tuple(
    line.strip()
    for line in """
    bob your uncle
    fanny your aunt
    rob peter to pay paul
    robbing peter to pay paul
    hobson choice
    for pete sake
    tom dick and harry
    tom dick or harry
    tom dick harry
    keeping up with the joneses
    gordon bennett
    heavens to betsy
    jack of all trades
    jack the lad
    joe bloggs
    joe public
    john doe
    jane doe
    joan of arc
    king lear
    lady macbeth
    robin hood
    peter pan
    mary poppins
    harry potter
    james bond
    sherlock holmes
    jekyll and hyde
    dr jekyll
    mr hyde
    dr who
    doctor who
    doctor foster
    mr kipling
    mr bean
    mr blobby
    mr muscle
    mr men
    dr pepper
    dr martens
    uncle ben
    aunt bessie
    jacob crackers
    victoria sponge
    queen victoria
    queen elizabeth
    king charles
    prince charming
    father christmas
    mother christmas
    old father time
    mother teresa
    saint george
    st george day
    st patrick day
    st andrew day
    st david day
    valentine day
    guy fawkes
    burns night
    pandora box
    achilles heel
    murphy law
    parkinson law
    chinese whispers
    swiss cheese
    dutch courage
    hey jude
    come on eileen
    dancing queen
    bridget jones
    jeremy kyle
    dragons den
    graham norton
    simon cowell
    david attenborough
    oprah winfrey
    martin luther king
    nelson mandela
    rosa parks
    maya angelou
    brene brown
    carl rogers
    bessel van der kolk
    viktor frankl
    paulo freire
    audre lorde
    bell hooks
    judi chamberlin
    desmond tutu
    martha stewart
    amy winehouse
    taylor swift
    dolly parton
    freddie mercury
    elton john
    patient safety incident response framework
    jelly baby
    percy pig
    rich tea
    pritt stick
    blu tack
    jammie dodger
    jaffa cake
    joint review
    mind the gap
    patricia benner
    maslow hierarchy
    myers briggs
    johari window
    gibbs cycle
    kolb cycle
    jim crow
    mary celeste
    monty python
    wallace and gromit
    ant and dec
    morecambe and wise
    romeo and juliet
    adam and eve
    cain and abel
    noah ark
    job patience
    judas kiss
    lazarus
    doubting thomas
    good samaritan
    king edward
    king edwards
    sweet william
    sweet williams
    henry hoover
    stanley knife
    miss scarlett
    colonel mustard
    widow twankey
    baron hardup
    daisy the cow
    calon lan
    duw duw
    rose bud thorn
    world cafe
    star wards
    big conversation
    big lunch
    oliver training
    oliver mcgowan
    morse code
    inspector morse
    adult social care
    triangle of care
    ward rounds
    two stars and a wish
    jack and jill
    humpty dumpty
    jack frost
    jolly roger
    peeping tom
    plain jane
    simple simon
    smart alec
    nosey parker
    nosy parker
    aunt sally
    charlie chaplin
    big ben
    big brother
    laurel and hardy
    annie lennox
    florence nightingale
    mary seacole
    clement attlee
    nye bevan
    """.splitlines()
    if line.strip()
)
"""As the words of a text come: without possessives and without commas."""
