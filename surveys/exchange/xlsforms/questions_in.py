"""One row of a form as a question of ours or a statement of the framework, or why it is neither."""

from collections.abc import Iterator, Sequence

from surveys.exchange.words import alike, quoted
from surveys.exchange.xlsforms.conditions_in import Conditions
from surveys.exchange.xlsforms.fields import STATE_CHOICES, Field, own_field, statement_field
from surveys.exchange.xlsforms.going_out import YES_NO_LIST
from surveys.exchange.xlsforms.incoming import Form, Line
from surveys.exchange.xlsforms.kinds_in import CELLS, KINDS, LEFT_OUT, MEDIA, MEDIA_LEFT_OUT
from surveys.exchange.xlsforms.limits_in import limited
from surveys.exchange.xlsforms.names_in import Codes, question_codes
from surveys.exchange.xlsforms.structure import type_of
from surveys.exchange.xlsforms.wording_in import Words
from surveys.framework import Framework, Statement
from surveys.own.question import MOST_OWN_OPTIONS, RANKED, Kind
from surveys.own.written import OwnQuestion

Made = dict[str, object]
"""A question as its file would say it."""

MOST_RANKED = 10
LISTED = frozenset({Kind.ONE_CHOICE, Kind.SCALE, Kind.SEVERAL_CHOICES, Kind.RANK_TOP})


