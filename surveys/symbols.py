"""The symbols that are drawn, by name: a framework may use these and no others."""

ANSWERS = frozenset({"answer-1", "answer-2", "answer-3", "answer-4", "answer-5"})
"""From the least favourable answer to the most; the shape says it, never a face or a colour alone."""

PAGES = frozenset({
    "back", "contrast", "does-not-apply", "larger", "leave", "next", "picture", "prefer-not", "save", "send",
    "skip", "stop", "watch", "worried",
})  # fmt: skip
"""Those that the pages use themselves."""

SYMBOLS = (
    ANSWERS
    | PAGES
    | {
        "boss",
        "calendar",
        "change",
        "communities",
        "friends",
        "health",
        "help",
        "home",
        "information",
        "language",
        "listen",
        "money",
        "no",
        "safe",
        "staff",
        "support",
        "talk",
        "unsure",
        "well-led",
        "wellbeing",
        "workforce",
        "write",
        "yes",
    }
)
