"""One small brief with everything that can be flagged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from summarizer.types import (
    Brief,
    BriefSentence,
    Kind,
    Match,
    ModelUse,
    Note,
    NoteCode,
    Signature,
    Span,
    Status,
    TranslatedArticle,
)
from summarizer.values import Moment
from tests.brief.build import article, name, value

MISSING = Note(NoteCode.MISSING, "«Тихомиров» is not in the English", 2)
SIGNATURE = Signature(
    "1.0", (ModelUse("translation", "m", "abcdef1234567890", "fake"),), {"beam": 1}
)


@pytest.fixture
def translated() -> TranslatedArticle:
    made = article(
        [
            ("Минниханов прибыл в Астану 29 декабря.", "Minnikhanov came to Astana on Dec. 29."),
            ("Тихомиров <рад> & *поёт*.", "The director is <glad> & *sings*."),
            ("Снег идёт.", "It is snowing."),
        ],
        name(Kind.PER, "Minnikhanov", (1, "Минниханов")),
        name(Kind.LOC, "Astana", (1, "Астану")),
        value(Kind.DATE, "December 29", Moment(month=12, day=29), (1, "29 декабря")),
        name(Kind.PER, "Tikhomirov", (2, "Тихомиров")),
        title=("Визит <в> Астану", "Visit <to> Astana"),
        day=date(2014, 12, 30),
    )
    first, lead, glad, snow = made.translations
    mentions = [entity.mentions[0] for entity in made.ledger.entities]
    lead = replace(
        lead,
        matches=(
            Match(0, mentions[0], Status.REPAIRED, Span(0, 11)),
            Match(1, mentions[1], Status.KEPT, Span(20, 26)),
            Match(2, mentions[2], Status.KEPT, Span(30, 37)),
        ),
        notes=(Note(NoteCode.REPAIRED, "Minin became Minnikhanov", 1),),
    )
    glad = replace(glad, matches=(Match(3, mentions[3], Status.MISSING),), notes=(MISSING,))
    notes = (*lead.notes, *glad.notes)
    return replace(made, translations=(first, lead, glad, snow), notes=notes, signature=SIGNATURE)


@pytest.fixture
def brief(translated: TranslatedArticle) -> Brief:
    lead, glad = translated.translations[1:3]
    return Brief(
        translated.ledger.article,
        translated.translations[0].text,
        (BriefSentence(lead.text, (1,)), BriefSentence(glad.text, (2,))),
        translated.ledger.entities,
        translated.translations,
        translated.notes,
        SIGNATURE,
    )
