"""Articles from files, standard input and strings, and the errors that newcomers meet."""

from __future__ import annotations

import io
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from summarizer.errors import InputError
from summarizer.reading import read, read_many, read_text, suffixes
from summarizer.types import Span

TEXT = "Завод расширит выпуск\n29 Дек 2014\nОб этом заявил министр. Он доволен.\n"


def test_a_text_file_is_read(tmp_path: Path) -> None:
    """Its name is the article's id, its path the source."""
    path = tmp_path / "завод.txt"
    path.write_text(TEXT, encoding="utf-8")
    article = read(path)
    assert article.id == "завод"
    assert article.source == str(path)
    assert article.text == TEXT
    assert article.title == Span(0, 21)
    assert article.dateline == Span(22, 33)
    assert article.date == date(2014, 12, 29)


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """In any encoding, as a file would be."""
    stdin = io.TextIOWrapper(io.BytesIO(TEXT.encode("cp1251")))
    monkeypatch.setattr(sys, "stdin", stdin)
    article = read("-")
    assert (article.text, article.source, article.id) == (TEXT, "-", "")


@pytest.mark.parametrize("text", ["Москва", "Москва.", "  Путин\n"])
def test_one_word_is_an_article_without_a_title(text: str) -> None:
    """A title needs a body."""
    article = read_text(text)
    assert article.title is None
    assert article.text == text


@pytest.mark.parametrize("text", ["", " \n\t\xa0\n", "\ufeff", "\u200b\n\u00ad"])
def test_nothing_is_no_article(text: str) -> None:
    """Empty and blank are told apart in the message."""
    with pytest.raises(InputError, match=r"is empty|white space"):
        read_text(text)


def test_a_megabyte_is_read_and_ten_are_not(tmp_path: Path) -> None:
    """The limit is said, with what to do."""
    path = tmp_path / "long.txt"
    path.write_text("Слово за слово. " * 40_000, encoding="utf-8")  # 1.1 MB
    assert len(read(path).text) == 16 * 40_000
    with path.open("ab") as file:
        file.truncate(10_000_001)
    with pytest.raises(InputError, match=r"10\.0 MB, and the limit is 10 MB"):
        read(path)


def test_paths_that_are_no_file_are_named(tmp_path: Path) -> None:
    """Missing, a directory, a pipe: each says what it is."""
    with pytest.raises(InputError, match=r"нет\.txt does not exist \(looked in"):
        read(tmp_path / "нет.txt")
    with pytest.raises(InputError, match=r"is a directory.*batch"):
        read(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="not a regular file"):
        read(tmp_path / "pipe")
    with pytest.raises(InputError, match="cannot be read"):
        read("x" * 5000)


def test_a_file_without_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root reads everything, so the refusal is made here."""
    path = tmp_path / "secret.txt"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match=r"secret\.txt cannot be read: permission denied"):
        read(path)


def test_an_image_renamed_to_text_is_refused(tmp_path: Path) -> None:
    """The first bytes tell."""
    path = tmp_path / "photo.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    with pytest.raises(InputError, match=r"photo\.txt is a PNG image"):
        read(path)


def test_many_files_are_read_in_order_and_lazily(tmp_path: Path) -> None:
    """The second file is not opened before the first article is used."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "раз"}\n\n{"text": "два"}\n', encoding="utf-8")
    articles = read_many([tmp_path / "a.txt", tmp_path / "b.jsonl", tmp_path / "нет.txt"])
    assert [next(articles).id for _ in range(3)] == ["a", "b-1", "b-3"]
    with pytest.raises(InputError, match="does not exist"):
        next(articles)


def test_read_takes_a_table_of_one_article_only(tmp_path: Path) -> None:
    """One article in, one out; for more there is `read_many`."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "раз"}\n', encoding="utf-8")
    assert read(path).text == "раз"
    path.write_text('{"text": "раз"}\n{"text": "два"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="more than one article"):
        read(path)
    path.write_text("\n", encoding="utf-8")
    with pytest.raises(InputError, match="holds no articles"):
        read(path)


def test_the_suffixes_are_public() -> None:
    """A batch looks into folders for these."""
    assert {".txt", ".md", ".html", ".jsonl", ".csv"} <= set(suffixes())
