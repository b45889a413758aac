"""Speed of the number check: sentences a second on one core.

    python benchmarks/values.py SOURCE.ru REFERENCE.en

Reads two parallel files, one sentence a line, and times finding and comparing their values.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from summarizer.entities.latin import find
from summarizer.entities.values import compare, find_english, find_russian


def lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines()


def main(source_path: str, target_path: str) -> None:
    pairs = list(zip(lines(source_path), lines(target_path), strict=True))
    for name, work in (
        ("Russian values", lambda source, _: find_russian(source)),
        ("English values", lambda _, target: find_english(target)),
        ("both and compared", lambda s, t: compare(find_russian(s), find_english(t))),
        ("Latin designations", lambda source, _: find(source)),
    ):
        start = time.perf_counter()
        for source, target in pairs:
            work(source, target)
        rate = len(pairs) / (time.perf_counter() - start)
        print(f"{name:20} {rate:8,.0f} sentences/s")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
