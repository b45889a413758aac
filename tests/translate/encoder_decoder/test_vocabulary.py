"""Text goes into a model and comes out of it without loss, and the model knows the languages."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import ConfigError, MissingDependencyError, ModelCorruptError
from summarizer.translate.encoder_decoder.marian import MarianVocabulary
from summarizer.translate.encoder_decoder.vocabulary import (
    TransformersVocabulary,
    Vocabulary,
    brief_prefix,
    load_tokenizer,
    set_direction,
)
from tests.tiny_models import PAIRS, random_nllb

TRICKY = [
    "",
    "Да.",
    "  два  пробела ",
    "«КАМАЗ» — завод…",
    "</s> <unk> <pad> >>eng<<",
    "emoji 😀 и ќ",
    "10\u00a0000 рублей",
    "сто\u0301ит",
]


def official(folder: Path) -> TransformersVocabulary:
    tokenizer = load_tokenizer(folder)
    return TransformersVocabulary(tokenizer, set_direction(tokenizer).prefix)


@pytest.mark.parametrize("model", ["trained", "untrained"])
def test_our_marian_vocabulary_is_that_of_transformers(
    model: str, request: pytest.FixtureRequest
) -> None:
    """The engine without torch reads and writes the same ids and the same text."""
    folder = request.getfixturevalue(model)
    ours, theirs = MarianVocabulary(folder), official(folder)
    for text in [*PAIRS, *PAIRS.values(), *TRICKY]:
        ids = ours.encode(text)
        assert ids == theirs.encode(text)
        assert ours.decode(ids) == theirs.decode(ids)
        assert ours.tokens(ids) == theirs.tokens(ids)
        assert ours.ids(ours.tokens(ids)) == ids
    assert ours.end == theirs.end


@pytest.fixture(params=["ours", "official"])
def vocabulary(request: pytest.FixtureRequest, trained: Path) -> Vocabulary:
    return MarianVocabulary(trained) if request.param == "ours" else official(trained)


def test_quotes_and_dashes_that_a_model_lacks_are_written_plainly(vocabulary: Vocabulary) -> None:
    """Guillemets are in every Russian headline; as <unk> they would take the name with them."""
    assert vocabulary.encode("Завод \u2014 закрыт") == vocabulary.encode("Завод — закрыт")
    assert vocabulary.encode("В\u00a02014\u00a0году") == vocabulary.encode("В 2014 году")
    assert vocabulary.encode("сто\u0301ит") == vocabulary.encode("стоит")


def test_a_character_that_the_model_knows_is_left_alone(vocabulary: Vocabulary) -> None:
    """The dash and ё are in the vocabulary of this model: it was trained on them."""
    assert "—" in "".join(vocabulary.tokens(vocabulary.encode("Москва — столица")))
    assert "ё" in "".join(vocabulary.tokens(vocabulary.encode("живёт")))


def test_marks_of_the_model_in_an_article_are_only_text(vocabulary: Vocabulary) -> None:
    """A "</s>" in the middle of a sentence would end it for the model, and lose the rest."""
    ids = vocabulary.encode("Да </s> нет")
    assert ids.count(vocabulary.end) == 1
    assert ids[-1] == vocabulary.end


def test_the_language_token_is_put_where_the_vocabulary_has_one(untrained: Path) -> None:
    """opus-mt models with several target languages answer in any of them without it."""
    vocabulary = official(untrained)
    assert vocabulary.tokens(vocabulary.encode("Да."))[0] == ">>eng<<"


def test_a_model_of_one_direction_gets_no_language_token(trained: Path) -> None:
    """There it would be text to translate."""
    assert set_direction(load_tokenizer(trained)).prefix == ""


def test_nllb_reads_russian_and_must_write_english(nllb: Path) -> None:
    """Without the forced first token NLLB may answer in any of 200 languages."""
    tokenizer = load_tokenizer(nllb)
    direction = set_direction(tokenizer)
    vocabulary = TransformersVocabulary(tokenizer)
    assert direction.first_token == "eng_Latn"
    assert vocabulary.tokens(vocabulary.encode("Да."))[0] == "rus_Cyrl"


def test_a_tokenizer_of_one_direction_may_still_name_its_languages() -> None:
    """That of facebook/wmt19-ru-en does, and has no tokens for them."""
    tokenizer: Any = Multilingual("мир</w>", "world</w>")
    assert set_direction(tokenizer).first_token is None
    assert tokenizer.src_lang == "en", "left as it came"


class Multilingual:
    """What M2M-100 and mBART-50 tokenizers look like from here."""

    src_lang = "en"
    name_or_path = "folder"

    def __init__(self, *tokens: str) -> None:
        self.tokens = tokens

    def get_vocab(self) -> dict[str, int]:
        return {token: id for id, token in enumerate(self.tokens)}


@pytest.mark.parametrize(
    ("tokens", "source", "first"),
    [
        (["ru", "en", "__ru__", "__en__"], "ru", "__en__"),  # M2M-100, where "en" is a word too
        (["ru_RU", "en_XX"], "ru_RU", "en_XX"),  # mBART-50
    ],
)
def test_other_models_of_many_languages_are_told_too(
    tokens: list[str], source: str, first: str
) -> None:
    """Each family has codes of its own."""
    tokenizer: Any = Multilingual(*tokens)
    assert set_direction(tokenizer).first_token == first
    assert tokenizer.src_lang == source


@pytest.mark.parametrize(
    ("tokens", "missing"), [(["eng_Latn"], "Russian"), (["rus_Cyrl", "fra_Latn"], "English")]
)
def test_a_model_without_the_language_is_refused(tokens: list[str], missing: str) -> None:
    """It would translate into some language, and nobody would know why."""
    with pytest.raises(ConfigError, match=f"no {missing}"):
        set_direction(Multilingual(*tokens))


def test_a_missing_sacremoses_is_an_error(trained: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tokenizers that want it change their output without it."""
    real = importlib.util.find_spec
    monkeypatch.setattr(
        "summarizer.translate.encoder_decoder.vocabulary.find_spec",
        lambda name: None if name == "sacremoses" else real(name),
    )
    with pytest.raises(MissingDependencyError, match="pip install sacremoses"):
        load_tokenizer(trained)