class Questions:
    """Makes the questions of one form, each with a code of its own."""

    def __init__(self, form: Form, framework: Framework, conditions: Conditions) -> None:
        self._form, self._framework, self._conditions = form, framework, conditions
        self.words = Words(form)
        self.codes = question_codes(framework)
        self._statements = {one.code: one for theme in framework.themes for one in theme.statements}
        self.rows: dict[str, int] = {}

    def statement(self, line: Line, around: Sequence[str | None]) -> str | None:
        """The code of the statement that a row asks; None where it asks none."""
        code = line.get("mir_code") or line.get("name")
        listed = type_of(line).partition(" ")
        if code not in self._statements or listed[0] != "select_one" or code in self.rows:
            return None
        self.rows[code] = line.number
        self._conditions.known[line.get("name")] = self._asked(line, code, listed[2])
        if self._conditions.joined(line, (*around, self._conditions.of(line))):
            what = "A statement of the framework has no condition of its own, so everyone is asked it."
            self._note(line, what, "Put it into a section with “show_if”.")
        if not self._says_so(line, self._statements[code]):
            what = f"The words of {code} are the framework’s; those in the form are left out."
            self._note(line, what, "Give the question another name to ask it in your own words.")
        self.cells(line)
        return code

    def question(self, line: Line, around: Sequence[str | None]) -> Made | None:
        """The question that a row asks; None where it has no place, which is noted."""
        kind = self.kind(line)
        wordings = self.words.voiced(line) if kind else {}
        if kind is None:
            return None
        if not wordings or not line.get("name"):
            lacking = "label" if line.get("name") else "name"
            self._note(line, f"The question has no {lacking}, so it is left out.", f"Write its {lacking}.")
            return None
        listed = type_of(line).partition(" ")[2]
        options = self.options(line, listed.partition(" ")[0]) if kind in LISTED else []
        if options is None:
            return None
        made: Made = {"code": self._code(line), "kind": kind.value, "wordings": wordings}
        made |= self.beside(line)
        made |= limited(self._form, line, kind, options)
        if options:
            made["options"] = options
        if kind is Kind.RANK_TOP:
            made["top"] = _top(line, len(options))
        self._finish(line, made, around)
        return made

    def kind(self, line: Line) -> Kind | None:
        """The kind of question that a row is; None where it has no place here."""
        word, _, listed = type_of(line).partition(" ")
        if word in LEFT_OUT or word not in KINDS:
            unknown = (f"{quoted(word)} is not a kind of question that we know.", "Ask it in another way.")
            self._note(line, *LEFT_OUT.get(word, unknown))
            return None
        kinds = KINDS[word]
        kind = next((one for one in kinds if one == line.get("mir_kind")), kinds[0])
        if kind is Kind.YES_NO_UNSURE and listed != YES_NO_LIST:
            return Kind.ONE_CHOICE
        if word in {"text", "string"}:
            return Kind.LONG_TEXT if "multiline" in line.get("appearance") else Kind.SHORT_TEXT
        if word == "date" and "month-year" not in line.get("appearance"):
            what = "A day could point at a person, so only the month is asked."
            self._note(line, what, "There is nothing to do.")
        return kind

    def options(self, line: Line, listed: str) -> list[Made] | None:
        """The options of a list, or None with a note where they cannot be had."""
        found = self._form.choices.get(listed, ())
        if not 1 < len(found) <= MOST_OWN_OPTIONS:
            many = f"{len(found):,} choice{'s' * (len(found) != 1)}" if found else "no choices"
            what = f"The list {quoted(listed)} has {many}, so the question is left out."
            self._note(line, what, f"Write 2 to {MOST_OWN_OPTIONS} on the sheet “choices”.")
            return None
        if " or_other" in type_of(line) or " or specify other" in type_of(line):
            what = "“Other”, with a space to write in, is left out."
            self._note(line, what, "Add a choice “Other”, and a short text that is shown with it.")
        codes = Codes(start="c")
        return [self._option(choice, codes.given(choice.get("name"))) for choice in found]

    def beside(self, line: Line) -> Made:
        """What a row says beside its label; whatever of it is not kept is noted."""
        self.cells(line)
        hint, reason, unit = self.words.of(line, "hint"), self.words.of(line, "guidance_hint"), None
        unit = self.words.unit(line)
        about = {"about_you": True} if line.get("mir_about_you") else {}
        found: Made = {"hint": hint, "reason": reason, "unit": unit}
        return {name: value for name, value in found.items() if value} | about

    def cells(self, line: Line) -> None:
        """Note every cell of a row that is not kept."""
        for heading, cell in line.cells.items():
            part = heading.partition("::")[0]
            if part in MEDIA:
                self._note(line, *MEDIA_LEFT_OUT)
            elif part in CELLS and not (part in {"required", "readonly"} and alike(cell) in _NO):
                self._note(line, *CELLS[part])
        if "randomize=true" in line.get("parameters").replace(" ", "").lower():
            self._note(line, "The choices were shown in any order; here their order stays.", "Order them.")

    def known(self, line: Line, question: OwnQuestion, code: str, options: Sequence[Made]) -> None:
        """Let later conditions ask about this question, by its choices as the form names them."""
        one = own_field(question, line.get("name"), code)
        listed = type_of(line).partition(" ")[2].partition(" ")[0]
        names = [choice.get("name") for choice in self._form.choices.get(listed, ())]
        if options:
            codes = [str(option["code"]) for option in options]
            one = Field(one.name, code, one.sort, dict(zip(names, codes, strict=True)), one.top)
        self._conditions.known[one.name] = one

    def _finish(self, line: Line, made: Made, around: Sequence[str | None]) -> None:
        show_if = self._conditions.joined(line, (*around, self._conditions.of(line)))
        if show_if:
            made["show_if"] = show_if
        options = made.get("options", [])
        code = str(made["code"])
        self.rows[code] = line.number
        self.known(line, OwnQuestion.model_validate(made), code, options if isinstance(options, list) else [])

    def _code(self, line: Line) -> str:
        name = line.get("mir_code") or line.get("name")
        code = self.codes.given(name)
        if code != name:
            self._note(line, f"{quoted(name)} is called “{code}” here.", "There is nothing to do.")
        return code

    def _option(self, choice: Line, code: str) -> Made:
        words = self.words.of(choice)
        if not words:
            words = {"standard": {"en": choice.get("name")}}
            self._note(choice, "The choice has no label, so its name is shown.", "Write its label.")
        if any(heading.partition("::")[0] in MEDIA for heading in choice.cells):
            self._note(choice, *MEDIA_LEFT_OUT)
        symbol = {"symbol": choice.get("mir_symbol")} if choice.get("mir_symbol") else {}
        return {"code": code, "words": words, **symbol}

    def _asked(self, line: Line, code: str, listed: str) -> Field:
        """A statement as this form asks it: its choices are the scale's by name, or else by place."""
        one = statement_field(line.get("name"), code, self._framework)
        names = [choice.get("name") for choice in self._form.choices.get(listed.partition(" ")[0], ())]
        names = [name for name in names if name not in STATE_CHOICES]
        if set(names) == set(one.choices) or len(names) != len(one.choices):
            return one
        choices = dict(zip(names, one.choices, strict=True))
        what = f"The answers to {code} are the framework’s, from the least favourable to the most."
        self._note(line, what, "Check that the form has them in that order too.")
        return Field(one.name, code, one.sort, choices, states=True)

    def _says_so(self, line: Line, statement: Statement) -> bool:
        known = set(_lines(statement))
        return all(text in known for words in self.words.of(line).values() for text in words.values())

    def _note(self, line: Line, what: str, fix: str) -> None:
        self._form.notes.append(line.note(what, fix))


_NO = frozenset({"", "no", "false", "false()", "0"})


def _lines(statement: Statement) -> Iterator[str]:
    for wording in statement.wordings.values():
        for text in wording.values():
            yield from text.values()


def _top(line: Line, options: int) -> int:
    told = line.get("mir_top")
    if told.isdecimal() and 1 <= int(told) <= MOST_RANKED:
        return int(told)
    return min(options, MOST_RANKED) if not line.get("mir_kind") else RANKED
