"""Every page for making surveys, on one blueprint."""

from types import ModuleType

from mir.authoring import editing, publishing, questions, showing
from mir.authoring.views import bp

ROOMS: tuple[ModuleType, ...] = (editing, questions, showing, publishing)
"""The rooms whose pages the blueprint holds beside its own."""

__all__ = ["ROOMS", "bp"]
