"""What must stand beside a sentence."""

from summarizer.brief.coherence import companions
from tests.brief.build import article


def needs(*russian: str) -> list[set[int]]:
    """The companions of each sentence of an article whose English leans on nothing."""
    translated = article([(text, "The plant opened.") for text in russian])
    return [set(each) for each in companions(translated.translations)]


def test_a_pronoun_needs_the_sentence_before_and_what_that_needs() -> None:
    """Needs are followed to the sentence that stands alone."""
    assert needs("Завод открыт.", "Об этом сказал Иванов.", "Он рад.", "Снег идёт.") == [
        {0},
        {0, 1},
        {0, 1, 2},
        {3},
    ]


def test_a_quotation_over_several_sentences_stays_whole() -> None:
    """The end of the quotation names the speaker."""
    found = needs("«Нужен завод.", "+Земля есть.", "+Люди есть», — сказал Иванов.", "Снег идёт.")
    assert found == [{0, 1, 2}] * 3 + [{3}]


def test_a_nested_quotation_that_is_closed_once_is_no_open_quotation() -> None:
    """The usual Russian «…с «КАМАЗом», - заявил» stands alone."""
    found = needs("«Мы хотим работать с «КАМАЗом», - заявил министр.", "+Снег идёт.")
    assert found == [{0}, {1}]


def test_a_quotation_without_its_speaker_needs_the_sentence_before() -> None:
    """A bare «…» does not say who speaks."""
    assert needs("Иванов доволен.", "+«Завод построят вовремя и дёшево»") == [{0}, {0, 1}]


def test_a_dashed_reply_without_a_verb_of_speech_needs_the_sentence_before() -> None:
    """— Завод построят."""
    for dash in "—–-":
        reply = f"{dash} Завод построят."
        found = needs("Иванов доволен.", reply, f"{dash} Завод построят, {dash} сказал Иванов.")
        assert found == [{0}, {0, 1}, {2}], dash


def test_an_unclosed_quotation_does_not_run_into_the_next_paragraph() -> None:
    """A missing mark must not glue the article together."""
    assert needs("Завод «Горький построен.", "Снег идёт.", "Дождь» идёт.") == [{0}, {1}, {2}]


def test_every_style_of_marks_is_followed() -> None:
    """Curly, low and straight marks."""
    for opening, closing in ("“”", "„“", '""'):
        found = needs(f"{opening}Нужен завод.", f"+Люди есть{closing}, — сказал Иванов.")
        assert found == [{0, 1}, {0, 1}], opening


def test_the_first_sentence_may_lean_on_the_title() -> None:
    """«Об этом сообщает…» right below the title speaks of the title."""
    translated = article(
        [("Об этом сообщает ТАСС.", "TASS reports.")], title=("Завод открыт", "Plant opens")
    )
    assert companions(translated.translations)[1] == {0, 1}


def test_a_chain_longer_than_any_brief_is_followed_no_further_than_needed() -> None:
    """Eight thousand sentences that begin with «Он» took 40 seconds; a cut chain never fits."""
    translated = article([("Иванов рад.", "Ivanov is glad.")] + [("Он рад.", "He is glad.")] * 50)
    found = companions(translated.translations, limit=3)
    assert found[3] == {0, 1, 2, 3}
    assert all(len(each) == 4 for each in found[4:])
