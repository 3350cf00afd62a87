"""The review: nothing leaves that was not read in the form in which it leaves."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peercoach.sharing import forms, leftovers
from peercoach.sharing.decisions import State
from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.forms import whole
from peercoach.sharing.leaving import RECIPIENTS, ForTheRecord, Reviewed, Wording
from peercoach.sharing.review import Review
from peercoach.sharing_errors import NotReviewed, StillKnown
from tests.sharing.reviewing import TODAY, chosen, place, rating, read_through, review, unit

PRIYA = "I told Priya Nair about the garden. Later Priya laughed."
WILL = "I will ask Will about it. Will she come?"


def texts(made: Review) -> list[str]:
    return [page.text for page in made.pages]


# --- for whom, and whose story -------------------------------------------------------------------


def test_it_is_ready_when_all_is_said() -> None:
    """For whom, and whose story each note tells: before both are said there is nothing to read."""
    made = Review([chosen(PRIYA), chosen("Mine.", "B")], today=TODAY)
    steps = [made.ready]

    made.is_for("coach")
    steps.append(made.ready)
    made.tells("A", "mine")
    steps.append(made.ready)
    made.tells("B", "theirs-agreed")

    assert steps == [False, False, False]
    assert made.ready


def test_who_was_not_asked_is_left_out() -> None:
    """A story of somebody who was not asked has no page, and stands in nothing that leaves."""
    made = review(PRIYA, "A week in March was hard.")
    made.tells("A", "theirs-not-asked")

    reviewed = read_through(made)

    assert [note.text for note in reviewed.notes] == ["A week in March was hard."]
    assert set(reviewed.record.notes) == {"B"}


def test_nothing_left_is_nothing_to_share() -> None:
    """Where every note is left out, there is nothing to confirm."""
    made = review(PRIYA)
    made.tells("A", "theirs-not-asked")

    assert not made.ready
    with pytest.raises(NotReviewed):
        made.confirm()


# --- the gate ------------------------------------------------------------------------------------


def test_every_note_has_to_be_read() -> None:
    """There is nothing to write before the last note was read and its question answered."""
    made = review(PRIYA, "A second note.")
    made.read("A", "no")

    with pytest.raises(NotReviewed):
        made.confirm()

    made.read("B", "perhaps")
    assert made.confirm().record.answers == {"A": "no", "B": "perhaps"}


def test_a_page_that_changed_is_to_be_read_again() -> None:
    """A decision on one page that changes another has that one read once more."""
    made = review("The Lantern group met.", "At the Lantern we ate.")
    made.read("A", "no")
    page = made.page("B")

    made.hide_everywhere(place(page, "Lantern"), "PLACE")
    made.read("B", "no")

    assert not made.done
    assert made.unread is not None and made.unread.id == "A"


def test_taken_back_it_was_read_after_all() -> None:
    """With the decision taken back the page is as it was read."""
    made = review("We met at the allotment.")
    made.read("A", "no")
    made.hide(place(made.page("A"), "allotment"), "PLACE")
    done = [made.done]

    made.undo()

    done.append(made.done)
    assert done == [False, True]
    assert not made.undo()


def test_nobody_else_makes_what_may_be_written() -> None:
    """What writers accept comes from a finished review alone."""
    record = ForTheRecord({}, {}, {}, {})

    with pytest.raises(TypeError):
        Reviewed("coach", "spring 2026", (), (), record, object())
    with pytest.raises(TypeError):
        replace(read_through(review("A note.")), gate=None)


def test_what_two_wrote_needs_the_others_yes() -> None:
    """A note of two leaves only with the other's yes, given for the words that leave."""
    made = Review([chosen("We saw Priya Nair.", others=("Sol",))], today=TODAY)
    made.is_for("coach")
    made.tells("A", "mine")
    made.read("A", "no")
    with pytest.raises(NotReviewed):
        made.confirm()

    made.agree("A")
    done = [made.done]

    made.hide(place(made.page("A"), "We"), "WORD")
    made.read("A", "no")
    done.append(made.done)
    assert done == [True, False]
    assert made.page("A").waits_for == ("Sol",)


# --- hiding, and letting stand -------------------------------------------------------------------


