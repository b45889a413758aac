"""A folder of the user's own becomes a model with an id, as safe as a pulled one."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import (
    ConfigError,
    MissingDependencyError,
    ModelCorruptError,
    ModelNotFoundError,
)
from summarizer.models.add import Naming, add_folder, convert_model, remove_model
from summarizer.models.local import fingerprint, inspect
from summarizer.models.manifest import Engine, Task, manifest_of, manifests, user_folder
from summarizer.models.store import Store
from tests.stores import CONFIG, FILES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A fine-tuned MarianMT, as `save_pretrained` leaves it."""
    folder = tmp_path / "my «news» model"
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    (folder / ".git").mkdir()
    (folder / "tf_model.h5").write_bytes(b"for another program")
    return folder


def test_a_folder_gets_an_id_and_stays_where_it_is(folder: Path, store: Store) -> None:
    """Its manifest has the sum of every file that belongs to the model."""
    installed = add_folder(folder, store)
    assert installed.id == "my-news-model"
    assert store.path("my-news-model") == folder
    manifest = manifest_of("my-news-model")
    assert manifest.engine is Engine.TRANSFORMERS
    assert manifest.tasks == (Task.TRANSLATION,)
    assert {file.name for file in manifest.files} == set(FILES)
    assert manifest.has_all_sums
    assert manifest.description == f"From {folder}"


def test_a_copied_folder_is_the_store_s(folder: Path, store: Store) -> None:
    """What then happens to the original does not matter."""
    installed = add_folder(folder, store, Naming(id="mine"), copy=True)
    (folder / "config.json").unlink()
    assert installed.folder == store.folder("mine")
    assert store.verify("mine").files.keys() == FILES.keys()


def test_a_folder_that_has_changed_is_refused(folder: Path, store: Store) -> None:
    """Trained further, or damaged: the user must say that it is meant."""
    add_folder(folder, store, Naming(id="mine"))
    (folder / "model.safetensors").write_bytes(b"trained further")
    with pytest.raises(ModelCorruptError, match=r"model\.safetensors has 15 bytes"):
        store.check("mine")


def test_removing_keeps_the_user_s_folder(folder: Path, store: Store) -> None:
    """Only what we wrote is deleted: the record and the manifest."""
    add_folder(folder, store, Naming(id="mine"))
    assert remove_model("mine", store)
    assert (folder / "model.safetensors").is_file()
    assert "mine" not in manifests()
    assert not remove_model("mine", store)


def test_a_manifest_written_by_hand_is_kept(folder: Path, store: Store) -> None:
    """`remove` deletes the files of such a model, not its description."""
    add_folder(folder, store, Naming(id="mine"), copy=True)
    path = user_folder() / "mine.toml"
    path.write_text(path.read_text("utf-8").partition("\n")[2], "utf-8")
    remove_model("mine", store)
    assert "mine" in manifests()


def test_a_taken_id_is_refused(folder: Path, store: Store) -> None:
    """The bundled models keep their names."""
    with pytest.raises(ConfigError, match=r"'opus-mt-ru-en' is taken .* --id"):
        add_folder(folder, store, Naming(id="opus-mt-ru-en"))


def test_an_id_that_is_none_leaves_no_manifest(folder: Path, store: Store) -> None:
    """Nothing half-written can disturb the next run."""
    with pytest.raises((ConfigError, ModelNotFoundError)):
        add_folder(folder, store, Naming(id="a b"))
    assert set(user_folder().glob("*")) == set()


def test_what_the_files_do_not_tell_must_be_given(folder: Path, store: Store) -> None:
    """T5 is trained for either task."""
    (folder / "config.json").write_text('{"model_type": "t5", "is_encoder_decoder": true}', "utf-8")
    with pytest.raises(ConfigError, match="--task"):
        add_folder(folder, store)
    add_folder(folder, store, Naming(task=Task.BRIEF))
    assert manifest_of("my-news-model").tasks == (Task.BRIEF,)


@pytest.mark.parametrize(
    ("files", "engine", "task"),
    [
        ({"config.json": CONFIG, "pytorch_model.bin": b""}, Engine.TRANSFORMERS, Task.TRANSLATION),
        (
            {"config.json": b'{"model_type": "bart"}', "model.safetensors": b""},
            Engine.TRANSFORMERS,
            Task.BRIEF,
        ),
        ({"config.json": b"{}", "model.bin": b""}, Engine.CTRANSLATE2, None),
        (
            {
                "config.json": b"{}",
                "model.bin": b"",
                "tokenizer_config.json": b'{"tokenizer_class": "MarianTokenizer"}',
            },
            Engine.CTRANSLATE2,
            Task.TRANSLATION,
        ),
    ],
)
def test_a_folder_tells_its_engine(
    tmp_path: Path, files: dict[str, bytes], engine: Engine, task: Task | None
) -> None:
    """By its weights, its configuration and its tokenizer."""
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    found = inspect(tmp_path)
    assert (found.engine, found.task) == (engine, task)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "holds no config.json, so it is no model; it is empty"),
        ({"readme": b""}, "it holds readme"),
        ({"config.json": CONFIG}, "holds no weights"),
        ({"config.json": b"{"}, "config.json cannot be read"),
        ({"config.json": b"[]"}, "must hold a JSON object"),
        (
            {
                "config.json": b'{"model_type": "bert", "architectures": ["BertModel"]}',
                "model.safetensors": b"",
            },
            r"a bert model \(BertModel\), not one that reads a sequence and writes another",
        ),
    ],
)
def test_a_folder_without_a_usable_model_is_refused(
    tmp_path: Path, files: dict[str, bytes], message: str
) -> None:
    """The message says what was found and what was looked for."""
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(ConfigError, match=message):
        inspect(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """A path that leads nowhere, or to a file."""
    with pytest.raises(ModelNotFoundError, match="absent is not a folder"):
        inspect(tmp_path / "absent")


def test_the_fingerprint_changes_with_the_files(folder: Path) -> None:
    """A folder retrained in place is another model to whoever keeps results by signature."""
    before = fingerprint(folder)
    assert fingerprint(folder) == before
    (folder / "model.safetensors").write_bytes(b"other")
    assert fingerprint(folder) != before


def test_a_converted_model_keeps_licence_and_scores(trained_copy: Path, store: Store) -> None:
    """Real weights, really converted; the second time replaces the first."""
    add_folder(trained_copy, store, Naming(id="mine"))
    for _ in range(2):
        installed = convert_model("mine", store, "int8")
    assert installed.id == "mine-ct2-int8"
    assert inspect(installed.folder).engine is Engine.CTRANSLATE2
    assert manifest_of("mine-ct2-int8").licence == "your own"
    with pytest.raises(ConfigError, match="only a model of the engine transformers"):
        convert_model("mine-ct2-int8", store)
    assert remove_model("mine-ct2-int8", store)
    assert not installed.folder.exists()


def test_converting_without_the_package_says_what_to_install(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CTranslate2 is an extra."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(MissingDependencyError, match=r"ru-en-summarizer\[ct2\]"):
        convert_model("opus-mt-ru-en", store)
