"""Options come from files and the environment, the nearer wins, and no misspelling is ignored."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.config import configured, load_options
from summarizer.errors import ConfigError
from summarizer.options import Decoding, Options, Style

Environ = dict[str, str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's configuration folder."""
    folder = tmp_path / "config"
    folder.mkdir()
    monkeypatch.setenv("SUMMARIZER_CONFIG", str(folder))
    return folder


def write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


@pytest.mark.usefixtures("user")
def test_nothing_set_means_the_defaults(project: Path) -> None:
    """Without files and variables, the options are those of the dataclass."""
    assert configured(start=project, environ={}) == {}
    assert load_options(start=project, environ={}) == Options()


def test_the_nearer_wins(project: Path, user: Path) -> None:
    """Call over environment over project over user over default."""
    write(user / "summarizer.toml", "words = 10\nsentences = 1\nwindow = 1\ndevice = 'cpu'\n")
    write(project / "summarizer.toml", "words = 20\nsentences = 2\nwindow = 2\n")
    environ = {"SUMMARIZER_WORDS": "30", "SUMMARIZER_SENTENCES": "4"}
    options = load_options({"words": 40}, start=project, environ=environ)
    found = (options.words, options.sentences, options.window, options.device, options.threads)
    assert found == (40, 4, 2, "cpu", 0)


@pytest.mark.usefixtures("user")
def test_the_project_s_file_is_looked_for_upwards(project: Path) -> None:
    """As git and ruff do; the nearest one counts and the others do not."""
    below = project / "articles" / "2014"
    below.mkdir(parents=True)
    write(project / "pyproject.toml", "[project]\nname = 'x'\n[tool.summarizer]\nwords = 50\n")
    assert load_options(start=below, environ={}).words == 50
    write(project / "articles" / "summarizer.toml", "sentences = 5\n")
    assert configured(start=below, environ={}) == {"sentences": 5}


@pytest.mark.usefixtures("user")
def test_a_project_file_of_others_is_passed_over(project: Path) -> None:
    """A pyproject.toml without our table is not ours."""
    below = project / "package"
    below.mkdir()
    write(project / "summarizer.toml", "words = 50\n")
    write(below / "pyproject.toml", "[tool.ruff]\nline-length = 100\n")
    assert configured(start=below, environ={}) == {"words": 50}


@pytest.mark.usefixtures("user")
def test_every_type_is_read(project: Path) -> None:
    """Texts, numbers, switches, choices, paths beside the file, and the decoding table."""
    write(
        project / "summarizer.toml",
        'translator = "opus-mt-ru-en"\nadapter = false\nstyle = "extractive"\n'
        'glossary = "names.csv"\n[decoding]\nbeam_size = 4\nlength_penalty = 2\n',
    )
    options = load_options(start=project, environ={})
    assert options == Options(
        translator="opus-mt-ru-en",
        adapter=False,
        style=Style.EXTRACTIVE,
        glossary=project / "names.csv",
        decoding=Decoding(beam_size=4, length_penalty=2.0),
    )


@pytest.mark.usefixtures("user")
def test_every_type_is_read_from_the_environment(project: Path) -> None:
    """The decoding options are merged with those of the files."""
    write(project / "summarizer.toml", "[decoding]\nbeam_size = 4\nmax_ratio = 2.5\n")
    environ = {
        "SUMMARIZER_HINTS": "no",
        "SUMMARIZER_THREADS": "3",
        "SUMMARIZER_LADDER": "repair",
        "SUMMARIZER_GLOSSARY": "/names.csv",
        "SUMMARIZER_DECODING_BEAM_SIZE": "2",
        "SUMMARIZER_DECODING_LENGTH_PENALTY": "0.5",
        "PATH": "/bin",
    }
    options = load_options(start=project, environ=environ)
    assert (options.hints, options.threads, options.ladder.value) == (False, 3, "repair")
    assert options.glossary == Path("/names.csv")
    assert options.decoding == Decoding(beam_size=2, length_penalty=0.5, max_ratio=2.5)


@pytest.mark.usefixtures("user")
def test_variables_for_folders_are_no_options(project: Path) -> None:
    """SUMMARIZER_MODELS says where models are."""
    assert configured(start=project, environ={"SUMMARIZER_MODELS": "/models"}) == {}


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("\ntranslater = 'x'\n", 2, "unknown option `translater`: did you mean `translator`?"),
        ("words = 'many'\n", 1, "`words` must be a whole number, not 'many'"),
        ("words = true\n", 1, "`words` must be a whole number, not True"),
        ("hints = 1\n", 1, "`hints` must be true or false, not 1"),
        ("style = 'short'\n", 1, "`style` must be one of extractive, abstractive, auto"),
        ("glossary = 1\n", 1, "`glossary` must be a path, not 1"),
        ("words = 1\n[decoding]\nbeams = 4\n", 3, "unknown option `beams`: did you mean `beam"),
        ("decoding = 4\n", 1, "`decoding` must be a table, not 4"),
    ],
)
def test_an_error_in_a_file_has_its_line(project: Path, text: str, line: int, message: str) -> None:
    """Whoever wrote it finds it at once."""
    write(project / "summarizer.toml", text)
    with pytest.raises(ConfigError) as caught:
        configured(start=project, environ={})
    assert str(caught.value).startswith(f"{project / 'summarizer.toml'}, line {line}: {message}")


@pytest.mark.usefixtures("user")
def test_an_error_in_pyproject_has_its_line(project: Path) -> None:
    """The same key in another tool's table is not the one that is meant."""
    write(project / "pyproject.toml", "[tool.other]\nword = 1\n\n[tool.summarizer]\nword = 1\n")
    with pytest.raises(ConfigError, match=r"pyproject\.toml, line 5: unknown option `word`"):
        configured(start=project, environ={})


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize(
    ("environ", "message"),
    [
        ({"SUMMARIZER_MODEL": "x"}, "SUMMARIZER_MODEL: did you mean `SUMMARIZER_MODELS`?"),
        ({"SUMMARIZER_WORDS": "many"}, "SUMMARIZER_WORDS must be a whole number, not 'many'"),
        ({"SUMMARIZER_HINTS": "maybe"}, "SUMMARIZER_HINTS must be true or false, not 'maybe'"),
    ],
)
def test_an_error_in_the_environment_names_the_variable(
    project: Path, environ: Environ, message: str
) -> None:
    """A misspelt variable would otherwise be silently without effect."""
    with pytest.raises(ConfigError, match=message.replace("?", r"\?")):
        configured(start=project, environ=environ)


@pytest.mark.usefixtures("user")
def test_a_value_out_of_range_is_refused(project: Path) -> None:
    """As it is when the options are made in Python."""
    write(project / "summarizer.toml", "words = 0\n")
    with pytest.raises(ConfigError, match="words must be at least 1"):
        load_options(start=project, environ={})