def test_one_person_is_one_letter_in_every_note() -> None:
    """A name found in one note is hidden in all, under one label."""
    made = review(PRIYA, "then priya went, and Ola Adeyemi came")

    first, second = texts(made)

    assert first == "I told Person A about the garden. Later Person A laughed."
    assert second.startswith("then Person A went, and Person B")


def test_the_dictionary_is_hidden_in_any_dress() -> None:
    """Whoever is known is hidden in any case, accent and line break, and called by their role."""
    known = [Known("Zoë Kestrelle", ("Chipper",), role="colleague")]

    made = review("ZOE\nKESTRELLE and chipper.", known=known)

    assert texts(made) == ["Colleague A and Colleague A."]


def test_left_overs_stand_for_those_who_know_me_alone() -> None:
    """To a coach a left-over stands and is shown; to other peers it is hidden till decided."""
    text = "We used the Zorbulator, room 214, on Monday."

    coach, peers = review(text), review(text, recipient="peers")

    assert [coach.page("A").said(unit(coach.page("A"), "Zorbulator"))] == ["Zorbulator"]
    shown = [(one.kind, one.everyday) for one in coach.page("A").leftovers]
    assert shown == [("capital", False), ("number", False), ("capital", True)]
    assert "Zorbulator" not in peers.page("A").text
    assert "214" not in peers.page("A").text
    assert "Monday" in peers.page("A").text


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_a_left_over_can_be_let_stand(recipient: str) -> None:
    """Whoever it is for, the author has the last word on what is only left over."""
    made = review("We used the Zorbulator.", recipient=recipient)  # type: ignore[arg-type]

    made.keep(place(made.page("A"), "Zorbulator"))

    assert texts(made) == ["We used the Zorbulator."]


def test_hide_here_is_here_alone() -> None:
    """One place is hidden, and the same word stands elsewhere."""
    made = review("The allotment. Our allotment.", "An allotment.")

    made.hide(place(made.page("A"), "allotment", 1), "PLACE")

    assert texts(made) == ["The allotment. Our Place 1.", "An allotment."]


def test_hide_everywhere_is_every_note() -> None:
    """In any case, by whole words, in each note."""
    made = review("The Allotment. our allotments", "An ALLOTMENT.")

    made.hide_everywhere(place(made.page("A"), "Allotment"), "PLACE")

    assert texts(made) == ["The Place 1. our allotments", "An Place 1."]


def test_initials_hidden_everywhere_are_as_they_are_written() -> None:
    """Hiding “IT” everywhere leaves the word “it” alone."""
    made = review("I rang IT and it worked.")

    made.hide_everywhere(place(made.page("A"), "IT"), "TEAM")

    assert texts(made) == ["I rang Team 1 and it worked."]


def test_keep_lets_a_place_stand() -> None:
    """What was found wrongly stands again at that place; what is known can't be let stand."""
    made = review("I told Priya Nair about Chipper.", known=[Known("Chipper")])

    made.keep(place(made.page("A"), "Priya Nair"))

    assert texts(made) == ["I told Priya Nair about Person A."]
    with pytest.raises(StillKnown):
        made.keep(place(made.page("A"), "Chipper"))


def test_a_common_word_is_hidden_until_its_author_says() -> None:
    """Somebody called Will is hidden as “will” too, till the author lets the word stand."""
    made = review(WILL, known=[Known("Will Okafor", ("Will",))])
    assert "ill" not in made.page("A").text.lower().replace("person", "")

    page = made.page("A")
    assert unit(page, "will").common
    made.keep_small(place(page, "will"))
    made.keep(place(page, "Will", 1))

    assert texts(made) == ["I will ask Person A about it. Will she come?"]
    record = read_through(made).record
    assert (set(record.left), dict(record.spared)) == ({"will"}, {"will": 1})


def test_words_kept_always_stand() -> None:
    """A word that is always kept is not hidden, unless it is somebody's in the dictionary."""
    text = "Priya Nair and Ola Adeyemi came."

    made = review(text, kept=["Priya Nair", "Ola"], known=[Known("Ola Adeyemi")])

    assert texts(made) == ["Priya Nair and Person A came."]


