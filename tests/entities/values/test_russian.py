"""Values in Russian text: add a line to a table to add a case."""

from __future__ import annotations

import pytest

from summarizer.entities.values import english_form, find_russian
from summarizer.types import Kind

from .marked import cases, check

NUMBERS = """
# digits and scales
в городе живут [1 200 000] человек => 1.2 million
население — [244 890] человек => 244,890
с тонким пробелом: [12 500 тонн] => 12,500 tons
с точкой: [1.234.567] голосов => 1,234,567
[3 тыс.] человек => 3,000
[1 млн 200 тыс.] жителей => 1.2 million
[2 млн 35 тыс. 410] избирателей => 2,035,410
продано [12,5 млн] билетов => 12.5 million
рост в [2,5 раза] => 2.5 times
тираж [780 тысяч] экземпляров => 780,000
# words in any case
[двадцать пять] человек => 25
с [двумястами пятьюдесятью] участниками => 250
более [ста тридцати семи] домов => 137
из [одиннадцати] регионов => 11
[полтора миллиона] жителей => 1.5 million
около [полутора тысяч] солдат => 1,500
[два с половиной миллиона] => 2.5 million
[полмиллиона] подписей => 500,000
[один миллион] => 1 million
[тысяча девятьсот] бойцов => 1,900
[пять целых две десятых процента] => 5.2%
собрали [миллион] подписей => 1 million
# endings
[42-й] полк => 42nd
[30-летний] житель => 30 years
[25-ти] семьям => 25
[200-километровая] трасса => 200 kilometers
[100-миллионный] посетитель => 100 million
[двадцать первый] раз => 21st
# ranges
от [5 до 7 дней] => 5–7 days
ждут [5–7] человек => 5–7
[5–7 млн тонн] => 5–7 million tons
[1600-2040 м] над уровнем моря => 1,600–2,040 meters
с [10] до [15] => 10 | 15
до полудня, в полуфинале
до [15,8]C => 15.8
до [15,8]С => 15.8
# the rest
статья [228] => 228
площадь [100 м2], [5 км²] => 100 square meters | 5 square kilometers
тепло, [25°C] => 25 degrees
[пять тонн] угля => 5 tons
со счетом [3:1] => 3-1
за [3:51,94] => 3:51.94
ссылка https://a.ru/2016/07/11 =>
победа [102:98] => 102-98
телефон [+7 (495) 123-45-67] => +74951234567
звоните [8-800-555-35-35] => +88005553535
эстафета [4]х[100 м] => four | 100 meters
стала [шестнадцатью тысячами семью] => 16,007
"""

MONEY = """
[12,5 млрд рублей] => 12.5 billion rubles
[$1,2 млн] => $1.2 million
заработал [$5] => $5
[€3,5 млрд] => €3.5 billion
[£423000] => £423,000
[100 долл.] за баррель => $100
[100 долларов США] => $100
[7 млн евро] => €7 million
[5 гривен] => 5 hryvnias
[300 тыс. тенге] => 300,000 tenge
[15 юаней] => 15 yuan
более [полумиллиарда долларов] => $500 million
[5 тыс. швейцарских франков] => 5,000 Swiss francs
[250 ₽] => 250 rubles
[5 млрд американских долларов] => $5 billion
[20 канадских долларов] => 20 Canadian dollars
[150 фунтов стерлингов] => £150
[490-560 рублей] => 490–560 rubles
[$20-30 тыс.] каждый => $20,000–$30,000
от [5 до 7 млн рублей] => 5–7 million rubles
[полмиллиарда долларов] => $500 million
"""

PERCENT = """
[5 %] населения => 5%
[5–7 %] => 5–7%
на [12,3%] => 12.3%
на [3 процентных пункта] => 3 percentage points
на [0,5 п.п] меньше => 0.5 percentage points
[двадцать процентов] => 20%
на [1,0 %] => 1%
на [один процент] => 1%
[5-процентный] рост => 5%
от [5 до 7 процентов] => 5–7%
с [10] до [15 процентов] => 10% | 15%
"""

