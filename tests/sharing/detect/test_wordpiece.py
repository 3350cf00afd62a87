"""Texts as pieces of words: what BERT's own tokenizer answers, and where each piece stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.sharing.detect.wordpiece import WordPiece

PIECES = (
    *("[PAD]", "[UNK]", "[CLS]", "[SEP]", "si", "##ob", "##han", "’", "s", "e", "-", "mail", "ł"),
    *(
        "##uka",
        "##sz",
        "oz",
        "##tur",
        "##k",
        "abc",
        "d",
        "za",
        "##n",
        "##quil",
        "i",
        "##z",
        "##mir",
    ),
    *("##mir", "漢", "ok", "y", "ﬁ", "½", "won", "'", "t", "07", "##70", "##0", "σ", "##ι", "##σ"),
    *("[", "]", "sep"),
)
READER = WordPiece({piece: number for number, piece in enumerate(PIECES)})


def read(text: str) -> list[tuple[str, str]]:
    """Each piece with the characters it stands for."""
    return [(PIECES[one.id], text[one.start : one.end]) for one in READER.pieces(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Siobhán’s", [("si", "Si"), ("##ob", "ob"), ("##han", "hán"), ("’", "’"), ("s", "s")]),
        ("Siobha\u0301n", [("si", "Si"), ("##ob", "ob"), ("##han", "ha\u0301n")]),
        ("Łukasz Öztürk", [("ł", "Ł"), ("##uka", "uka"), ("##sz", "sz"), ("oz", "Öz")]),
        ("a\u200bb\x00c\td", [("abc", "a\u200bb\x00c"), ("d", "d")]),
        ("🙂 Zanquil", [("[UNK]", "🙂"), ("za", "Za"), ("##n", "n"), ("##quil", "quil")]),
        ("İzmir", [("i", "İ"), ("##z", "z"), ("##mir", "mir")]),
        ("漢字 ok", [("漢", "漢"), ("[UNK]", "字"), ("ok", "ok")]),
        ("ΣΙΣ", [("σ", "Σ"), ("##ι", "Ι"), ("##σ", "Σ")]),
        ("ﬁ ½", [("ﬁ", "ﬁ"), ("½", "½")]),
        ("won't", [("won", "won"), ("'", "'"), ("t", "t")]),
        ("07700", [("07", "07"), ("##70", "70"), ("##0", "0")]),
        ("[SEP]", [("[", "["), ("sep", "SEP"), ("]", "]")]),
        ("y" * 101 + " y", [("[UNK]", "y" * 101), ("y", "y")]),
        (" \r\n\x0b\ufeff", []),
    ],
)
def test_pieces(text: str, pieces: list[tuple[str, str]]) -> None:
    """Accents, controls, marks, numbers and unknown letters are read as the model was taught."""
    assert read(text)[: len(pieces)] == pieces


@given(st.text(max_size=40))
def test_places(text: str) -> None:
    """Whatever a text has in it, pieces stand in order, and within it."""
    pieces = READER.pieces(text)

    assert all(0 <= one.start < one.end <= len(text) for one in pieces)
    assert [one.start for one in pieces] == sorted(one.start for one in pieces)
