"""Persons, places and organisations in Russian text, by slovnet's NER.

The weights come inside the `natasha` package, which is never imported: it needs pymorphy2, which
does not run on Python 3.11.
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.errors import MissingDependencyError
from summarizer.types import Kind

if TYPE_CHECKING:
    from slovnet import NER

_NER = "model/slovnet_ner_news_v1.tar"
_NAVEC = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_BATCH = 32  # sentences of like length; 8, slovnet's own choice, is slower by a third


class Found(NamedTuple):
    """A name at `start:stop` of the text it was found in."""

    start: int
    stop: int
    kind: Kind


def recognise(texts: Sequence[str]) -> list[list[Found]]:
    """Find the names in each text: one list a text, in order of position, not overlapping."""
    found: list[list[Found]] = [[] for _ in texts]
    by_length = sorted(
        (index for index in range(len(texts)) if texts[index].strip()),
        key=lambda index: len(texts[index]),
    )
    markups = _model().map([texts[index] for index in by_length])
    for index, markup in zip(by_length, markups, strict=True):
        found[index] = list(from_slovnet(markup))
    return found


def from_slovnet(markup: Any) -> Iterator[Found]:
    for span in markup.spans:
        yield Found(span.start, span.stop, Kind(span.type))


@lru_cache(maxsize=1)
def _model() -> NER:
    # its matrices are small: a second thread costs half as much CPU again, and time too where
    # something else runs; numpy reads this when it is first imported
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from navec import Navec
    from slovnet import NER

    data = _data_folder()
    ner = NER.load(data / _NER, batch_size=_BATCH)
    ner.navec(Navec.load(data / _NAVEC))
    return ner


def _data_folder() -> Path:
    spec = importlib.util.find_spec("natasha")
    if spec is None or spec.origin is None:
        raise MissingDependencyError(
            "the weights for name recognition come in the package natasha, which is not installed: "
            "pip install 'natasha>=1.6'"
        )
    return Path(spec.origin).parent / "data"