DATES = """
# days
[29 декабря 2014 г.] состоялось => December 29, 2014
[29 декабря 2014 года] => December 29, 2014
[29.12.2014] => December 29, 2014
[2014-12-29] => December 29, 2014
обеспечить ей среду, но в [среду] => Wednesday
в одно из [воскресений] => Sunday
после [9/11] => September 11
[05/08/2008] издано => August 5, 2008
[29 Дек 2014] => December 29, 2014
[5 марта] => March 5
в ночь на [5 марта] => March 5
с [1 по 5 марта] => March 1–5
[1–5 марта 2014 года] => March 1–5, 2014
[29] и [30 декабря] => December 29 | December 30
[1], [2] и [3 мая] => May 1 | May 2 | May 3
с [28 февраля] по [5 марта 2014 года] => February 28 | March 5, 2014
[пятого марта] => March 5
[двадцать девятое декабря] => December 29
# months, weekdays, quarters
в [январе 2015 года] => January 2015
с [января] по [март] => January | March
в [январе–марте 2015 года] => January–March 2015
во [вторник] => Tuesday
в [среду] => Wednesday
в [третьем квартале 2015 года] => the third quarter of 2015
[I квартал] => the first quarter
# years and longer
в [2014 г.] было => 2014
в [2014–2015 годах] => 2014–2015
с [2014 по 2015 год] => 2014–2015
сезон [2017/18] => 2017–2018
в [2014-м] => 2014
в [тысяча девятьсот сорок первом году] => 1941
в [две тысячи четырнадцатом году] => 2014
в [2010-х] => the 2010s
в [90-е] => the 1990s
[девяностые годы] => the 1990s
конец [1990-х] => the 1990s
в [80-90-х годах] => the 1980s to the 1990s
[XIX век] => 19th century
начало [XXI века] => 21st century
в [ХХ веке] => 20th century
[XIX–XX веков] => 19th and 20th century
в [девятнадцатом веке] => 19th century
# time
в [18:30] => 18:30
в [18.30] мск => 18:30
в [6 часов вечера] => 18:00
в [6 утра] => 6:00
в [18 часов 30 минут] => 18:30
[18 ч. 30 мин] было => 18:30
к [часу ночи] => 1:00
в [половине восьмого вечера] => 19:30
[без четверти пять утра] звонок => 4:45
"""

SILENT = """
# nothing exact is said, or the digits are a name
один из них сказал
она одна, одного не хватает
сотни людей и десятки тысяч домов
тысячи жителей, миллионы рублей
несколько тысяч человек
первый вице-премьер, вторая мировая
однозначно, односторонний, окружающая среда
оба президента увезли семью
самолёт Ту-154М и Су-35С
Airbus А320, модель S1000, фильтр 3М
миллиардные инвестиции
закон № 214-ФЗ
телеканал «Россия-24»
защитить окружающую среду
двухэтажный дом, трёхлетний мальчик
половина и треть
"""


@pytest.mark.parametrize("case", cases(NUMBERS))
def test_reads_numbers(case: str) -> None:
    """Digits, words in any case, scales, endings and ranges have their value."""
    check(case, find_russian)


@pytest.mark.parametrize("case", cases(MONEY))
def test_reads_money(case: str) -> None:
    """Money has its currency, however it is written."""
    assert {item.kind for item in check(case, find_russian)} == {Kind.MONEY}


@pytest.mark.parametrize("case", cases(PERCENT))
def test_reads_percentages(case: str) -> None:
    """Percent signs, words and adjectives are one unit."""
    check(case, find_russian)


@pytest.mark.parametrize("case", cases(DATES))
def test_reads_dates(case: str) -> None:
    """Days, periods and times have every part that the text gives, and none that it does not."""
    assert {item.kind for item in check(case, find_russian)} == {Kind.DATE}


@pytest.mark.parametrize("case", cases(SILENT))
def test_vague_words_and_designations_raise_no_alarm(case: str) -> None:
    """What has no exact value, or is a name, is not found or is soft."""
    check(f"{case} => ", find_russian)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("третий раз", "third"),
        ("двухэтажный дом", "two"),
        ("трёхлетний мальчик", "3 years"),
        ("треть бюджета", "a third"),
        ("мартовский указ", "March"),
        ("субботняя игра", "Saturday"),
        ("1/8 финала", "16"),
        ("сотня человек", "100"),
        ("Россия-24", "24"),
        ("дважды", "two"),
        ("пара метров", "2 meters"),
        ("двухметровый", "2 meters"),
        ("1 евро", "€1"),
        ("за полугодие", "6 months"),
        ("Пий XII", "12th"),
    ],
)
def test_soft_values_support_the_english(text: str, expected: str) -> None:
    """A soft value is found, so that the English number is not taken for an invention."""
    (found,) = find_russian(text)
    assert found.soft
    assert english_form(found) == expected


def test_offsets_point_into_the_text_given() -> None:
    """Code points, also after letters that are two code units elsewhere."""
    text = "😀 Ёлку купили за 1 500 рублей 29 декабря."
    assert [text[item.start : item.stop] for item in find_russian(text)] == [
        "1 500 рублей",
        "29 декабря",
    ]


@pytest.mark.parametrize("text", ["", " ", "%", "$", "1", "№", "«»", "-", "1:", "5-", "ﬀ İ ½"])
def test_odd_texts_are_read_without_error(text: str) -> None:
    """Nothing at all, signs alone and broken numbers."""
    assert all(0 <= item.start < item.stop <= len(text) for item in find_russian(text))
