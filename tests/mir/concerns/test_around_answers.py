"""Somebody is worried before the first question or after the last: their own numbers, and the way back."""

from tests.mir.concerns.conftest import Place


def worried_from(place: Place, path: str) -> str:
    """Where the link for somebody who is worried leads from this page."""
    links = [one["href"] or "" for one in place.somebody.get(path).all("a")]
    return next(link for link in links if link.startswith("/safe"))


def test_before_there_are_answers_the_code_tells_whose_numbers_and_the_way_back(place: Place) -> None:
    welcome = f"/a/{place.code()}"
    worried = worried_from(place, welcome)
    assert worried_from(place, f"{welcome}/what-we-keep") == worried
    page = place.somebody.get(worried)
    assert "01632 960001" in page.text
    assert f"{welcome}?language=en" in {one["href"] for one in page.all("a")}
    assert "Go back to the questions" not in page.text  # there are none yet
    action = next(page.all("form", id="answers"))["action"] or ""
    page = place.somebody.post(action, text="She hit me", reach="", once="b" * 32)
    assert (page.status, "We have your message" in page.text) == (200, True)
    assert {action, f"{welcome}?language=en"} <= {one["href"] for one in page.all("a")}
    assert [one.reader_id for one in place.concerns()] == [place.priya]


def test_a_message_with_something_wrong_comes_back_in_the_language_of_its_page(place: Place) -> None:
    page = place.somebody.get(f"/safe?code={place.code()}&language=cy")
    action = next(page.all("form", id="answers"))["action"] or ""
    page = place.somebody.post(action, text="", reach="07700 900001", once="b" * 32)
    assert (page.status, page.value("reach")) == (422, "07700 900001")
    assert next(page.all("html"))["lang"] == "cy"


def test_after_sending_the_way_from_the_numbers_leads_to_the_thanks_with_its_four_words(place: Place) -> None:
    place.somebody.begin_answering(place.code())
    place.somebody.press("next", "agree")
    thanks = place.somebody.send()
    worried = next(one["href"] for one in thanks.all("a") if (one["href"] or "").startswith("/safe"))
    page = place.somebody.get(worried or "")
    assert "01632 960001" in page.text
    assert "/thanks" in {one["href"] for one in page.all("a")}


def test_answers_that_were_put_away_stay_so_for_somebody_who_is_worried(place: Place) -> None:
    place.somebody.begin_answering(place.code())
    place.somebody.client.get("/leave")
    page = place.somebody.get(f"/safe?code={place.code()}")
    assert (page.status, "01632 960001" in page.text) == (200, True)
    assert not [one["href"] for one in page.all("a") if (one["href"] or "").startswith("/answer/")]


def test_an_unknown_code_keeps_nobody_from_the_numbers_and_guessing_is_stopped(place: Place) -> None:
    for code in ("ABCD2345", "<script>", "a" * 3_000):
        page = place.somebody.get(f"/safe?code={code}")
        assert (page.status, "tel:999" in page.text) == (200, True)
    assert {place.somebody.get("/safe?code=ABCD2345").status for _ in range(60)} == {200, 429}
    assert "/safe" in {one["href"] for one in place.somebody.page.all("a")}
    assert "tel:999" in place.somebody.get("/safe").text
