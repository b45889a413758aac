"""Quoted or written, and what is said about it."""

from collections.abc import Sequence
from datetime import date

import pytest

from summarizer.brief import compose
from summarizer.errors import ConfigError
from summarizer.options import Options, Style
from summarizer.translate.protocol import BriefRequest
from summarizer.types import Kind, ModelUse, NoteCode, TranslatedArticle
from tests.brief.build import article, name

MEETING = (
    "Министр Тасмагамбетов встретился с Миннихановым в Астане в ходе рабочего визита.",
    "Minister Tasmagambetov met Minnikhanov in Astana during a working visit on Monday.",
)
POWDER = (
    "Пороховой завод в Казани поставит порох патронному заводу Казахстана.",
    "The gunpowder plant in Kazan will supply powder to a cartridge plant in Kazakhstan.",
)
SNOW = ("Снег идёт в Уфе.", "It is snowing in Ufa.")


class FakeSummariser:
    """Gives the answers it was made with, and remembers what it was asked."""

    use = ModelUse("brief", "fake", "1", "fake")

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[BriefRequest] = []

    def summarise(self, requests: Sequence[BriefRequest]) -> list[str]:
        self.asked += requests
        return [self.answers.pop(0) for _ in requests]


@pytest.fixture
def meeting() -> TranslatedArticle:
    return article(
        [MEETING, POWDER],
        name(Kind.PER, "Tasmagambetov", (0, "Тасмагамбетов")),
        name(Kind.PER, "Minnikhanov", (0, "Миннихановым")),
        name(Kind.LOC, "Astana", (0, "Астане")),
        name(Kind.LOC, "Kazan", (1, "Казани")),
        name(Kind.LOC, "Kazakhstan", (1, "Казахстана")),
    )


def texts(
    translated: TranslatedArticle, style: Style, answer: str, **more: int
) -> tuple[list[str], list[NoteCode]]:
    options = Options(style=style, **more)
    (composed,) = compose([translated], options, FakeSummariser(answer))
    return [each.text for each in composed.sentences], [note.code for note in composed.notes]


FAITHFUL = (
    "Minister Tasmagambetov met Minnikhanov in Astana on Monday."
    " The gunpowder plant in Kazan will supply powder to a plant in Kazakhstan."
)
QUOTED = [MEETING[1], POWDER[1]]


def test_an_extractive_brief_asks_no_model(meeting: TranslatedArticle) -> None:
    """Every sentence is a translation, word for word, and names its source."""
    summariser = FakeSummariser()
    (composed,) = compose([meeting], Options(style=Style.EXTRACTIVE), summariser)
    assert [s.text for s in composed.sentences] == QUOTED
    assert [s.sources for s in composed.sentences] == [(0,), (1,)]
    assert summariser.asked == []


def test_a_faithful_shorter_brief_is_taken_and_traced(meeting: TranslatedArticle) -> None:
    """AUTO prefers what the model wrote where all of it passes and no name is lost."""
    (composed,) = compose([meeting], Options(style=Style.AUTO), FakeSummariser(FAITHFUL))
    assert " ".join(s.text for s in composed.sentences) == FAITHFUL
    assert [s.sources for s in composed.sentences] == [(0,), (1,)]
    assert composed.style is Style.ABSTRACTIVE
    assert composed.notes == ()


@pytest.mark.parametrize(
    "answer",
    [
        "Minister Tasmagambetov met Minnikhanov in Almaty.",
        "Minister Minnikhanov met Tasmagambetov in Astana.",
        "Minister Tasmagambetov met Minnikhanov in Astana.",
        FAITHFUL.replace("Monday", "Monday during a working visit in the capital of the country"),
        "He met Minnikhanov in Astana on Monday. " + FAITHFUL,
        "",
    ],
    ids=["place", "order", "poorer", "longer", "pronoun", "empty"],
)
def test_auto_quotes_wherever_the_written_brief_is_in_doubt(
    meeting: TranslatedArticle, answer: str
) -> None:
    """One failing sentence, one name fewer, one word more: the quoted brief stands."""
    assert texts(meeting, Style.AUTO, answer) == (QUOTED, [])


