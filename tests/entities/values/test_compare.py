"""Russian sentences beside English ones: which values are kept, changed or lost."""

from __future__ import annotations

import pytest

from summarizer.entities.values import Comparison, compare, find_english, find_russian
from summarizer.types import Status

from .marked import cases

KEPT = """
# words for digits, digits for words, scales
двадцать пять человек => 25 people
25 человек => twenty-five people
780 000 жителей => 780 thousand residents
12,5 млрд рублей => RUB 12.5bn
полтора миллиона => 1.5 million
3,2 тысячи => 3,200
1,7 млн жителей => 1.7m people
2 млн тонн => 2m tons
двенадцать стульев => a dozen chairs
вырос вдвое => doubled
выросло в 3 раза => tripled
выросло в 2 раза => a twofold rise
полторы тысячи => fifteen hundred
10 тысяч 500 рублей => 10,500 roubles
1,5 млн => one and a half million
полдюжины => half a dozen
сто тысяч => a hundred thousand
# money and percent
100 долл. => $100
5 млн долларов США => 5 million US dollars
от 5 до 7 млн рублей => from 5 million to 7 million rubles
5–7 % => 5 to 7 percent
с 5% до 7% => from 5 to 7 percent
18% старше 65 лет и 20% => 18% of those over 65 and 20%
половина => 50 percent
# fractions
треть => 33 percent
одна пятая => 1 in 5
две трети => two out of three
одну пятую => by a fifth
четверть населения => 25% of the population
0,5% => half a percent
# dates
29 декабря 2014 г. => on Dec. 29, 2014
29 декабря 2014 г. => in 2014, on 29 December
с 1 по 5 марта => from March 1 to March 5
29 и 30 декабря => on December 29 and 30
в январе 2015 года => in January of 2015
июль 2016 г. по сравнению с июнем 2016 г. => July 2016 compared to June
в 90-е => in the 1990s
в 40-х годах XX века => in the 1940s
XIX век => the nineteenth century
19 века => of the 19 century
от 3 до 6 тыс. руб. => from 3 to 6 thousand. RUB
от -50 до 50 °С => from -50 to 50 ° C
20-е годы => the 2020s
в 2014–2015 годах => in 2014-15
в 2014–2015 годах => in 2014 and 2015
в мае-июне => in May and June
12-13 мая => May 12 and 13
к 2020-му => by 2020
летом 2014-го => in the summer of 2014
100-летие => the centenary
в десятистраничном отчёте => in a 10-page report
в одно из недавних воскресений => on a recent Sunday
30-летие => his 30th birthday
старше 20 лет => in her 20s
# the clock
18:30 => 6:30 p.m.
в 18.30 => at 6:30 in the evening
в 6 часов вечера => at 6pm
в половине восьмого => at half past seven
счет 20:18 => the score was 20-18
в 11-50 => at 11:50
в 3 часа ночи => at 3 a.m.
с 10 до 18 часов => from 10 a.m. to 6 p.m.
# units
на 3 процентных пункта => by 3 percent
25°C => 77°F
15,8C => 15.8°C
15,8°С => 15.8C
160 км => 100 miles
30 градусов => 86 degrees Fahrenheit
полтора года => 18 months
полтора часа => 90 minutes
полгода назад => six months ago
полвека => 50 years
двое суток => 48 hours
2 рубля 50 копеек => 2 rubles 50 kopecks
10 лет => a decade
24 часа => a day
пятнадцать дней => two weeks
70 кг => 154 pounds
# rounding with a hedge
2,98 млн человек => nearly 3 million people
$1,5505 => about $1.55
# ambiguous thousands
13,435 случаев => 13,435 cases
# names
чемпионат мира-2018 => the 2018 World Cup
4 по 100 м => 4x100 m
42-й => number 42
"""

