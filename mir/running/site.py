"""Every page for running a round, on one blueprint."""

from types import ModuleType

from mir.running import handing, sending, showing
from mir.running.views import bp

ROOMS: tuple[ModuleType, ...] = (showing, handing, sending)
"""The rooms whose pages the blueprint holds beside its own."""

__all__ = ["ROOMS", "bp"]
