"""Every option of the program, once: the command line only fills it in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from summarizer.errors import ConfigError


class Style(StrEnum):
    EXTRACTIVE = "extractive"  # translated sentences of the article
    ABSTRACTIVE = "abstractive"  # written anew by a model from those sentences, then gated
    AUTO = "auto"  # abstractive where the gate passes and it is no longer, else extractive


class Ladder(StrEnum):
    """How far to go for a sentence that fails its check."""

    OFF = "off"  # check and flag only
    REPAIR = "repair"  # put the right name into the aligned span
    FULL = "full"  # decode again first, then repair


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """How a translator searches. What an engine cannot do it refuses with `ConfigError`."""

    beam_size: int = 1
    hypotheses: int = 1  # n-best alternatives to return, at most `beam_size` where beams are used
    length_penalty: float = 1.0
    no_repeat_ngram: int = 0  # 0: off; only the retry of a looping sentence sets it
    max_ratio: float = 3.0  # longest output, in target tokens a source token (plus 20)


GREEDY = Decoding()


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    translator: str = "auto"  # a model id, a folder, or "auto": the best one installed
    summariser: str = "auto"
    adapter: bool = True  # use the project's adapter on the embedded model
    # of 10 briefs that the embedded model wrote, the gate and the names let none replace the
    # chosen sentences (docs/quality.md): asking for them by default would cost time for nothing
    style: Style = Style.EXTRACTIVE
    sentences: int = 3  # at most so many in a brief
    words: int = 80  # at most so many in a brief
    whole: bool = False  # for a brief, translate the sentences too that cannot come into it
    hints: bool = True  # give names to engines that take them
    ladder: Ladder = Ladder.FULL
    glossary: Path | None = None  # CSV or TOML: Russian nominative, English
    scheme: str = "news"  # romanisation of names: "news" or a formal standard
    decoding: Decoding | None = None  # None: as suits the engine (`ladder.search`)
    device: str = "auto"  # auto, cpu, cuda, cuda:1, mps
    threads: int = 0  # 0: as many as this process may use
    batch_tokens: int = 4096  # source tokens a batch, an upper bound on memory
    window: int = 16  # articles whose sentences are translated together

    def __post_init__(self) -> None:
        for name, kind in (("style", Style), ("ladder", Ladder)):
            object.__setattr__(self, name, _member(kind, name, getattr(self, name)))
        for name in ("sentences", "words", "window", "batch_tokens"):
            if getattr(self, name) < 1:
                raise ConfigError(f"{name} must be at least 1, not {getattr(self, name)}")
        if self.threads < 0:
            raise ConfigError(f"threads must be 0 (automatic) or more, not {self.threads}")


def _member(kind: type[StrEnum], name: str, value: str) -> StrEnum:
    """Take a plain string where a script gives one."""
    try:
        return kind(value)
    except ValueError as e:
        raise ConfigError(f"{name} must be one of {', '.join(kind)}, not {value!r}") from e
