"""What is not Russian is refused by name; what is Russian never is."""

import pytest

from summarizer.errors import InputError
from summarizer.language import require_russian
from summarizer.reading import read_text

RUSSIAN = [
    "Путин",
    "Москва",
    "Крым",
    "Байден отменил визит",
    "Microsoft и Apple",
    "iPhone 15 Pro Max: обзор",
    "Украина и Белоруссия",
    "Группа «Океан Ельзи» выступит в Киеве. «Слава Україні!» — написал музыкант в Telegram.",
    "Apple Inc. отчиталась: iPhone, iPad, Mac и Apple Watch подорожали.",
    "Ә. Бөкейхан — казахский политик, и о нём напомнили в Астане.",
    "Болгария объявила о выборах. Президент страны заявил, что они пройдут в апреле.",
    "КУРС ДОЛЛАРА ВЫРОС",
    "Трамп знает о состоянии здоровья Ким Чен Ына",
    "Луис Инасиу Лула да Силва",
    "Ли Пэн",
    "Юкия Амано, 2018 год",
]
OTHERS = [
    ("Україна", "Ukrainian"),
    ("Президент України заявив, що переговори відбудуться у Києві наступного тижня.", "Ukrainian"),
    ("Міністэрства абароны Беларусі паведаміла, што вучэнні пачнуцца ў верасні.", "Belarusian"),
    ("Президентът на България заяви, че ще подпише закона за бюджета до края на годината.",
     "Bulgarian"),
    ("Председник Србије је рекао да ће се избори одржати у децембру ове године.", "Serbian"),
    ("Претседателот на Македонија изјави дека изборите ќе се одржат во април.", "Macedonian"),
    ("Қазақстан Президенті жаңа заңға қол қойды және бұл туралы мәлімдеді.", "Kazakh"),
    ("Татарстан Президенты яңа заводны ачты һәм бу турыда сөйләде.", "Tatar"),
]  # fmt: skip


@pytest.mark.parametrize("text", RUSSIAN)
def test_russian_is_accepted(text: str) -> None:
    """Names in other languages, one word or capitals do not make a text foreign."""
    require_russian(read_text(text))


@pytest.mark.parametrize(("text", "language"), OTHERS)
def test_other_cyrillic_languages_are_named(text: str, language: str) -> None:
    """They would be translated wrongly, so the error says what was found."""
    with pytest.raises(InputError, match=language):
        require_russian(read_text(text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The president of the country said on Monday that it was time.", r"English \(0% Cyr"),
        (
            "Der Präsident hat das Gesetz nicht unterschrieben und ist nach Berlin geflogen.",
            "German",
        ),
        ("Президент said that the government of the country was ready for talks", "English"),
        ("总统星期一说", "Cjk letters"),
        ("الرئيس قال", "Arabic letters"),
        ("12 34 56", "no letters"),
    ],
)
def test_other_alphabets_are_refused(text: str, message: str) -> None:
    """The message names the language or the letters, and the share of Cyrillic."""
    with pytest.raises(InputError, match=message):
        require_russian(read_text(text))


def test_the_error_names_the_article() -> None:
    """Of a thousand articles the user must know which one."""
    with pytest.raises(InputError, match=r"news/7\.txt: "):
        require_russian(read_text("Good morning to you.", source="news/7.txt"))
