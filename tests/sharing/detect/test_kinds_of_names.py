"""Names by where they stand: lists, letters, initials, small letters. Everybody is invented."""

import pytest

from tests.sharing.detect.finding import found

MINUTES = "We met on Teams.\n"
SMALL = "it was a long day and we had tea. "


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Present: Bo Li, R. Osei (chair), KT and Mags", ["Bo Li", "R. Osei", "KT", "Mags"]),
        ("Apologies: Ng, Xu Wei", ["Ng", "Xu Wei"]),
        ("Apologies - none received", []),
        ("Attendees: PA; HSJE / DM", ["PA", "HSJE", "DM"]),
        ("- Coach: Babajide. Coachee: me.", ["Babajide"]),
        ("From: Bet Rowlands\nTo: the whole team", ["Bet Rowlands"]),
        ("Panel: everyone, as before", []),
        ("Facilitators: Peer Support Team, HR", []),
        ("Candidates: SO, RH. SO did well.", ["SO", "RH", "SO"]),
    ],
)
def test_lists_of_people(text: str, names: list[str]) -> None:
    """Behind a word that says so, each part of a list is somebody, unless it is ordinary words."""
    assert found(MINUTES + text, "PERSON") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hi Quorsh,\nthe room is booked.", ["Quorsh"]),
        ("Dear Blessing and Tom,\nThank you.", ["Blessing", "Tom"]),
        ("Hello all,\nthe room is booked.", []),
        ("Morning both,\nthe room is booked.", []),
        ("dear blessing,\nthe room is booked.", ["blessing"]),
        ("It is booked.\nKind regards,\nO.", ["O."]),
        ("It is booked.\nWith love and thanks,\nSummer Reed x", ["Summer Reed"]),
        ("It is booked.\nBest wishes\nThe Peer Team", []),
        ("it is booked and paid\ncheers\njo x", ["jo"]),
        ("It is booked and paid.\n\nHope", ["Hope"]),
    ],
)
def test_letters(text: str, names: list[str]) -> None:
    """Whoever a letter greets, and whoever stands under it, is somebody."""
    assert found(text, "PERSON") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I spoke to T. who agreed.", ["T."]),
        ("In supervision with K we laughed.", ["K"]),
        ("Then I was late. B said so.", ["B"]),
        ("So i asked b.k. again", ["b.k."]),
        ("That is Gill, S. on the form.", ["Gill, S."]),
        ("We chose plan B. Ask L&D. Vitamin D helped me.", []),
        ("We meet at 9 a.m. or so, e.g. on Mondays, i.e. weekly.", []),
    ],
)
def test_initials_alone(text: str, names: list[str]) -> None:
    """One letter is somebody where somebody is spoken to, or does what people do."""
    assert found(text, "PERSON") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("My three: Precious, Innocent and Blessing came.", ["Precious", "Innocent", "Blessing"]),
        ("Finance was Bill Rivers again.", ["Bill Rivers"]),
        ("We asked Nurse Banks and Sister Pike.", ["Banks", "Pike"]),
        ("Heather from payroll was in.", ["Heather"]),
        ("And then Oh Min-jun bowed.", ["Oh Min-jun"]),
        ("Then Yasmin al-Hakim rang.", ["Yasmin al-Hakim"]),
        ("Then Rhiannon ferch Dafydd rang.", ["Rhiannon ferch Dafydd"]),
        ("We had tea. Linden guessed right.", ["Linden"]),
        ("Khan rang first.", ["Khan"]),
        ("It was Xhevahire’s idea.", ["Xhevahire"]),
    ],
)
def test_words_that_are_names(text: str, names: list[str]) -> None:
    """A word is a name beside names, behind a title, or where it does what people do."""
    assert found(text, "PERSON") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("talked to mrs toll and mr levy again", ["toll", "levy"]),
        ("mr and mrs came, dr said so", []),
        ("then dorothy bland rang", ["dorothy bland"]),
        ("tariq m, bev and i", ["tariq m", "bev"]),
        ("bev n me made tea", ["bev"]),
        ("t moyo was in", ["t moyo"]),
        ("rose finnegan thinks ours is best", ["rose finnegan"]),
        ("sup with jb. jb laughed", ["jb", "jb"]),
        ("sam read the list out", ["sam"]),
        ("so ask jo about it", ["jo"]),
        ("kofi already knew", ["kofi"]),
    ],
)
def test_in_small_letters(text: str, names: list[str]) -> None:
    """Without capitals, titles, first names, initials and what people do tell a name."""
    assert found(SMALL + text, "PERSON") == names


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("There is a gap on Quill Rise.", "ORG", ["Quill Rise"]),
        ("We met at the Old Library again.", "ORG", ["Old Library"]),
        ("It was at the Fox & Hounds, upstairs.", "ORG", ["Fox & Hounds"]),
        ("It was still called Ward 9 then.", "WARD", ["Ward 9"]),
        ("She is joining us from CMHT East.", "TEAM", ["CMHT East"]),
        ("The Open Skies Team has a rota.", "TEAM", ["Open Skies Team"]),
        ("We talked about Freedom to Speak Up at the Peer Forum.", None, []),
        ("She went to the Crisis Team, then to Occupational Health.", None, []),
        ("We did a form on Reasonable Adjustments at Staff Side.", None, []),
    ],
)
def test_called_by_ordinary_words(text: str, kind: str | None, wanted: list[str]) -> None:
    """Ordinary words with capitals, where a place is named, name it, unless they are of work."""
    assert found(text, kind) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Sertraline made me sleepy, Venlafaxine made me sweat.",
        "Perimenopause again. Signage is next. Foodbank vouchers came.",
        "Tuckman: Forming, Storming, Norming, Performing.",
        "Peer support helps (Slade, 2009; Repper and Carter, 2011).",
        "Winnicott et al. would agree.",
        "We sang Here Comes the Sun and watched Blackadder.",
        "Happy as Larry, and Bob's your uncle.",
        "Rob a bank, she said.",
        "By my fourth call it was June; I had reached Autumn.",
        "Remembrance Sunday, Boxing Day, Christmas Eve, Eid.",
        "We listened to Brené Brown, Michael West and Susan Cain.",
        "EIP, PMVA and WEMWBS are not people. My BP is fine.",
    ],
)
def test_everybodys_words_stay(text: str) -> None:
    """Medicines, models, songs, sayings, feasts and whoever is cited are nobody on the team."""
    assert found(text) == []
