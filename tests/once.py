"""What comes out the same for every test, made once in a process; and what the site waits for on purpose."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType
from typing import Any

from argon2 import PasswordHasher
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule

from mir import db
from mir.accounts import passwords
from mir.db import Store
from mir.models import Base
from mir.respond import four_words

HASHER, WORK, SYNCHRONOUS = passwords.HASHER, four_words.WORK, db.SYNCHRONOUS
"""What the site itself takes, before `do_not_wait`."""


class _Compiled(BytecodeCache):
    """Templates compiled once, though every test has a site of its own."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None
        self._known[bucket.key, bucket.checksum] = bucket.code


COMPILED = _Compiled()


def compile_addresses_once() -> None:
    """Werkzeug compiles a function for every address of every site: the same address, the same function."""
    rule: Any = Rule
    whole: Any = rule._compile_builder  # noqa: SLF001 - there is no other door
    known: dict[tuple[object, ...], object] = {}

    def builder(one: Any, append_unknown: bool = True) -> object:  # noqa: ANN401, FBT001, FBT002 - as Werkzeug has it
        key = (one.rule, tuple(one._trace), repr(one.defaults), append_unknown)  # noqa: SLF001
        if key not in known:
            known[key] = whole(one, append_unknown)
        return known[key]

    rule._compile_builder = builder  # noqa: SLF001


def do_not_wait() -> None:
    """Slow passwords and words are for those who guess, and a patient disk for power cuts: not for tests."""
    passwords.HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    four_words.WORK = 2
    db.SYNCHRONOUS = "OFF"


def tables(store: Store) -> None:
    """Every table, as the models say."""
    Base.metadata.create_all(store.engine)


@cache
def empty_database(make: Callable[[Store], object]) -> bytes:
    """The file of an SQLite database in which `make` has made the tables."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "empty.db"
        store = Store(f"sqlite:///{file}")
        make(store)
        store.sweep()
        store.close()
        return file.read_bytes()
