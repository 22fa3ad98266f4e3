"""What an interviewer reads and reads aloud, on the telephone or face to face."""

from dataclasses import dataclass


@dataclass(frozen=True)
class InterviewWords:
    """Before the first question, and beside each; braces are filled in."""

    heading: str = "Ask somebody these questions"
    who: str = "Do you work for {service}?"
    who_why: str = "People find it hard to tell staff what is not good. So somebody else must ask."
    works_yes: str = "Yes"
    works_no: str = "No"
    works_missing: str = "Say whether you work for this service"
    staff_refused: str = (
        "Staff of the service cannot be the interviewer. Ask somebody independent, such as an advocate."
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
    thanks_all_the_same: str = "Thank you all the same. Nothing is kept."
    beside: str = "For you, the interviewer"
    prompts: tuple[str, ...] = (
        "Read the question just as it stands. Then read all the answers.",
        "If they are not sure, say: “I will read it again.” Do not explain, and do not guess.",
        "If they are tired or upset, press “{stop}”. What they said is kept.",
        "If they tell you of harm, stop asking. Then press “{worried}”.",
    )


INTERVIEW = InterviewWords()
