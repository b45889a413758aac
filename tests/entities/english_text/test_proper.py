"""Proper names in English: bracketed text shows what must be found."""

from __future__ import annotations

import re

import pytest

from summarizer.entities.english_text.proper import is_ordinary, proper_names

CASES = [
    "President [Rustam Minnikhanov] met [Imangali Tasmagambetov] in May.",
    "Officials met on Thursday. [Gorky] was there.",
    "[Kazakhstan]’s defence minister visited [Kazan].",
    "The [Ministry of Defence of Kazakhstan] buys [Mi-17V5] helicopters.",
    "[Moscow] and [London] agreed. Police said so.",
    "“We want to help,” [Putin] said. “Trade will grow.”",
    "The [U.S.] and the [EU] signed; [NATO] did not.",
    "[R. Minnikhanov] is sure.",
    "Prime Minister [Theresa May] resigned in March.",
    "[Ursula von der Leyen] and [Ludwig van Beethoven]",
    "I think I’m right, he said.",
    "[O’Neill] and [AT&T] bought an [iPhone].",
    "He arrived in [Astana]. [Tasmagambetov]'s deputy left.",
    "[Tatarstan]-made trucks",
    # what parts two names, and what does not
    "He visited [Moscow], [London] and [Paris].",
    "[Rustam\u00a0Minnikhanov] said so.",
    "[Putin]’s [Russia] is large.",
    "He left [Ufa]. [Moscow] was silent.",
    "He wrote to the [EU]. [Moscow] was silent.",
    "They met in [St. Petersburg].",
    "Prof. [Brown] met the President. Officials said so.",
    # what stands before a name and behind it
    "On Monday [Ivanov] came to [Kazan] December 29.",
    "President of [Kazakhstan] came to the [Ministry] of the interior.",
    "A [Tomsk] resident met [A. Petrov].",
    "Police arrested [Andrei R.] in [Kazan], said [Xi].",
    "Fans of [K-pop] came.",
    "He called it a “Trade war” again.",
    "nothing here at all",
    "",
]


def unbracket(marked: str) -> tuple[str, list[str]]:
    return re.sub(r"[\[\]]", "", marked), re.findall(r"\[(.*?)\]", marked)


@pytest.mark.parametrize("marked", CASES)
def test_finds_exactly_the_bracketed_names(marked: str) -> None:
    """Names are found with their exact spans, ordinary capitals are not."""
    text, names = unbracket(marked)
    assert [text[start:stop] for start, stop in proper_names(text)] == names


@pytest.mark.parametrize(
    "word", ["Officials", "Trade", "However", "Police", "Her", "Mine", "TV", "GDP"]
)
def test_ordinary_words_open_sentences(word: str) -> None:
    """A word that English writes small is no name for standing first."""
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["Moscow", "London", "Kogogin", "Iran", "Merkel"])
def test_names_are_never_ordinary(word: str) -> None:
    """Places of CLDR, and words that no dictionary has, stay names at the start of a sentence."""
    assert not is_ordinary(word)
