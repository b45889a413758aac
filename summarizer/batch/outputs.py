"""Results into OUT. Under its final name a file is whole, or it is not there."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import OutputError

SUFFIXES = {"text": ".txt", "md": ".md", "json": ".json", "html": ".html"}
STATE = ".batch"  # the folder of manifest and lock, beside the results
PART = ".part"  # what is being written; a run that was killed may leave one, the next removes it


@dataclass(frozen=True, slots=True)
class Target:
    """Where a batch's results go: a folder with a file an article, or one .jsonl file."""

    path: Path
    format: str

    @property
    def is_one_file(self) -> bool:
        return self.path.suffix.lower() == ".jsonl"

    @property
    def state(self) -> Path:
        """The folder of the manifest; for one file it stands beside it."""
        if self.is_one_file:
            return self.path.with_name(f"{self.path.name}{STATE}")
        return self.path / STATE

    @property
    def manifest(self) -> Path:
        return self.state / "manifest.sqlite"

    def file_of(self, name: str) -> Path:
        return self.path / f"{name}{SUFFIXES[self.format]}"

    def has(self, name: str) -> bool:
        """True if the result of an article that is done is still there."""
        return self.is_one_file or self.file_of(name).is_file()

    def prepare(self) -> None:
        """Make the folders. Raises OutputError where that is not possible."""
        if self.path.is_file() != self.is_one_file and self.path.exists():
            kind = "a folder" if self.path.is_dir() else "a file"
            raise OutputError(f"{self.path} is {kind}: give a folder, or a file called *.jsonl")
        with reporting(self.path):
            self.state.mkdir(parents=True, exist_ok=True)

    def write(self, results: Sequence[tuple[str, str]]) -> None:
        """Write (name, text) pairs so that all survive a power cut once this returns."""
        with reporting(self.path):
            folders = {self._write_one(self.file_of(name), text) for name, text in results}
            for folder in folders:
                synchronise(folder)

    def _write_one(self, path: Path, text: str) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_atomically(path, [text])
        return path.parent

    def write_all(self, results: Iterable[str]) -> None:
        """Write the one file from all results; it appears when it is complete."""
        with reporting(self.path):
            replace_atomically(self.path, results)
            synchronise(self.path.parent)


def replace_atomically(path: Path, texts: Iterable[str]) -> None:
    part = path.with_name(f".{path.name}{PART}")
    try:
        with part.open("wb") as file:
            file.writelines(text.encode() for text in texts)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def synchronise(folder: Path) -> None:
    """Make renames in a folder survive a power cut; Windows neither needs nor allows it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def reporting(path: Path) -> Iterator[None]:
    """Turn what the system says of a full disk and the like into an error with advice."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{error.filename or path} cannot be written: {error.strerror}. What is done is safe:"
            " free space or mend the folder, then run the same command again"
        ) from error