def test_learning_a_name_hides_it_everywhere() -> None:
    """Once the dictionary has somebody, they are hidden in every note under their role."""
    made = review("The Zorbulator came.", "Ask zorbulator.")

    made.knows([Known("Zorbulator", role="manager")], [])

    assert texts(made) == ["The Manager A came.", "Ask Manager A."]


# --- a page --------------------------------------------------------------------------------------


def test_units_are_the_note_in_order() -> None:
    """Words and labels cover the note, in order; each says where it stands in both texts."""
    page = review(PRIYA, known=[Known("Priya Nair")]).page("A")

    for one in page.units:
        leaves = page.text[one.start : one.end]
        assert leaves == (one.label or page.said(one))
        assert page.leaves_as(one.place.start, one.place.end) == leaves
    assert [one.label for one in page.hidden] == ["Person A", "Person A"]
    assert {one.source for one in page.hidden} == {"known"}


def test_risks_are_told_as_they_leave() -> None:
    """What the card quotes has no name in it that is hidden."""
    page = review("She was the only nurse at Quill Rise ward who spoke to Priya Nair.").page("A")

    told = [page.leaves_as(one.start, one.end) for one in page.risks]

    assert told
    assert not any("Quill" in one or "Priya" in one for one in told)


def test_small_notes_say_so() -> None:
    """A note typed without capitals is weak ground, and its page says so."""
    made = review("met priya again, she said the rota is fine", PRIYA)

    assert [page.small for page in made.pages] == [True, False]


@given(st.text(max_size=80))
@settings(max_examples=150)
def test_whatever_is_written_the_rest_is_unchanged(text: str) -> None:
    """Outside of labels a note leaves as it was written, to the last character."""
    page = review(text, known=[Known("Anna Lee", ("Ko",))]).page("A")

    rest, before = [], 0
    for label in page.leaving.labels:
        rest.append(page.text[before : label.start])
        before = label.end
    rest.append(page.text[before:])
    kept, before = [], 0
    for label in page.leaving.labels:
        kept.append(text[before : label.span.start])
        before = label.span.end
    kept.append(text[before:])

    assert rest == kept
    assert [page.text[one.start : one.end] for one in page.hidden] == [
        one.label for one in page.leaving.labels
    ]


# --- dates, ratings, wording ---------------------------------------------------------------------


def test_dates_are_seasons_or_moved_alike() -> None:
    """A note's own date is no more exact than a season; moved, gaps between dates stay."""
    made = review("On 14 March 2026, then on 16 March 2026.")
    assert made.page("A").when == "spring 2026"

    made.move_dates_by(10)

    assert made.page("A").when == "24 March 2026"
    assert texts(made) == ["On 24 March 2026, then on 26 March 2026."]


def test_ratings_leave_with_their_words() -> None:
    """A rating leaves with its value, its words and its season; alone, too."""
    made = Review((), [rating()], today=TODAY)
    made.is_for("evaluation")

    (left,) = made.confirm().ratings

    assert (left.value, left.label, left.when) == (2, "sometimes", "spring 2026")


def test_a_wording_of_ones_own_is_looked_through() -> None:
    """A question that did not come with us may hold a name: it is hidden, and so is its address."""
    own = Wording("kestrelle/asks", "Rowan Kestrelle's model", "Asking", "Did Rowan ask?", False)
    made = Review(
        [replace(chosen("Yes."), wording=own)],
        [rating(label="as Rowan does", wording=own)],
        today=TODAY,
        known=[Known("Rowan Kestrelle")],
    )
    made.is_for("coach")
    made.tells("A", "mine")

    reviewed = read_through(made)

    said = repr(reviewed.notes) + repr(reviewed.ratings)
    assert "owan" not in said and "estrelle" not in said
    assert reviewed.notes[0].wording.ask == "Did Person A ask?"


def test_an_address_says_no_more_than_its_titles() -> None:
    """Nobody sees an address, so one that says more than what is read above a note stays here."""
    told = Wording("lantern-house/asking", "Our model", "Asking", "And then?", shipped=False)
    plain = Wording("our-model/asking", "Our model", "Asking", "And then?", shipped=False)
    made = Review(
        [replace(chosen("Yes."), wording=told), replace(chosen("No.", "B"), wording=plain)],
        today=TODAY,
    )
    made.is_for("coach")
    for id in "AB":
        made.tells(id, "mine")

    assert [page.wording.address for page in made.pages] == ["", "our-model/asking"]


