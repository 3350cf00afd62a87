"""The stops of a reflection."""

from peercoach.guide.stops import lay_out
from peercoach.words import reflect as words
from tests.journal.making import element, framework


def test_rated_framework_has_the_whole_ending() -> None:
    """Questions, the rating, living it, my words, coaching, one step, and the closing, in order."""
    walking = framework()

    stops = lay_out(walking, walking.elements[:1])

    assert [stop.key for stop in stops] == [
        "hills/question/up",
        "hills/question/top",
        "hills/question/down",
        "hills/rating/practice",
        "hills/examples",
        "hills/words",
        "hills/coaching",
        "hills/step",
        "close",
    ]


def test_unrated_framework_is_short() -> None:
    """A framework without ratings asks its questions, then closes."""
    short = framework("short", rated=False)

    stops = lay_out(short, short.elements)

    assert [stop.kind for stop in stops] == ["question"] * 4 + ["close"]


def test_several_elements_end_once() -> None:
    """With several elements each has its rating; the ending comes once, after the last."""
    walking = framework()

    kinds = [stop.kind for stop in lay_out(walking, walking.elements)]

    assert kinds.count("rating") == 2
    assert kinds[-5:] == ["examples", "words", "coaching", "step", "close"]


def test_keys_are_unique() -> None:
    """No two stops share a key, whatever ids the elements and questions have."""
    odd = framework("odd", element("close", "step", "words"), element("step", "close", "words"))

    keys = [stop.key for stop in lay_out(odd, odd.elements)]

    assert len(keys) == len(set(keys))


def test_place_keeps_the_wording() -> None:
    """What is written at a stop carries the ids, titles, version and wording of that moment."""
    walking = framework(version="2.1.0")

    place = lay_out(walking, walking.elements[:1])[1].place

    assert place.address == "walking/hills"
    assert (place.question, place.ask) == ("top", "What about top of hills?")
    assert (place.version, place.framework_title) == ("2.1.0", "Walking")
    assert place.element_title == "Hills"


def test_rating_place_names_the_rating() -> None:
    """At a rating the place's question is the rating's id, with its own wording."""
    walking = framework()

    place = lay_out(walking, walking.elements[:1])[3].place

    assert (place.question, place.ask) == ("practice", "How much do we live this?")


def test_an_elements_own_wording_for_examples_wins() -> None:
    """The element's words ask for examples where it has any, else ours do."""
    own = framework("own", element("hills", "up", examples="Where did I see a hill?"))
    plain = framework()

    assert lay_out(own, own.elements)[2].ask == "Where did I see a hill?"
    assert lay_out(plain, plain.elements[:1])[4].ask == words.ASKS["examples"]


def test_nothing_is_written_in_words_at_ratings_and_closing() -> None:
    """Ratings and the closing take no text; every other stop takes an entry of its own kind."""
    walking = framework()

    kinds = [stop.entry_kind for stop in lay_out(walking, walking.elements[:1])]

    assert kinds == ["answer"] * 3 + [None, "example", "words", "coaching", "step", None]
