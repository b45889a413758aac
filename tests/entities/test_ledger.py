"""The ledger: every name, number, date and designation of the Russian, each distinct one once."""

from __future__ import annotations

from itertools import pairwise

from summarizer.entities.ledger import build
from summarizer.reading import read_text
from summarizer.sentences import split
from summarizer.types import Entity, Kind, Ledger, Origin


def ledger(text: str) -> Ledger:
    article = read_text(text)
    return build(article, split(article))


def rows(text: str, kind: Kind) -> list[Entity]:
    return [entity for entity in ledger(text).entities if entity.kind is kind]


def test_a_value_is_one_row_however_it_is_written() -> None:
    """Words and digits for one number are the same thing."""
    (number,) = rows("Погибли двенадцать человек. Ранее сообщалось о 12 погибших.", Kind.NUM)
    assert [mention.text for mention in number.mentions] == ["двенадцать", "12"]
    assert number.origin is Origin.VALUE


def test_dates_have_their_english() -> None:
    """A date is shown as English news writes it."""
    (day,) = rows("Это случилось 29 декабря 2014 года в Казани.", Kind.DATE)
    assert day.english == "December 29, 2014"


def test_designations_are_names_not_numbers() -> None:
    """The 400 of С-400 is not a count."""
    text = "Турция купила комплексы С-400 и вертолеты Ми-17В5."
    assert [entity.english for entity in rows(text, Kind.LATIN)] == ["S-400", "Mi-17V5"]
    assert rows(text, Kind.NUM) == []


def test_a_number_that_a_name_says_is_not_counted_twice() -> None:
    """Channel One is a name; 25 million viewers are a number."""
    text = "«Первый канал» посмотрели 25 млн зрителей."
    assert [entity.english for entity in rows(text, Kind.NUM)] == ["25 million"]


def test_rows_come_in_the_order_of_the_text() -> None:
    """The table reads as the article does."""
    entities = ledger("В Казани 12 марта Рустам Минниханов открыл 3 завода.").entities
    starts = [entity.mentions[0].start for entity in entities]
    assert starts == sorted(starts)
    assert len(entities) >= 4


def test_no_two_mentions_of_names_overlap() -> None:
    """A letter belongs to one name at most."""
    text = (
        "Генеральный директор ОАО «КАМАЗ» Сергей Когогин и глава Минпромторга РФ Денис Мантуров "
        "встретились в Набережных Челнах с послом США Джоном Теффтом."
    )
    spans = sorted(
        (mention.start, mention.stop)
        for entity in ledger(text).entities
        if entity.kind.is_name
        for mention in entity.mentions
    )
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_a_currency_names_no_country() -> None:
    """«долларов США» is the dollar sign, but who is in the United States must stay there."""
    text = "Ставка составляет 24 380 долларов США или 5 млн чешских крон, заявили в США."
    (states,) = rows(text, Kind.LOC)
    assert [mention.start for mention in states.mentions] == [text.rindex("США")]
