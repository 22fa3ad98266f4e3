"""Surveys made up by chance that could all be published, with hostile words and every kind of question."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from hypothesis import strategies as st

from surveys.framework import Presentation, Voice
from surveys.load import load_framework
from surveys.own.question import Kind
from surveys.survey import Survey

SMALL = load_framework(Path(__file__).parents[2] / "good" / "frameworks" / "small.yaml")
VOICES = (Voice.PERSON, Voice.STAFF)
# Everything that a file of ours and a spreadsheet can both hold.
SIGNS = st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\t\n")
ODD = [
    *("=1+1", "+1", "-1", "@a", "'", '"', "<b>bold</b>", "&amp;", "_x000D_", "a\nb", "a\tb", "1.0", "TRUE"),
    *("${wi1}", "$\u2060{wi1}", "$$", "${", "{service}", "\u202eabc", "\u200f", "-", "#N/A", "“‘’”", "a::b"),
]
LINES = st.one_of(st.sampled_from(ODD), st.text(SIGNS, min_size=1, max_size=40)).filter(
    lambda text: bool(text.strip())
)
TEXTS = st.fixed_dictionaries({"en": LINES}, optional={"cy": LINES, "ur": LINES})
WORDS = st.dictionaries(st.sampled_from(list(Presentation)), TEXTS, min_size=1)
VOICED = st.one_of(
    WORDS,
    st.dictionaries(st.sampled_from(list(Voice)), WORDS, min_size=1).filter(
        lambda one: set(one) & set(VOICES)
    ),
)
WITH_OPTIONS = (Kind.ONE_CHOICE, Kind.SCALE, Kind.SEVERAL_CHOICES, Kind.RANK_TOP, Kind.GRID)
Made = dict[str, object]
CHANCE = st.booleans()


@st.composite
def questions(draw: st.DrawFn, code: str, before: Sequence[Mapping[str, object]]) -> Made:
    kind = draw(st.sampled_from(list(Kind)))
    made: Made = {"code": code, "kind": kind, "wordings": draw(VOICED)}
    made |= draw(st.fixed_dictionaries({}, optional={"hint": WORDS, "reason": WORDS}))
    if draw(CHANCE) and "reason" in made and kind not in {Kind.SHORT_TEXT, Kind.LONG_TEXT}:
        made["about_you"] = True
    if kind in WITH_OPTIONS:
        made["options"] = [
            {"code": f"o{place}", "words": draw(WORDS)} | ({"symbol": "help"} if draw(CHANCE) else {})
            for place in range(draw(st.integers(2, 4)))
        ]
    if kind is Kind.SEVERAL_CHOICES and draw(CHANCE):
        made["options"][-1]["alone"] = True  # type: ignore[index]
    if kind is Kind.RANK_TOP:
        made["top"] = draw(st.integers(1, 2))
    if kind is Kind.NUMBER:
        made |= {"least": draw(st.integers(-5, 5)), "most": draw(st.integers(6, 1_000_000))}
        made |= draw(
            st.fixed_dictionaries(
                {}, optional={"unit": st.just({"en": {"one": "{n} day", "other": "{n} d"}})}
            )
        )
    if kind is Kind.GRID:
        made["rows"] = [{"code": f"r{place}", "wordings": draw(VOICED)} for place in range(2)]
    if draw(CHANCE) and before:
        made["show_if"] = draw(conditions(before))
    return made


@st.composite
def leaves(draw: st.DrawFn, before: Sequence[Mapping[str, object]]) -> str:
    one = draw(st.sampled_from(list(before)))
    code, kind = str(one["code"]), one["kind"]
    sign = draw(st.sampled_from(["==", "!=", "<", "<=", ">", ">="]))
    several = f'["o0", "{draw(st.sampled_from(["o0", "o1"]))}"]'
    said = [f"answered({code})"]
    if kind in {Kind.SCALE, Kind.GRID}:
        said = [f"{code}{'_r1' * (kind is Kind.GRID)} {sign} {draw(st.integers(1, 2))}"]
    elif kind is Kind.NUMBER:
        said += [f"{code} {sign} {draw(st.integers(0, 7))}", f"3 < {code}", f"{code} in [6, 7]"]
    elif kind is Kind.MONTH:
        said += [f'{code} {sign} "{draw(st.sampled_from(["2025-12", "2026-01"]))}"']
    elif kind is Kind.ONE_CHOICE:
        said += [f'{code} == "o1"', f'{code} != "o0"', f"{code} in {several}", f"{code} not in {several}"]
    elif kind is Kind.YES_NO_UNSURE:
        said += [f'{code} != "no"', f'{code} in ["yes", "unsure"]']
    elif kind in {Kind.SEVERAL_CHOICES, Kind.RANK_TOP}:
        said += [f'"o1" in {code}', f"any_of({code}, {several})", f"all_of({code}, {several})"]
    said += ['voice == "staff"', 'presentation != "standard"']
    return draw(st.sampled_from(said))


def conditions(before: Sequence[Mapping[str, object]]) -> st.SearchStrategy[str]:
    """Lines of text that ask about earlier questions."""
    leaf = leaves(before)
    pairs = st.tuples(leaf, leaf, st.sampled_from(["and", "or"]))
    return st.one_of(
        leaf,
        leaf.map(lambda one: f"not ({one})"),
        pairs.map(lambda three: f"{three[0]} {three[2]} not ({three[1]})"),
        pairs.map(lambda three: f"not ({three[0]} {three[2]} {three[1]})"),
        st.tuples(leaf, leaf, st.sampled_from(["==", "!=", "<", ">="])).map(
            lambda three: f"count({three[0]}, {three[1]}) {three[2]} 1"
        ),
    )


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    """A survey of the small framework."""
    own: list[Made] = []
    for place in range(draw(st.integers(0, 4))):
        own.append(draw(questions(f"q{place}", tuple(own))))
    listed = draw(st.sampled_from(["all", ["wi2", "wi1"], ["ia1"]]))
    made: Made = {
        "survey": "odd-one",
        "title": draw(TEXTS),
        "about": draw(TEXTS),
        "framework": "small",
        "voices": draw(st.sampled_from([list(VOICES), [*reversed(VOICES)]])),
        "presentations": draw(st.sampled_from([["standard"], ["standard", "easy_read"], ["easy_read"]])),
        "comments": draw(CHANCE),
        "languages": draw(st.sampled_from([["en"], ["en", "cy"], ["cy", "en"]])),
        "statements": listed,
        "questions": own,
    }
    if listed == "all" and draw(CHANCE):
        made["only"] = {"staff": draw(st.sampled_from([["wi"], ["wi1"]]))}
    if listed == "all" and draw(CHANCE):
        made["sections"] = draw(sections(tuple(own)))
    return Survey.model_validate(made)


@st.composite
def sections(draw: st.DrawFn, own: Sequence[Made]) -> list[Made]:
    first = [str(one["code"]) for one in own]
    made: list[Made] = [
        {"code": "q0", "title": draw(WORDS), "asks": draw(st.sampled_from([["wi"], ["wi2", "wi1"]]))}
    ]
    made[0] |= draw(st.fixed_dictionaries({}, optional={"introduction": WORDS}))
    if first:
        made.append({"code": "own", "title": draw(WORDS), "asks": first})
    last: Made = {"code": "last", "title": draw(WORDS), "asks": ["ia1"]}
    if draw(CHANCE) and own:
        last["show_if"] = draw(conditions(own))
    return [*made, last]
