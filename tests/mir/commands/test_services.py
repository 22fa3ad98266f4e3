"""Many services from a file, typed at the terminal: all of them, or none and every line to put right."""

from pathlib import Path

from mir.providers.register import services
from tests.mir.commands.conftest import Terminal

HEAD = "name,kind,size,region,location id,peer group\n"


def begun(mir: Terminal) -> None:
    mir("db", "upgrade")
    mir("organisation", "add", "Hazel Care", "--lead", "lee@example.org")


def names(mir: Terminal) -> list[str]:
    with mir.store() as store:
        return [one.name for one in services(store)]


def write(folder: Path, text: str) -> Path:
    path = folder / "services.csv"
    path.write_text(text, "utf-8")
    return path


def test_a_file_comes_in_whole_and_its_second_time_names_every_line(mir: Terminal, tmp_path: Path) -> None:
    begun(mir)
    file = write(tmp_path, f"{HEAD}Oak,Care home,8,London,1-123456789,\nElm,Home care,,,,\n")
    checked = mir("service", "import", file, "--organisation", "Hazel Care", "--check")
    assert "2 services can be added to Hazel Care. Nothing is changed yet." in checked.out
    assert names(mir) == []
    assert (
        "2 services were added to Hazel Care."
        in mir("service", "import", file, "--organisation", "Hazel Care").out
    )
    assert names(mir) == ["Elm", "Oak"]
    for check in ((), ("--check",)):
        refused = mir.refuses("service", "import", file, "--organisation", "Hazel Care", *check)
        assert "“Oak” is there already." in refused
        assert "“1-123456789” is there already." in refused
        assert "“Elm” is there already." in refused
        assert "Line 2:" in refused
        assert "Line 3:" in refused


def test_every_fault_is_listed_with_its_line_and_nothing_comes_in(mir: Terminal, tmp_path: Path) -> None:
    begun(mir)
    lines = ("Oak,Care home,8,,,", "oak,Castle,many,Mars,12,", ",Care home,,,,", "Ash,Care home,1,,,")
    refused = mir.refuses(
        "service", "import", write(tmp_path, HEAD + "\n".join(lines)), "--organisation", "Hazel Care"
    )
    for said in ("the same as on line 2", "“Castle” is not a kind", "“many” is not a number", "regions"):
        assert said in refused
    assert "Write the name of the service" in refused
    assert "Line 4:" in refused
    assert names(mir) == []


def test_what_is_no_table_or_of_no_organisation_is_refused_in_words(mir: Terminal, tmp_path: Path) -> None:
    begun(mir)
    for text in ("", "\x00", "name\n", '"Oak', "🌹,\u202eevil\n", HEAD):
        assert mir.refuses("service", "import", write(tmp_path, text), "--organisation", "Hazel Care")
    good = write(tmp_path, f"{HEAD}Oak,Care home,,,,\n")
    assert "organisation" in mir.refuses("service", "import", good, "--organisation", "Rowan")
    assert names(mir) == []
