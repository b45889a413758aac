"""Models behind the cache are asked only for what it does not have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from summarizer.errors import ConfigError, ModelNotFoundError, TranslationError
from summarizer.models import choose, manifest
from summarizer.models.choose import Choice
from summarizer.models.manifest import Engine
from summarizer.options import GREEDY, Decoding, Options, Style
from summarizer.pipeline import Summarizer
from summarizer.progress import silent
from summarizer.testing import FakeSummariser, FakeTranslator
from summarizer.translate.cache import SentenceCache, key_of
from summarizer.translate.embedded import prompts
from summarizer.translate.lazy import CachedTranslator, fingerprint, lazy_models
from summarizer.translate.protocol import BriefRequest, Hint, Segment
from summarizer.types import Hypothesis, ModelUse

WRITING = Options(style=Style.AUTO)
REQUEST = BriefRequest("Title", ("One.", "Two."), (), 1, 20)


@dataclass
class Loading:
    """What was loaded, how often."""

    translator: FakeTranslator = field(default_factory=FakeTranslator)
    summariser: FakeSummariser | None = field(default_factory=FakeSummariser)
    loads: list[str] = field(default_factory=list)


@pytest.fixture
def loading(monkeypatch: pytest.MonkeyPatch) -> Loading:
    """The models that would be chosen, without a store."""
    models = Loading()

    def load_translator(options: Options, progress: object) -> FakeTranslator:
        models.loads.append("translator")
        return models.translator

    def load_summariser(*arguments: object) -> FakeSummariser | None:
        models.loads.append("summariser")
        return models.summariser

    monkeypatch.setattr(choose, "load_translator", load_translator)
    monkeypatch.setattr(choose, "load_summariser", load_summariser)
    monkeypatch.setattr(choose, "candidates", lambda task, store: [])
    chosen = Choice("fake", Engine.LLM, None, "0")
    monkeypatch.setattr(choose, "choose", lambda task, wanted, store: chosen)
    return models


@pytest.fixture
def cache(tmp_path: Path) -> SentenceCache:
    return SentenceCache(tmp_path / "sentences.sqlite")


def translator_of(cache: SentenceCache, options: Options | None = None) -> CachedTranslator:
    return lazy_models(options or WRITING, silent, cache)[0]


def test_the_second_time_nothing_is_loaded(loading: Loading, cache: SentenceCache) -> None:
    """Not even to know what the model is called."""
    segments = [Segment("Раз."), Segment("Два.", (Hint("Два", "Two"),))]
    first, writer = lazy_models(WRITING, silent, cache)
    answers = first.translate(segments)
    assert writer is not None
    assert writer.summarise([REQUEST]) == ["One."]
    loading.loads.clear()
    second, writer = lazy_models(WRITING, silent, cache)
    assert (second.use, second.takes_hints) == (loading.translator.use, True)
    assert second.translate(segments) == answers
    assert writer is not None
    assert writer.summarise([REQUEST]) == ["One."]
    assert loading.loads == []
    assert len(loading.translator.calls) == 1


def test_answers_of_an_older_cache_serve(loading: Loading, cache: SentenceCache) -> None:
    """They had no count of tokens."""
    translator = translator_of(cache)
    key = key_of(translator.model, Segment("Раз."), GREEDY)
    cache.put(translator.model, {key: ("asked", [["One.", -0.5]])})
    assert translator.translate([Segment("Раз.")]) == [(Hypothesis("One.", -0.5),)]


def test_what_stands_twice_is_translated_once(loading: Loading, cache: SentenceCache) -> None:
    """As many answers as questions, in their order."""
    segments = [Segment(text) for text in ("Раз.", "Два.", "Раз.", "Три.", "Раз.")]
    answers = translator_of(cache).translate(segments)
    assert [answer[0].text for answer in answers] == ["Raz.", "Dva.", "Raz.", "Tri.", "Raz."]
    assert [len(asked) for asked, _ in loading.translator.calls] == [3]


def test_only_what_is_missing_is_asked(loading: Loading, cache: SentenceCache) -> None:
    """Other hints and another search are other questions."""
    translator = translator_of(cache)
    translator.translate([Segment("Раз.")])
    translator.translate([Segment("Раз."), Segment("Два.")])
    translator.translate([Segment("Раз.", (Hint("Раз", "One"),))])
    translator.translate([Segment("Раз.")], Decoding(beam_size=2))
    asked = [[segment.text for segment in segments] for segments, _ in loading.translator.calls]
    assert asked == [["Раз."], ["Два."], ["Раз."], ["Раз."]]


def test_a_window_that_is_stopped_loses_little(loading: Loading, cache: SentenceCache) -> None:
    """What was answered before is kept: the model is asked for a part at a time."""
    segments = [Segment(f"Завод {number}.") for number in range(100)]
    loading.translator = Greedy()
    with pytest.raises(TranslationError):
        translator_of(cache).translate([*segments, Segment("сбой")])
    assert cache.stats().answers == 64
    answers = translator_of(cache).translate(segments)
    assert [answer[0].text for answer in answers] == [f"Zavod {n}." for n in range(100)]
    assert [len(asked) for asked, _ in loading.translator.calls] == [64, 36]


@dataclass
class Greedy(FakeTranslator):
    """Refuses beams, as some engines do, and fails for one word."""

    def translate(
        self, segments: Sequence[Segment], decoding: Decoding = GREEDY
    ) -> list[tuple[Hypothesis, ...]]:
        if any("сбой" in segment.text for segment in segments):
            raise TranslationError("the engine gave up")
        answers = super().translate(segments, decoding)
        if decoding.beam_size > 1:
            raise ConfigError("no beams")
        return answers


def test_a_refusal_is_an_answer_too(loading: Loading, cache: SentenceCache) -> None:
    """Else the model would be loaded just to refuse again."""
    loading.translator = Greedy()
    for _ in range(2):
        with pytest.raises(ConfigError, match="no beams"):
            translator_of(cache).translate([Segment("Раз.")], Decoding(beam_size=4))
    assert len(loading.translator.calls) == 1


def test_fewer_answers_than_sentences_are_an_error(
    loading: Loading, cache: SentenceCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong pairing must never be kept."""
    monkeypatch.setattr(loading.translator, "translate", lambda *asked: [(Hypothesis("One."),)])
    with pytest.raises(TranslationError, match="1 translations for 2 sentences"):
        translator_of(cache).translate([Segment("Раз."), Segment("Два.")])
    assert cache.stats().answers == 0


