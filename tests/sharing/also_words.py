"""Names that are ordinary words as well, parted by hand into two kinds.

``NAMES_FIRST``: a word list has them, but whoever writes them, even in lower case or at the start
of a sentence, means a person. ``CUED``: words first of all; they are a name where something beside
them says so.
"""

NAMES_FIRST = frozenset(
    """
    abdul adele beryl tania vera edna enid maud aisha alice alma andy angie annie anya archie arthur aubrey barney basil becky ben
    benjamin bernie bert bertie bessie bethany betsy betty billy bob bobby bonnie brad brendan brian
    carla carlo carol carrie cathy cecil celia chad charlie chas chris christen clara claude colin
    cora craig dan danny dave davy deb debbie denis dennis derek derrick derry diana dickie dinah
    dolly dominic dora dot dotty eddie eddy elliot elsie emery emma eric ernie ethel eva eve fanny
    felicity felix flora floss fran franklin fred freddie gareth garret garry gary geoff george
    gerry gert gilbert gill glenda gordon greta gwen hank hanna harry hattie henrietta herb herbert
    hilary homer howard hugo ian ibrahim ike imogen isaac ivan ivor jacky jake janet jasmine jason
    jasper jean jeanette jeff jem jenny jeremy jerry jess jesse jill jim jimmy jo jock joe joey
    johnny jon josephine josh joy-ann juan judas judy julia julienne julius ken kenny kit kitty
    larry laura laurel lena leo leon leroy leslie lew linda lisa liz lizzie lola lou louis louise
    lucy luke lulu lydia mabel maggie maisie mandy marcus margarita maria marian marie marta martha
    marvin mary matt matthew maud maureen meg melanie mick mickey mike millie milo minnie miranda
    moira molly monty morris moses nancy nat nate ned nell nelly nelson neville nick nicky nora
    norman oliver oscar otto paddy pam patsy patty paul paula peggy percy peter phil philip phoebe
    phyllis polly rachel ralph ramon randolph raoul reg reggie rex rhea rick ricky rob robbie robert
    roberta robin rod roddy roger roland ron ronnie rosa rosie ross roy rupert ruth sal sally sam
    sammy sandra sara sarah saul seb serge shane shaun sheila sibyl sid sidney simon sonia sophie
    stan stella stephen steve stew stuart sue susan sybil tamara tara ted teddy terence terri terry
    tess theo thomas tim timothy tina tom tommy toni tony tracy trish trudy tyler ursula val vera
    vernon vic vicky victor vince vinny viv vivian wally walter wanda wayne wendy wilfred wilma
    winnie yasmin yvonne zac zoe angus alec ade ama kofi ali ana anna anne
    """.split()
)

CUED = frozenset(
    """
 kit bunty buster abbey ace aida alpha amber ambrose angel angelic april ariel art ash ashes aspen august aurora
    autumn ava axel bill birdie bishop blair blake blanche blessing bliss bob brandy brook brooke
    brooks buck bud buddy bunny buster candy carmen chance charity chase cherry chip christian chuck
    cliff clay clement clove colt comfort connie constant coral corn crystal curt cyan daisy dale
    dash dawn dean dee destiny diamond dick dirk dixie dodge dove drake drew duke dusty earl earnest
    echo eden elder ember emerald ernest faith fay favour favor felicitous fern flo florence forest
    foster fox frank frankie freedom gabby gale garnet gay gem gene genesis ginger glen gloria glory
    goodness grace grant grey griffin grove gus guy hale happy hardy harmony harper haven hazel heath
    heather heaven honesty honey hope hunter ida indigo iris irene isle ivory ivy jack jade jay
    jasmin jet jewel job jolly joy jude julep june justice karma king kingsley kind lake lance lane
    lark laurel lee levy liberty light lily lin linden lo love lovely lucky mac major mark marsh
    marshal marvel mason maverick max may maya mercy merit merry midge miles mina mindy mint miracle
    misty moody moon myrtle nasty neo noble noel norm nova oak oasis olive opal orange paige pansy
    paris pat patience patient paxton peace pearl penny pepper peach petal phoenix piper pip pixie
    poet poppy pop porter precious prince princess prosper prudence queen queenie rain raven ray
    reed reef rene rex rich ridge river rocky roman rose rosemary rowan ruby rue rusty sage
    sandy scarlet scout sean serenity shade shadow shelly sherry sienna sierra silver sky skip sky
    skye smith snow sol sonny sparrow spike spring stacey star sterling stone stoney storm summer
    sunday sunny sunshine swift tab tad tan tanner tate tawny temperance tiger topaz treasure trinity
    trip troy true truth tucker tyrone unity van velvet vesper vi victory viola violet virtue wade
    walker ward west wild will willow wilder win winter wisdom wolf wood woody wren young zen
    bee dot iris lacey rory sid jem con mo bo della elle nan nana pa rica sari teal tom-tom viva abe
    una ann may-may sunita mo moe del des ed art al lee kay bea
    """.split()
)
