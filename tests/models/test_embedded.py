"""The embedded model is assembled and prepared once, whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from summarizer.errors import (
    DownloadError,
    MissingDependencyError,
    ModelCorruptError,
    OutputError,
)
from summarizer.models import embedded
from summarizer.models.embedded import ensure, read_record
from summarizer.models.manifest import Manifest, manifest_of
from summarizer.models.store import Store
from tests.models.wheels import install, write_wheel

PARTS = [b"GGUF one ", b"two ", b"three"]
WHOLE = b"".join(PARTS)

MANIFEST = """\
id = "small"
description = "For tests"
tasks = ["translation"]
engine = "llm"
languages = ["ru"]
licence = "CC0-1.0"
size = 18

[[files]]
name = "small.gguf"
sha256 = "{sha256}"

[[sources]]
kind = "packages"
file = "small.gguf"
package = "rse-small-part{{n}}"
version = "1.0"
member = "rse_small_part{{n}}/data/part{{n:02}}.bin"
count = 3
"""

CONVERTS = """\
import pathlib, sys
gguf, folder = map(pathlib.Path, sys.argv[1:])
print("1/2", flush=True)
(folder / "openvino_model.bin").write_bytes(gguf.read_bytes() * 2)
print("2/2", flush=True)
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of installed packages, for this process and those that it starts."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.setenv("PYTHONPATH", str(site))
    return site


