"""What `frameworks check` tells of one file, and of all files together."""

from pathlib import Path

import pytest

from peercoach.frameworks.check import Report, check_file, check_library
from peercoach.frameworks.library import Library, open_library
from peercoach.frameworks.model import Framework, SessionPlan
from tests.frameworks.documents import PLAN, SMALL, small

ALIGNED = SMALL.replace(
    "    questions:", "    aligned_to: {framework: small, element: oen}\n    questions:"
).replace("id: small", "id: other")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small.yaml").write_text(SMALL)
    return tmp_path


def opened(folder: Path) -> Library:
    return open_library(shipped=folder, personal=None, extra=None)


def test_a_whole_file_gives_its_framework(folder: Path) -> None:
    """A usable file has no faults and comes with what it says."""
    report = check_file(folder / "small.yaml")

    assert (report.file, report.faults, report.notices) == (str(folder / "small.yaml"), (), ())
    assert isinstance(report.document, Framework)
    assert report.framework is report.document
    assert report.framework.id == "small"


def test_a_session_plan_is_checked_too(folder: Path) -> None:
    """A plan is a document and not a framework."""
    (folder / "plan.yaml").write_text(PLAN)

    report = check_file(folder / "plan.yaml", opened(folder))

    assert isinstance(report.document, SessionPlan)
    assert (report.framework, report.faults) == (None, ())


def test_a_faulty_file_gives_its_faults(folder: Path) -> None:
    """A file with faults gives all of them, and no framework."""
    (folder / "bad.yaml").write_text(SMALL.replace("1.0.0", "one").replace("en-GB", "English"))

    report = check_file(folder / "bad.yaml")

    assert [(fault.line, fault.column) for fault in report.faults] == [(4, 10), (5, 11)]
    assert report.document is None


def test_a_file_that_is_not_there_gives_a_fault(folder: Path) -> None:
    """A missing file is told like any other fault, with the library and without."""
    for library in (None, opened(folder)):
        report = check_file(folder / "none.yaml", library)

        assert [fault.message for fault in report.faults] == ["There is no file here."]


def test_what_a_file_extends_is_looked_for_in_the_library(folder: Path) -> None:
    """A file that builds upon another is whole with the library, and faulty without."""
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    path = elsewhere / "upon.yaml"
    path.write_text(small("upon", extends="small"))

    assert check_file(path, opened(folder)).framework is not None
    assert [fault[:2] for fault in check_file(path).faults] == [(3, 10)]


def test_a_file_of_the_library_may_build_upon_what_it_replaces(folder: Path) -> None:
    """Checked where it is installed, a file with its base's id is whole as well."""
    personal = folder / "personal"
    personal.mkdir()
    path = personal / "mine.yaml"
    path.write_text(
        "format: peercoach/framework/1\nid: small\nextends: small\nversion: 1.0.1\ntitle: Mine\n"
        "sources: [{title: A, use: B}]\n"
    )
    library = open_library(shipped=folder, personal=personal, extra=None)

    report = check_file(path, library)

    assert report.framework == library.get("small")
    assert report.framework is not None
    assert len(report.framework.sources) == 1


def test_what_only_the_library_knows_is_told_of_the_file(folder: Path) -> None:
    """A taken id and a circle are told of the very file, however its path is written."""
    (folder / "twice.yaml").write_text(SMALL)
    (folder / "a.yaml").write_text(small("a", extends="b"))
    (folder / "b.yaml").write_text(small("b", extends="a"))
    library = opened(folder)

    (taken,) = check_file(folder / "sub" / ".." / "twice.yaml", library).faults
    (circle,) = check_file(folder / "a.yaml", library).faults

    assert "already used by small.yaml" in taken.message
    assert "in a circle: “a” → “b” → “a”" in circle.message


def test_an_alignment_that_is_not_installed_is_a_notice(folder: Path) -> None:
    """What an element lines up with may be absent: told with its place, and no fault."""
    (folder / "other.yaml").write_text(ALIGNED)

    report = check_file(folder / "other.yaml", opened(folder))

    assert report.framework is not None
    assert report.faults == ()
    assert report.notices == (
        (
            10,
            17,
            "`aligned_to`: I have no element “small/oen” here. Did you mean “small/one”? "
            "The file can be used all the same.",
        ),
    )
    assert check_file(folder / "other.yaml").notices == ()


def test_an_alignment_of_a_framework_not_here_offers_no_guess(folder: Path) -> None:
    """Where neither framework nor element is known, nothing is offered instead."""
    (folder / "other.yaml").write_text(ALIGNED.replace("small, element: oen", "far, element: off"))

    (notice,) = check_file(folder / "other.yaml", opened(folder)).notices

    assert "Did you mean" not in notice.message


def test_an_alignment_that_is_here_is_fine(folder: Path) -> None:
    """An alignment with an installed element gives no notice."""
    (folder / "other.yaml").write_text(ALIGNED.replace("oen", "one"))

    assert check_file(folder / "other.yaml", opened(folder)).notices == ()


def test_the_whole_library_is_told_file_by_file(folder: Path) -> None:
    """Every file has a report, in the order of files: usable, with notices, or faulty."""
    (folder / "bad.yaml").write_text("")
    (folder / "other.yaml").write_text(ALIGNED)
    (folder / "plan.yaml").write_text(PLAN)

    reports = check_library(opened(folder))

    told = [(Path(one.file).name, len(one.faults), len(one.notices)) for one in reports]
    assert told == [
        ("bad.yaml", 1, 0),
        ("other.yaml", 0, 1),
        ("plan.yaml", 0, 0),
        ("small.yaml", 0, 0),
    ]
    assert [report.document is None for report in reports] == [True, False, False, False]


def test_checking_prints_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report is a value; to show it is for the interfaces."""
    (folder / "bad.yaml").write_text("a: [")

    report = check_file(folder / "bad.yaml", opened(folder))

    assert isinstance(report, Report)
    assert capsys.readouterr() == ("", "")
