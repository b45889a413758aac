"""Engine `transformers`: any encoder-decoder model of the Hub, as torch runs it.

This is the reference: it computes what the card of a model promises.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.errors import ConfigError, ModelCorruptError, TranslationError
from summarizer.options import Decoding, Options
from summarizer.progress import Progress
from summarizer.translate.devices import torch_device, torch_dtype, usable_threads
from summarizer.translate.encoder_decoder import selftest
from summarizer.translate.encoder_decoder.batching import OutOfMemoryError
from summarizer.translate.encoder_decoder.decoder import Decoder, Output, limits_of
from summarizer.translate.encoder_decoder.seq2seq import Seq2SeqSummariser, Seq2SeqTranslator
from summarizer.translate.encoder_decoder.vocabulary import (
    TransformersVocabulary,
    brief_prefix,
    load_tokenizer,
    read_settings,
    set_direction,
)
from summarizer.types import ModelUse

if TYPE_CHECKING:
    import torch
    from transformers import GenerationConfig, PreTrainedModel, PreTrainedTokenizerBase

_LOGITS = 32_000_000  # held at once while scoring: 128 MB


def load(
    folder: Path, *, use: ModelUse, options: Options, progress: Progress, strict: bool = False
) -> Seq2SeqTranslator:
    """Load a translation model from its folder and test it; never looks anywhere else.

    Raises ModelCorruptError where files are missing or damaged, weights untied or (`strict`) the
    self-test's translations wrong; ConfigError where the model is of another kind or the device
    is not there.
    """
    progress(f"loading {use.id}", 0, 1)
    tokenizer = load_tokenizer(folder)
    direction = set_direction(tokenizer)
    generator = load_generator(folder, tokenizer, options, first_token=direction.first_token)
    vocabulary = TransformersVocabulary(tokenizer, direction.prefix)
    translator = Seq2SeqTranslator(use, vocabulary, Decoder(generator, options.batch_tokens))
    selftest.check_translator(translator, folder, strict=strict)
    progress(f"loading {use.id}", 1, 1)
    return translator


def load_summariser(
    folder: Path, *, use: ModelUse, options: Options, progress: Progress, strict: bool = False
) -> Seq2SeqSummariser:
    """Load a model that shortens English news (BART, distilbart, T5); raises as `load` does."""
    progress(f"loading {use.id}", 0, 1)
    tokenizer = load_tokenizer(folder)
    generator = load_generator(folder, tokenizer, options)
    vocabulary = TransformersVocabulary(tokenizer, brief_prefix(folder))
    summariser = Seq2SeqSummariser(use, vocabulary, Decoder(generator, options.batch_tokens))
    selftest.check_summariser(summariser, folder, strict=strict)
    progress(f"loading {use.id}", 1, 1)
    return summariser


def load_generator(
    folder: Path,
    tokenizer: PreTrainedTokenizerBase,
    options: Options,
    *,
    first_token: str | None = None,
) -> TorchGenerator:
    """Load the weights of any encoder-decoder model, and test that they are whole and tied."""
    import torch

    device = torch_device(options.device)
    torch.set_num_threads(options.threads or usable_threads())
    model, report = load_model(folder, torch_dtype(device))
    selftest.check_weights(model, tokenizer, report, folder)
    first = None if first_token is None else tokenizer.convert_tokens_to_ids(first_token)
    return TorchGenerator(model.to(device), tokenizer, first)


def load_model(folder: Path, dtype: torch.dtype) -> tuple[PreTrainedModel, dict[str, Any]]:
    from pickle import UnpicklingError

    from safetensors import SafetensorError
    from transformers import AutoModelForSeq2SeqLM

    read_settings(folder / "config.json")
    try:
        with _quiet():
            model, report = AutoModelForSeq2SeqLM.from_pretrained(
                folder, local_files_only=True, dtype=dtype, output_loading_info=True
            )
    except ValueError as error:
        if "Unrecognized" not in str(error) and "does not" not in str(error):
            raise ModelCorruptError(f"the model in {folder} cannot be loaded: {error}") from error
        raise ConfigError(f"{folder} holds no encoder-decoder model: {error}") from error
    except (OSError, RuntimeError, KeyError, SafetensorError, UnpicklingError, EOFError) as error:
        raise ModelCorruptError(f"the model in {folder} cannot be loaded: {error}") from error
    return model.eval(), report


@contextmanager
def _quiet() -> Iterator[None]:
    """transformers draws a bar on stderr for every model that it loads, and a table of what is
    missing. A library must not; what the table says, the self-test checks."""
    from transformers.utils import logging

    shown, verbosity = logging.is_progress_bar_enabled(), logging.get_verbosity()
    logging.disable_progress_bar()
    logging.set_verbosity_error()
    try:
        yield
    finally:
        logging.set_verbosity(verbosity)
        if shown:
            logging.enable_progress_bar()


class TorchGenerator:
    """Decodes batches with `generate`, which is told every setting: none of the folder's apply."""

    def __init__(
        self, model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, first_id: int | None
    ) -> None:
        from transformers import GenerationConfig

        self._model: Any = model
        settings = model.generation_config
        self._first = settings.forced_bos_token_id if first_id is None else first_id
        self._start = _start_of(model)
        model.generation_config = GenerationConfig()  # `generate` falls back on it
        self._extra = 1 if self._first is None else 2  # tokens around the content
        self._pad: int = tokenizer.pad_token_id
        end = tokenizer.eos_token_id  # None for FSMT, which calls it by another name
        self._end: int = model.config.eos_token_id if end is None else end
        self._vocabulary_size = model.get_output_embeddings().weight.shape[0]
        self.limits = limits_of(model.config.to_dict(), tokenizer.model_max_length)

    def generate(
        self, batch: Sequence[Sequence[int]], decoding: Decoding, max_tokens: int
    ) -> list[tuple[Output, ...]]:
        import torch

        try:
            with torch.inference_mode():
                return self._generate(batch, decoding, max_tokens)
        except (RuntimeError, MemoryError) as error:
            if _is_out_of_memory(error):
                if self._model.device.type == "cuda":
                    torch.cuda.empty_cache()
                raise OutOfMemoryError(str(error)) from error
            raise TranslationError(f"torch failed on {len(batch)} sentences: {error}") from error
        except (IndexError, ValueError) as error:
            raise TranslationError(
                f"transformers failed on {len(batch)} sentences: {error}"
            ) from error

    def _generate(
        self, batch: Sequence[Sequence[int]], decoding: Decoding, max_tokens: int
    ) -> list[tuple[Output, ...]]:
        from transformers.modeling_outputs import BaseModelOutput

        rows, mask = self._padded(batch)
        states = self._model.get_encoder()(input_ids=rows, attention_mask=mask).last_hidden_state
        outputs = self._model.generate(
            encoder_outputs=BaseModelOutput(last_hidden_state=states),
            attention_mask=mask,
            generation_config=self._settings(decoding, max_tokens),
        )
        return self._outputs(states, mask, outputs, decoding.hypotheses)

    def _padded(self, batch: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
        """Ids padded on the right to the longest row, and where they are ids."""
        import torch

        rows = torch.full((len(batch), max(map(len, batch))), self._pad)
        mask = torch.zeros_like(rows)
        for index, ids in enumerate(batch):
            rows[index, : len(ids)] = torch.tensor(ids)
            mask[index, : len(ids)] = 1
        return rows.to(self._model.device), mask.to(self._model.device)

    def _settings(self, decoding: Decoding, max_tokens: int) -> GenerationConfig:
        from transformers import GenerationConfig

        settings: dict[str, Any] = {
            "max_new_tokens": max_tokens + self._extra,
            "no_repeat_ngram_size": decoding.no_repeat_ngram or None,
            "forced_bos_token_id": self._first,
            "suppress_tokens": [self._pad],
            "do_sample": False,
            "renormalize_logits": True,
            "pad_token_id": self._pad,
            "eos_token_id": self._end,
            "decoder_start_token_id": self._start,
        }
        if decoding.beam_size > 1:
            settings |= {
                "num_beams": decoding.beam_size,
                "num_return_sequences": decoding.hypotheses,
                "length_penalty": decoding.length_penalty,
                # True would stop at the first `beam_size` that end: those that end too early
                "early_stopping": False,
            }
        return GenerationConfig(**settings)

    def _outputs(
        self, states: torch.Tensor, mask: torch.Tensor, ids: torch.Tensor, count: int
    ) -> list[tuple[Output, ...]]:
        """`count` rows of `ids` for each row of `states`: content and score."""
        rows, kept = ids[:, 1:], self._kept(ids[:, 1:])
        scores = self._scores(states, mask, ids, kept, count)
        ends = self._end
        found = [
            Output(tuple(id for id, keep in zip(row, keeps, strict=True) if keep and id != ends), s)
            for row, keeps, s in zip(rows.tolist(), kept.tolist(), scores, strict=True)
        ]
        return [tuple(found[at : at + count]) for at in range(0, len(found), count)]

    def _kept(self, rows: torch.Tensor) -> torch.Tensor:
        """Where the model chose a token: after what was forced on it, up to the end token."""
        ended = rows.eq(self._end)
        kept = (ended.cumsum(dim=1) - ended.long()).eq(0) & rows.ne(self._pad)
        if self._first is not None:
            kept[:, 0] = False
        return kept

    def _scores(
        self,
        states: torch.Tensor,
        mask: torch.Tensor,
        ids: torch.Tensor,
        kept: torch.Tensor,
        count: int,
    ) -> list[float]:
        """The mean log-probability of the kept tokens of each row.

        One more pass over the finished rows: asking `generate` for its scores would hold the
        logits of every step, 1.3 GB for a full batch of a vocabulary of 60,000.
        """
        import torch

        size = max(1, _LOGITS // (kept.shape[1] * self._vocabulary_size * count))
        parts = []
        for start in range(0, len(states), size):
            few = slice(start, start + size)
            rows = slice(start * count, (start + size) * count)
            parts.append(self._part_scores(states[few], mask[few], ids[rows], kept[rows]))
        scores: list[float] = torch.cat(parts).tolist()
        return scores

    def _part_scores(
        self, states: torch.Tensor, mask: torch.Tensor, ids: torch.Tensor, kept: torch.Tensor
    ) -> torch.Tensor:
        count = len(ids) // len(states)
        logits = self._model(
            encoder_outputs=(states.repeat_interleave(count, dim=0),),
            attention_mask=mask.repeat_interleave(count, dim=0),
            decoder_input_ids=ids[:, :-1],
            use_cache=False,
        ).logits.float()
        logits[..., self._pad] = float("-inf")
        chosen = logits.gather(2, ids[:, 1:, None]).squeeze(2) - logits.logsumexp(dim=2)
        means: torch.Tensor = chosen.where(kept, 0.0).sum(dim=1) / kept.sum(dim=1).clamp(min=1)
        return means


def _start_of(model: Any) -> int | None:
    """The id that outputs start with; old folders name it in one place, new ones in another."""
    places = (
        (model.generation_config, "decoder_start_token_id"),
        (model.config, "decoder_start_token_id"),
        (model.generation_config, "bos_token_id"),
    )
    ids = (getattr(place, name, None) for place, name in places)
    return next((id for id in ids if id is not None), None)


def _is_out_of_memory(error: Exception) -> bool:
    """CUDA and MPS have words of their own; the CPU's allocator only raises RuntimeError."""
    message = str(error).lower()
    told = "out of memory" in message or "can't allocate memory" in message
    return told or isinstance(error, MemoryError) or "not enough memory" in message
