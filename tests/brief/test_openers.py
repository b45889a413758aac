"""Which first words point back."""

import pytest

from summarizer.brief.openers import leans_back, points_back

LEANING = """
Он прибыл в Астану.
Об этом заявил министр.
По его словам, завод построят.
При этом цены выросли.
Кроме того, открыли школу.
Однако суд отказал.
«Это наша победа», — сказал Иванов.
— И мы согласны, — ответил он.
Ещё 12 человек ранены.
К тому моменту дом сгорел.
Из-за этого дорогу закрыли.
Один из них погиб.
Их судили.
"""
STANDING = """
Министр прибыл в Астану.
После того, как суд отказал, банк закрыли.
Несмотря на то что цены выросли, спрос есть.
Те, кто голосовал, ушли.
С тех пор, как Ким пришёл к власти, прошло семь лет.
В этом году построят завод.
В эту субботу пройдёт концерт.
При поддержке Татарстана открыли завод.
Том Круз прибыл в Москву.
Первый вице-премьер уволен.
Данные опроса опубликовали.
Итальянский суд оправдал врача.
Свои войска отвела Армения.
Ограбили банк.
"""


@pytest.mark.parametrize("russian", LEANING.strip().splitlines())
def test_russian_pronouns_and_connectives_lean_back(russian: str) -> None:
    """An opening pronoun or connective needs the sentence before."""
    assert leans_back(russian, "The plant opened.")


@pytest.mark.parametrize("russian", STANDING.strip().splitlines())
def test_words_that_only_look_like_pronouns_stand_alone(russian: str) -> None:
    """«Том», «При поддержке», «После того, как» point at nothing before them."""
    assert not leans_back(russian, "The plant opened.")


@pytest.mark.parametrize(
    "english",
    ["He said that it rained.", "According to him, it rained.", "However, it rained.", "“But no.”"],
)
def test_a_subject_that_appears_only_in_english_leans_back(english: str) -> None:
    """«Заявил, что идёт дождь» has no pronoun; its translation has."""
    assert leans_back("Заявил, что идёт дождь.", english)


@pytest.mark.parametrize(
    "english",
    [
        "It is reported that the plant opened.",
        "It's rare for a storm to hit Arizona.",
        "There are two plants in Kazan.",
        "This week the plant opened.",
        "Those who voted left.",
        "Butter prices rose.",
        "Theresa May resigned.",
    ],
)
def test_english_expletives_and_lookalikes_stand_alone(english: str) -> None:
    """ "It is reported that…" needs no antecedent."""
    assert not leans_back("Завод открыли.", english)


@pytest.mark.parametrize(
    ("russian", "pointing"),
    [
        ("Вирус может действовать так же.", True),
        ("Берлин поможет в решении этого кризиса.", True),
        ("Берлин поможет в марте этого года.", False),
        ("Берлин поможет Варшаве.", False),
    ],
)
def test_what_points_back_inside_a_sentence_is_noticed(russian: str, pointing: bool) -> None:
    """«этого кризиса» asks which, «этого года» does not."""
    assert points_back(russian) is pointing