CHANGED = """
# digits and scales
780 000 жителей => 78,000 residents
244 890 человек => 24,490 people
12,5 млрд рублей => 12.5 million rubles
12,5 млн рублей => 12.5 billion rubles
5 тысяч => 5 million
1,219 млн => 1.219 billion
более 3900 => more than 3,930
2,98 млн => 3 million
2,98 млн => nearly 4 million
# units
5 рублей => 5 dollars
выделили 5 млн => allocated $5 million
за 5 лет => 5%
5 % => 5
5 рублей => 5
5 км => 5 miles
3 тонны => 3 kilograms
100 евро => $100
20 градусов => 20 percent
10 лет => 10 days
# dates
29 декабря 2014 г. => December 29, 2015
29 декабря 2014 г. => November 29, 2014
29 декабря 2014 г. => December 29
во вторник => on Wednesday
18:30 => 6:30 a.m.
18:30 => 7:30 p.m.
XIX век => 18th century
в 90-е => in the 1490s
в 2014 году => in 2015
в 2014 году => in 1014
в 2014–2015 годах => in 2014–2016
в мае-июне => in May and July
в первом квартале 2016 года => in the second quarter of 2016
в 6 часов вечера => at 6 a.m.
июнь 2016 г. против июля 2016 г. => July 2016 against June 201
третий квартал => the second quarter
# words
трое погибших => four dead
третий => fourth
двухдневный => three-day
25-летний => a 26-year-old
10-летие => the 20th anniversary
"""

MISSING = """
25 человек => people
за полгода => in a year
полчаса => an hour
29 декабря => soon
во вторник => the day before
в 2014 году => that year
5 % => a little
две трети => one-third
двое => they
с семью львами => with a family of lions
пять человек => people
5 млн рублей => a lot of money
16 мужчин и 16 женщин => men and 16 women
в 2013 году (2013) => in (2013)
"""

UNCHECKED = """
первый => the leader
третий => the next
двухэтажный => tall
треть => some
в пятницу, 29 августа => on August 29
"""


def comparison(case: str) -> Comparison:
    source, _, target = case.partition(" => ")
    return compare(find_russian(source), find_english(target))


@pytest.mark.parametrize("case", cases(KEPT))
def test_rephrasing_is_kept_and_supported(case: str) -> None:
    """What human translators do with numbers raises no alarm, in neither direction."""
    result = comparison(case)
    assert set(result.statuses) == {Status.KEPT}
    assert not result.extra or "in 5" in case or "out of" in case


@pytest.mark.parametrize("case", cases(CHANGED))
def test_another_value_is_changed(case: str) -> None:
    """The span says which English value stands there."""
    result = comparison(case)
    assert Status.CHANGED in result.statuses
    assert Status.MISSING not in result.statuses
    assert all(span is not None for span in result.spans)


@pytest.mark.parametrize("case", cases(MISSING))
def test_a_lost_value_is_missing(case: str) -> None:
    """Each of two equal values needs its own."""
    result = comparison(case)
    assert result.statuses.count(Status.MISSING) == 1
    assert result.spans[result.statuses.index(Status.MISSING)] is None


@pytest.mark.parametrize("case", cases(UNCHECKED))
def test_a_soft_value_may_be_worded_away(case: str) -> None:
    """It is not flagged."""
    result = comparison(case)
    assert Status.UNCHECKED in result.statuses
    assert not any(status.is_flagged for status in result.statuses)


@pytest.mark.parametrize(
    ("source", "target", "invented"),
    [
        ("Они приехали", "They came in 2014", "2014"),
        ("5 марта", "March 5, 2014", "March 5, 2014"),
        ("двое", "five people", "five"),
        ("рост", "5% growth", "5%"),
        ("рубли", "3 million rubles", "3 million rubles"),
    ],
)
def test_a_value_without_support_is_extra(source: str, target: str, invented: str) -> None:
    """The gate needs to know what the English made up."""
    (extra,) = compare(find_russian(source), find_english(target)).extra
    assert target[extra.start : extra.stop] == invented


def test_equal_values_are_told_apart_by_their_place() -> None:
    """Statuses and spans come in the order of the source."""
    target = "5 men, 7 women and 5 dogs"
    result = compare(find_russian("5 мужчин, 7 женщин и 5 собак"), find_english(target))
    assert [target[span.start : span.stop] for span in result.spans if span] == ["5", "7", "5"]


def test_nothing_to_compare() -> None:
    """Two texts without values agree."""
    assert compare([], []) == Comparison((), (), ())
