"""Engine `ctranslate2`: the same models, converted: int8, a quarter of the memory, no torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.errors import (
    ConfigError,
    ModelCorruptError,
    TranslationError,
)
from summarizer.options import Decoding, Options
from summarizer.progress import Progress
from summarizer.translate.devices import usable_threads
from summarizer.translate.encoder_decoder import marian, selftest
from summarizer.translate.encoder_decoder.batching import OutOfMemoryError
from summarizer.translate.encoder_decoder.convert import converted
from summarizer.translate.encoder_decoder.ctranslate2_package import require_ctranslate2
from summarizer.translate.encoder_decoder.decoder import Decoder, Limits, Output, limits_of
from summarizer.translate.encoder_decoder.seq2seq import Seq2SeqSummariser, Seq2SeqTranslator
from summarizer.translate.encoder_decoder.vocabulary import (
    TransformersVocabulary,
    Vocabulary,
    brief_prefix,
    load_tokenizer,
    read_settings,
    set_direction,
)
from summarizer.types import ModelUse

if TYPE_CHECKING:
    import ctranslate2


def load(
    folder: Path, *, use: ModelUse, options: Options, progress: Progress, strict: bool = False
) -> Seq2SeqTranslator:
    """Load a converted translation model, or convert one of the Hub's first, once.

    The conversion is kept in the folder, in int8 for the CPU and float16 for CUDA. Raises as the
    transformers engine does, and MissingDependencyError without the package.
    """
    model = _load(folder, use, options, progress)
    vocabulary, first = _translating(model.folder)
    decoder = _decoder(model, vocabulary, first, options)
    translator = Seq2SeqTranslator(use, vocabulary, decoder)
    selftest.check_translator(translator, model.folder, "ctranslate2", strict=strict)
    progress(f"loading {use.id}", 1, 1)
    return translator


def load_summariser(
    folder: Path, *, use: ModelUse, options: Options, progress: Progress, strict: bool = False
) -> Seq2SeqSummariser:
    """Load a model that shortens English news; raises as `load` does."""
    model = _load(folder, use, options, progress)
    vocabulary, first = _summarising(model.folder)
    decoder = _decoder(model, vocabulary, first, options)
    summariser = Seq2SeqSummariser(use, vocabulary, decoder)
    selftest.check_summariser(summariser, model.folder, "ctranslate2", strict=strict)
    progress(f"loading {use.id}", 1, 1)
    return summariser


@dataclass(frozen=True, slots=True)
class _Model:
    folder: Path
    translator: ctranslate2.Translator


def _load(folder: Path, use: ModelUse, options: Options, progress: Progress) -> _Model:
    device, index = _device(options.device)
    if not (folder / "model.bin").is_file():
        folder = converted(folder, "float16" if device == "cuda" else "int8", progress)
    progress(f"loading {use.id}", 0, 1)
    return _Model(folder, _open(folder, device, index, options.threads or usable_threads()))


def _decoder(model: _Model, vocabulary: Vocabulary, first: str | None, options: Options) -> Decoder:
    settings = read_settings(model.folder / "config.json")
    tokenizer = read_settings(model.folder / "tokenizer_config.json")
    limits = limits_of(settings, tokenizer.get("model_max_length"))
    generator = CTranslate2Generator(model.translator, vocabulary, first, limits)
    return Decoder(generator, options.batch_tokens)


def _translating(folder: Path) -> tuple[Vocabulary, str | None]:
    """The vocabulary of a converted model, and the first token that it must write."""
    if all((folder / name).is_file() for name in marian.FILES):
        return marian.MarianVocabulary(folder), None
    tokenizer = load_tokenizer(folder)
    direction = set_direction(tokenizer)
    first = direction.first_token or _first_token(folder, tokenizer)
    return TransformersVocabulary(tokenizer, direction.prefix), first


def _summarising(folder: Path) -> tuple[Vocabulary, str | None]:
    tokenizer = load_tokenizer(folder)
    vocabulary = TransformersVocabulary(tokenizer, brief_prefix(folder))
    return vocabulary, _first_token(folder, tokenizer)


def _first_token(folder: Path, tokenizer: Any) -> str | None:
    """BART's outputs start with <s>, as `convert` has noted in its settings."""
    id = read_settings(folder / "config.json").get("forced_bos_token_id")
    return None if id is None else str(tokenizer.convert_ids_to_tokens(id))


