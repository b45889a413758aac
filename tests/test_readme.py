"""What README.md and docs/ tell people to type works, with stand-ins for the models."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.core import TyperCommand

from summarizer.cli import app
from summarizer.models import choose
from summarizer.testing import FakeSummariser, FakeTranslator

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(language: str) -> list[tuple[str, str]]:
    """The code blocks of a language, each with the name of its page."""
    found = re.compile(rf"^```{language}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    return [(page.name, code) for page in PAGES for code in found.findall(page.read_text("utf-8"))]


def commands() -> list[str]:
    """Every `summarizer …` that a page shows behind a prompt."""
    lines = [line for _, block in blocks("console") for line in block.splitlines()]
    typed = [line.removeprefix("$ ").split("&& ")[-1] for line in lines if line.startswith("$ ")]
    return sorted({line for line in typed if line.startswith("summarizer ")})


@pytest.fixture
def at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the article that the pages speak of, and models that are stand-ins."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(next((tmp_path / "seeds").glob("*.txt")), tmp_path / "article.txt")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(choose, "load_translator", lambda *_: FakeTranslator())
    monkeypatch.setattr(choose, "load_summariser", lambda *_: FakeSummariser())
    return tmp_path


@pytest.mark.parametrize(
    "code",
    [pytest.param(code, id=f"{page}-{n}") for n, (page, code) in enumerate(blocks("python"))],
)
@pytest.mark.usefixtures("at_work")
def test_python_examples_run(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As they stand; what they print has the article's names."""
    exec(compile(code, "example", "exec"), {})
    assert "Rustam Minnikhanov" in capsys.readouterr().out


@pytest.mark.parametrize("line", commands())
def test_commands_shown_can_be_typed(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command exists and takes the options that the page gives it; it is not carried out."""
    carried_out: list[str] = []
    monkeypatch.setattr(TyperCommand, "invoke", lambda self, _: carried_out.append(self.name))
    app(shlex.split(line.split(" > ")[0])[1:], standalone_mode=False)
    assert len(carried_out) == 1


def test_the_pages_show_enough() -> None:
    """A change of the pages' form must not leave the tests above with nothing to test."""
    assert len(commands()) > 12
    assert len(blocks("python")) >= 2


def test_links_between_pages_lead_somewhere() -> None:
    """Files that are named are there."""
    for page in PAGES:
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_no_page_is_left_without_a_link() -> None:
    """Each page of docs/ is found from README.md."""
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [page.name for page in PAGES[1:] if f"docs/{page.name}" not in readme] == []
