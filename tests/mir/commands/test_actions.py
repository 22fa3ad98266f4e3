"""What is to be done is listed in the terminal."""

from tests.mir.commands.conftest import Terminal


def test_what_is_late_or_due_is_listed_with_who_sees_to_it(demo: Terminal) -> None:
    told = demo("actions", "due", "--days", "60").out
    assert "Easy Read letters for every appointment" in told
    assert ", late" in told
    assert "Plan each week together, on one page" in told
    assert "A music evening" not in told  # it is done
    assert "Plan each week" not in demo("actions", "due", "--days", "0").out


def test_odd_numbers_of_days_are_refused_in_words(demo: Terminal) -> None:
    for days in ("-1", "99999999999", "soon"):
        assert "--days" in demo.refuses("actions", "due", "--days", days)


def test_what_was_chosen_together_is_listed_with_its_actions(demo: Terminal) -> None:
    lines = [line.strip() for line in demo("actions", "chosen").out.splitlines()]
    (trips,) = [line for line in lines if "long trip" in line and line.startswith("Rose House")]
    (asked,) = [line for line in lines if "asked what" in line and line.startswith("Rose House")]
    assert (trips.split()[-1], asked.split()[-1]) == ("0", "1")