def _open(folder: Path, device: str, index: int, threads: int) -> ctranslate2.Translator:
    """`compute_type` "default" is that of the conversion, or the nearest that the device has."""
    ctranslate2 = require_ctranslate2()
    try:
        return ctranslate2.Translator(
            str(folder),
            device=device,
            device_index=index,
            compute_type="default",
            inter_threads=1,
            intra_threads=threads,
        )
    except (RuntimeError, ValueError) as error:
        raise ModelCorruptError(f"the model in {folder} cannot be loaded: {error}") from error


def _device(name: str) -> tuple[str, int]:
    """Device and index; CTranslate2 has CUDA and the CPU."""
    ctranslate2 = require_ctranslate2()
    count = ctranslate2.get_cuda_device_count()
    if name == "auto":
        return ("cuda", 0) if count else ("cpu", 0)
    device, _, index = name.partition(":")
    if device == "cpu":
        return "cpu", 0
    if device != "cuda" or not (index or "0").isdigit():
        raise ConfigError(f"CTranslate2 has no device {name!r}: use auto, cpu, cuda or cuda:1")
    if int(index or 0) >= count:
        raise ConfigError(f"device {name!r} is not usable here: CTranslate2 finds {count} GPUs")
    return device, int(index or 0)


class CTranslate2Generator:
    def __init__(
        self,
        translator: ctranslate2.Translator,
        vocabulary: Vocabulary,
        first: str | None,
        limits: Limits,
    ) -> None:
        self._translator = translator
        self._vocabulary = vocabulary
        self._first = [] if first is None else [first]
        self._end = vocabulary.end
        self.limits = limits

    def generate(
        self, batch: Sequence[Sequence[int]], decoding: Decoding, max_tokens: int
    ) -> list[tuple[Output, ...]]:
        try:
            results = self._translator.translate_batch(
                [self._vocabulary.tokens(ids) for ids in batch],
                target_prefix=[self._first] * len(batch) if self._first else None,
                max_batch_size=0,
                max_input_length=0,  # the default cuts at 1,024 tokens and does not say so
                max_decoding_length=max_tokens + len(self._first) + 1,
                beam_size=decoding.beam_size,
                # stopping at the first `beam_size` that end favours those that end too early
                # (Kasai et al. 2022, arXiv 2204.05424)
                patience=2 if decoding.beam_size > 1 else 1,
                num_hypotheses=decoding.hypotheses,
                length_penalty=decoding.length_penalty,
                no_repeat_ngram_size=decoding.no_repeat_ngram,
                return_scores=True,
                return_end_token=True,
            )
        except (RuntimeError, MemoryError) as error:
            if isinstance(error, MemoryError) or "out of memory" in str(error).lower():
                raise OutOfMemoryError(str(error)) from error
            raise TranslationError(
                f"CTranslate2 failed on {len(batch)} sentences: {error}"
            ) from error
        except ValueError as error:
            raise TranslationError(f"CTranslate2 refused a batch: {error}") from error
        return [self._outputs(result, decoding) for result in results]

    def _outputs(self, result: Any, decoding: Decoding) -> tuple[Output, ...]:
        pairs = zip(result.hypotheses, result.scores, strict=True)
        return tuple(self._output(tokens, score, decoding) for tokens, score in pairs)

    def _output(self, tokens: Sequence[str], score: float, decoding: Decoding) -> Output:
        """CTranslate2 divides the sum of log-probabilities by a power of the length, in which it
        counts the forced tokens, which are certain."""
        total = score * len(tokens) ** decoding.length_penalty
        chosen = tokens[len(self._first) :]
        ids = self._vocabulary.ids(chosen)
        content = ids[:-1] if ids and ids[-1] == self._end else ids
        return Output(tuple(content), total / max(1, len(chosen)))
