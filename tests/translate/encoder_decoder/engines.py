"""Both engines on one model, for tests of what they promise alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from summarizer.options import Decoding, Options
from summarizer.progress import silent
from summarizer.translate.encoder_decoder import ctranslate2_engine, transformers_engine
from summarizer.translate.protocol import BriefRequest, Segment, Summariser, Translator
from summarizer.types import Hypothesis, ModelUse

GREEDY = Decoding()
BEAMS = Decoding(beam_size=4, hypotheses=4)
ENGINES = {"transformers": transformers_engine, "ctranslate2": ctranslate2_engine}

Load = Callable[[Path], Translator]


def use_of(engine: str, task: str = "translation") -> ModelUse:
    return ModelUse(task, "tiny", "0", engine)


def load(engine: str, folder: Path, *, strict: bool = False, **options: object) -> Translator:
    return ENGINES[engine].load(
        folder,
        use=use_of(engine),
        options=Options(threads=1, **options),  # type: ignore[arg-type]
        progress=silent,
        strict=strict,
    )


def load_summariser(engine: str, folder: Path, *, strict: bool = False) -> Summariser:
    return ENGINES[engine].load_summariser(
        folder,
        use=use_of(engine, "brief"),
        options=Options(threads=1),
        progress=silent,
        strict=strict,
    )


def translate(
    translator: Translator, texts: Sequence[str], decoding: Decoding = GREEDY
) -> list[tuple[Hypothesis, ...]]:
    return translator.translate([Segment(text) for text in texts], decoding)


def best(translator: Translator, texts: Sequence[str], decoding: Decoding = GREEDY) -> list[str]:
    return [hypotheses[0].text for hypotheses in translate(translator, texts, decoding)]


def request(*sentences: str, max_words: int = 40) -> BriefRequest:
    return BriefRequest("", sentences, (), max_sentences=3, max_words=max_words)