def test_a_failing_sentence_is_replaced_by_its_source_and_said_so(
    meeting: TranslatedArticle,
) -> None:
    """The other sentence stays as written."""
    good = "The gunpowder plant in Kazan will supply powder to a plant in Kazakhstan."
    answer = f"Minister Tasmagambetov met Minnikhanov in Almaty. {good}"
    sentences, codes = texts(meeting, Style.ABSTRACTIVE, answer)
    assert sentences == [MEETING[1], good]
    assert codes == [NoteCode.REPLACED]


def test_the_note_names_what_was_wrong(meeting: TranslatedArticle) -> None:
    """The reader sees the sentence that was refused, and why."""
    answer = "Minister Tasmagambetov met Minnikhanov in Almaty."
    (composed,) = compose([meeting], Options(style=Style.ABSTRACTIVE), FakeSummariser(answer))
    (note,) = composed.notes
    assert "“Almaty”" in note.text
    assert "the translated sentence stands instead" in note.text
    assert note.sentence == 0


def test_a_failing_sentence_whose_source_is_told_already_is_left_out(
    meeting: TranslatedArticle,
) -> None:
    """Nothing is told twice."""
    answer = FAITHFUL + " Minister Tasmagambetov met Minnikhanov in Almaty."
    sentences, codes = texts(meeting, Style.ABSTRACTIVE, answer)
    assert " ".join(sentences) == FAITHFUL
    assert codes == [NoteCode.REPLACED]


CLAIM = ("Казахстан хочет строить вертолёты.", "Kazakhstan wants to build helicopters.")
REPORT = (
    "Об этом заявил в Казани Тасмагамбетов на встрече с Миннихановым.",
    "Tasmagambetov said this in Kazan at a meeting with Minnikhanov.",
)


def test_a_claim_and_who_made_it_may_be_joined() -> None:
    """«Об этом заявил Тасмагамбетов» speaks of the sentence before it, and of no other."""
    written = "Tasmagambetov said in Kazan that Kazakhstan wants to build helicopters."
    people = [
        name(Kind.PER, "Tasmagambetov", (1, "Тасмагамбетов")),
        name(Kind.PER, "Minnikhanov", (1, "Миннихановым")),
    ]
    joined = article([CLAIM, REPORT], *people)
    options = Options(style=Style.ABSTRACTIVE)
    (kept,) = compose([joined], options, FakeSummariser(written))
    assert [(s.text, s.sources) for s in kept.sentences] == [(written, (0, 1))]
    apart = article([CLAIM, (REPORT[0].removeprefix("Об этом "), REPORT[1])], *people)
    (refused,) = compose([apart], options, FakeSummariser(written))
    assert [note.code for note in refused.notes] == [NoteCode.REPLACED]


def test_a_model_may_begin_with_the_title(meeting: TranslatedArticle) -> None:
    """It has read it, and it is checked like the rest."""
    titled = article([MEETING, POWDER], title=("Завод откроют в Казани", "Plant opens in Kazan"))
    options = Options(style=Style.ABSTRACTIVE)
    (composed,) = compose([titled], options, FakeSummariser("A plant opens in Kazan."))
    assert [s.sources for s in composed.sentences] == [(0,)]


def test_a_pronoun_stands_where_it_stands_in_the_article() -> None:
    """ "He" after the sentence that names him, as in the Russian; nowhere else."""
    he = ("Он подарил гостям снимок Казани.", "He gave the guests a picture of Kazan as a gift.")
    translated = article([MEETING, he, POWDER], name(Kind.PER, "Minnikhanov", (0, "Миннихановым")))
    first, last = FAITHFUL.split(". ", 1)
    told = "He gave the guests a picture of Kazan."
    options = Options(style=Style.ABSTRACTIVE)
    good, bad = f"{first}. {told}", f"{last} {told}"
    kept, refused = compose([translated] * 2, options, FakeSummariser(good, bad))
    assert [s.text for s in kept.sentences] == [f"{first}.", told]
    assert [s.text for s in refused.sentences] == [last]  # nor may the translated "He" stand here