def test_a_failure_is_not_kept(loading: Loading, cache: SentenceCache) -> None:
    """The next run may have more memory."""
    loading.translator = Greedy()
    with pytest.raises(TranslationError, match="gave up"):
        translator_of(cache).translate([Segment("сбой")])
    assert cache.stats().answers == 0


def test_without_a_summariser_none_is_promised(loading: Loading, cache: SentenceCache) -> None:
    """Nor one looked for where briefs are quoted."""
    loading.summariser = None
    assert lazy_models(WRITING, silent, cache)[1] is None
    quoted = Options(style=Style.EXTRACTIVE)
    loading.loads.clear()
    assert lazy_models(quoted, silent, cache)[1] is None
    assert loading.loads == ["translator"]


def test_a_summariser_that_is_gone_is_missed(loading: Loading, cache: SentenceCache) -> None:
    """An error, not an empty brief."""
    lazy_models(WRITING, silent, cache)
    loading.summariser = None
    again = lazy_models(WRITING, silent, cache)[1]
    assert again is not None
    with pytest.raises(ModelNotFoundError):
        again.summarise([REQUEST])


def test_another_model_is_another_question(
    loading: Loading, cache: SentenceCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new revision is loaded to know it, and asked anew."""
    translator_of(cache).translate([Segment("Раз.")])

    class Newer(FakeTranslator):
        @property
        def use(self):  # type: ignore[no-untyped-def]
            return replace(super().use, revision="1")

    loading.translator = Newer()
    chosen = Choice("fake", Engine.LLM, None, "1")
    monkeypatch.setattr(choose, "choose", lambda task, wanted, store: chosen)
    translator = translator_of(cache)
    assert translator.use.revision == "1"
    translator.translate([Segment("Раз.")])
    assert len(loading.translator.calls) == 1


def test_a_whole_article_comes_out_the_same(loading: Loading, cache: SentenceCache) -> None:
    """With the cache and without it, the first time and the second."""
    text = "Завод открыли\nЗавод открыли в Казани. Об этом заявил Рустам Минниханов.\nОн рад."
    plain = Summarizer(WRITING, translator=FakeTranslator(), summariser=FakeSummariser()).brief(
        text=text
    )
    for _ in range(2):
        translator, writer = lazy_models(WRITING, silent, cache)
        assert (
            Summarizer(WRITING, translator=translator, summariser=writer).brief(text=text) == plain
        )


def test_the_adapter_counts_by_its_weights_and_its_scale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another scale answered is another answer. No adapter has no fingerprint."""
    assert fingerprint("") == ""
    folder = tmp_path / "adapters" / "news"
    folder.mkdir(parents=True)
    monkeypatch.setattr(manifest, "bundled_folder", lambda: tmp_path)
    found = set()
    for weights, settings in ((b"a", "{}"), (b"b", "{}"), (b"b", '{"lora_alpha": 80}')):
        (folder / "adapter.safetensors").write_bytes(weights)
        (folder / "adapter_config.json").write_text(settings)
        found.add(fingerprint("news"))
    assert len(found) == 3


def test_another_prompt_is_another_question(
    loading: Loading, cache: SentenceCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the embedded model; a seq2seq model has no prompt."""
    use = ModelUse("translation", "small", "1", "llm")
    monkeypatch.setattr(FakeTranslator, "use", use)
    before = translator_of(cache)
    before.translate([Segment("Раз.")])
    monkeypatch.setattr(prompts, "UNTRAINED_SYSTEM", "Translate this.")
    after = translator_of(cache)
    assert before.model != after.model
    after.translate([Segment("Раз.")])
    assert len(loading.translator.calls) == 2
