"""Whole articles through the whole product: what survives, what is invented, how briefs read.

An outcome is what the product made of one article, as plain JSON, so that it can be kept and
scored again: `{"id", "translation", "brief", "names": [[Russian, English], ...], "notes": [...]}`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from summarizer.entities.russian.persons import parse
from summarizer.errors import InputError
from summarizer.evaluate.mt import corpus_scores
from summarizer.evaluate.rouge import rouge_l, rouge_n
from summarizer.evaluate.scores import Score, Tally, mean, share
from summarizer.types import Article, Brief, Kind, Span

if TYPE_CHECKING:
    from summarizer.pipeline import Summarizer

OFTEN = 3  # a surname seen fewer times says nothing about consistency
POSSESSIVE = re.compile(r"[’']s?$")
# not names, or not telling: the definition that figures of other runs use, do not tune alone
COMMON = frozenset(
    "January February March April May June July August September October November December Monday"
    " Tuesday Wednesday Thursday Friday Saturday Sunday The A An In On At It He She They We I This"
    " That According As By For From But And Or Of To With After Before".split()
)

Record = Mapping[str, Any]


def article_of(record: Record) -> Article:
    """A record with `text` (and `title`), or with `ru`: segments, whose first may be a headline."""
    if "text" in record:
        title = record.get("title") or ""
        text = f"{title}\n{record['text']}" if title else record["text"]
        return Article(str(record["id"]), text, title=Span(0, len(title)) if title else None)
    if "ru" in record:
        return Article(str(record["id"]), "\n".join(_body(record, "ru")))
    raise InputError(f"article {record['id']} has neither `text` nor `ru`")


def run_all(records: Iterable[Record], summarizer: Summarizer) -> Iterator[dict[str, Any]]:
    """The outcome of each article, lazily and in order."""
    for brief in summarizer.pipe(map(article_of, records)):
        yield outcome(brief)


def outcome(brief: Brief) -> dict[str, Any]:
    return {
        "id": brief.article.id,
        "translation": " ".join(part.text for part in brief.translations),
        "brief": brief.text,
        "names": list(_surnames(brief)),
        "notes": [note.text for note in brief.notes],
    }


def measure(records: Sequence[Record], outcomes: Sequence[Record]) -> list[Score]:
    """All scores that the records have gold for."""
    known = {str(record["id"]): record for record in records}
    unknown = [result["id"] for result in outcomes if result["id"] not in known]
    if unknown:
        raise InputError(f"{len(unknown)} outcomes are of other articles, first: {unknown[0]}")
    pairs = [(known[result["id"]], result) for result in outcomes]
    scores = [consistency(outcomes)]
    with_gold = [pair for pair in pairs if "entities" in pair[0]]
    if with_gold:
        scores += [recall(with_gold), *invented(with_gold)]
    with_reference = [pair for pair in pairs if "en_A" in pair[0]]
    if with_reference:
        scores += beside_reference(with_reference)
    return scores


def recall(pairs: Sequence[tuple[Record, Record]]) -> Score:
    """Share of an article's distinct entities of which some accepted English form is there."""
    tallies = []
    for record, result in pairs:
        forms = accepted_forms(record).values()
        hits = sum(any(form in result["translation"] for form in some) for some in forms)
        tallies.append(Tally(hits, len(forms)))
    return share("entities recalled", tallies, "entities")


def invented(pairs: Sequence[tuple[Record, Record]]) -> list[Score]:
    """Names in briefs that neither the gold entities nor the translation have; then unflagged."""
    wrong, silent = [], []
    for record, result in pairs:
        forms = (form for some in accepted_forms(record).values() for form in some)
        support = " ".join((*forms, result["translation"]))
        names = list(capitalised(result["brief"]))
        strange = [name for name in names if name not in support]
        notes = " ".join(result.get("notes", ()))
        wrong.append(Tally(len(strange), len(names)))
        silent.append(Tally(sum(name not in notes for name in strange), len(names)))
    return [
        share("names invented in briefs", wrong, "names in briefs"),
        share("names invented, unflagged", silent, "names in briefs"),
    ]


def consistency(outcomes: Sequence[Record]) -> Score:
    """Share of a person's mentions that have the spelling used most for that surname."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for result in outcomes:
        for russian, english in result.get("names", ()):
            spellings[russian][english] += 1
    often = [counts for counts in spellings.values() if counts.total() >= OFTEN]
    tallies = [Tally(max(counts.values()), counts.total()) for counts in often]
    return share("same person, same spelling", tallies, "mentions of surnames seen often")


def beside_reference(pairs: Sequence[tuple[Record, Record]]) -> list[Score]:
    """Briefs beside headline and lead; whole translations beside the reference."""
    briefs = [(result["brief"], headline_and_lead(record)) for record, result in pairs]
    whole = [" ".join(_body(record, "en_A")) for record, _ in pairs]
    bleu, chrf = corpus_scores([result["translation"] for _, result in pairs], [whole])
    return [
        mean("brief ROUGE-1", [rouge_n(*pair, n=1) for pair in briefs], "briefs"),
        mean("brief ROUGE-2", [rouge_n(*pair, n=2) for pair in briefs], "briefs"),
        mean("brief ROUGE-L", [rouge_l(*pair) for pair in briefs], "briefs"),
        bleu,
        chrf,
    ]


def headline_and_lead(record: Record) -> str:
    """The reference for a brief: the English headline and the first two segments after it."""
    return " ".join(record["en_A"][: 3 if record.get("headline") else 2])


def accepted_forms(record: Record) -> dict[str, set[str]]:
    """English forms by entity id; `en` and `accept` of the record's gold entities."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for entity in record["entities"]:
        forms[entity["id"]] |= {form for form in (entity["en"], *entity.get("accept", ())) if form}
    return dict(forms)


def capitalised(text: str) -> Iterator[str]:
    """Capitalised words that do not open a sentence, without possessive endings."""
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        for word in re.findall(r"[A-Za-z][\w’'-]*", sentence)[1:]:
            if word[0].isupper() and len(word) > 1 and word not in COMMON:
                yield re.sub(r"[’']s$", "", word)


def _surnames(brief: Brief) -> Iterator[tuple[str, str]]:
    """The Russian surname in normal form, and how the English has it, once a mention of it:
    «Премьер благодарит Бориса» names no Johnson."""
    for translation in brief.translations:
        for match in translation.matches:
            entity = brief.entities[match.entity]
            if entity.kind is not Kind.PER or match.span is None:
                continue
            if parse(match.mention.text).surname or " " not in entity.name:
                english = translation.text[slice(*match.span)].split()[-1]
                yield entity.name.split()[-1], POSSESSIVE.sub("", english)


def _body(record: Record, field: str) -> Sequence[str]:
    segments: Sequence[str] = record[field]
    return segments[1:] if record.get("headline") else segments
