"""The sentences about how a page looks and sounds, in standard words and in Easy Read."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class LookWords:
    """How a page looks, hearing it read aloud, and seeing it signed. The defaults are the standard words."""

    looks_heading: str = "How this page looks"
    looks_hint: str = "You can change this at any time. Nothing you typed or chose is lost."
    larger: str = "Bigger letters"
    ordinary_size: str = "Smaller letters"
    contrast: str = "Black and yellow"
    ordinary_colours: str = "Ordinary colours"
    hide_pictures: str = "Hide the pictures"
    show_pictures: str = "Show the pictures"
    keys_off: str = "Number keys off"
    keys_on: str = "Number keys on"

    listen: str = "Listen"
    stop_listening: str = "Stop reading"
    no_voice: str = "This device has no voice for this language, so it cannot read the page out."
    watch: str = "Watch in British Sign Language"
    cannot_watch: str = "Open the film by itself"


EASY_LOOK: dict[str, Any] = {
    "looks_hint": "You can change this. You will not lose your answers.",
    "no_voice": "This phone or computer cannot read this language out loud.",
}