def test_what_stands_above_a_note_is_read_with_it() -> None:
    """Where a question or a day comes to leave otherwise, its note is read again."""
    own = Wording("", "Our model", "Asking", "Did Lantern ask?", shipped=False)
    notes = [chosen("A quiet week at Lantern."), replace(chosen("Yes.", "B"), wording=own)]
    made = Review(notes, today=TODAY)
    made.is_for("coach")
    for id in "AB":
        made.tells(id, "mine")
    made.hide_everywhere(place(made.page("A"), "Lantern"), "PLACE")
    read_through(made)

    made.undo()

    assert made.page("B").wording.ask == "Did Lantern ask?"
    assert [page.read for page in made.pages] == [False, False]
    read_through(made)
    made.move_dates_by(90)
    assert not made.done


def test_what_is_kept_always_stands_for_everybody() -> None:
    """A word that always stays is no left-over to be hidden, whoever it goes to."""
    made = review("We met at Lantern, then at Quibble.", kept=["Lantern"], recipient="public")

    assert texts(made) == ["We met at Lantern, then at [word removed]."]


# --- many of them --------------------------------------------------------------------------------


def test_a_decision_reads_no_text_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of every note are read once; each decision looks at what is known of them."""
    made = review(PRIYA, WILL, "The Lantern met, a quiet week.", known=[Known("Will")])
    made.is_for("public")
    assert made.pages
    read: list[str] = []
    for module, name in ((forms, "_ascii_words"), (leftovers, "tokens")):
        reads = getattr(module, name)
        noted = partial(_noted, reads, read)
        monkeypatch.setattr(module, name, noted)

    made.hide_everywhere(place(made.page("C"), "quiet"), "WORD")
    made.keep(place(made.page("B"), "Will", 1))

    assert "[word removed]" in made.page("C").text
    texts_of = {page.original for page in made.pages}
    assert not texts_of & set(read)


def _noted(reads: Callable[[str], object], noted: list[str], text: str) -> object:
    noted.append(text)
    return reads(text)


# --- going on with it ----------------------------------------------------------------------------


def test_it_can_be_gone_on_with() -> None:
    """From what was kept the review stands where it stood, and no word of a note is kept."""
    made = review(PRIYA, "The Lantern met.")
    made.read("A", "perhaps")
    made.hide_everywhere(place(made.page("B"), "Lantern"), "PLACE")
    told = msgspec.json.encode(made.state)

    notes = [chosen(PRIYA), chosen("The Lantern met.", "B")]
    again = Review(notes, today=TODAY, state=msgspec.json.decode(told, type=State))

    assert texts(again) == texts(made)
    assert [one.read for one in again.pages] == [True, False]
    assert b"Lantern" not in told and b"Priya" not in told


def test_a_note_that_was_changed_is_read_anew() -> None:
    """Of a note that was changed meanwhile nothing that was said of it holds."""
    made = review("The Lantern met.", "A quiet week.")
    made.hide(place(made.page("A"), "Lantern"), "PLACE")
    read_through(made)

    changed = [chosen("Met at the Lantern.", "A"), chosen("A quiet week.", "B")]
    again = Review(changed, today=TODAY, state=made.state)

    assert again.story("A") is None
    assert again.story("B") == "mine"
    again.tells("A", "mine")
    assert [one.read for one in again.pages] == [False, True]
    assert "Lantern" in again.page("A").text


def test_the_key_says_where_and_not_whom() -> None:
    """What is kept of the labels is a place in a note, never a name."""
    reviewed = read_through(review(PRIYA))

    assert reviewed.record.key == {"Person A": ("A", 7, 17)}
    assert "Priya" not in repr(reviewed)


def test_bare_has_no_word_of_the_author() -> None:
    """What is left without the author's words is our labels, and nothing else."""
    reviewed = read_through(review(PRIYA, ratings=[rating()]))

    bare = reviewed.bare

    assert set(whole(bare.notes[0].text)) == {"qq", "person", "a"}
    assert bare.ratings == reviewed.ratings
