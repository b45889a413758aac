"""What is left of a model's answer."""

import pytest

from summarizer.brief.english import split_english, written_sentences


@pytest.mark.parametrize(
    ("answer", "sentences"),
    [
        ("Here is the brief: Ivanov came. He left.", ["Ivanov came.", "He left."]),
        ("Sure! Here's a short news brief:\n\nIvanov came.", ["Ivanov came."]),
        ("**Brief:** Ivanov came.", ["Ivanov came."]),
        ("# Plant opens\n\nIvanov came.", ["Ivanov came."]),
        ("Plant Opens\nIvanov came.", ["Ivanov came."]),
        ("- Ivanov came.\n- Petrov left.", ["Ivanov came.", "Petrov left."]),
        ("1. Ivanov came.\n2) Petrov left.", ["Ivanov came.", "Petrov left."]),
        ("```\nIvanov came.\n```", ["Ivanov came."]),
        ('"Ivanov came. Petrov left."', ["Ivanov came.", "Petrov left."]),
        ("Ivanov came. Note: the date is uncertain.", ["Ivanov came."]),
        ("Ivanov came. I hope this helps!", ["Ivanov came."]),
        ("Ivanov came. Ivanov came. Ivanov came.", ["Ivanov came."]),
        ("Ivanov came. Petrov left because the", ["Ivanov came."]),
        ("I cannot write this brief.", []),
        ("", []),
    ],
)
def test_only_the_sentences_of_the_brief_are_left(answer: str, sentences: list[str]) -> None:
    """Without preamble, heading, bullet, fence, aside, repetition or a cut end."""
    assert written_sentences(answer) == sentences


@pytest.mark.parametrize(
    "marked",
    [
        "Mr. Ivanov met J. Smith in the U.S. Congress.",
        "It cost $1.5 million.| Petrov paid.",
        'He said: "Come!"| They came on Dec. 29.',
        "Gen. Surovikin left.| 12 men stayed.",
        "Is it so?| “Yes,” said Ivanov.",
    ],
)
def test_abbreviations_initials_and_decimals_end_nothing(marked: str) -> None:
    """A bar marks where one sentence ends."""
    assert split_english(marked.replace("|", "")) == marked.split("| ")
