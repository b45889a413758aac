"""Articles in web pages and Markdown."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from summarizer.errors import InputError, MissingDependencyError
from summarizer.reading import read

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}">
<title>Завод расширит выпуск — Вести</title>
<meta property="og:title" content="Завод расширит выпуск">
<meta property="article:published_time" content="2014-12-29T15:30:00+03:00"></head><body>
<nav><a href="/">Главная</a> <a href="/sport">Спорт</a></nav>
<article><h1>Завод расширит выпуск</h1>
<p>Казанский завод расширит выпуск вертолётов Ми-17В5 в 2015 году. Об этом заявил министр
промышленности Татарстана Равиль Зарипов.</p>
<p>По словам министра, новый цех откроют в январе. «Мы готовы к работе», - отметил он.</p>
<p>На предприятии работает более семи тысяч человек, и рабочих мест станет больше.</p></article>
<footer>Все права защищены</footer></body></html>"""


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("utf-8", "utf-8"), ("windows-1251", "cp1251"), ("utf-8", "cp1251"), ("iso-8859-1", "cp1251"),
     ("nonsense", "utf-8")],
)  # fmt: skip
def test_a_page_gives_title_date_and_main_text(tmp_path: Path, charset: str, encoding: str) -> None:
    """Whatever encoding it declares, and without menus."""
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.format(charset=charset).encode(encoding))
    article = read(path)
    assert article.title is not None
    assert article.text[: article.title.stop] == "Завод расширит выпуск"
    assert article.date == date(2014, 12, 29)
    assert article.id == "page"
    for part in ("Ми-17В5", "Равиль Зарипов.", "«Мы готовы к работе», - отметил он."):
        assert part in article.text
    for menu in ("Главная", "Спорт", "Вести"):
        assert menu not in article.text


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    """An empty page is not an empty brief."""
    path = tmp_path / "page.html"
    path.write_text("<html><body><script>let a = 1;</script></body></html>", encoding="utf-8")
    with pytest.raises(InputError, match="no article text was found"):
        read(path)


def test_without_the_extra_the_error_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """trafilatura is optional."""
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(charset="utf-8"), encoding="utf-8")
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingDependencyError, match=r"ru-en-summarizer\[html\]"):
        read(path)


MARKDOWN = """---
title: "Завод *расширит* выпуск"
date: 2014-12-29
tags: x
---
# Завод расширит выпуск

Об этом **заявил** [министр](https://example.org/1) и
его _помощник_. ![фото](a.png)

## Планы

- первый план
- второй `план`

> Цитата министра

---
Модель a_b_c и 5 * 6 * 7.
"""


def test_markdown_loses_its_marks_and_no_words(tmp_path: Path) -> None:
    """A wrapped paragraph is one line again; headings and list items are lines."""
    path = tmp_path / "a.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    article = read(path)
    assert article.date == date(2014, 12, 29)
    assert [line for line in article.text.split("\n") if line.strip()] == [
        "Завод расширит выпуск",
        "Об этом заявил министр и его помощник. ",
        "Планы",
        "- первый план",
        "- второй план",
        "Цитата министра",
        "Модель a_b_c и 5 * 6 * 7.",
    ]


@pytest.mark.parametrize("heading", ["# Завод №1 #", "Завод №1\n========"])
def test_the_first_heading_is_the_title(tmp_path: Path, heading: str) -> None:
    """Both ways to write it."""
    path = tmp_path / "a.md"
    path.write_text(f"{heading}\n\nТекст статьи.\n", encoding="utf-8")
    article = read(path)
    assert article.title is not None
    assert article.text[: article.title.stop] == "Завод №1"
    assert article.text.strip().endswith("Текст статьи.")