@pytest.fixture
def converter(site: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Set the program that stands for the conversion."""
    monkeypatch.setattr(embedded, "_MODULE", "rse_converter")

    def write(program: str) -> None:
        (site / "rse_converter.py").write_text(program, "utf-8")

    write(CONVERTS)
    return write


@pytest.fixture
def manifest(declare: Callable[..., Path], converter: Callable[[str], None]) -> Manifest:
    declare(MANIFEST.format(sha256=hashlib.sha256(WHOLE).hexdigest()), "small.toml")
    return manifest_of("small")


def install_parts(tmp_path: Path, parts: list[bytes]) -> None:
    for number, data in enumerate(parts, 1):
        member = f"rse_small_part{number}/data/part{number:02}.bin"
        package = f"rse-small-part{number}"
        wheel = write_wheel(tmp_path / "wheels", package, "1.0", {member: data})
        install(wheel, tmp_path / "site")


def left_in(store: Store) -> set[str]:
    return {path.name for path in store.folder("small").iterdir()}


def test_the_first_run_assembles_and_prepares(
    tmp_path: Path, store: Store, manifest: Manifest
) -> None:
    """In its place stand the checked file and what the conversion wrote of it; no drafts."""
    install_parts(tmp_path, PARTS)
    folder = ensure(store.root, manifest)
    assert (folder / "openvino_model.bin").read_bytes() == WHOLE * 2
    assert left_in(store) == {"small.gguf", folder.name}
    assert {path.name for path in folder.iterdir()} == {"openvino_model.bin", "prepared.json"}


def test_a_prepared_folder_says_what_it_is(
    tmp_path: Path, store: Store, manifest: Manifest
) -> None:
    """The signature takes the model's name from there."""
    install_parts(tmp_path, PARTS)
    record = read_record(ensure(store.root, manifest))
    assert (record.id, record.sizes) == ("small", {"openvino_model.bin": 2 * len(WHOLE)})
    assert record.runtime


def test_later_runs_find_it(
    tmp_path: Path, store: Store, manifest: Manifest, converter: Callable[[str], None]
) -> None:
    """Preparing takes half a minute: it is not done twice."""
    install_parts(tmp_path, PARTS)
    folder = ensure(store.root, manifest)
    converter("raise SystemExit('must not run again')")
    assert ensure(store.root, manifest) == folder


def test_progress_comes_to_its_end(tmp_path: Path, store: Store, manifest: Manifest) -> None:
    """Every task's last call says that it is done."""
    install_parts(tmp_path, PARTS)
    seen: dict[str, list[tuple[int, int]]] = {}
    ensure(
        store.root,
        manifest,
        lambda task, done, total: seen.setdefault(task, []).append((done, total)),
    )
    assert len(seen) >= 2
    assert all(done == total > 0 for *_, (done, total) in seen.values())
    assert seen["Preparing the model (once)"] == [(0, 0), (1, 2), (2, 2)]


def test_missing_parts_are_named(tmp_path: Path, store: Store, manifest: Manifest) -> None:
    """With the command that brings them; nothing is begun."""
    install_parts(tmp_path, PARTS[:1])
    with pytest.raises(MissingDependencyError) as caught:
        ensure(store.root, manifest)
    assert "rse-small-part2, rse-small-part3" in str(caught.value)
    assert r"pip install 'ru-en-summarizer[offline]'" in str(caught.value)
    assert not store.folder("small").exists()


def test_parts_with_other_bytes_are_refused(
    tmp_path: Path, store: Store, manifest: Manifest
) -> None:
    """They are a third party's: only the sum decides. Found and expected are in the message."""
    install_parts(tmp_path, [b"GGUF one ", b"TWO ", b"three"])
    with pytest.raises(DownloadError, match=r"sha256 \w{12}… instead of \w{12}…"):
        ensure(store.root, manifest)
    assert not store.is_installed("small")
    assert not store.folder("small").exists()


@pytest.mark.parametrize(
    ("program", "error", "reason"),
    [
        ("raise SystemExit('the graph is odd')", ModelCorruptError, "openvino-genai: the graph is"),
        ("import openvino_genai_x", MissingDependencyError, r"pip install .*offline"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", ModelCorruptError, "memory"),
        ("print('1/2', flush=True); raise OSError(28, 'No space')", ModelCorruptError, "No space"),
    ],
)
def test_a_failed_preparation_leaves_nothing_and_can_be_repeated(
    tmp_path: Path,
    store: Store,
    manifest: Manifest,
    converter: Callable[[str], None],
    program: str,
    error: type[Exception],
    reason: str,
) -> None:
    """The reason is the last that the conversion said; the next run starts afresh."""
    install_parts(tmp_path, PARTS)
    converter(program)
    with pytest.raises(error, match=reason):
        ensure(store.root, manifest)
    assert left_in(store) == {"small.gguf"}
    converter(CONVERTS)
    assert ensure(store.root, manifest).is_dir()


def test_what_a_killed_run_left_is_not_taken_for_a_model(
    tmp_path: Path, store: Store, manifest: Manifest
) -> None:
    """A draft has another name until it is whole, and is swept away by the next run."""
    install_parts(tmp_path, PARTS)
    ensure(store.root, manifest)
    folder = store.folder("small") / f"openvino-{embedded.FORMAT}"
    folder.rename(folder.with_name(f".{folder.name}.partial"))
    assert ensure(store.root, manifest) == folder
    assert left_in(store) == {"small.gguf", folder.name}


def test_ctrl_c_stops_the_conversion(
    tmp_path: Path, store: Store, manifest: Manifest, converter: Callable[[str], None]
) -> None:
    """It must not go on with its 3.8 GB while the person thinks that it has stopped."""
    install_parts(tmp_path, PARTS)
    converter("import time\nprint('1/2', flush=True)\ntime.sleep(60)")

    def interrupt(task: str, done: int, total: int) -> None:
        if task.startswith("Preparing") and done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ensure(store.root, manifest, interrupt)
    assert left_in(store) == {"small.gguf"}


def test_a_cut_or_foreign_folder_is_refused(
    tmp_path: Path, store: Store, manifest: Manifest
) -> None:
    """The runtime itself would crash on it, or compute rubbish."""
    install_parts(tmp_path, PARTS)
    folder = ensure(store.root, manifest)
    (folder / "openvino_model.bin").write_bytes(WHOLE)
    with pytest.raises(ModelCorruptError, match="has 18 bytes instead of 36: delete the folder"):
        ensure(store.root, manifest)
    (folder / "prepared.json").unlink()
    with pytest.raises(ModelCorruptError, match="is not a prepared model"):
        read_record(folder)


def test_too_little_room_is_said_before_the_work(
    tmp_path: Path, store: Store, manifest: Manifest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The conversion needs 2.6 times the GGUF for a moment."""
    install_parts(tmp_path, PARTS)
    monkeypatch.setattr(embedded, "_ROOM", 1e15)
    with pytest.raises(OutputError, match=r"needs .* GB in .*: make room"):
        ensure(store.root, manifest)
    assert left_in(store) == {"small.gguf"}


def test_two_runs_at_once_prepare_it_once(
    tmp_path: Path, store: Store, manifest: Manifest, converter: Callable[[str], None]
) -> None:
    """The second waits for the first, and finds its work done."""
    install_parts(tmp_path, PARTS)
    log = tmp_path / "log"
    converter(f"{CONVERTS}\nopen({str(log)!r}, 'a').write('ran ')\n")
    with ThreadPoolExecutor(2) as pool:
        folders = set(pool.map(lambda _: ensure(store.root, manifest), range(2)))
    assert len(folders) == 1
    assert log.read_text() == "ran "
