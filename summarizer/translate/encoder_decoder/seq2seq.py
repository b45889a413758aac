"""A translator and a summariser on any encoder-decoder model, whichever engine runs it."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

from summarizer.options import Decoding
from summarizer.translate.encoder_decoder.decoder import Decoder, Output
from summarizer.translate.encoder_decoder.vocabulary import Vocabulary
from summarizer.translate.lengths import fit
from summarizer.translate.protocol import BriefRequest, Segment
from summarizer.types import Hypothesis, ModelUse

logger = logging.getLogger(__name__)

SLACK = 20  # target tokens granted to any sentence on top of `Decoding.max_ratio`
TOKENS_A_WORD = 2  # of English news in BART's vocabulary: 1.3; generous, to let sentences end

# the settings that BART was published with, but for its wish to write 56 tokens at least
BRIEF_DECODING = Decoding(beam_size=4, no_repeat_ngram=3)


class Seq2SeqTranslator:
    """Satisfies `Translator`; made by the `load` of an engine."""

    takes_hints = False

    def __init__(self, use: ModelUse, vocabulary: Vocabulary, decoder: Decoder) -> None:
        self.use = use
        self._vocabulary = vocabulary
        self._decoder = decoder

    def translate(
        self,
        segments: Sequence[Segment],
        decoding: Decoding = Decoding(),  # noqa: B008 (frozen)
    ) -> list[tuple[Hypothesis, ...]]:
        """Translate each segment alone; an equal text is decoded only once a call.

        A text longer than the model can read is cut at clauses, translated in parts and joined.
        """
        texts = [segment.text.strip() for segment in segments]
        found = self._translate([text for text in dict.fromkeys(texts) if text], decoding)
        return [found[text] if text else (Hypothesis(""),) for text in texts]

    def _translate(
        self, texts: Sequence[str], decoding: Decoding
    ) -> dict[str, tuple[Hypothesis, ...]]:
        parts = [fit(text, self._count, self._decoder.limits.source) for text in texts]
        sources = [self._vocabulary.encode(part) for each in parts for part in each]
        longest = [int(decoding.max_ratio * len(source)) + SLACK for source in sources]
        outputs = iter(self._decoder.decode(sources, longest, decoding))
        return {
            text: self._hypotheses([next(outputs) for _ in each])
            for text, each in zip(texts, parts, strict=True)
        }

    def _count(self, text: str) -> int:
        return len(self._vocabulary.encode(text))

    def _hypotheses(self, parts: Sequence[tuple[Output, ...]]) -> tuple[Hypothesis, ...]:
        """The n best of a sentence; where it was cut, the k-th is made of the k-th of each part."""
        best: dict[str, Hypothesis] = {}
        for outputs in zip(*parts, strict=False):
            text = " ".join(filter(None, (self._vocabulary.decode(each.ids) for each in outputs)))
            tokens = sum(len(output.ids) for output in outputs)
            best.setdefault(text, Hypothesis(text, _mean(outputs), tokens))
        return tuple(best.values())


def _mean(outputs: Sequence[Output]) -> float:
    weights = [len(output.ids) + 1 for output in outputs]
    total = sum(output.score * weight for output, weight in zip(outputs, weights, strict=True))
    return total / sum(weights)


class Seq2SeqSummariser:
    """Satisfies `Summariser` with a model that was trained to shorten English news."""

    def __init__(self, use: ModelUse, vocabulary: Vocabulary, decoder: Decoder) -> None:
        self.use = use
        self._vocabulary = vocabulary
        self._decoder = decoder

    def summarise(self, requests: Sequence[BriefRequest]) -> list[str]:
        """Shorten the sentences of each request: whole sentences, as many as the model can read.

        Those that do not fit are left out, in the order of the request, and logged. The title is
        not read: these models would take it for a sentence.
        """
        texts = [self._readable(request) for request in requests]
        sources = [self._vocabulary.encode(text) for text in texts]
        longest = [request.max_words * TOKENS_A_WORD + SLACK for request in requests]
        outputs = self._decoder.decode(sources, longest, BRIEF_DECODING)
        return [
            self._text(row[0], tokens) if text else ""
            for text, row, tokens in zip(texts, outputs, longest, strict=True)
        ]

    def _readable(self, request: BriefRequest) -> str:
        chosen: list[str] = []
        for sentence in request.sentences:
            if self._fits(" ".join([*chosen, sentence])):
                chosen.append(sentence)
        if len(chosen) < len(request.sentences):
            logger.warning(
                "%s reads %d tokens: %d of %d sentences are left out of the brief",
                self.use.id,
                self._decoder.limits.source,
                len(request.sentences) - len(chosen),
                len(request.sentences),
            )
        return " ".join(chosen)

    def _fits(self, text: str) -> bool:
        return len(self._vocabulary.encode(text)) <= self._decoder.limits.source

    def _text(self, output: Output, longest: int) -> str:
        text = self._vocabulary.decode(output.ids)
        is_cut = len(output.ids) >= min(longest, self._decoder.limits.target)
        return _whole_sentences(text) if is_cut else text


def _whole_sentences(text: str) -> str:
    """Drop what was begun and not ended, unless nothing was ended."""
    ends = [match.end() for match in re.finditer(r"[.!?][\"'”’)]*(?=\s|$)", text)]
    return text[: ends[-1]] if ends else text
