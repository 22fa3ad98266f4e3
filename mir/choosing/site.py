"""Every page of the desk for choosing together, on one blueprint."""

from types import ModuleType

from mir.choosing import showing
from mir.choosing.views import bp

ROOMS: tuple[ModuleType, ...] = (showing,)
"""The rooms whose pages the blueprint holds beside its own."""

__all__ = ["ROOMS", "bp"]