def test_an_answer_of_nothing_leaves_the_quoted_brief_and_says_so(
    meeting: TranslatedArticle,
) -> None:
    """An abstractive brief was asked for: that it is none stands in the notes."""
    sentences, codes = texts(meeting, Style.ABSTRACTIVE, "Sure! Here is the brief:")
    assert (sentences, codes) == (QUOTED, [NoteCode.SKIPPED])


def test_a_written_brief_is_cut_between_sentences_only(meeting: TranslatedArticle) -> None:
    """The first sentence always stands, the second only if it fits."""
    for words in (14, 20, 22):
        sentences, _ = texts(meeting, Style.ABSTRACTIVE, FAITHFUL, words=words)
        assert " ".join(sentences) in (FAITHFUL.split(". ")[0] + ".", FAITHFUL), words
    assert len(texts(meeting, Style.ABSTRACTIVE, FAITHFUL, sentences=1)[0]) == 1


def test_without_a_model_auto_quotes_and_says_so(meeting: TranslatedArticle) -> None:
    """The absence of a model that would change the English is no secret."""
    (composed,) = compose([meeting], Options(style=Style.AUTO), None)
    assert [s.text for s in composed.sentences] == QUOTED
    assert [note.code for note in composed.notes] == [NoteCode.SKIPPED]


def test_without_a_model_an_abstractive_brief_is_refused(meeting: TranslatedArticle) -> None:
    """The message says what to do."""
    with pytest.raises(ConfigError, match="extractive"):
        compose([meeting], Options(style=Style.ABSTRACTIVE), None)


def test_the_model_reads_checked_names_and_chosen_sentences(meeting: TranslatedArticle) -> None:
    """Names are handed over in the ledger's English."""
    summariser = FakeSummariser(FAITHFUL)
    compose([meeting], Options(style=Style.AUTO, sentences=2, words=50), summariser)
    (asked,) = summariser.asked
    assert asked.sentences == (MEETING[1], POWDER[1])
    assert asked.names == ("Tasmagambetov", "Minnikhanov", "Astana", "Kazan", "Kazakhstan")
    assert (asked.max_sentences, asked.max_words) == (2, 50)


def test_many_articles_are_one_batch_in_order(meeting: TranslatedArticle) -> None:
    """An article of one sentence is its own brief and is not sent to the model."""
    summariser = FakeSummariser(FAITHFUL, FAITHFUL)
    composed = compose([meeting, article([SNOW]), meeting], Options(style=Style.AUTO), summariser)
    assert [len(each.sentences) for each in composed] == [2, 1, 2]
    assert composed[1].sentences[0].text == SNOW[1]
    assert len(summariser.asked) == 2


def test_the_date_of_the_article_opens_a_brief_without_any() -> None:
    """A brief says when."""
    translated = article([SNOW], day=date(2014, 12, 29))
    (composed,) = compose([translated], Options(style=Style.EXTRACTIVE), None)
    assert composed.sentences[0].text == "December 29, 2014 — It is snowing in Ufa."


def test_the_date_does_not_break_the_budget() -> None:
    """It stands above the brief in any case."""
    translated = article([SNOW], day=date(2014, 12, 29))
    (composed,) = compose([translated], Options(style=Style.EXTRACTIVE, words=7), None)
    assert composed.sentences[0].text == "It is snowing in Ufa."


def test_a_brief_that_has_a_date_gets_no_other() -> None:
    """The day of the event is not crowded out by the day of the report."""
    rows = [("Снег шёл 28 декабря.", "It snowed on December 28.")]
    translated = article(rows, day=date(2014, 12, 29))
    (composed,) = compose([translated], Options(style=Style.EXTRACTIVE), None)
    assert composed.sentences[0].text == "It snowed on December 28."


def test_an_article_of_one_word_or_a_title_alone_has_a_brief() -> None:
    """A heading gets the full stop that running text needs."""
    for translated in (article([("Да", "Yes")]), article([], title=("Да", "Yes"))):
        (composed,) = compose([translated], Options(style=Style.AUTO), FakeSummariser())
        assert [s.text for s in composed.sentences] == ["Yes."]
    (composed,) = compose([article([])], Options(style=Style.AUTO), FakeSummariser())
    assert composed.sentences == ()
