"""What the embedded model needs of a runtime: prompts in, texts with scores out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from summarizer.options import Decoding


@dataclass(frozen=True, slots=True)
class Request:
    prompt: str
    max_tokens: int


@dataclass(frozen=True, slots=True)
class Output:
    text: str
    score: float | None  # mean log-probability a token
    is_cut: bool  # it had not come to its end at `max_tokens`
    tokens: int = 0  # that were written, the end included


class Runtime(Protocol):
    """What is needed of a runtime; `OpenvinoRuntime` is the one."""

    def count_tokens(self, text: str) -> int: ...

    def generate(
        self, requests: Sequence[Request], decoding: Decoding, *, adapted: bool
    ) -> list[tuple[Output, ...]]: ...
