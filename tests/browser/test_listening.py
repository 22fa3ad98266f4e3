"""Questions read aloud: by a voice of this device or from a recording, only when asked, by nobody else."""

import wave
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from mir.config import Settings
from mir.respond.recordings import folder_of
from surveys.framework import Voice
from tests.browser import journey
from tests.browser.conftest import Site, Visit

pytestmark = pytest.mark.browser

Device = Callable[..., Page]

FAKE = """
window.spoken = []; window.stopped = 0;
class Said { constructor(text) { this.text = text; } }
const voices = LIST.map(([lang, localService]) => ({lang, localService, default: false, name: lang}));
Object.defineProperty(window, 'SpeechSynthesisUtterance', {value: Said});
Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => voices,
  speak: (one) => window.spoken.push([one.text, one.voice.lang]),
  cancel: () => { window.stopped += 1; },
  addEventListener: () => {},
}});
"""


@pytest.fixture
def settings(settings: Settings, tmp_path: Path) -> Settings:
    folder = tmp_path / "recordings"
    folder.mkdir()
    return replace(settings, recordings=folder.resolve())


@pytest.fixture
def device(visit: Visit, site: Site) -> Device:
    """A device that has these voices, at the first question."""

    def opened(*voices: tuple[str, bool], language: str = "en", presentation: str = "standard") -> Page:
        page = visit()
        listed = str([list(voice) for voice in voices]).replace("True", "true").replace("False", "false")
        page.add_init_script(FAKE.replace("LIST", listed))
        page.goto(f"{site.url}/a/{site.codes[Voice.STAFF]}?language={language}")
        page.click(f"button[value={presentation}]")
        page.click("button[value=yes]")
        page.wait_for_url("**/question/*")
        return page

    return opened


def spoken(page: Page) -> list[list[str]]:
    """What was said so far, and by which voice."""
    said: list[list[str]] = page.evaluate("window.spoken")
    return said


def test_a_press_reads_the_question_the_hint_and_each_answer(device: Device) -> None:
    page = device(("fr-FR", True), ("en-US", False), ("en-AU", True), ("en-GB", True))
    assert spoken(page) == []  # never by itself
    page.click(".listen")
    texts = [text for text, _ in spoken(page)]
    assert texts[0] == page.locator("h1").inner_text()
    assert texts[1:] == [
        "How far do you agree?",
        "Strongly disagree",
        "Disagree",
        "Neither agree nor disagree",
        "Agree",
        "Strongly agree",
        "This does not apply",
        "I don’t know, or I would rather not say",
    ]
    assert {voice for _, voice in spoken(page)} == {"en-GB"}
    assert page.locator(".listen").inner_text() == "Stop reading"


def test_pressing_again_stops(device: Device) -> None:
    page = device(("en-GB", True))
    page.click(".listen")
    before = page.evaluate("window.stopped")
    page.click(".listen")
    assert page.evaluate("window.stopped") == before + 1
    assert page.locator(".listen").inner_text() == "Listen"


@pytest.mark.parametrize(
    ("language", "voices", "sentence"),
    [
        ("cy", (("en-GB", True),), "Nid oes gan y ddyfais hon lais ar gyfer yr iaith hon"),
        ("ur", (("en-GB", True), ("ur-PK", False)), "اس آلے میں اس زبان کی آواز نہیں ہے"),
    ],
)
def test_without_a_voice_of_its_own_it_says_so_and_reads_nothing(
    device: Device, language: str, voices: tuple[tuple[str, bool], ...], sentence: str
) -> None:
    page = device(*voices, language=language)
    page.click(".listen")
    assert sentence in page.locator(".silent").inner_text()
    assert spoken(page) == []


def test_a_page_around_the_questions_is_read_too(visit: Visit, site: Site) -> None:
    page = visit()
    page.add_init_script(FAKE.replace("LIST", "[['en-GB', true]]"))
    page.goto(f"{site.url}/a/{site.codes[Voice.STAFF]}")
    page.click(".listen")
    texts = [text for text, _ in spoken(page)]
    assert texts[0] == "Tell us how it is to work for Rose House"
    assert "Start in Easy Read\nShort, easy words. Bigger type and pictures." in texts
    assert "Who will see what you say" in texts
    assert len(texts) == len(set(texts))  # nothing is said twice


def test_without_script_there_is_no_button_and_a_recording_has_its_own_player(
    visit: Visit, site: Site, settings: Settings
) -> None:
    record(settings, site)
    page = visit(script=False)
    journey.begin_by_keyboard(page, site.url, site.codes[Voice.STAFF], "standard")
    assert not page.locator(".listen").is_visible()
    assert page.locator("noscript audio").count() == 1 or "<audio controls" in page.content()


def record(settings: Settings, site: Site) -> None:
    """A second of silence for the first question of staff."""
    assert settings.recordings
    folder = settings.recordings / folder_of(site.edition) / "staff"
    folder.mkdir(parents=True)
    with wave.open(str(folder / "wi1.standard.en.wav"), "wb") as sound:
        sound.setparams((1, 2, 8_000, 8_000, "NONE", ""))
        sound.writeframes(b"\0\0" * 8_000)


def test_a_recording_goes_before_a_voice_and_comes_from_here(
    device: Device, site: Site, settings: Settings
) -> None:
    record(settings, site)
    page = device(("en-GB", True))
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.reload()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with page.expect_response("**/recordings/**") as answered:
        page.click(".listen")
    assert answered.value.status in {200, 206}
    assert answered.value.headers["content-type"] == "audio/wav"
    assert spoken(page) == []
    assert hosts == {urlsplit(site.url).netloc}
    assert said == []  # nothing was refused by the page's own policy
