"""The commands end to end, on files, with stand-ins for the models."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from summarizer.errors import ModelNotFoundError
from summarizer.models import choose
from summarizer.testing import FakeTranslator
from tests.cli.conftest import Command

FORMATS = ["text", "md", "json", "html"]
COMMANDS = ["brief", "translate", "entities"]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article; the fake translator keeps its names."""
    path = tmp_path / "kazan.txt"
    path.write_text(
        "В Казани открыли завод\n29 декабря 2014\n"
        "Президент Татарстана Рустам Минниханов открыл в Казани новый завод.\n"
        "На заводе работают 120 человек.\n",
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.usefixtures("fake_models")
def test_every_command_writes_every_format(
    command: Command, article: Path, name: str, form: str
) -> None:
    """The name is in all of them, the result alone on standard output."""
    ended = command(name, article, "--format", form)
    assert ended.code == 0, ended.err
    assert "Rustam Minnikhanov" in ended.out
    assert "Rustam" not in ended.err


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.usefixtures("fake_models")
def test_json_is_one_object_a_line(command: Command, article: Path, name: str) -> None:
    """For one file and for several."""
    ended = command(name, article, article, "--format", "json")
    first, second = ended.out.splitlines()
    assert json.loads(first) == json.loads(second)


@pytest.mark.parametrize("name", ["brief", "translate"])
@pytest.mark.usefixtures("fake_models")
def test_the_summary_line_is_on_standard_error(command: Command, article: Path, name: str) -> None:
    """-q takes it away."""
    assert "entities, " in command(name, article).err
    assert command(name, article, "-q").err == ""


@pytest.mark.usefixtures("fake_models")
def test_entities_can_be_followed_through_the_translation(
    command: Command, article: Path, fake_models: FakeTranslator
) -> None:
    """--check translates; without it no model is asked."""
    assert command("entities", article).code == 0
    assert fake_models.calls == []
    assert "kept" in command("entities", article, "--check").out
    assert fake_models.calls


@pytest.mark.usefixtures("fake_models")
def test_standard_input_is_an_article(
    command: Command, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `-`, in UTF-8."""
    stdin = io.TextIOWrapper(io.BytesIO(article.read_bytes()), encoding="ascii")
    monkeypatch.setattr(sys, "stdin", stdin)
    assert "Rustam Minnikhanov" in command("brief", "-").out


@pytest.mark.usefixtures("fake_models")
def test_options_reach_the_library(command: Command, article: Path, tmp_path: Path) -> None:
    """A glossary, a length, an output file."""
    glossary = tmp_path / "glossary.csv"
    glossary.write_text("Рустам Минниханов,Rustam Nurgaliyevich\nКВЗ,KVZ\n", encoding="utf-8")
    path = tmp_path / "out.txt"
    ended = command("brief", article, "--glossary", glossary, "--sentences", 1, "-o", path)
    assert ended.code == 0, ended.err
    assert "Rustam Nurgaliyevich" in path.read_text(encoding="utf-8")
    assert ended.out == ""
    assert "glossary: 1 of 2 terms met; never: КВЗ" in ended.err


@pytest.mark.usefixtures("fake_models")
def test_some_files_failing_is_exit_code_3(command: Command, article: Path, tmp_path: Path) -> None:
    """Each is named with its reason, the others come through."""
    english = tmp_path / "english.txt"
    english.write_text("This is an article in English, and not in any other language at all.")
    missing = tmp_path / "missing.txt"
    ended = command("brief", english, article, missing)
    assert ended.code == 3
    assert "Rustam Minnikhanov" in ended.out
    assert "english.txt" in ended.err
    assert "missing.txt" in ended.err
    assert "2 of 3 files failed" in ended.err


def bad_files(folder: Path) -> dict[str, bytes]:
    """Content by name of what people give by mistake."""
    return {
        "empty.txt": b"",
        "blank.txt": b" \n\n ",
        "english.txt": b"This is an English article, and nothing that could be translated." * 5,
        "image.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00" + bytes(range(256)) * 4,
    }


@pytest.mark.parametrize("name", [*bad_files(Path()), "missing.txt", "."])
@pytest.mark.parametrize("verb", COMMANDS)
@pytest.mark.usefixtures("fake_models")
def test_a_file_given_by_mistake_is_a_clear_error(
    command: Command, tmp_path: Path, verb: str, name: str
) -> None:
    """Exit code 1, a line that names it, no traceback, nothing on standard output."""
    for file, content in bad_files(tmp_path).items():
        (tmp_path / file).write_bytes(content)
    ended = command(verb, tmp_path / name)
    assert (ended.code, ended.out) == (1, "")
    assert str(tmp_path) in ended.err
    assert "Traceback" not in ended.err
    assert "unexpected" not in ended.err


@pytest.mark.usefixtures("fake_models")
def test_a_word_and_a_book_are_articles_too(command: Command, tmp_path: Path) -> None:
    """One word; a hundred kilobytes (a megabyte takes half a minute, and came through too)."""
    word, book = tmp_path / "word.txt", tmp_path / "book.txt"
    word.write_text("Землетрясение", encoding="utf-8")
    line = "Президент Татарстана Рустам Минниханов открыл в Казани новый завод.\n"
    book.write_text(line * (100_000 // len(line.encode())), encoding="utf-8")
    for path in (word, book):
        ended = command("brief", path, "--style", "extractive")
        assert ended.code == 0, ended.err
        assert ended.out.strip()


def test_no_model_is_a_clear_error(
    command: Command, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the command to type; --debug adds the traceback."""

    def load(*arguments: object) -> None:
        raise ModelNotFoundError("run: summarizer models pull x")

    monkeypatch.setattr(choose, "load_translator", load)
    ended = command("brief", article)
    assert (ended.code, ended.err) == (1, "summarizer: run: summarizer models pull x\n")
    assert "Traceback" in command("brief", article, "--debug").err


def test_a_defect_is_one_message_too(
    command: Command, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was raised, and how to see where."""

    def load(*arguments: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(choose, "load_translator", load)
    ended = command("brief", article)
    assert ended.code == 1
    assert "unexpected ZeroDivisionError: division by zero" in ended.err
    assert "--debug" in ended.err
    assert "Traceback" not in ended.err
    assert "Traceback" in command("brief", article, "--debug").err


def test_debug_shows_why_the_library_cannot_be_imported(
    command: Command, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken installation fails at the import, which once came before the log was started."""
    monkeypatch.setitem(sys.modules, "summarizer.pipeline", None)
    assert "Traceback" in command("brief", article, "--debug").err


@pytest.mark.parametrize(
    "line",
    ["brief", "brief {} --sentences 0", "brief {} --style poem", "brief {} --what", "breif {}"],
)
def test_wrong_usage_is_exit_code_2(command: Command, article: Path, line: str) -> None:
    """Nothing is read or loaded."""
    assert command(*line.format(article).split()).code == 2


@pytest.mark.usefixtures("fake_models")
def test_an_option_that_is_wrong_in_itself_is_exit_code_2(
    command: Command, article: Path, tmp_path: Path
) -> None:
    """A scheme that does not exist, a glossary that is not one."""
    (tmp_path / "bad.toml").write_text("= 1")
    for option, value in (("--scheme", "klingon"), ("--glossary", tmp_path / "bad.toml")):
        ended = command("entities", article, option, value)
        assert ended.code == 2, ended.err
        assert ended.err.startswith("summarizer: ")


@pytest.mark.usefixtures("fake_models")
def test_a_closed_pipe_and_control_c_end_without_noise(
    command: Command, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`summarizer … | head`, and a user who has seen enough."""
    from summarizer import render

    for error, code in ((BrokenPipeError(32, "Broken pipe"), 1), (KeyboardInterrupt(), 130)):

        def interrupt(*arguments: object, error: BaseException = error) -> str:
            raise error

        monkeypatch.setattr(render, "brief", interrupt)
        ended = command("brief", article, "-q")
        assert (ended.code, ended.out, ended.err) == (code, "", "")
