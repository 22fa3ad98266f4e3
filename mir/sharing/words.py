"""What the pages for sharing say: what commissioners will see, and what they never see."""

SEEN = (
    "Who answered: how many, and how many were asked. Often as a band, such as 10 to 14.",
    "The score of each group, for each theme and over all, with its range: from ten people on.",
    "How each score compares with what is expected of similar services, as on your own page.",
    "What is strong, and what to work on together.",
    "“You said, we did”: only what you have let out to people already.",
)
NEVER = (
    "Anything that somebody wrote, single statements, and the survey’s own questions.",
    "A score of fewer than ten people, even where you see it yourself.",
    "Who had help, where views differ, and what changed since the round before.",
    "Rounds that are open, codes, links, addresses, your colleagues, and messages about safety.",
    "Actions, pledges that are not let out, and the leaders’ return.",
)
RECORDED = "Who reads it, and on which day, is written in your record and in theirs."
EMPTY = (
    "No service shares results with you yet. The person who leads a service decides that. "
    "When they share something, you find it here, and how it compares with similar services."
)
NONE_YET = "Nothing yet. The next round that closes will stand here."
ONE = "One service shares a result that can stand here, so there is nothing to put beside it yet."
