"""How each voice looks: told apart by shape first, word second, colour last."""

from collections.abc import Mapping
from dataclasses import dataclass

from surveys.framework import Voice


@dataclass(frozen=True)
class Look:
    """The name, colour and shape of one voice."""

    code: str
    name: str
    colour: str
    path: str
    """SVG path of the shape about the origin, 12 units across."""


LOOKS: Mapping[Voice, Look] = {
    Voice.PERSON: Look("person", "People", "#0a5a62", "M-5.6 0a5.6 5.6 0 1 0 11.2 0a5.6 5.6 0 1 0-11.2 0Z"),
    Voice.FAMILY: Look("family", "Families", "#7b3f98", "M0-6.8L6.8 0L0 6.8L-6.8 0Z"),
    Voice.STAFF: Look("staff", "Staff", "#b45309", "M-5-5H5V5H-5Z"),
    Voice.LEADER: Look("leader", "Leaders", "#1f3a6e", "M0-6.4L6.4 5H-6.4Z"),
    Voice.PARTNER: Look("partner", "Partners", "#5b6470", "M-2-6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z"),
}
