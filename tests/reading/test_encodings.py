"""Russian in any of its encodings is read right, or refused: never as mojibake."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import InputError
from summarizer.reading.encodings import decode, detect, russianness

TEXTS = [
    "Татарстан и Казахстан расширят сотрудничество в военно-технической сфере",
    "Об этом заявил 29 декабря 2014 г. министр обороны Казахстана Имангали Тасмагамбетов.",
    "«Мы хотим сотрудничать с «КАМАЗом» — сказал он",
    "ПРЕЗИДЕНТ ПОДПИСАЛ ЗАКОН О БЮДЖЕТЕ",
    "Умер Фидель Кастро",
    "Microsoft купила Activision Blizzard за $68,7 млрд",
    "Москва",
    "Ещё один самолёт сбился с курса",
]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251",
             "koi8-r", "cp866"]  # fmt: skip


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", TEXTS)
def test_russian_is_read_in_each_of_its_encodings(text: str, encoding: str) -> None:
    """One word is enough to tell them apart."""
    data = text.encode(encoding, "replace")  # koi8-r and cp866 have no « or —
    assert decode(data, "a.txt") == text.encode(encoding, "replace").decode(encoding)


@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=5), st.sampled_from(ENCODINGS[-3:]))
def test_longer_texts_are_read_too(texts: list[str], encoding: str) -> None:
    """Any mixture of capitals, names in Latin letters and figures."""
    data = "\r\n".join(texts).encode(encoding, "ignore")
    assert detect(data, "a.txt") == encoding


@pytest.mark.parametrize("wrong", ["cp1251", "latin-1", "cp866", "koi8-r"])
def test_text_that_was_once_read_wrongly_is_turned_back(wrong: str) -> None:
    """«РџСЂРёРІРµС‚» is «Привет» in UTF-8, taken for cp1251 and saved."""
    text = "Привет, Рустам! Приезжайте в Казань."
    mojibake = text.encode().decode(wrong)
    assert decode(mojibake.encode(), "a.txt") == text


def test_russian_that_looks_a_little_like_mojibake_stays() -> None:
    """«Р.», «С–» and the like stand in many articles."""
    for text in ("Р.Минниханов и С. «Лавров» — за.", "Группа Ð ̈ играет", "С – значит север"):
        assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (b"PK\x03\x04\x14\0\x06\0", "an Office document"),
        (bytes(range(256)) * 8, "binary data"),
        (b"\0" * 100, "binary data"),
        (b"\x01\x02\x03\x04" * 100, "binary data"),
        ("Привет, мир".encode()[:-1], r"UTF-8, but byte 18 \(0xd1\)"),
        ("Привет ".encode() * 20 + b"\xff" + "мир ".encode() * 20, "UTF-8, but byte 260"),
        ("Привет".encode("utf-16") + b"\0", "should be utf-16"),
        ("价格上涨了百分之五".encode("gb2312"), "neither UTF-8 nor Russian"),
        ("café à Paris, été".encode("latin-1"), "neither UTF-8 nor Russian"),
    ],
)
def test_what_is_not_russian_text_is_refused_by_its_name(data: bytes, message: str) -> None:
    """The message says what was found; a guess would be read as garbage."""
    with pytest.raises(InputError, match=message):
        decode(data, "a.txt")


def test_prose_scores_far_above_wrong_encodings() -> None:
    """The margin around PLAUSIBLE, for one sentence."""
    sentence = TEXTS[0]
    assert russianness(sentence) > 0.9
    assert russianness(sentence.encode("koi8-r").decode("cp866")) < 0.3
    assert russianness("") == 0.0
