"""Names as they could be called, and texts that hide them as well as texts can."""

import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple

from hypothesis import strategies as st

from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.detect.spans import Kind
from peercoach.sharing.leaving import Chosen, ChosenRating, Recipient, Wording
from tests.sharing.shares import LIVE, MOVEMENT

PEOPLE: Final = (
    *("Priya Nair", "Siobhán O'Brien", "Sean O’Hara", "Anne-Marie Whitfield", "José Núñez"),
    *("Łukasz Wójcik", "Zoë", "Will Banks", "Will", "Grace", "Mark", "May Hope", "May", "Joy"),
    *("Jo Whitfield", "Al Green", "Hope", "Summer Field", "Ward", "Person", "Manager", "Title"),
    *("Olúwaseun Adébáyò", "Анна Петрова", "فاطمة الزهراء", "प्रिया नायर", "Ng Wei Ling"),
    *("Ffion ap Rhys", "Jan van der Berg", "Dr Farida Khan", "Strauß", "İpek Yılmaz", "DeShawn"),
    *("Ellen", "Élodie", "Quirke-Ó Sé", "Tom", "Amp", "Lt", "Nbsp", "Svg", "Style", "Chart"),
)
PLACES: Final[tuple[tuple[str, Kind], ...]] = (
    *(("Quill Rise", "WARD"), ("Ward 7", "WARD"), ("Rose", "WARD"), ("St. Anne's", "WARD")),
    *(("The Willows", "WARD"), ("Crisis Team North", "TEAM"), ("Early Birds", "TEAM")),
    *(("Stoke-on-Trent", "PLACE"), ("Bank", "PLACE"), ("Newcastle upon Tyne", "PLACE")),
    *(("Winter", "PLACE"), ("12", "TEAM"), ("Moors & Dale Trust", "ORG")),
)
NICKNAMES: Final = ("Bex", "Big Dave", "Sunny", "T.J.", "the Prof", "Mo", "J-P", "Ratings")

Dress = Callable[[str], str]
PLAIN: Final[tuple[Dress, ...]] = (
    *(str, str.upper, str.lower, str.title),
    *("{}'s".format, "{}’s".format, "“{}”".format, "({})".format, "{}.".format, "{},".format),
    lambda name: name.replace(" ", "\n"),
    lambda name: name.replace(" ", "  "),
    lambda name: name.replace("'", "’"),
    lambda name: name.rpartition(" ")[2],
    lambda name: name.partition(" ")[0],
    lambda name: unicodedata.normalize("NFD", name),
)
HOSTILE: Final[tuple[Dress, ...]] = (
    *("<b>{}</b>".format, "<!-- {} -->".format, "&lt;{}&gt;".format, "&amp;{};".format),
    *('" onload="{}'.format, "_{}_".format, "*{}*".format, "`{}`".format, "[{}](x)".format),
    *("{}@example.org".format, "{}2".format, "2{}".format, "={}".format, "\t{}\t".format),
    *("https://example.org/{}".format, "@{}".format, "#{}".format, "🌷{}🌷".format),
    *(
        "\u202e{}\u202c".format,
        "\u200f{}".format,
        "⒜{}⒜".format,
        "{}\x00".format,
        "\ud800{}".format,
    ),
    "\u200b".join,
    "\u00ad".join,
    "\u0336".join,
    lambda name: name.replace(" ", "\r\n"),
    lambda name: name.replace(" ", "<br>"),
    lambda name: name.replace(" ", "\u2029"),
    lambda name: name.replace(" ", "-"),
    lambda name: name.replace("'", "ʼ"),
    lambda name: f"{name[:2]}<i></i>{name[2:]}",
    lambda name: f"{name[:2]}<!-- -->{name[2:]}",
    lambda name: f"&#{ord(name[0])};{name[1:]}",
    lambda name: f"&#x{ord(name[-1]):x};".join([name[:-1], ""]),
    lambda name: f"\\u{ord(name[0]):04x}{name[1:]}",
    lambda name: f"{name[:1]}\\{name[1:]}",
    lambda name: "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in name),
)
FRAMES: Final = (
    *("I told {} about it.", "{} said yes", "then {} and me", "spoke to {} again,", "{}"),
    *("we will hope to bank on may", "It went well. {} was there", "a rose for {}", "with {}:"),
)
BETWEEN: Final = (" ", "\n", "\n\n", "\r\n", ", ", " – ")


class Told(NamedTuple):
    """What is chosen, and what its author's notebook knows."""

    known: list[Known]
    notes: list[Chosen]
    ratings: list[ChosenRating]
    recipient: Recipient
    large: bool


@st.composite
def known(draw: st.DrawFn) -> list[Known]:
    """A small dictionary: people, with other names, and places."""
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))
    places = draw(st.lists(st.sampled_from(PLACES), max_size=2, unique=True))
    also = draw(st.lists(st.sampled_from(NICKNAMES), max_size=1))
    first, *others = people
    return [
        Known(first, tuple(also)),
        *map(Known, others),
        *(Known(name, kind=kind) for name, kind in places),
    ]


def texts(
    entries: list[Known], dresses: tuple[Dress, ...], *, wild: bool
) -> st.SearchStrategy[str]:
    """Texts in which these stand, dressed in these ways; ``wild``: anything else beside them."""
    names = st.sampled_from([name for one in entries for name in (one.name, *one.also)])
    dressed = st.builds(lambda name, dress: dress(name), names, st.sampled_from(dresses))
    framed = st.builds(
        lambda frame, name: frame.replace("{}", name), st.sampled_from(FRAMES), dressed
    )
    parts = framed | st.text(max_size=8) if wild else framed
    joined = st.tuples(st.lists(parts, min_size=1, max_size=5), st.sampled_from(BETWEEN))
    return joined.map(lambda one: one[1].join(one[0]))


@st.composite
def told(draw: st.DrawFn, dresses: tuple[Dress, ...], *, wild: bool = False) -> Told:
    """Notes and ratings in which names stand, in wording of somebody's own as well."""
    entries = draw(known())
    said = texts(entries, dresses, wild=wild)
    addresses = ("ours/one", "-".join(entries[0].name.lower().split()) + "/one")
    own = st.builds(
        lambda at, text: Wording(at, "Our own", text, f"{text}?", shipped=False),
        st.sampled_from(addresses),
        said.filter(bool),
    )
    notes = [
        Chosen(f"n{at}", "answer", draw(said), date(2026, 5, 2 + at), draw(st.just(MOVEMENT) | own))
        for at in range(draw(st.integers(1, 2)))
    ]
    ratings = [
        ChosenRating(f"r{at}", "lived", at % 3, draw(said), date(2026, 1 + at, 2), draw(own))
        for at in range(draw(st.integers(0, 2)))
    ]
    ratings.append(ChosenRating("r9", "lived", 1, "We do this sometimes", date(2026, 3, 1), LIVE))
    return Told(
        *(entries, notes, ratings),
        recipient=draw(st.sampled_from(("coach", "public"))),
        large=draw(st.booleans()),
    )
