"""Speed and memory of both engines on one model.

    python benchmarks/engines.py FOLDER [--text FILE] [--beam 1 4] [--threads 0]

FOLDER holds a translation model as the Hub has it; it is converted to int8 first, which is not
timed. FILE is a Russian text; without it, the article in seeds/ is used. Each line is measured in
a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.translate.protocol import Translator

SEED = Path(__file__).parent.parent / "seeds" / "tatarstan-kazakhstan-2014-12-29.txt"


@dataclass(frozen=True)
class Figures:
    engine: str
    beam: int
    load_s: float
    tokens_a_second: float  # of English, as the model's vocabulary cuts it
    sentences_a_second: float
    peak_mb: int


def main() -> None:
    arguments = parse()
    if arguments.one:
        print(json.dumps(asdict(measure(arguments))))
        return
    print(f"{platform.machine()}, {os.cpu_count()} cores, {arguments.text.name}")
    print(f"{'engine':14}{'beam':>5}{'load s':>8}{'tok/s':>8}{'sent/s':>8}{'peak MB':>9}")
    for figures in measure_all(arguments):
        print(
            f"{figures.engine:14}{figures.beam:5}{figures.load_s:8.1f}"
            f"{figures.tokens_a_second:8.0f}{figures.sentences_a_second:8.1f}{figures.peak_mb:9}"
        )


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--text", type=Path, default=SEED)
    parser.add_argument("--beam", type=int, nargs="+", default=[1, 4])
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--one", choices=("transformers", "ctranslate2"), help=argparse.SUPPRESS)
    return parser.parse_args()


def measure_all(arguments: argparse.Namespace) -> Iterator[Figures]:
    from summarizer.translate.encoder_decoder.convert import converted

    converted(arguments.folder, "int8")
    for engine in ("transformers", "ctranslate2"):
        for beam in arguments.beam:
            command = [sys.executable, __file__, str(arguments.folder), "--one", engine]
            command += ["--text", str(arguments.text), "--beam", str(beam)]
            command += ["--threads", str(arguments.threads)]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
            yield Figures(**json.loads(done.stdout))


def measure(arguments: argparse.Namespace) -> Figures:
    from summarizer.options import Decoding
    from summarizer.reading import read
    from summarizer.sentences import split
    from summarizer.translate.protocol import Segment

    start = time.perf_counter()
    translator = load(arguments)
    segments = [Segment(sentence.text) for sentence in split(read(arguments.text))]
    written = count_tokens()
    loaded = time.perf_counter()
    translator.translate(segments, Decoding(beam_size=arguments.beam[0]))
    seconds = time.perf_counter() - loaded
    return Figures(
        arguments.one,
        arguments.beam[0],
        loaded - start,
        sum(written) / seconds,
        len(segments) / seconds,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    )


def load(arguments: argparse.Namespace) -> Translator:
    from summarizer.options import Options
    from summarizer.progress import silent
    from summarizer.types import ModelUse

    engine = import_module(f"summarizer.translate.encoder_decoder.{arguments.one}_engine")
    use = ModelUse("translation", arguments.folder.name, "", arguments.one)
    options = Options(threads=arguments.threads)
    translator: Translator = engine.load(
        arguments.folder, use=use, options=options, progress=silent
    )
    return translator


def count_tokens() -> list[int]:
    """Note the length of every output from now on, in tokens of the model, its end included."""
    from summarizer.translate.encoder_decoder.decoder import Decoder

    lengths: list[int] = []
    decode = Decoder.decode

    def counting(self: Decoder, *arguments: Any) -> Any:
        rows = decode(self, *arguments)
        lengths.extend(len(row[0].ids) + 1 for row in rows)
        return rows

    Decoder.decode = counting  # type: ignore[method-assign]
    return lengths


if __name__ == "__main__":
    main()
