"""`summarizer doctor` finds what is wrong with a machine before a run does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer import doctor
from summarizer.doctor import Level, available_memory, examine
from summarizer.models.add import Naming, add_folder
from summarizer.models.manifest import Task
from summarizer.models.store import Store
from tests.cli.conftest import Command
from tests.tiny_models import PAIRS

pytestmark = pytest.mark.usefixtures("own_folders", "no_parts")


@pytest.fixture
def no_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parts of the embedded model are not installed, wherever the tests run."""
    monkeypatch.setattr("summarizer.models.packages.are_installed", lambda source: False)


def bad() -> list[doctor.Finding]:
    return [finding for finding in examine(self_test=False) if finding.level is Level.BAD]


def test_the_packages_are_those_that_the_distribution_names() -> None:
    """Each with its version; extras in one line each."""
    texts = [finding.text for finding in examine(self_test=False) if finding.topic == "versions"]
    assert any(text.startswith("transformers 5.") for text in texts)
    assert any(text.startswith("extra ct2, for the engine ctranslate2") for text in texts)
    assert not any("pytest" in text for text in texts)


def test_a_missing_and_a_wrong_package_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to type."""
    versions = {"torch": "2.20.0", "razdel": None}
    real = doctor._version
    monkeypatch.setattr(
        doctor,
        "_version",
        lambda name: versions[name] if name in versions else real(name),
    )
    found = {finding.text: finding.advice for finding in bad()}
    assert found["razdel is missing"] == "pip install 'razdel>=0.5'"
    assert any(text.startswith("torch 2.20.0 is not ") for text in found)


def test_a_missing_extra_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is optional may be absent; the line says what it is for and how to have it."""
    monkeypatch.setattr(doctor, "_version", lambda name: None if name == "ctranslate2" else "2.9")
    (extra,) = (f for f in examine(self_test=False) if f.text.startswith("extra ct2"))
    assert extra.level is Level.NOTE
    assert extra.text == "extra ct2, for the engine ctranslate2: 1 of 1 packages are missing"
    assert extra.advice == "pip install 'ru-en-summarizer[ct2]'"


def test_no_translator_is_bad_news() -> None:
    """The program cannot do its job; both ways out are named."""
    (finding,) = bad()
    assert finding.text == "none that translates is installed"
    assert "models pull opus-mt-tc-big-zle-en" in finding.advice


def test_an_installed_model_is_tried(trained_copy: Path, store: Store) -> None:
    """It is loaded and translates; its own English is shown."""
    add_folder(trained_copy, store, Naming(id="mine"))
    texts = [finding.text for finding in examine()]
    english = PAIRS[doctor.SENTENCE]
    assert any(f"mine translates «{doctor.SENTENCE}» as {english!r}" in text for text in texts)
    assert bad() == []


def test_a_summariser_is_tried(summariser: Path, store: Store) -> None:
    """One that writes briefs and does not translate."""
    add_folder(summariser, store, Naming(id="sums", task=Task.BRIEF))
    assert any("sums writes the brief" in finding.text for finding in examine())


def test_a_damaged_model_is_found(trained_copy: Path, store: Store) -> None:
    """And the other findings still come."""
    add_folder(trained_copy, store, Naming(id="mine"))
    (trained_copy / "source.spm").write_bytes(b"")
    (finding,) = bad()
    assert "source.spm has 0 bytes" in finding.text


def test_settings_in_force_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the environment sets, and what is wrong with it."""
    monkeypatch.setenv("SUMMARIZER_WORDS", "60")
    assert "words=60" in [finding.text for finding in examine(self_test=False)]
    monkeypatch.setenv("SUMMARIZER_WORDS", "sixty")
    assert any("SUMMARIZER_WORDS must be a whole number" in finding.text for finding in bad())


def test_memory_is_the_smaller_of_machine_and_container(tmp_path: Path) -> None:
    """A container sees its host's memory; its own limit is what it can have."""
    report = tmp_path / "meminfo"
    assert available_memory(report, tmp_path) is None
    report.write_text("MemTotal: 9 kB\nMemAvailable:    2000 kB\n", "ascii")
    assert available_memory(report, tmp_path) == 2_048_000
    (tmp_path / "memory.max").write_text("max\n", "ascii")
    (tmp_path / "memory.current").write_text("500000\n", "ascii")
    assert available_memory(report, tmp_path) == 2_048_000
    (tmp_path / "memory.max").write_text("1500000\n", "ascii")
    assert available_memory(report, tmp_path) == 1_000_000


def test_the_exit_code_tells_a_script(command: Command, trained_copy: Path, store: Store) -> None:
    """1 while something is wrong, 0 when nothing is."""
    ended = command("doctor", "--no-self-test")
    assert ended.code == 1
    assert "models    BAD: none that translates is installed" in ended.out
    add_folder(trained_copy, store, Naming(id="mine"))
    ended = command("doctor", "--no-self-test", "--json")
    assert ended.code == 0, ended.out
    lines = [json.loads(line) for line in ended.out.splitlines()]
    assert {line["topic"] for line in lines} == {"versions", "machine", "settings", "models"}
