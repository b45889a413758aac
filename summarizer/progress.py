"""How long work tells a person how far it is; the library itself never prints."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    def __call__(self, task: str, done: int, total: int) -> None:
        """`total` 0: not known. The last call of a task has `done == total`."""
        ...


def silent(task: str, done: int, total: int) -> None:
    """Report nothing."""
