"""Names by lists, by shape and by what stands beside them. Everybody here is invented."""

import pytest

from tests.sharing.detect.finding import found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Anna came.", ["Anna"], id="listed, first word"),
        pytest.param("I spoke with Priya Nair about it.", ["Priya Nair"], id="full name"),
        pytest.param("I met Ngozi and Tunde.", ["Ngozi", "Tunde"], id="two"),
        pytest.param("Dr Osei agreed.", ["Osei"], id="title stays"),
        pytest.param("We asked Mrs. Quistgaard.", ["Quistgaard"], id="title with a full stop"),
        pytest.param("Sister Bisi rang.", ["Bisi"], id="title that is a word"),
        pytest.param("Auntie Bisi rang.", ["Auntie Bisi"], id="kin goes with the name"),
        pytest.param("Will said so.", ["Will"], id="a word that says"),
        pytest.param("I asked Will.", ["Will"], id="a word in mid-sentence"),
        pytest.param("Hope's idea won.", ["Hope"], id="a word that owns"),
        pytest.param("J. Mbatha and T Moyo", ["J. Mbatha", "T Moyo"], id="initial, surname"),
        pytest.param("Anna's idea, and the Okafors'", ["Anna", "Okafors"], id="possessives"),
        pytest.param("I spoke to mark about tea.", ["mark"], id="small, with a cue"),
        pytest.param("Big Tony left.", ["Big Tony"], id="nickname"),
        pytest.param("10:15 Sam: hello", ["Sam"], id="line of a chat"),
        pytest.param("[09:02] Tam: in by ten", ["Tam"], id="line of a chat, a word"),
        pytest.param("Siobhán O'Neill-Byrne came.", ["Siobhán O'Neill-Byrne"], id="hyphens"),
        pytest.param("Ludwig van Aalten came.", ["Ludwig van Aalten"], id="particle"),
        pytest.param("So J.B. said it.", ["J.B."], id="dotted initials"),
        pytest.param("Then JB said it.", ["JB"], id="initials that speak"),
        pytest.param(
            "We began late. Present were KO, RT and LM.", ["KO", "RT", "LM"], id="list of initials"
        ),
        pytest.param("We thanked Xhevahire.", ["Xhevahire"], id="no list has it"),
        pytest.param("| Tariq | Tuesday |", ["Tariq"], id="cell of a table"),
        pytest.param("Ring Bev 01632 960123", ["Bev"], id="beside a phone number"),
        pytest.param("#AnnaLeads today", ["#AnnaLeads"], id="hashtag"),
        pytest.param(
            "i told kwame that priya was in, and she was.", ["kwame", "priya"], id="no capitals"
        ),
        pytest.param("THANK YOU TO AGNIESZKA FOR THIS", ["AGNIESZKA"], id="all capitals"),
    ],
)
def test_found(text: str, names: list[str]) -> None:
    """Each rule finds the whole of each name, and leaves titles and possessives outside."""
    assert found(text, "PERSON") == names


@pytest.mark.parametrize(
    "text",
    [
        "Will you come? May we? Hope so.",
        "With hope and joy we may go on in good faith.",
        "By the grace of it, the rose and the ivy grew.",
        "We used the Healthcare Leadership Model, and WRAP.",
        "The Mary Seacole programme; a Schwartz Round.",
        "On Monday in March we spoke Welsh and Polish.",
        "NHS, HR, CMHT and the CQC agreed.",
        "DoLS and OneDrive and PowerPoint",
        "A Lemsip and a Twix for the Ward Manager",
        "i think it went well. we had tea and i said so.",
        "I can't nick a biscuit, or peter out.",
        "Check-in, check-out, follow-up.",
        "10:10 Check-in: tea\n10:30 Break: more tea",
    ],
)
def test_left_alone(text: str) -> None:
    """Ordinary words, days, languages, programmes, short forms and brands are nobody."""
    assert found(text, "PERSON") == []


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("She is on Cedar ward.", "WARD", ["Cedar ward"]),
        ("Two staff on Cedar and Elm today.", "WARD", ["Cedar", "Elm"]),
        ("At Foxmoor Hospital again", "ORG", ["Foxmoor Hospital"]),
        ("With Foxmoor Borough Council", "ORG", ["Foxmoor Borough Council"]),
        ("from St Aidan's Hospice", "ORG", ["St Aidan's Hospice"]),
        ("the Brackenhill Team met", "TEAM", ["Brackenhill Team"]),
        ("We met in Middlesbrough.", "PLACE", ["Middlesbrough"]),
        ("from Newcastle upon Tyne", "PLACE", ["Newcastle upon Tyne"]),
        ("We walked down Larkspur Road.", "PLACE", ["Larkspur Road"]),
    ],
)
def test_wards_and_places(text: str, kind: str, wanted: list[str]) -> None:
    """Wards, teams, organisations and places are found with the word that says what they are."""
    assert found(text, kind) == wanted


@pytest.mark.parametrize(
    "text", ["The quiet ward and the car park", "We went to the Carers Group.", "Crisis Team, A&E"]
)
def test_everybodys_places_stay(text: str) -> None:
    """What every town has is no place of one's own."""
    assert found(text) == []
