"""What is read by somebody who answers for the person: there for every statement, and about the person."""

import re
from collections.abc import Iterator

from surveys.framework import SOURCE_LANGUAGE, Framework, Presentation, Voice
from surveys.rules.finding import Finding, warning
from surveys.rules.places import statements
from surveys.rules.word_faults import own_wordings
from surveys.survey import Survey

PROXY_MISSING = warning(
    "proxy-missing",
    "{code} has no words in “{look}” for somebody who answers for the person, which others here have.",
    "Write under “proxy:” what they read: “The person …”.",
)
PROXY_AS_PERSON = warning(
    "proxy-speaks-as-person",
    "What somebody reads who answers for the person speaks as if they were the person.",
    "Say “the person”, then they or them.",
)

_ME = re.compile(r"\b(?:I|me|my|mine|myself|I[’']\w+)\b", re.IGNORECASE)


def own_proxy_as_person(survey: Survey, _framework: Framework) -> Iterator[Finding]:
    """Words of an own question for a proxy that say I, me or my."""
    for loc, wording in own_wordings(survey):
        if loc[-1] == "proxy":
            for look in wording:
                if _ME.search(wording[look].get(SOURCE_LANGUAGE, "")):
                    yield Finding((*loc, look, SOURCE_LANGUAGE), PROXY_AS_PERSON)


def proxy_missing(framework: Framework) -> Iterator[Finding]:
    """A statement, or one look of it, that cannot be put to a proxy, where others of the framework can."""
    every = list(statements(framework))
    looks = {look for _, statement in every for look in statement.proxy or {}}
    for loc, statement in every:
        for look in statement.wordings.get(Voice.PERSON, {}):
            if look in looks and look not in (statement.proxy or {}):
                where = (*loc, "proxy" if statement.proxy else "wordings")
                yield Finding(where, PROXY_MISSING, {"code": statement.code, "look": look})


def proxy_as_person(framework: Framework) -> Iterator[Finding]:
    """Words for a proxy that say I, me or my."""
    for loc, statement in statements(framework):
        for look in Presentation:
            if _ME.search((statement.proxy or {}).get(look, {}).get(SOURCE_LANGUAGE, "")):
                yield Finding((*loc, "proxy", look, SOURCE_LANGUAGE), PROXY_AS_PERSON)
