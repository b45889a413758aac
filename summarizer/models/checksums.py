"""Sums of files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from summarizer.progress import Progress, silent

_BLOCK = 1 << 22


def sha256_of(path: Path, progress: Progress = silent) -> str:
    """Return the sha256 of a file in lower-case hexadecimal."""
    return _digest(path, hashlib.sha256(), progress)


def is_blob_sum(path: Path, announced: str) -> bool:
    """Whether 40 hexadecimal digits are the sum of a file as git or a plain mirror computes it."""
    blob = hashlib.sha1(b"blob %d\0" % path.stat().st_size, usedforsecurity=False)
    plain = hashlib.sha1(usedforsecurity=False)
    return announced in (_digest(path, blob, silent), _digest(path, plain, silent))


def _digest(path: Path, sum: hashlib._Hash, progress: Progress) -> str:
    total, done = path.stat().st_size, 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            sum.update(block)
            done += len(block)
            progress(f"Verifying {path.name}", done, total)
    return sum.hexdigest()
