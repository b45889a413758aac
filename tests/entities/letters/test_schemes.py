"""Formal transliteration standards."""

from __future__ import annotations

import pytest

from summarizer.entities.letters import schemes
from summarizer.entities.letters.romanise import romanise

SENTENCE = "Юлия, съешь ещё этих мягких французских булок из Йошкар-Олы, да выпей алтайского чаю"


@pytest.mark.parametrize(
    ("scheme", "latin"),
    [
        (
            "icao_doc_9303",
            "Iuliia, sieesh eshche etikh miagkikh frantsuzskikh bulok iz Ioshkar-Oly, "
            "da vypei altaiskogo chaiu",
        ),
        (
            "bgn_pcgn",
            "Yuliya, s”yesh’ yeshchë etikh myagkikh frantsuzskikh bulok iz Yoshkar-Oly, "
            "da vypey altayskogo chayu",
        ),
        (
            "gost_779",
            "Ûliâ, sʺešʹ eŝë ètih mâgkih francuzskih bulok iz Joškar-Oly, da vypej altajskogo čaû",
        ),
        (
            "wikipedia",
            "Yuliya, syesh yeshchyo etikh myagkikh frantsuzskikh bulok iz Yoshkar-Oly, "
            "da vypey altayskogo chayu",
        ),
    ],
)
def test_published_samples(scheme: str, latin: str) -> None:
    """The sample sentence that the standards' own test vectors use."""
    assert romanise(SENTENCE, scheme) == latin


# "uz" is for Uzbek, which has no щ and no ы
@pytest.mark.parametrize("scheme", sorted({*schemes.names()} - {"uz"}))
def test_no_scheme_leaves_cyrillic(scheme: str) -> None:
    """iuliia 0.13 leaves a Cyrillic ё in nine schemes; the output must be Latin all the same."""
    latin = schemes.transliterate("Объезд Ёлкин Щёлково Жюль Мышь", scheme)
    assert not any("\u0400" <= char <= "\u04ff" for char in latin)


def test_capitals_stay_capitals() -> None:
    """ЦИК is TSIK, not the package's TsIK."""
    assert schemes.transliterate("ЦИК РОССИИ", "bgn_pcgn") == "TSIK ROSSII"
