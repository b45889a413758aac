"""`summarizer models`: what a person types, what they see, and the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.models.store import Store
from tests.cli.conftest import Command
from tests.models.hub import COMMIT, Fault, Hub
from tests.stores import FILES, FROM_HUB, MANIFEST, WEIGHTS

Declare = Callable[..., Path]

pytestmark = pytest.mark.usefixtures("own_folders")


@pytest.fixture
def pulled(hub: Hub, declare: Declare, command: Command) -> Path:
    """The folder of a model that was pulled by the command."""
    declare(MANIFEST + FROM_HUB)
    ended = command("models", "pull", "tiny")
    assert ended.code == 0, ended.err
    return Path(command("models", "path", "tiny").out.strip())


def test_pull_says_which_source_served(hub: Hub, declare: Declare, command: Command) -> None:
    """One line on standard output; nothing else where all sums were announced."""
    declare(MANIFEST + FROM_HUB)
    ended = command("models", "pull", "tiny")
    assert ended.code == 0
    assert ended.out.startswith("tiny: 0 MB from Hugging Face Hub, someone/tiny@main, in /")
    assert ended.err == ""


def test_pull_says_what_is_trusted_on_first_use(
    hub: Hub, declare: Declare, command: Command
) -> None:
    """On standard error, and in the list from then on."""
    hub.announces = False
    declare(MANIFEST + FROM_HUB)
    assert "nobody announces the sum of config.json" in command("models", "pull", "tiny").err
    listed = command("models", "list").out.partition("tiny  [installed]")[2]
    assert "sums recorded when the files came" in listed.partition("\n\n")[0]


def test_a_failed_pull_has_every_reason(hub: Hub, declare: Declare, command: Command) -> None:
    """Exit code 1 and no traceback."""
    declare(MANIFEST + FROM_HUB)
    hub.faults["someone/tiny/main/model.safetensors"] = [Fault(status=403)]
    ended = command("models", "pull", "tiny")
    assert ended.code == 1
    assert ended.out == ""
    assert ended.err.startswith("summarizer: tiny could not be had from any source:")
    assert "HF_TOKEN" in ended.err
    assert "Traceback" not in ended.err


def test_a_restricting_licence_is_a_question_first(command: Command) -> None:
    """NLLB is not for commercial use: usage error until the flag is given."""
    ended = command("models", "pull", "nllb-200-distilled-600M")
    assert ended.code == 2
    assert "Not for commercial use" in ended.err
    assert "--accept-licence" in ended.err


def test_an_unknown_model_has_a_suggestion(command: Command) -> None:
    """For every command that takes an id."""
    for name in ("pull", "path", "verify"):
        ended = command("models", name, "opus-mt-ru")
        assert ended.code == 1
        assert "did you mean `opus-mt-ru-en`" in ended.err


@pytest.mark.usefixtures("pulled")
def test_the_list_shows_how_every_model_stands(command: Command) -> None:
    """Installed or not, size, licence and quality, for people and for programs."""
    text = command("models", "list").out
    assert "tiny  [installed]  translation, transformers" in text
    assert "opus-mt-tc-big-zle-en  [not installed]" in text
    assert "BLEU 41.6 (Google 42.8), newstest2019 ru-en" in text
    assert "sums not known here" in text
    rows = {
        row["id"]: row
        for row in map(json.loads, command("models", "list", "--json").out.splitlines())
    }
    assert rows["tiny"]["revision"] == COMMIT
    assert rows["tiny"]["state"] == "installed"
    assert rows["nllb-200-distilled-600M"]["needs_acceptance"] is True
    assert rows["opus-mt-ru-en"]["path"] is None


def test_verify_names_the_damaged_file(pulled: Path, command: Command) -> None:
    """Exit code 1; then `pull` mends it and `verify` is content."""
    assert command("models", "verify").out == "tiny: 3 files as they should be\n"
    damaged = bytearray(WEIGHTS)
    damaged[7] ^= 1
    (pulled / "model.safetensors").write_bytes(damaged)
    ended = command("models", "verify", "tiny")
    assert ended.code == 1
    assert "model.safetensors has sha256" in ended.err
    assert "[changed]" in command("models", "list").out


def test_a_model_travels_to_a_machine_without_network(
    pulled: Path, hub: Hub, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Export here, import there: the same files, and nobody was asked."""
    archive = tmp_path / "tiny.tar"
    assert command("models", "export", "tiny", archive).code == 0
    hub.asked.clear()
    monkeypatch.setenv("SUMMARIZER_MODELS", str(tmp_path / "there"))
    ended = command("models", "import", archive)
    assert ended.code == 0, ended.err
    assert "from archive tiny.tar" in ended.out
    folder = Path(command("models", "path", "tiny").out.strip())
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == FILES
    assert hub.asked == []


def test_remove_tells_what_it_did(pulled: Path, command: Command) -> None:
    """Twice is no error."""
    assert command("models", "remove", "tiny").out == "tiny: removed\n"
    assert not pulled.exists()
    assert command("models", "remove", "tiny").out == "tiny: was not installed\n"


def test_a_folder_of_one_s_own_is_added(tmp_path: Path, command: Command, store: Store) -> None:
    """By its name or another, in place or copied."""
    folder = tmp_path / "mine"
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    assert command("models", "add", folder).code == 0
    assert store.path("mine") == folder
    assert command("models", "add", folder, "--id", "copied", "--copy").code == 0
    assert store.path("copied") == store.folder("copied")
    ended = command("models", "add", folder, "--id", "third", "--task", "poetry")
    assert ended.code == 2
    assert "translation, brief" in ended.err


def test_a_model_is_converted(trained_copy: Path, command: Command, store: Store) -> None:
    """The converted one stands beside its original."""
    assert command("models", "add", trained_copy, "--id", "mine").code == 0
    ended = command("models", "convert", "mine", "--quantization", "float32")
    assert ended.code == 0, ended.err
    assert (store.path("mine-ct2-float32") / "model.bin").is_file()
    assert command("models", "convert", "mine", "--quantization", "int3").code == 2


def test_a_run_with_nothing_installed_says_what_to_type(
    command: Command, seed_article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first thing that many newcomers see."""
    monkeypatch.setattr("summarizer.models.packages.are_installed", lambda source: False)
    ended = command("translate", seed_article)
    assert ended.code == 1
    assert "`summarizer models pull opus-mt-tc-big-zle-en`" in ended.err
    assert "Traceback" not in ended.err
