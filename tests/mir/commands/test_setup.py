"""Setting up from a terminal."""

import re
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import inspect

from mir import migrate
from mir.app import create_app
from mir.config import Settings
from mir.providers.register import organisations, services
from tests.mir.commands.conftest import Fresh, Terminal


def test_the_database_is_made_and_made_again_without_harm(mir: Terminal) -> None:
    assert "up to date" in mir("db", "upgrade").out
    assert mir("db", "upgrade").status == 0
    assert mir.home.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("typed", [["db", "upgrade"], ["demo", "--no-serve"], ["round", "list"]])
def test_a_database_that_cannot_be_opened_is_told_without_its_password(
    mir: Terminal, monkeypatch: pytest.MonkeyPatch, typed: list[str]
) -> None:
    monkeypatch.setenv("MIR_DATABASE_URL", "postgresql://mir:hush@127.0.0.1:1/mir")
    told = mir.refuses(*typed)
    assert "cannot be opened" in told
    assert "hush" not in told


def test_a_wrong_setting_is_told_with_what_was_wanted(mir: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIR_URL", "answers")
    assert "https://answers.example.org" in mir.refuses("round", "list")


def test_every_command_that_needs_the_database_says_how_to_make_it(mir: Terminal) -> None:
    for typed in (["round", "list"], ["sign-in", "a@b.org"], ["score", "--round", "x"]):
        assert "mir db upgrade" in mir.refuses(*typed)
    assert not mir.home.exists()


def test_the_doctor_says_what_is_missing_and_what_to_type(mir: Terminal) -> None:
    ran = mir("doctor")
    assert ran.status == 1
    assert "2 things are missing." in ran.out
    assert "→ Run: mir db upgrade" in ran.out
    assert "→ Run: export MIR_SECRET_KEY=" in ran.out


def test_serving_needs_a_secret_and_a_new_database(mir: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "MIR_SECRET_KEY" in mir.refuses("serve")
    monkeypatch.setenv("MIR_SECRET_KEY", "only-for-tests-" * 3)
    assert "Run: mir db upgrade" in mir.refuses("serve")
    mir.home.mkdir()
    with mir.store() as store:
        migrate.upgrade(store)
        command.downgrade(migrate.config(store), "base")
    told = mir.refuses("serve")
    assert "not up to date" in told
    assert "Run: mir db upgrade" in told


def test_the_demo_is_loaded_once_and_gives_new_links_each_time(demo: Terminal) -> None:
    first, second = demo("demo", "--no-serve").out, demo("demo", "--no-serve").out
    assert "already" in first
    links = [re.findall(r"\S+/sign-in/\S+", out) for out in (first, second)]
    assert [len(found) for found in links] == [3, 3]
    assert not set(links[0]) & set(links[1])


def test_every_link_of_the_demo_opens(demo: Terminal) -> None:
    out = demo("demo", "--no-serve").out
    settings = Settings(
        home=demo.home,
        database_url=f"sqlite:///{demo.home / 'mir.db'}",
        secret_key=(demo.home / "demo-secret").read_text("ascii"),
        url="http://127.0.0.1:8000",
    )
    app = create_app(settings)
    links = re.findall(r"http://127.0.0.1:8000(/\S+)", out)
    assert len(links) == 7
    for link in links:
        assert app.test_client().get(link).status_code == 200
    app.extensions["mir_store"].close()


def test_the_commands_the_demo_prints_work(demo: Terminal) -> None:
    out = demo("demo", "--no-serve").out
    (example,) = re.findall(r'mir score --round "(.+)"', out)
    assert demo("score", "--round", example).status == 0


def test_the_demo_tells_how_long_it_took_and_its_seed(fresh: Fresh, tmp_path: Path) -> None:
    out = fresh(tmp_path / "x")("demo", "--no-serve", "--home", tmp_path / "elsewhere").out
    assert re.search(r"Loading took \d+\.\d seconds \(seed 20181101\)", out)
    assert f"export MIR_HOME={tmp_path / 'elsewhere'}" in out
    assert not (tmp_path / "x").exists()


def test_the_demo_stays_out_of_a_database_with_something_in_it(mir: Terminal) -> None:
    mir("db", "upgrade")
    mir("organisation", "add", "Hazel Care", "--lead", "lee@example.org")
    assert "mir demo --home demo" in mir.refuses("demo", "--no-serve")
    with mir.store() as store:
        assert [one.name for one in organisations(store)] == ["Hazel Care"]
        assert services(store) == ()


def test_the_demo_leaves_no_secret_where_it_was_refused(mir: Terminal) -> None:
    mir("db", "upgrade")
    mir("organisation", "add", "Hazel Care", "--lead", "lee@example.org")
    mir.refuses("demo", "--no-serve")
    assert not (mir.home / "demo-secret").exists()


def test_the_demo_changes_no_database_of_an_earlier_version(mir: Terminal) -> None:
    mir.home.mkdir()
    with mir.store() as store:
        migrate.upgrade(store)
        command.downgrade(migrate.config(store), "base")
        assert "not up to date" in mir.refuses("demo", "--no-serve")
        assert inspect(store.engine).get_table_names() == ["alembic_version"]


def test_a_demo_that_stopped_half_way_is_told(mir: Terminal) -> None:
    mir("db", "upgrade")
    mir("organisation", "add", "Fernbrook Care", "--lead", "lee@example.org")
    told = mir.refuses("demo", "--no-serve")
    assert "half way" in told
    assert str(mir.home / "mir.db") in told


def test_the_demo_says_so_when_every_round_is_closed(demo: Terminal) -> None:
    for name in ("Rose House", "Mill Lane", "Station Road"):
        assert demo("round", "close", name, "--yes").status == 0
    assert "nothing left to answer" in demo("demo", "--no-serve").out
