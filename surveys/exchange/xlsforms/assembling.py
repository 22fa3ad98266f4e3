"""What was found in a form put together as a survey’s file would say it."""

from collections.abc import Iterator, Sequence

from surveys.exchange.words import quoted
from surveys.exchange.xlsforms.incoming import Form, Note, languages_of
from surveys.exchange.xlsforms.layout import SURVEY
from surveys.exchange.xlsforms.names_in import Codes, slug
from surveys.exchange.xlsforms.walking import Part, Walk
from surveys.framework import SOURCE_LANGUAGE, Framework, Voice
from surveys.survey import MOST_QUESTIONS

Said = dict[str, object]

_ALL = "all"


def assembled(form: Form, framework: Framework, walk: Walk, voices: Sequence[Voice]) -> Said:
    """The survey as its file would say it. `voices` are asked where the form does not say who is."""
    said = _head(form, framework, voices)
    said["statements"] = _statements(form, framework, walk, said)
    if len(walk.questions) > MOST_QUESTIONS:
        over = walk.questions[MOST_QUESTIONS:]
        what = f"A survey has at most {MOST_QUESTIONS} questions; the last {len(over)} are left out."
        form.notes.append(Note(SURVEY, 1, what, "Make two surveys of it."))
        del walk.questions[MOST_QUESTIONS:]
        gone = {str(made["code"]) for made in over}
        for part in walk.parts:
            part.asks = [code for code in part.asks if code not in gone]
    if walk.questions:
        said["questions"] = walk.questions
    sections = _sections(form, framework, walk, said)
    return said | ({"sections": sections} if sections else {})


def _head(form: Form, framework: Framework, voices: Sequence[Voice]) -> Said:
    if form.ours:
        return _ours(form)
    title = form.settings.get("form_title") or form.settings.get("form_id") or "A form"
    told = [tag for tag in languages_of(form.rows) if tag != SOURCE_LANGUAGE]
    return {
        "survey": slug(form.settings.get("form_id") or title),
        "title": title[:600],
        "about": title[:600],
        "framework": framework.framework,
        "voices": [voice.value for voice in voices],
        "presentations": ["standard"],
        "comments": False,
        "languages": [SOURCE_LANGUAGE, *told],
    }


def _ours(form: Form) -> Said:
    said: Said = {"title": {}, "about": {}, "only": {}}
    for name, value in form.ours.items():
        word, _, of = name.partition(" ")
        held = said.get(word)
        if isinstance(held, dict) and of:
            held[of] = value.split() if word == "only" else value
        elif name in {"voices", "presentations", "languages"}:
            said[name] = value.split()
        elif name in {"survey", "framework"}:
            said[name] = value
    said["comments"] = form.ours.get("comments", "yes") != "no"
    return said


def _statements(form: Form, framework: Framework, walk: Walk, said: Said) -> str | list[str]:
    """What the form chose, in its own words where its rows still say so."""
    told = form.ours.get("statements", "")
    if told:
        listed = told if told == _ALL else told.split()
        expected = set(_chosen(framework, listed, said.get("only")))
        if expected == set(walk.statements):
            return listed
    if walk.statements:
        return walk.statements
    what = f"A survey asks at least one statement of {framework.framework}; none is in the form, so all are."
    form.notes.append(Note(SURVEY, 1, what, "Name those that you want under “statements:”."))
    return _ALL


def _chosen(framework: Framework, listed: str | list[str], only: object) -> Iterator[str]:
    """The statements that such a choice asks of anybody."""
    held = only.items() if isinstance(only, dict) else ()
    for theme in framework.themes:
        for one in theme.statements:
            closed = {voice for voice, codes in held if not {theme.code, one.code} & set(codes)}
            if (listed == _ALL or one.code in listed) and set(one.wordings) - closed:
                yield one.code


def _sections(form: Form, framework: Framework, walk: Walk, said: Said) -> list[Said]:
    if not _needed(walk, framework):
        return []
    codes = Codes(frozenset(part.code for part in walk.parts if part.code), start="s")
    found = []
    for part in walk.parts:
        if not part.row:
            part.code = codes.given("part")
        made: Said = {"code": part.code, "title": part.title or _untitled(form, part, said)}
        made |= {"introduction": part.introduction} if part.introduction else {}
        made |= {"asks": _asks(framework, walk, part)}
        made |= {"show_if": part.show_if} if part.show_if else {}
        found.append(made)
    if not walk.statements:
        themes = [theme.code for theme in framework.themes]
        title = {"standard": {tag: line for tag, line in framework.title.items() if tag == SOURCE_LANGUAGE}}
        found.append({"code": codes.given("statements"), "title": title, "asks": themes})
    return found


def _needed(walk: Walk, framework: Framework) -> bool:
    """Whether there are sections, or the order is not the one that a survey without them has."""
    if any(part.row for part in walk.parts):
        return True
    asked = [code for part in walk.parts for code in part.asks]
    placed = [one.code for theme in framework.themes for one in theme.statements if one.code in asked]
    return bool(walk.statements) and asked[: len(placed)] != placed


def _untitled(form: Form, part: Part, said: Said) -> dict[str, dict[str, str]]:
    title = said["title"]
    line = (
        title
        if isinstance(title, str)
        else str(next(iter(title.values())))
        if isinstance(title, dict)
        else ""
    )
    what = f"Its questions stand under no heading of their own, so the section is called {quoted(line)}."
    form.notes.append(Note(SURVEY, part.row or 1, what, "Write its title."))
    return {"standard": {SOURCE_LANGUAGE: line}}


def _asks(framework: Framework, walk: Walk, part: Part) -> list[str]:
    """What is asked in a section, in the words that the form keeps where its rows still say so."""
    told = part.told.split()
    if not told:
        return part.asks
    themes = {
        theme.code: [one.code for one in theme.statements if one.code in walk.statements]
        for theme in framework.themes
    }
    expected = [code for one in told for code in themes.get(one, [one])]
    return told if expected == part.asks else part.asks
