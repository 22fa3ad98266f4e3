"""A return, for the tests of what stands beside it."""

from tests.mir.returns.conftest import desk

__all__ = ["desk"]
