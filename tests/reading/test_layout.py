"""Where the title, the dateline and the paragraphs are."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading.layout import lay_out, normalise

DAY = date(2014, 12, 29)
BODY = "Министр обороны Казахстана прибыл в Казань. Об этом сообщили в пресс-службе."


def parts(text: str) -> tuple[str | None, str | None, date | None]:
    layout = lay_out(text)
    title = text[layout.title.start : layout.title.stop] if layout.title else None
    dateline = text[layout.dateline.start : layout.dateline.stop] if layout.dateline else None
    return title, dateline, layout.date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Заголовок\n29 Дек 2014\n{BODY}", ("Заголовок", "29 Дек 2014", DAY)),
        (f"\n  Заголовок  \n\n29.12.2014\n\n{BODY}", ("Заголовок", "29.12.2014", DAY)),
        (f"29.12.2014 15:30\nЗаголовок\n{BODY}", ("Заголовок", "29.12.2014 15:30", DAY)),
        (f"Кто победил?\n{BODY}", ("Кто победил?", None, None)),
        (f"Глава: «Мы готовы»\n{BODY}", ("Глава: «Мы готовы»", None, None)),
        (f"{BODY}\n{BODY}", (None, None, None)),
        (f"«{BODY}»\n{BODY}", (None, None, None)),
        (f"— Что случилось\n{BODY}", (None, None, None)),
        (f"Он перечислил:\n{BODY}", (None, None, None)),
        (f"{'очень ' * 50}\n{BODY}", (None, None, None)),
        (f"2014 год: итоги\n{BODY}", ("2014 год: итоги", None, None)),
        ("Москва", (None, None, None)),
        (BODY, (None, None, None)),
        (f"МОСКВА, 5 марта — РИА Новости. {BODY}\n{BODY}", (None, None, None)),
        ("29.12.2014\nМосква", (None, "29.12.2014", DAY)),
    ],
)  # fmt: skip
def test_title_and_dateline_are_found(
    text: str, expected: tuple[str | None, str | None, date | None]
) -> None:
    """A title is short, is followed by something, and does not end as a sentence."""
    assert parts(text) == expected


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_every_kind_of_line_break_becomes_one(end: str) -> None:
    """Files from Windows, old Macs and web forms."""
    assert normalise(f"один{end}два") == "один\nдва"


WRAPPED = """\
Министр обороны Казахстана заинтересовано в сотрудничестве с
татарстанскими предприятиями, производящими оборонную продукцию,
в том числе с заводом имени Горького. Об этом заявил 29 декабря
министр.

Во встрече в Астане также приняли участие посол России и члены
татарстанской делегации, в том числе министр промышленности."""


def test_hard_wrapped_paragraphs_are_joined() -> None:
    """A line that had no room for the next word was wrapped by a program."""
    lines = normalise(WRAPPED).split("\n")
    assert len(lines) == 3
    assert lines[0].endswith("Об этом заявил 29 декабря министр.")
    assert lines[2].startswith("Во встрече")


def test_only_line_breaks_change() -> None:
    """Offsets stay comparable: a wrap becomes one space."""
    assert normalise(WRAPPED).replace(" ", "\n") == WRAPPED.replace(" ", "\n")


@pytest.mark.parametrize(
    "text",
    [
        f"Заголовок\n29.12.2014\n{BODY}\n{BODY}\nКонец дела.",
        "\n".join([BODY] * 5),
        "Итоги встречи:\n- мир\n- дружба\n- жвачка\n- и многое другое в этом роде",
        "Строка стиха одна\nДругая вслед за ней\nИ третья не одна\nА с кучею друзей",
    ],
)
def test_lines_that_are_paragraphs_stay(text: str) -> None:
    """Short paragraphs, lists and verse are not wrapped text."""
    assert normalise(text) == text


VISIBLE = st.characters(codec="utf-8", exclude_categories=["Mn", "Cf", "Cs"])


@given(st.text(VISIBLE, max_size=200))
def test_any_text_keeps_its_words(text: str) -> None:
    """Whatever the lines are, no word is lost or changed."""
    assert normalise(text).split() == unicodedata.normalize("NFC", text).split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Босано́ва и Все́волод Ивано́в", "Босанова и Всеволод Иванов"),
        ("президент\u00adская", "президентская"),
        ("\ufeffКа\u200bзань", "Казань"),
        ("Сергеи\u0306 Королё\u0301в, е\u0308лка", "Сергей Королёв, ёлка"),
        ("Ѓорге Иванов, café, Ромски\u0301", "Ѓорге Иванов, café, Ромски"),
        ("10\u00a0000 км², ½, № 5, ﬁ", "10\u00a0000 км², ½, № 5, ﬁ"),
    ],
)
def test_a_letter_is_one_character(text: str, expected: str) -> None:
    """A stress mark made "Bozano v" of «Босано́ва»; files of a Mac write «й» as two characters.
    Nothing else is exchanged for what looks like it."""
    assert normalise(text) == expected
