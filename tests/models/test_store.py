"""What is installed is found, verified, refused once it has changed, and removed without trace."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.errors import ModelCorruptError, ModelNotFoundError
from summarizer.models.pull import pull
from summarizer.models.sources import Terms
from summarizer.models.store import Store, default_root
from tests.models.hub import Hub
from tests.stores import FILES, FROM_HUB, MANIFEST, WEIGHTS

Declare = Callable[..., Path]


@pytest.fixture
def installed(hub: Hub, store: Store, declare: Declare, terms: Terms) -> Path:
    """The folder of an installed model."""
    declare(MANIFEST + FROM_HUB)
    return pull("tiny", store, terms=terms).folder


def flip_a_byte(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(50_000)
        file.write(bytes([WEIGHTS[50_000] ^ 1]))


def test_the_folder_is_chosen_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """SUMMARIZER_MODELS wins over the platform's cache folder."""
    monkeypatch.setenv("SUMMARIZER_MODELS", "~/weights")
    assert default_root() == Path.home() / "weights"
    monkeypatch.delenv("SUMMARIZER_MODELS")
    assert default_root().parts[-2:] == ("summarizer", "models")


def test_a_model_that_is_not_installed_says_what_to_type(store: Store, declare: Declare) -> None:
    """Both ways: with network and without."""
    declare(MANIFEST + FROM_HUB)
    with pytest.raises(
        ModelNotFoundError, match=r"`summarizer models pull tiny`.*import FILE\.tar"
    ):
        store.path("tiny")
    assert not store.is_installed("tiny")


def test_looking_makes_no_folder(store: Store) -> None:
    """A question has no side effects."""
    store.is_installed("tiny")
    assert store.installed() == {}
    assert not store.root.exists()


def test_what_is_installed_is_found(store: Store, installed: Path) -> None:
    """By id, and in the list of all."""
    assert store.path("tiny") == installed
    assert list(store.installed()) == ["tiny"]


def test_one_flipped_byte_is_found(store: Store, installed: Path) -> None:
    """`verify` names the file, and a run refuses the model."""
    flip_a_byte(installed / "model.safetensors")
    for examine in (store.verify, store.check):
        with pytest.raises(ModelCorruptError, match=r"damaged: model\.safetensors has sha256"):
            examine("tiny")


def test_only_verify_sees_through_a_forged_time(store: Store, installed: Path) -> None:
    """The quick check trusts size and time, which is why `verify` exists."""
    weights = installed / "model.safetensors"
    time = weights.stat().st_mtime_ns
    flip_a_byte(weights)
    os.utime(weights, ns=(time, time))
    store.check("tiny")
    with pytest.raises(ModelCorruptError, match=r"model\.safetensors"):
        store.verify("tiny")


def test_a_touched_file_is_read_once_and_then_trusted_again(
    store: Store, installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copied store has new times everywhere; that costs one reading, not one a run."""
    os.utime(installed / "config.json", (0, 0))
    assert store.check("tiny").files["config.json"].modified == 0
    monkeypatch.setattr("summarizer.models.store.take_stamp", None)
    store.check("tiny")


def test_missing_and_cut_files_are_named_together(store: Store, installed: Path) -> None:
    """One message for all that is wrong, and the command that mends it."""
    (installed / "config.json").unlink()
    (installed / "source.spm").write_bytes(b"piece")
    with pytest.raises(ModelCorruptError) as caught:
        store.check("tiny")
    message = str(caught.value)
    assert "config.json is missing" in message
    assert "source.spm has 5 bytes instead of 6" in message
    assert "`summarizer models pull tiny`" in message


def test_a_read_only_store_can_be_used(
    store: Store, installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An administrator's store is checked, though its stamps cannot be renewed."""
    os.utime(installed / "config.json", (0, 0))

    def refuse(installed: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(store, "save", refuse)
    assert store.check("tiny").folder == installed


def test_a_record_that_cannot_be_read_counts_as_none(store: Store, installed: Path) -> None:
    """The model is pulled again rather than trusted."""
    (store.root / ".installed" / "tiny.json").write_text('{"id": "tiny"}', "utf-8")
    assert not store.is_installed("tiny")


def test_a_store_that_cannot_be_locked_is_used_without(tmp_path: Path) -> None:
    """Nobody can change a model in a folder that nobody can write to."""
    (tmp_path / "file").write_text("in the way")
    with Store(tmp_path / "file").lock("tiny"):
        assert (tmp_path / "file").is_file()


def test_who_waits_for_another_process_is_told(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """A long download elsewhere must not look like a program that hangs."""
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with store.lock("tiny"):
            held.set()
            done.wait(10)

    other = threading.Thread(target=hold)
    other.start()
    held.wait(10)
    threading.Timer(0.2, done.set).start()
    with store.lock("tiny"):
        assert done.is_set()
    other.join()
    assert "another process is at work on tiny: waiting for it" in caplog.text


def test_removing_leaves_nothing(store: Store, installed: Path) -> None:
    """Neither files nor what an interrupted download left."""
    store.partial("tiny").mkdir(parents=True)
    (store.partial("tiny") / "model.safetensors.part").write_bytes(b"half")
    assert store.remove("tiny")
    assert not store.remove("tiny")
    assert [path for path in store.root.rglob("*tiny*") if path.suffix != ".lock"] == []


@pytest.mark.parametrize("id", ["../elsewhere", "/etc", "", ".", "a/b", "a\\b"])
def test_no_id_leads_out_of_the_store(store: Store, tmp_path: Path, id: str) -> None:
    """`models remove ../elsewhere` must not delete it."""
    (tmp_path / "elsewhere").mkdir()
    with pytest.raises(ModelNotFoundError, match="is not the id of a model"):
        store.remove(id)
    assert (tmp_path / "elsewhere").is_dir()


def test_verify_says_how_far_it_is(store: Store, installed: Path) -> None:
    """Hashing gigabytes takes seconds."""
    seen: list[tuple[str, int, int]] = []
    store.verify("tiny", lambda *step: seen.append(step))
    assert ("Verifying model.safetensors", len(WEIGHTS), len(WEIGHTS)) in seen
    assert len(seen) == len(FILES)


def test_what_a_runtime_makes_of_the_weights_is_covered_too(
    store: Store, installed: Path, terms: Terms
) -> None:
    """The embedded model's prepared form is what a run reads; `pull` clears it away if damaged."""
    (installed / "openvino-1").mkdir()
    (installed / "openvino-1" / "model.bin").write_bytes(b"prepared")
    prepared = installed / "openvino-1"
    assert "openvino-1/model.bin" in store.cover("tiny", prepared).files
    assert store.cover("tiny", prepared) == store.verify("tiny")
    (prepared / "model.bin").write_bytes(b"prepareD")
    with pytest.raises(ModelCorruptError, match=r"openvino-1/model\.bin has sha256"):
        store.check("tiny")
    assert pull("tiny", store, terms=terms).files.keys() == FILES.keys()
    assert not prepared.exists()
    assert (installed / "model.safetensors").read_bytes() == WEIGHTS
