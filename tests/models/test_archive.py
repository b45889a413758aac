"""A model travels on a stick; an archive that is damaged or hostile installs nothing."""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.errors import (
    ConfigError,
    InputError,
    ModelCorruptError,
    ModelNotFoundError,
    OutputError,
)
from summarizer.models.archive import export_model, import_model
from summarizer.models.manifest import manifests
from summarizer.models.pull import pull
from summarizer.models.sources import Terms
from summarizer.models.store import Store
from tests.models.hub import COMMIT, Hub
from tests.stores import CONFIG, FILES, FROM_HUB, MANIFEST, WEIGHTS

Declare = Callable[..., Path]
Member = tuple[tarfile.TarInfo, bytes]


@pytest.fixture
def archive(hub: Hub, store: Store, declare: Declare, terms: Terms, tmp_path: Path) -> Path:
    """An exported model."""
    declare(MANIFEST + FROM_HUB)
    pull("tiny", store, terms=terms)
    return export_model("tiny", tmp_path / "tiny.tar", store)


@pytest.fixture
def elsewhere(tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The store of another machine, which has never heard of the model."""
    monkeypatch.setenv("SUMMARIZER_CONFIG", str(tmp_path / "elsewhere" / "config"))
    return Store(tmp_path / "elsewhere" / "store")


def read(archive: Path) -> list[Member]:
    with tarfile.open(archive) as tar:
        members = [(member, tar.extractfile(member)) for member in tar]
        return [(member, file.read() if file else b"") for member, file in members]


def write(archive: Path, members: list[Member]) -> None:
    with tarfile.open(archive, "w") as tar:
        for member, data in members:
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))


def test_a_model_arrives_as_it_was(archive: Path, elsewhere: Store) -> None:
    """Files, commit and manifest; the record says that it came from an archive."""
    installed = import_model(archive, elsewhere)
    assert {p.name: p.read_bytes() for p in installed.folder.iterdir()} == FILES
    assert installed.revision == COMMIT
    assert installed.source == "archive tiny.tar"
    assert set(installed.first_use) == set(FILES), "the archive vouches for nothing"
    assert manifests()["tiny"].description == "For tests"
    assert elsewhere.verify("tiny").files.keys() == FILES.keys()


def test_exporting_twice_gives_the_same_file(archive: Path, store: Store, tmp_path: Path) -> None:
    """No times, no owners: an archive can be compared by its sum."""
    again = export_model("tiny", tmp_path / "again.tar", store)
    assert again.read_bytes() == archive.read_bytes()


def test_what_a_runtime_made_stays_here(archive: Path, store: Store, tmp_path: Path) -> None:
    """The other machine makes its own from the weights."""
    prepared = store.path("tiny") / "openvino-1"
    prepared.mkdir()
    (prepared / "model.bin").write_bytes(b"prepared")
    store.cover("tiny", prepared)
    again = export_model("tiny", tmp_path / "again.tar", store)
    assert again.read_bytes() == archive.read_bytes()


def test_a_damaged_model_is_not_exported(archive: Path, store: Store, tmp_path: Path) -> None:
    """Every byte is verified before it leaves."""
    (store.path("tiny") / "config.json").write_bytes(CONFIG[:-1] + b" ")
    with pytest.raises(ModelCorruptError, match=r"config\.json"):
        export_model("tiny", tmp_path / "bad.tar", store)
    assert not (tmp_path / "bad.tar").exists()


def test_what_cannot_be_written_leaves_nothing(archive: Path, store: Store, tmp_path: Path) -> None:
    """The message has the file and the reason."""
    with pytest.raises(OutputError, match=r"no-folder.*No such file"):
        export_model("tiny", tmp_path / "no-folder" / "tiny.tar", store)


def test_a_model_that_is_not_installed_cannot_be_exported(store: Store, tmp_path: Path) -> None:
    """The message has the command that installs it."""
    with pytest.raises(ModelNotFoundError, match="models pull opus-mt-ru-en"):
        export_model("opus-mt-ru-en", tmp_path / "x.tar", store)


def test_a_flipped_byte_is_refused(archive: Path, elsewhere: Store) -> None:
    """The file is named, and nothing is installed."""
    data = bytearray(archive.read_bytes())
    data[data.index(WEIGHTS) + 1000] ^= 1
    archive.write_bytes(data)
    with pytest.raises(ModelCorruptError, match=r"model\.safetensors has sha256"):
        import_model(archive, elsewhere)
    require_nothing(elsewhere)


def test_an_archive_cut_off_is_refused(archive: Path, elsewhere: Store) -> None:
    """A stick that was pulled out too early."""
    archive.write_bytes(archive.read_bytes()[:60_000])
    with pytest.raises(InputError, match="cut off"):
        import_model(archive, elsewhere)
    require_nothing(elsewhere)


def test_a_missing_file_is_refused(archive: Path, elsewhere: Store) -> None:
    """A list without a file that the manifest needs, or a file that the list promises."""
    members = read(archive)
    write(archive, [each for each in members if each[0].name != "files/source.spm"])
    with pytest.raises(ModelCorruptError, match=r"source\.spm is missing"):
        import_model(archive, elsewhere)
    sums = json.loads(members[1][1])
    del sums["files"]["source.spm"]
    write(archive, [members[0], (members[1][0], json.dumps(sums).encode()), *members[2:4]])
    with pytest.raises(ModelCorruptError, match=r"source\.spm of tiny is missing"):
        import_model(archive, elsewhere)
    require_nothing(elsewhere)


@pytest.mark.parametrize(
    ("name", "kind", "message"),
    [
        ("files/../../../evil", tarfile.REGTYPE, "which its list has not"),
        ("/evil", tarfile.REGTYPE, "which its list has not"),
        ("files//evil", tarfile.REGTYPE, "which its list has not"),
        ("files/config.json", tarfile.REGTYPE, "which its list has not"),  # a second time
        ("files/config.json", tarfile.SYMTYPE, "which is no plain file"),
        ("files/config.json", tarfile.LNKTYPE, "which is no plain file"),
        ("files/config.json", tarfile.CHRTYPE, "which is no plain file"),
        ("files/config.json", tarfile.FIFOTYPE, "which is no plain file"),
        ("files", tarfile.DIRTYPE, "which is no plain file"),
    ],
)
def test_a_hostile_member_is_refused(
    archive: Path, elsewhere: Store, tmp_path: Path, name: str, kind: bytes, message: str
) -> None:
    """Nothing is written outside the store, and nothing but plain files inside."""
    evil = tarfile.TarInfo(name)
    evil.type, evil.linkname = kind, "/etc/passwd"
    members = read(archive)
    where = len(members) if kind == tarfile.REGTYPE else 2
    write(archive, [*members[:where], (evil, b""), *members[where:]])
    with pytest.raises(ModelCorruptError, match=message):
        import_model(archive, elsewhere)
    require_nothing(elsewhere)
    assert not list(tmp_path.rglob("evil"))


def test_a_list_with_a_foreign_name_is_refused(archive: Path, elsewhere: Store) -> None:
    """The manifest, not the list, says which files a model has."""
    members = read(archive)
    sums = json.loads(members[1][1])
    sums["files"]["../evil"] = "0" * 64
    write(archive, [members[0], (members[1][0], json.dumps(sums).encode()), *members[2:]])
    with pytest.raises(ModelCorruptError, match=r"'\.\./evil' is no file of tiny"):
        import_model(archive, elsewhere)


def test_the_manifest_known_here_decides(archive: Path, elsewhere: Store, declare: Declare) -> None:
    """An archive cannot bring other weights under a name whose sums are known."""
    pinned = MANIFEST.replace('"model.safetensors"', f'"model.safetensors"\nsha256 = "{"0" * 64}"')
    path = elsewhere.root.parent / "config" / "models" / "tiny.toml"
    path.parent.mkdir(parents=True)
    path.write_text(pinned + FROM_HUB, "utf-8")
    with pytest.raises(ModelCorruptError, match=r"model\.safetensors has sha256 .* 000000000000…"):
        import_model(archive, elsewhere)


def test_an_archive_cannot_name_itself_after_a_bundled_model(
    archive: Path, elsewhere: Store
) -> None:
    """Its list says opus-mt-ru-en, its files are others."""
    members = read(archive)
    sums = json.loads(members[1][1]) | {"id": "opus-mt-ru-en"}
    write(archive, [members[0], (members[1][0], json.dumps(sums).encode()), *members[2:]])
    with pytest.raises(ModelCorruptError, match=r"target\.spm of opus-mt-ru-en is missing"):
        import_model(archive, elsewhere)


def test_a_restricting_licence_must_be_accepted_here_too(
    hub: Hub, store: Store, declare: Declare, terms: Terms, tmp_path: Path
) -> None:
    """Carrying a model does not carry the consent."""
    note = 'licence_note = "Not for commercial use."\nneeds_acceptance = true\n'
    declare(MANIFEST.replace("size =", note + "size =") + FROM_HUB)
    pull("tiny", store, accept_licence=True, terms=terms)
    archive = export_model("tiny", tmp_path / "tiny.tar", store)
    with pytest.raises(ConfigError, match=r"models import .*tiny\.tar --accept-licence"):
        import_model(archive, Store(tmp_path / "other"))
    assert import_model(archive, Store(tmp_path / "other"), accept_licence=True).id == "tiny"


@pytest.mark.parametrize("data", [b"", b"no archive at all", b"\0" * 10_240])
def test_another_file_is_no_archive(store: Store, tmp_path: Path, data: bytes) -> None:
    """Empty, text, or zeros."""
    (tmp_path / "x.tar").write_bytes(data)
    with pytest.raises(InputError, match="is not a model archive"):
        import_model(tmp_path / "x.tar", store)


def test_a_missing_archive_is_named(store: Store, tmp_path: Path) -> None:
    """The path that was looked at is in the message."""
    with pytest.raises(InputError, match=r"absent\.tar cannot be imported: No such file"):
        import_model(tmp_path / "absent.tar", store)


def require_nothing(store: Store) -> None:
    assert not store.is_installed("tiny")
    assert not store.folder("tiny").exists()
    assert not store.partial("tiny").exists()
    assert "tiny" not in manifests()
