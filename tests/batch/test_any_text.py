"""No text and no output of a model, however odd, is an unexpected failure."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.batch.work import Job, Task, do
from summarizer.errors import InputError
from summarizer.options import Decoding, Ladder, Options
from summarizer.pipeline import Summarizer
from summarizer.reading import read_text
from summarizer.testing import FakeTranslator, spell_out
from summarizer.translate.protocol import Segment
from summarizer.types import Hypothesis
from tests.batch.conftest import named

EXAMPLES = int(os.environ.get("SUMMARIZER_TEST_EXAMPLES", "15"))

RUSSIAN = (
    "Казань", "Рустам Минниханов", "Р. Минниханов", "Минниханова", "ОАО «КАМАЗ»", "ООН", "США",
    "Ми-17В5", "президент", "открыли", "сообщил", "в", "и", "не", "29 декабря 2014 г.", "12,5 млрд",
    "1 200 000", "5-7", "50 %", "$5", "18:30", "XIX век", "полтора", "вчера", "3:51,94",
    "31.02.2014", "½", "x²", "№ 5", "«", "»", "(", ")", "—", "-", ".", ",", "...", "?!", "\n",
    "\n\n", "\t", "\xa0", "\u200b", "е\u0301", "\u202e", "İ", "ß", "١٢", "😀", "Мэй (Theresa May)",
    "i.e.", "http://a.b/c",
)  # fmt: skip
ENGLISH = (
    "Kazan", "Rustam", "Minnikhanov", "May", "Theresa May", "KamAZ", "UN", "the", "a", "an", "of",
    "President", "said", "not", "29 December 2014", "12.5 billion", "$5", "5", "5-7", "1/2", "½",
    "50 %", "50 percent", "June", "XIX", "three and a half", "12:00", "a.m.", "’s", "“", "”", "(",
    ")", "—", "-", ".", ",", "...", "\n", "\u200b", "İ", "ﬁ", "ǅ", "١٢", "Казань",
    "the the the the",
)  # fmt: skip

words = st.lists(st.sampled_from(RUSSIAN) | st.text(max_size=4), max_size=40)
texts = words.flatmap(lambda each: st.sampled_from([" ".join(each), "".join(each)]))
outputs = st.lists(
    st.lists(st.sampled_from(ENGLISH), max_size=25).map(" ".join) | st.just("") | st.just("{}"),
    min_size=1,
    max_size=4,
)


class Odd(FakeTranslator):
    """Answers every sentence with the same hypotheses, where "{}" is the Russian spelt out."""

    def __init__(self, answers: list[str], *, takes_hints: bool) -> None:
        super().__init__(takes_hints=takes_hints)
        self.answers = answers

    def translate(
        self, segments: list[Segment], decoding: Decoding | None = None
    ) -> list[tuple[Hypothesis, ...]]:
        return [
            tuple(Hypothesis(each.replace("{}", spell_out(segment))) for each in self.answers)
            for segment in segments
        ]


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    text=texts,
    answers=outputs,
    takes_hints=st.booleans(),
    ladder=st.sampled_from(Ladder),
    product=st.sampled_from(["brief", "translation"]),
    form=st.sampled_from(["json", "text", "md", "html"]),
)
def test_every_article_comes_out(
    text: str, answers: list[str], takes_hints: bool, ladder: Ladder, product: str, form: str
) -> None:
    """Or it is refused with a reason of ours: no text, no Russian."""
    try:
        article = read_text(text, id="any")
    except InputError:
        return
    options = Options(ladder=ladder)
    summarizer = Summarizer(options, translator=Odd(answers, takes_hints=takes_hints))
    (outcome,) = do(summarizer, Job(named, options, product, form), [Task("any", "", article)])
    assert not outcome.reason.startswith("unexpected")
