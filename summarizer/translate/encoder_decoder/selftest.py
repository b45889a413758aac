"""Tests at load time: are the weights whole and tied, does the model translate at all?

transformers has broken MarianMT more than once: fluent-looking rubbish in 4.30 (transformers#24657)
and 5.3 (#45005), from weights that were no longer tied.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.errors import ModelCorruptError
from summarizer.translate.protocol import BriefRequest, Segment, Summariser, Translator

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Golden:
    """A sentence so plain that every right translation of it has these words."""

    source: str
    words: tuple[str, ...]


GOLDEN = (
    Golden("Москва — столица России.", ("moscow", "capital", "russia")),
    Golden("Президент подписал закон.", ("president", "signed", "law")),
    Golden("В 2014 году завод выпустил 300 машин.", ("2014", "300")),
    Golden("Он живёт в Лондоне с 1998 года.", ("london", "1998")),
    Golden("Сегодня в городе идёт дождь.", ("rain",)),
)
NEWS = (
    "The plant in Kazan produced 300 trucks in January, its director said on Monday.",
    "That is 7% more than a year ago.",
    "Demand is growing in Tatarstan and in Kazakhstan.",
)
NEWS_WORDS = ("kazan", "truck", "300", "plant", "7%", "demand")  # one of them is in any brief
ENOUGH = 3  # of them right: small models slip on one


def check_weights(
    model: PreTrainedModel,
    tokenizer: PreTrainedTokenizerBase,
    report: Mapping[str, Any],
    folder: Path,
) -> None:
    """Raise ModelCorruptError where weights are missing, untied or of another vocabulary.

    `report` is what `from_pretrained(output_loading_info=True)` says.
    """
    missing = sorted([*report["missing_keys"], *map(str, report["mismatched_keys"])])
    if missing:
        raise _corrupt(folder, f"{len(missing)} weights are missing, the first is {missing[0]}")
    if not _is_tied(model):
        raise _corrupt(
            folder,
            "its configuration says that input and output embeddings are one, but they differ",
        )
    rows = model.get_input_embeddings().weight.shape[0]
    highest = max(tokenizer.get_vocab().values())
    if highest >= rows:
        raise _corrupt(folder, f"its tokenizer has ids up to {highest}, its weights {rows} rows")


def _is_tied(model: Any) -> bool:
    import torch

    if not getattr(model.config, "tie_word_embeddings", False):
        return True
    output, written = model.get_output_embeddings(), model.get_decoder().get_input_embeddings()
    return bool(torch.equal(output.weight, written.weight))


def check_translator(
    translator: Translator, folder: Path, package: str = "transformers", *, strict: bool = False
) -> None:
    """Let the model translate a few plain sentences; `package` is what runs it.

    A model that fails is refused if `strict`. Otherwise it gets a warning: a model of the user's
    own may be made for other text, and what it writes is checked sentence by sentence anyway.
    """
    segments = [Segment(golden.source) for golden in GOLDEN]
    outputs = [hypotheses[0].text for hypotheses in translator.translate(segments)]
    again = [hypotheses[0].text for hypotheses in translator.translate(segments)]
    problem = fault(outputs, again)
    if problem is None:
        return
    if strict:
        raise _corrupt(folder, problem, package)
    logger.warning("%s", _message(folder, problem, package))


def check_summariser(
    summariser: Summariser, folder: Path, package: str = "transformers", *, strict: bool = False
) -> None:
    """Let the model shorten a plain text; a failure is what it is for `check_translator`."""
    request = BriefRequest("", NEWS, (), max_sentences=2, max_words=40)
    text = summariser.summarise([request])[0]
    reason = _degenerate(text)
    if reason is None and not any(word in text.lower() for word in NEWS_WORDS):
        reason = "has nothing of the text"
    if reason is None:
        return
    problem = f"its brief of a plain text, {text[:80]!r}, {reason}"
    if strict:
        raise _corrupt(folder, problem, package)
    logger.warning("%s", _message(folder, problem, package))


def fault(outputs: Sequence[str], again: Sequence[str]) -> str | None:
    """What is wrong with the translations of GOLDEN, None for nothing; `again`: a second try."""
    if list(outputs) != list(again):
        return "it gives another translation each time"
    right = 0
    for golden, output in zip(GOLDEN, outputs, strict=True):
        reason = _degenerate(output)
        if reason is not None:
            return f"it translates {golden.source!r} as {output[:80]!r}, which {reason}"
        right += all(word in output.lower() for word in golden.words)
    if right < ENOUGH:
        pairs = zip(GOLDEN, outputs, strict=True)
        worst = next((g, o) for g, o in pairs if not all(word in o.lower() for word in g.words))
        return (
            f"it translates {right} of {len(GOLDEN)} plain sentences right;"
            f" {worst[0].source!r} became {worst[1][:80]!r}"
        )
    return None


def _degenerate(text: str) -> str | None:
    if not text:
        return "is empty"
    if re.search(r"[а-яё]", text, re.IGNORECASE):
        return "is not English"
    if re.search(r"(\S.{0,30}?)\1{3,}", text):
        return "goes in a loop"
    return None


def _corrupt(folder: Path, problem: str, package: str = "transformers") -> ModelCorruptError:
    return ModelCorruptError(_message(folder, problem, package))


def _message(folder: Path, problem: str, package: str) -> str:
    from importlib.metadata import version

    return (
        f"the model in {folder} fails its self-test: {problem}. Its files may be damaged (run"
        f" `summarizer models verify`), or {package} {version(package)} may not load it rightly"
        " (try another version)"
    )
