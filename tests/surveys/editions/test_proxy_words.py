"""What a change of the words for a proxy means for a comparison."""

from tests.surveys.editions.test_diff import CARE, OLD, SAME, WI1, changed, edited, effects


def test_words_for_a_proxy_that_are_new_change_no_score_and_others_call_for_care() -> None:
    proxy = {"standard": {"en": "Staff treat the person with respect."}}
    asked = edited("themes", 0, "statements", 0, "proxy", to=proxy)
    place = "themes/wi/wi1/proxy/standard/en"
    assert effects(asked) == {(SAME, place)}
    other = changed(((*WI1, "proxy", "standard", "en"), "Staff are polite to the person."), base=asked)
    assert effects(other, asked) == {(CARE, place)}
    assert effects(OLD, asked) == {(CARE, place)}
