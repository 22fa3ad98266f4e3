"""The sentences of a booklet for somebody who answers for the person, in standard words and in Easy Read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class ProxyWords:
    """What stands in such a booklet in place of other sentences, or beside them."""

    lead_proxy: str = "Tell us about the support that the person gets from {service}"
    same_support_proxy: str = "The person’s support stays the same, whatever you say."
    proxy_heading: str = "When you answer for somebody"
    proxy_facts: tuple[str, ...] = (
        "This booklet is for whoever answers for a person who cannot do it themselves.",
        "Answer as you think they would, not as you see it.",
        "Where a question says “I”, “me” or “you”, it means the person.",
        "We count these answers apart from what people say themselves.",
    )
    proxy_who: str = "Who are you?"


EASY_PROXY: Mapping[str, Any] = {
    "same_support_proxy": "The person’s support stays the same.",
    "proxy_heading": "You answer for someone",
    "proxy_facts": (
        "This booklet is for you if you answer for the person.",
        "Say what they would say.",
        "“I”, “me” and “you” mean the person.",
        "We keep these answers away from what people say themselves.",
    ),
}
