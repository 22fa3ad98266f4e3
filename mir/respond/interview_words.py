"""What an interviewer reads, and reads aloud in standard words or Easy Read: by telephone or face to face."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from mir import i18n
from surveys.framework import Presentation


@dataclass(frozen=True)
class InterviewWords:
    """Before the first question, beside each, and at the end; braces are filled in."""

    heading: str = "Ask somebody these questions"
    who: str = "Do you work for {service}?"
    who_why: str = "People find it hard to tell staff what is not good. So somebody else must ask."
    works_yes: str = "Yes"
    works_no: str = "No"
    works_missing: str = "Say whether you work for this service"
    staff_refused: str = (
        "Staff of the service cannot be the interviewer. Ask somebody independent, such as an advocate."
    )
    beside: str = "For you, the interviewer"
    before: tuple[str, ...] = (
        "Say who you are. Ask if this is a good time, and if they can talk without being overheard.",
        "Read the words in the box just as they stand. Give them time to think and to ask.",
        "The yes must be the person’s own. Nobody else can say it for them.",
        "Nobody here tests whether a person can decide. If you are not sure that it is a yes, it is a no.",
    )
    aloud: str = "Read this aloud"
    opening: tuple[str, ...] = (
        "{organisation} wants to know what is good at {service} and what should change.",
        "It is your choice. Nothing about your support changes, whatever you decide.",
        "I do not write down your name. You can skip any question, and stop whenever you like.",
        "Do you want to take part?",
    )
    said_yes: str = "They said yes"
    said_no: str = "They said no, or I am not sure"
    said_missing: str = "Press one of the two buttons at the end"
    thanks_all_the_same: tuple[str, ...] = ("Thank you all the same.", "Nothing is kept.")
    next_person: str = "Ask the next person"
    next_code: str = "That code works once. To ask somebody else, open the link with their own code."

    prompts: tuple[str, ...] = (
        "Read the question just as it stands. Then read all the answers.",
        "If they are not sure, say: “I will read it again.” Do not explain, and do not guess.",
        "“I don’t know” is an answer too. So is “I don’t want to say”.",
        "If somebody else answers for them, say: “I would like to hear it from you.”",
        "If they are tired or upset, press “{stop}”. What they said is kept.",
        "If they tell you of harm, stop asking. Then press “{worried}”.",
    )
    keys: str = "A number chooses, Enter goes on, 0 is “{skip}”. “{looks}” turns the number keys off."

    check_prompts: tuple[str, ...] = (
        "Read the answers back if they want to hear them.",
        "If somebody else helped them to decide, press “{change}” beside “{help_row}”.",
        "If there is no clear yes, do not send. Press “{stop}”.",
    )
    check_aloud: tuple[str, ...] = (
        "That was the last question. Do you want to change anything?",
        "If I send your answers, they are mixed with other people’s. Then nobody can tell which are yours.",
        "You get four words. With them you can take your answers back until {closes}.",
        "Shall I send them?",
    )
    words_aloud: str = (
        "I have four words for you. Please write them down, or ask somebody you trust to do it."
    )
    back_aloud: tuple[str, ...] = (
        "If you change your mind, open {address} and type the four words.",
        "You can do that until {closes}. Somebody you trust can do it for you.",
        "Thank you for your time.",
    )
    words_prompts: tuple[str, ...] = (
        "Say each word slowly, and say it again. Spell it if they ask.",
        "Do not keep the words. If you are together, write them on a paper that stays with the person.",
        "If they do not want them, that is fine. Nobody can find the words again after this page.",
    )

    stop_prompts: tuple[str, ...] = (
        "Ask if they are all right, and if they want you to tell somebody.",
        "Without four words nobody can carry on once you ask the next person.",
    )
    stop_aloud: tuple[str, ...] = (
        "We can stop here. You do not have to say why.",
        "Nothing is sent. What you have said is kept, locked, until {closes}. Then it is deleted.",
        "If you want to carry on another day, you need four words. Do you want them?",
    )
    stop_words_aloud: tuple[str, ...] = (
        "Next time, tell the words to whoever asks you. Then you carry on from here.",
        "Or open {address} yourself and type the four words.",
        "Whoever has the words can see your answers. Tell them only to people you trust.",
    )


INTERVIEW = InterviewWords()
EASY_INTERVIEW = InterviewWords(
    opening=(
        "{organisation} wants to know what is good at {service}.",
        "They want to know what should change.",
        "You choose. Your support stays the same if you say no.",
        "I do not write down your name.",
        "You can skip any question.",
        "You can stop at any time.",
        "Do you want to take part?",
    ),
    thanks_all_the_same=("That is fine. Thank you.", "We keep nothing."),
    check_aloud=(
        "That was the last question.",
        "Do you want to change anything?",
        "If I send your answers, we mix them with other people’s answers.",
        "Then no one can tell which ones are yours.",
        "You get 4 words. With them you can delete your answers.",
        "You can do this until {closes}.",
        "Shall I send your answers?",
    ),
    words_aloud="I have 4 words for you. Please write them down. Or ask someone you trust.",
    back_aloud=(
        "You can delete your answers until {closes}.",
        "Go to {address}. Type the 4 words.",
        "Someone you trust can do it for you.",
        "Thank you for your time.",
    ),
    stop_aloud=(
        "We can stop now. You do not have to say why.",
        "I do not send your answers.",
        "We keep them, locked, until {closes}. Then we delete them.",
        "You can carry on another day. You need 4 words for that.",
        "Do you want them?",
    ),
    stop_words_aloud=(
        "Tell the words to the person who asks you next time.",
        "Then you carry on from here.",
        "Or go to {address}. Type the 4 words.",
        "People who have the words can see your answers.",
        "Tell them only to people you trust.",
    ),
)
_ENGLISH: Mapping[Presentation, InterviewWords] = {
    Presentation.STANDARD: INTERVIEW,
    Presentation.EASY_READ: EASY_INTERVIEW,
}


@cache
def interview_words(language: str, presentation: Presentation) -> InterviewWords:
    """These sentences in this language; what is read aloud, in this presentation."""
    return i18n.translated(_ENGLISH[presentation], language)
