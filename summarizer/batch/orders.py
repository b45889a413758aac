"""What a batch is told to do, and what tells one result from another."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from summarizer import __version__
from summarizer.batch.outputs import Target
from summarizer.batch.work import Job, Maker
from summarizer.errors import ConfigError
from summarizer.options import Decoding, Ladder, Options, Style
from summarizer.types import ModelUse

# These options say where and how fast it is done, and nothing about the English; the models are
# part of the identity by what they are, not by what they were called.
NOT_IN_IDENTITY = ("translator", "summariser", "device", "threads", "batch_tokens", "window")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a batch is told to do."""

    inputs: Sequence[str]  # files, folders, patterns, .jsonl and .csv
    target: Target
    job: Job
    workers: int = 1
    engine: str = "local"  # or "ray"
    fresh: bool = False  # forget what is done
    fail_fast: bool = False
    only_failed: bool = False
    settled: float = 0  # seconds: leave files alone that were written to more recently
    address: str = ""  # of a Ray cluster; "" starts one on this machine

    def __post_init__(self) -> None:
        if self.workers < 1:
            raise ConfigError(f"workers must be at least 1, not {self.workers}")
        if self.engine not in ("local", "ray"):
            raise ConfigError(f"no engine {self.engine!r}: choose local or ray")
        if self.target.is_one_file and self.job.format != "json":
            raise ConfigError(
                f"{self.target.path} is one file of JSON lines: use --format json, or give a folder"
            )


def identity(job: Job, uses: Sequence[ModelUse]) -> str:
    """The sha256 of all that a result depends on besides the article."""
    told = {key: value for key, value in asdict(job.options).items() if key not in NOT_IN_IDENTITY}
    if job.options.glossary is not None:
        told["glossary"] = hashlib.sha256(job.options.glossary.read_bytes()).hexdigest()
    models = [asdict(use) for use in uses]
    whole = [__version__, job.product, job.format, models, told]
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


def remembered(order: Order) -> dict[str, object]:
    """What `retry` needs to run the same order again."""
    return {
        "inputs": [str(Path(each).absolute()) for each in order.inputs],
        "options": json.loads(json.dumps(asdict(order.job.options), default=str)),
        "product": order.job.product,
        "format": order.job.format,
        "workers": order.workers,
        "engine": order.engine,
        "address": order.address,
    }


def recalled(settings: Mapping[str, Any], path: Path, make: Maker) -> Order:
    """The order of the last run, for its failed articles only."""
    told = dict(settings["options"])
    told["style"], told["ladder"] = Style(told["style"]), Ladder(told["ladder"])
    told["decoding"] = Decoding(**told["decoding"]) if told["decoding"] else None
    told["glossary"] = Path(told["glossary"]) if told["glossary"] else None
    return Order(
        inputs=settings["inputs"],
        target=Target(path, settings["format"]),
        job=Job(make, Options(**told), settings["product"], settings["format"]),
        workers=settings["workers"],
        engine=settings["engine"],
        address=settings["address"],
        only_failed=True,
    )