def test_a_folder_without_a_tokenizer_is_refused(tmp_path: Path) -> None:
    """The message names the folder."""
    with pytest.raises(ModelCorruptError, match=str(tmp_path)):
        load_tokenizer(tmp_path)


@pytest.mark.parametrize(("name", "size"), [("source.spm", 3), ("vocab.json", 100)])
def test_a_damaged_vocabulary_is_refused(trained_copy: Path, name: str, size: int) -> None:
    """Half a file is what a broken download leaves."""
    file = trained_copy / name
    file.write_bytes(file.read_bytes()[:size])
    with pytest.raises(ModelCorruptError):
        MarianVocabulary(trained_copy)
    with pytest.raises(ModelCorruptError):
        load_tokenizer(trained_copy)


def test_a_damaged_tokenizer_file_is_refused(nllb: Path, tmp_path: Path) -> None:
    """The package that reads it raises plain Exception."""
    folder = Path(shutil.copytree(nllb, tmp_path / "model"))
    file = folder / "tokenizer.json"
    file.write_bytes(file.read_bytes()[:200])
    with pytest.raises(ModelCorruptError, match="cannot be loaded"):
        load_tokenizer(folder)


def test_the_prefix_of_a_summariser_is_read_from_its_settings(tmp_path: Path) -> None:
    """T5 shortens only what follows "summarize: "."""
    settings = '{"task_specific_params": {"summarization": {"prefix": "summarize: "}}}'
    (tmp_path / "config.json").write_text(settings, "utf-8")
    assert brief_prefix(tmp_path) == "summarize: "
    (tmp_path / "config.json").write_text("{}", "utf-8")
    assert brief_prefix(tmp_path) == ""


def test_a_tokenizer_from_elsewhere_keeps_its_special_tokens_out_of_the_text(
    tmp_path: Path,
) -> None:
    """What NLLB writes around its text is not part of the English."""
    vocabulary = TransformersVocabulary(load_tokenizer(random_nllb(tmp_path)))
    assert vocabulary.decode(vocabulary.encode("Moscow")) == "Moscow"
