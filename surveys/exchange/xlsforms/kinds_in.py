"""What each kind of question of XLSForm is here, and why some have no place."""

from collections.abc import Mapping

from surveys.own.question import Kind

KINDS: Mapping[str, tuple[Kind, ...]] = {
    "select_one": (Kind.ONE_CHOICE, Kind.SCALE, Kind.YES_NO_UNSURE),
    "select_multiple": (Kind.SEVERAL_CHOICES,),
    "rank": (Kind.RANK_TOP,),
    "integer": (Kind.NUMBER,),
    "int": (Kind.NUMBER,),
    "range": (Kind.NUMBER,),
    "text": (Kind.SHORT_TEXT, Kind.LONG_TEXT),
    "string": (Kind.SHORT_TEXT, Kind.LONG_TEXT),
    "date": (Kind.MONTH,),
}
"""The kinds that a type can be; the first where nothing says which."""

_PLACE = ("A place could point at a person, so it is not asked.", "Ask with answers to choose from.")
_RECORDING = (
    "A picture, a recording or a file could point at a person, so it is not asked.",
    "Ask in words.",
)
_TRACE = (
    "This notes when, where, by whom or on what device a form was filled in, which is never kept.",
    "There is nothing to do.",
)
_TIME = ("A time could point at a person, so it is not asked.", "Ask for the month, or with answers.")
_ELSEWHERE = ("The choices stand in another file.", "Write them on the sheet “choices”.")

LEFT_OUT: Mapping[str, tuple[str, str]] = {
    "decimal": ("A number with parts after the point is not asked here.", "Ask for a whole number."),
    **dict.fromkeys(("geopoint", "geotrace", "geoshape", "location", "start-geopoint"), _PLACE),
    **dict.fromkeys(("image", "photo", "audio", "video", "file", "background-audio"), _RECORDING),
    "barcode": ("A code that is scanned could point at a person, so it is not asked.", "Ask in words."),
    **dict.fromkeys(("time", "datetime"), _TIME),
    **dict.fromkeys(
        (
            *("start", "end", "today", "deviceid", "device_id", "phonenumber", "phone_number", "username"),
            *("email", "subscriberid", "simserial", "audit", "imei", "start_time", "end_time"),
        ),
        _TRACE,
    ),
    "calculate": ("Nothing is worked out from answers while people answer.", "Work it out from an export."),
    "hidden": ("A value that nobody sees is not kept.", "There is nothing to do."),
    **dict.fromkeys(
        ("acknowledge", "trigger"),
        ("A box to tick before going on is not asked: nothing is compulsory.", "Say it in an introduction."),
    ),
    **dict.fromkeys(
        (
            *("select_one_external", "select_one_from_file", "select_multiple_from_file"),
            *("xml-external", "csv-external"),
        ),
        _ELSEWHERE,
    ),
}
"""Types that are left out: why, and what to do."""

CELLS: Mapping[str, tuple[str, str]] = {
    "required": ("An answer was compulsory; here nothing is.", "There is nothing to do."),
    "calculation": ("Nothing is worked out from answers while people answer.", "Work it out from an export."),
    "default": ("An answer was filled in beforehand; here every question starts empty.", "Take it out."),
    "readonly": ("The question could not be answered; here it can.", "Take the question out."),
    "trigger": ("Nothing is set off by an answer.", "Take it out."),
    "choice_filter": (
        "Which choices are shown hung on an earlier answer; here all of them are.",
        "Ask one question for each earlier answer, each with its own “show_if”.",
    ),
    "repeat_count": ("Nothing is repeated.", "Take it out."),
    "save_to": ("Nothing is kept from form to form.", "There is nothing to do."),
    "autoplay": ("Nothing is played.", "There is nothing to do."),
}
"""Cells that are left out of a row that stays."""

MEDIA = ("image", "audio", "video", "big-image")
MEDIA_LEFT_OUT = (
    "A picture or a recording goes with it, and is left out.",
    "Choose a symbol, or say it in words.",
)
PASSED_OVER = frozenset(
    {
        *("type", "name", "list_name", "relevant", "constraint", "appearance", "parameters"),
        *("disabled", "comment", "comments", "notes", "label", "hint", "guidance_hint"),
        *("constraint_message", "required_message"),
    }
)
"""Columns that are read, or whose words nobody misses."""
