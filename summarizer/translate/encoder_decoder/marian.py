"""MarianMT's vocabulary without transformers: two SentencePiece files and a table of ids.

An engine that needs no torch should not load it for the sake of a tokenizer: importing it takes
200 MB and seconds, where all of a converted opus-mt (77 million weights, int8) runs in 170 MB.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from summarizer.errors import ModelCorruptError
from summarizer.translate.encoder_decoder.vocabulary import (
    marian_prefix,
    plain_forms,
    without_marks,
)

FILES = ("source.spm", "target.spm", "vocab.json")
_MARKS = ("</s>", "<unk>", "<pad>")


class MarianVocabulary:
    """Encodes and decodes as transformers' MarianTokenizer does; a test compares them."""

    def __init__(self, folder: Path) -> None:
        """Raise ModelCorruptError where a file is missing or damaged."""
        import sentencepiece

        try:
            self._source = sentencepiece.SentencePieceProcessor(str(folder / "source.spm"))
            self._target = sentencepiece.SentencePieceProcessor(str(folder / "target.spm"))
            self._ids: dict[str, int] = json.loads((folder / "vocab.json").read_text("utf-8"))
            self._unknown, self.end = self._ids["<unk>"], self._ids["</s>"]
        except (OSError, RuntimeError, ValueError, KeyError) as error:
            raise ModelCorruptError(f"the vocabulary in {folder} is damaged: {error}") from error
        self._tokens = {id: token for token, id in self._ids.items()}
        self._codes = [self._ids[code] for code in marian_prefix(self._ids).split()]
        self._plain: dict[int, str] = {}
        self._plain = plain_forms(self.encode, self._unknown)

    def encode(self, text: str) -> list[int]:
        text = without_marks(text, _MARKS).translate(self._plain)
        pieces = self._source.encode(text, out_type=str)
        return [*self._codes, *self.ids(pieces), self.end]

    def decode(self, ids: Sequence[int]) -> str:
        pieces = [token for token in self.tokens(ids) if token not in _MARKS]
        text: str = self._target.decode_pieces(pieces)
        return text.replace("▁", " ").strip()

    def tokens(self, ids: Sequence[int]) -> list[str]:
        return [self._tokens.get(id, "<unk>") for id in ids]

    def ids(self, tokens: Sequence[str]) -> list[int]:
        return [self._ids.get(token, self._unknown) for token in tokens]
