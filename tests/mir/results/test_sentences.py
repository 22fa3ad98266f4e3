"""What stands in the place of a number."""

from mir.results.sentences import brief
from scoring.card.scorecard import Withheld


def test_a_chart_says_how_few_answered_but_gives_no_number_of_people_without_a_score() -> None:
    assert brief(Withheld("none", "Nobody has answered yet.")) == "no score"
    assert brief(Withheld("fewer than 10", "Fewer than 10 people answered.")) == "fewer than 10 answered"
    # Ten to fourteen is enough for a score; the reason, a small theme, is in the table.
    assert brief(Withheld("10 to 14", "One theme has fewer than 10 answers.")) == "not shown"
