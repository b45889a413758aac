"""Between text and the ids of a model: its tokenizer, told to go from Russian to English."""

from __future__ import annotations

import json
import logging
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from summarizer.errors import ConfigError, MissingDependencyError, ModelCorruptError

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

logger = logging.getLogger(__name__)

# Language codes of NLLB, mBART-50 and M2M-100, each with its token
_RUSSIAN = (("rus_Cyrl", "rus_Cyrl"), ("ru_RU", "ru_RU"), ("ru", "__ru__"))
_ENGLISH = ("eng_Latn", "en_XX", "__en__")
_MARIAN_ENGLISH = (">>eng<<", ">>en<<")

# News is full of characters that a vocabulary may lack; <unk> would lose them, or derail the model.
# Moses' normaliser, which opus-mt was trained behind, also turns "10 000" into "10.000": not used.
_PLAIN = {
    "«": '"', "»": '"', "„": '"', "“": '"', "”": '"', "‘": "'", "’": "'", "`": "'",
    "–": "-", "—": "-", "―": "-", "−": "-", "‑": "-", "…": "...", "№": "No. ", "•": "-",
    "ё": "е", "Ё": "Е", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u00ad": "", "\u0301": "",
}  # fmt: skip


class Vocabulary(Protocol):
    @property
    def end(self) -> int:
        """The id that ends an output."""
        ...

    def encode(self, text: str) -> list[int]:
        """The ids of `text` with all that the model wants around them; never cut."""
        ...

    def decode(self, ids: Sequence[int]) -> str:
        """The text of an output, without special tokens."""
        ...

    def tokens(self, ids: Sequence[int]) -> list[str]: ...

    def ids(self, tokens: Sequence[str]) -> list[int]: ...


@dataclass(frozen=True, slots=True)
class Direction:
    """How a model is told the language: by words before the source, or the output's first token."""

    prefix: str = ""
    first_token: str | None = None


class TransformersVocabulary:
    """The tokenizer that came with the model, as transformers reads it."""

    def __init__(self, tokenizer: PreTrainedTokenizerBase, prefix: str = "") -> None:
        self._tokenizer: Any = tokenizer
        self._prefix = prefix
        self.end: int = tokenizer.eos_token_id
        self._marks = [str(mark) for mark in tokenizer.all_special_tokens]
        self._plain: dict[int, str] = {}
        self._plain = plain_forms(self.encode, tokenizer.unk_token_id)

    def encode(self, text: str) -> list[int]:
        text = without_marks(text, self._marks).translate(self._plain)
        ids: list[int] = self._tokenizer(
            self._prefix + text,
            split_special_tokens=True,
            truncation=False,
            verbose=False,
        )["input_ids"]
        return ids

    def decode(self, ids: Sequence[int]) -> str:
        # the clean-up would "correct" spaces before punctuation, in names too
        text: str = self._tokenizer.decode(
            list(ids), skip_special_tokens=True, clean_up_tokenization_spaces=False
        )
        return text.strip()

    def tokens(self, ids: Sequence[int]) -> list[str]:
        return list(self._tokenizer.convert_ids_to_tokens(list(ids)))

    def ids(self, tokens: Sequence[str]) -> list[int]:
        return list(self._tokenizer.convert_tokens_to_ids(list(tokens)))


def without_marks(text: str, marks: Iterable[str]) -> str:
    """Break up what looks like a special token: an article may well hold "</s>", as text."""
    for mark in marks:
        if mark in text:
            text = text.replace(mark, f"{mark[:1]} {mark[1:]}")
    return text


def plain_forms(encode: Any, unknown: int | None) -> dict[int, str]:
    """Which typographic characters this vocabulary lacks, with what to write instead."""
    if unknown is None:
        return {}
    return {ord(char): plain for char, plain in _PLAIN.items() if unknown in encode(f"а {char} а")}


def load_tokenizer(folder: Path) -> PreTrainedTokenizerBase:
    """Load the tokenizer of a model from its folder.

    Raises ModelCorruptError where files are missing or damaged.
    """
    from transformers import AutoTokenizer

    require_sacremoses()
    try:
        return AutoTokenizer.from_pretrained(folder, local_files_only=True)
    except Exception as error:  # the tokenizers package raises nothing more precise
        raise ModelCorruptError(f"the tokenizer in {folder} cannot be loaded: {error}") from error


def require_sacremoses() -> None:
    """Some tokenizers change their output without it, with no more than a warning."""
    if find_spec("sacremoses") is None:
        raise MissingDependencyError(
            "sacremoses is missing, and translations would differ without it:"
            " run `pip install sacremoses`"
        )


def set_direction(tokenizer: Any) -> Direction:
    """Tell the tokenizer that it reads Russian and say how the model is told to write English.

    A model of one direction needs neither. Raises ConfigError for a model of many languages that
    has no Russian or no English.
    """
    known = tokenizer.get_vocab()
    prefix = marian_prefix(known)
    if prefix:
        return Direction(prefix)
    if not hasattr(tokenizer, "src_lang"):
        return Direction()
    source = next((code for code, token in _RUSSIAN if token in known), None)
    target = next((token for token in _ENGLISH if token in known), None)
    if source is None and target is None:  # WMT19's ru-en has attributes for languages, no tokens
        return Direction()
    if source is None or target is None:
        missing = "Russian" if source is None else "English"
        raise ConfigError(
            f"the model in {tokenizer.name_or_path} has many languages but no {missing}"
        )
    tokenizer.src_lang = source
    return Direction(first_token=target)


def marian_prefix(known: Container[str]) -> str:
    """ ">>eng<< " where the vocabulary has it. Codes of other languages alone mean nothing: a model
    into English may share the vocabulary of the opposite direction, which needs them."""
    code = next((code for code in _MARIAN_ENGLISH if code in known), None)
    return f"{code} " if code else ""


def brief_prefix(folder: Path) -> str:
    """What a model for many tasks wants before a text to shorten, "summarize: " for T5."""
    settings = read_settings(folder / "config.json").get("task_specific_params") or {}
    return str((settings.get("summarization") or {}).get("prefix") or "")


def read_settings(file: Path) -> dict[str, Any]:
    """Read a JSON file of a model; raises ModelCorruptError."""
    try:
        values: dict[str, Any] = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ModelCorruptError(f"{file} cannot be read: {error}") from error
    return values
