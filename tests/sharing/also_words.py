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
 kit bunty buster abbey  aida  amber ambrose angel angelic april ariel art ash  aspen august aurora
    autumn ava  bill   blair blake  blessing  bob  brook brooke
     buck bud buddy  buster  carmen chance   cherry chip christian chuck
     clay    comfort connie     curt  daisy dale
     dawn dean dee   dick dirk dixie    drew  dusty earl 
         ernest faith fay favour   fern flo florence forest
    foster  frank frankie  gabby     gene  ginger glen gloria glory
     grace grant grey griffin grove gus guy hale   harmony harper  hazel 
    heather heaven   hope  ida indigo iris irene  ivory ivy jack jade jay
    jasmin jet    joy jude julep june  karma  kingsley   lance 
    lark laurel lee levy liberty  lily lin linden     mac  mark marsh
    marshal marvel mason  max may maya mercy merit merry midge miles mina mindy  
       myrtle    noel norm  oak  olive   paige pansy
     pat patience  paxton peace pearl penny pepper peach   piper pip 
     poppy   precious    prudence  queenie   ray
    reed  rene rex rich     rose rosemary rowan ruby rue  
    sandy   sean    shelly sherry sienna sierra   skip 
    skye   sol sonny sparrow   stacey    stoney  summer
     sunny             
     troy   tucker tyrone  van  vesper vi  viola violet  wade
    walker ward   will willow       woody wren  
    bee dot iris lacey rory sid jem  mo bo  elle    rica sari   viva abe
    una ann  sunita mo moe del des ed art al lee kay bea
    """.split()
)
