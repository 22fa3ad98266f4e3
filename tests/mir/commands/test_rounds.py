"""Organisations, services and rounds from a terminal."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from mir import clock
from mir.accounts.queries import person_by_email
from mir.authoring.making import shipped_survey
from mir.authoring.operations import Note, publish_survey, start
from mir.authoring.queries import latest
from mir.commands import ground
from mir.pages import day
from mir.providers.register import services
from mir.rounds.codes import is_code, tidy
from mir.rounds.queries import all_rounds
from tests.mir.commands.conftest import Terminal


@pytest.fixture
def hazel(mir: Terminal) -> Terminal:
    """A terminal where one service has one open round."""
    mir("db", "upgrade")
    mir("organisation", "add", "Hazel Care", "--lead", "Lee@Example.org", "--board", "bo@example.org")
    mir("service", "add", "Rose House", "--organisation", "hazel", "--kind", "care home", "--size", "24")
    assert mir("round", "open", "--service", "rose", "--title", "Spring", "--asked", "person=20").status == 0
    return mir


def test_a_round_is_open_from_today_for_four_weeks(hazel: Terminal) -> None:
    dates = f"{day(clock.today())} to {day(clock.today() + timedelta(days=28))}"
    headings, row = hazel("round", "list").out.splitlines()
    assert headings.split() == ["Id", "Service", "Round", "State", "Dates"]
    assert row.split(maxsplit=5) == [row[:8], "Rose", "House", "Spring", "open", dates]


def test_a_tablet_gets_a_link_that_can_be_taken_back(
    hazel: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "MIR_SECRET_KEY" in hazel("tablet", "link", "rose house spring").err  # its key lies in a box
    monkeypatch.setenv("MIR_SECRET_KEY", "only-for-tests-" * 3)
    made = hazel("tablet", "link", "rose house spring")
    assert re.fullmatch(r"http://\S+/tablet/set-up/[\w-]{32}\n", made.out)
    assert "Open it on the tablet. It is for Rose House, Spring and is shown only now." in made.err
    assert "No tablet has a link" in hazel("tablet", "unlink", "rose house spring").out


def test_opening_prints_a_link_for_each_voice(hazel: Terminal) -> None:
    out = hazel("round", "open", "--service", "Rose House", "--survey", "full", "--title", "Next").out
    assert len(re.findall(r"http://127.0.0.1:8000/a/[2-9A-Z]{8}", out)) == 4


def test_the_addresses_of_a_round_are_printed_with_those_for_an_interviewer(hazel: Terminal) -> None:
    out = hazel("round", "addresses", "rose").out
    codes = re.findall(r"http://127.0.0.1:8000/a/([2-9A-Z]{8})", out)
    assert len(codes) == 4
    # People who draw on support and families are asked aloud; staff and leaders are not.
    assert re.findall(r"http://127.0.0.1:8000/interview/([2-9A-Z]{8})", out) == codes[:2]
    assert "No round fits" in hazel("round", "addresses", "nowhere").err


def test_dates_may_be_written_in_two_ways(hazel: Terminal) -> None:
    out = hazel(
        "round",
        "open",
        "--service",
        "rose",
        "--title",
        "B",
        "--opens",
        "2026-12-01",
        "--closes",
        "24/12/2026",
    ).out
    assert "1 December 2026 to 24 December 2026" in out


def test_codes_come_one_on_a_line(hazel: Terminal) -> None:
    ran = hazel("round", "codes", "rose", "--voice", "person", "--number", "3")
    assert len(ran.out.splitlines()) == 3
    assert all(is_code(tidy(line)) for line in ran.out.splitlines())


def test_a_sign_in_link_stands_alone_on_its_line(hazel: Terminal) -> None:
    assert re.fullmatch(r"http://127.0.0.1:8000/sign-in/\S+\n", hazel("sign-in", "lee@example.org").out)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["organisation", "add", "X", "--lead", "nobody"], "not an email address"),
        (["organisation", "add", " ", "--lead", "a@b.org"], "needs a name"),
        (["organisation", "add", "X"], "--lead"),
        (["service", "add", "X", "--organisation", "Y", "--kind", "care-home"], "There are: Hazel Care."),
        (["service", "add", "X", "--organisation", "hazel", "--kind", "school"], "care-home, home-care"),
        (["service", "add", "Rose House", "--organisation", "hazel", "--kind", "care-home"], "already"),
        (["service", "add", "", "--organisation", "hazel", "--kind", "care-home"], "needs a name"),
        (["sign-in", "lo@example.org"], "mir organisation add"),
        (["round", "open", "--service", "rose", "--title", "Spring"], "Choose another title"),
        (["round", "open", "--service", "rose", "--title", " "], "needs a title"),
        (["round", "open", "--service", "lily", "--title", "A"], "There are: Rose House."),
        (
            ["round", "open", "--service", "rose", "--title", "A", "--survey", "nope"],
            "core, easy-read-short, full",
        ),
        (["round", "open", "--service", "rose", "--title", "A", "--survey", "no.yaml"], "no such file"),
        (["round", "open", "--service", "rose", "--title", "A", "--opens", "soon"], "2026-11-22"),
        (["round", "open", "--service", "rose", "--title", "A", "--closes", "2020-01-01"], "later closing"),
        (["round", "open", "--service", "rose", "--title", "A", "--asked", "person"], "person=20"),
        (["round", "open", "--service", "rose", "--title", "A", "--asked", "cat=3"], "person, family"),
        (["round", "codes", "rose", "--voice", "partner", "--number", "3"], "does not ask"),
        (["round", "codes", "rose", "--voice", "person", "--number", "0"], "1<=x<=5000"),
        (["round", "close", "rose"], "--yes"),
        (["round", "close", "lily"], "mir round list"),
        (["round", "close", ""], "mir round list"),
    ],
)
def test_what_cannot_be_done_is_said_plainly(hazel: Terminal, typed: list[str], words: str) -> None:
    before = hazel("round", "list").out
    assert words in hazel.refuses(*typed)
    assert hazel("round", "list").out == before


def test_an_empty_list_says_what_to_do(mir: Terminal) -> None:
    mir("db", "upgrade")
    assert "no rounds yet" in mir("round", "list").out


def test_words_that_fit_several_rounds_list_them(demo: Terminal) -> None:
    told = demo.refuses("score", "--round", "Rose House")
    assert "fits 4 rounds" in told
    ids = re.findall(r"^  ([0-9a-f]{8})  ", told, re.MULTILINE)
    assert len(ids) == 4
    assert "Rose House" in demo("score", "--round", ids[1]).out


def test_closing_prints_how_many_answered_and_then_nothing_changes(demo: Terminal) -> None:
    # The plan gives the open round of Mill Lane 6 people, 5 families and 5 staff.
    assert "16 sets of answers" in demo("round", "close", "Mill Lane", "--yes").out
    assert "never changed" in demo.refuses("round", "close", "Mill Lane", "--yes")
    assert "never changed" in demo.refuses("round", "codes", "Mill Lane", "--voice", "staff", "--number", "1")


def test_closing_asks_whoever_sits_there(demo: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ground, "interactive", lambda: True)
    no = demo("round", "close", "Mill Lane", answer="n\n")
    assert (no.status, no.err.strip()) == (2, "Stopped.")
    assert "is closed" in demo("round", "close", "Mill Lane", answer="y\n").out


def test_a_closed_round_of_few_says_no_number(
    hazel: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MIR_SECRET_KEY", "only-for-tests-" * 3)
    (tmp_path / "few.csv").write_text("wi1\nAgree\nAgree\nAgree\n", "utf-8")
    hazel("import", tmp_path / "few.csv", "--round", "rose")
    assert "It has fewer than 5 sets of answers." in hazel("round", "close", "rose", "--yes").out


def test_a_closed_round_of_nobody_says_so(hazel: Terminal) -> None:
    assert "It has 0 sets of answers." in hazel("round", "close", "rose", "--yes").out


def test_a_round_asks_a_survey_that_the_organisation_has_published(hazel: Terminal) -> None:
    with hazel.store() as store:
        lead = person_by_email(store, "lee@example.org")
        assert lead is not None
        hazel_id = services(store)[0].organisation_id
        survey = shipped_survey("core")
        survey_id = start(store, lead.id, hazel_id, survey.model_copy(update={"survey": "ours"}))
        typed = ("round", "open", "--service", "rose", "--survey", "ours", "--title", "Ours")
        assert "There is no published survey called “ours”. Choose from: core," in hazel.refuses(*typed)
        publish_survey(store, lead.id, (survey_id, 1), Note(2, "Together.", "Nothing."), clock.today())
        assert hazel(*typed).status == 0
        published = latest(store, hazel_id, "ours")
        assert published is not None
        opened = {card.title: card.edition_hash for card in all_rounds(store)}
        assert opened["Ours"] == published.edition_hash
        # Another organisation's survey is nothing here.
        hazel("organisation", "add", "Rowan Support", "--lead", "ro@example.org")
        hazel("service", "add", "Elm Court", "--organisation", "rowan", "--kind", "care home")
        other = ("round", "open", "--service", "elm", "--survey", "ours", "--title", "Theirs")
        assert "no published survey called “ours”" in hazel.refuses(*other)


def test_a_round_can_be_made_longer(hazel: Terminal) -> None:
    later = clock.today() + timedelta(days=40)
    assert day(later) in hazel("round", "extend", "rose spring", "--closes", later.isoformat()).out
    with hazel.store() as store:
        assert all_rounds(store)[0].closes_on == later
    assert "later day" in hazel.refuses("round", "extend", "rose spring", "--closes", later.isoformat())
    far = (clock.today() + timedelta(days=91)).isoformat()
    assert "90 days at most" in hazel.refuses("round", "extend", "rose spring", "--closes", far)


def test_links_are_written_for_a_file_of_addresses(
    hazel: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MIR_SECRET_KEY", "only-for-tests-" * 3)
    people = tmp_path / "people.csv"
    typed = ("round", "invite", "rose spring", "--voice", "staff", "--addresses", people)
    people.write_text(
        "Email\n" + "\n".join(f"a{number}@example.org" for number in range(5)) + "\nA0@EXAMPLE.org\n"
    )
    assert "add --yes" in hazel.refuses(*typed)
    ran = hazel(*typed, "--yes")
    assert "5 links for Rose House, Spring are on their way to staff." in ran.out
    assert "A0@EXAMPLE.org" in ran.err
    assert "5 letters went" in hazel("mail", "send").out
    letters = [path.read_text("utf-8") for path in (hazel.home / "outbox").iterdir()]
    assert len(letters) == 5
    assert all(re.search(r"http://127.0.0.1:8000/a/[2-9A-Z]{8}", one) for one in letters)
    assert "5 of these people have had a link already" in hazel.refuses(*typed, "--yes")
    assert "Wait 3 days" in hazel.refuses("round", "remind", "rose spring", "--voice", "staff", "--yes")
    assert "nobody to remind" in hazel.refuses("round", "remind", "rose spring", "--voice", "family", "--yes")


@pytest.mark.parametrize(
    ("held", "why"),
    [(b"", "at least 5"), (b"Ann\nBo\n", "line 1"), (b"\xff\xfea", "not text")],
)
def test_a_file_that_holds_no_addresses_is_refused(
    hazel: Terminal, tmp_path: Path, held: bytes, why: str
) -> None:
    people = tmp_path / "people.csv"
    people.write_bytes(held)
    typed = ("round", "invite", "rose spring", "--voice", "staff", "--addresses", people, "--yes")
    assert why in hazel.refuses(*typed)
    assert "No letter waits." in hazel("mail", "list").out
