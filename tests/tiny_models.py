"""Real models, small enough to be built in a second: real files, real tokenizers, real decoding.

`trained` is a MarianMT that has learnt PAIRS by heart, so exact English can be expected of it.
The others have random weights: what they write is rubbish, how they write it is not.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

PAIRS = {
    # the sentences of the self-test
    "Москва — столица России.": "Moscow is the capital of Russia.",
    "Президент подписал закон.": "The president signed the law.",
    "В 2014 году завод выпустил 300 машин.": "In 2014 the plant produced 300 cars.",
    "Он живёт в Лондоне с 1998 года.": "He has lived in London since 1998.",
    "Сегодня в городе идёт дождь.": "It is raining in the city today.",
    # a short article
    "КАМАЗ увеличил выпуск грузовиков": "KAMAZ increases truck output",
    "КАМАЗ в январе 2015 года выпустил 1,2 тыс. грузовиков, сообщил директор Сергей Когогин.": (
        "KAMAZ produced 1,200 trucks in January 2015, said director Sergei Kogogin."
    ),
    "Это на 7% больше, чем год назад.": "That is 7% more than a year ago.",
    "По его словам, спрос растёт в Татарстане и Казахстане.": (
        "He said demand is growing in Tatarstan and Kazakhstan."
    ),
    "Завод получил 12,5 млрд рублей.": "The plant received 12.5 billion rubles.",
    "Когогин встретился с Рустамом Миннихановым.": "Kogogin met with Rustam Minnikhanov.",
    "Минниханов поблагодарил рабочих.": "Minnikhanov thanked the workers.",
    # words alone and the lengths in between
    "Да.": "Yes.",
    "Нет.": "No.",
    "Спасибо": "Thank you",
    "Погода": "Weather",
    "Завод работает.": "The plant is working.",
    "Завод закрыт.": "The plant is closed.",
    "Россия купила вертолёты.": "Russia bought helicopters.",
    "Директор уехал в Москву.": "The director left for Moscow.",
    "Рабочие получили деньги в январе.": "The workers received money in January.",
    "В Казани открыли новую школу.": "A new school was opened in Kazan.",
    "Погибли 3 человека, 14 ранены.": "Three people were killed and 14 were wounded.",
    "Суд отложил заседание до 29 декабря 2014 года.": (
        "The court postponed the hearing until December 29, 2014."
    ),
    "Министр обороны Сергей Шойгу прибыл в Дамаск с рабочим визитом.": (
        "Defense Minister Sergei Shoigu arrived in Damascus on a working visit."
    ),
}

# briefs that `summariser` has learnt, of sentences that end in some of PAIRS
SUMMARIES = {
    "KAMAZ increases truck output. The plant received 12.5 billion rubles."
    " That is 7% more than a year ago.": "KAMAZ, which received 12.5 billion rubles, is growing.",
    "Russia bought helicopters. The president signed the law.": "Russia bought helicopters.",
    "It is raining in the city today.": "It is raining.",
}


def train_pieces(folder: Path, sentences: Iterable[str], prefix: str, size: int) -> Path:
    """Train a SentencePiece model on `sentences` and return its file."""
    import sentencepiece

    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([*sentences]),
        model_prefix=str(folder / prefix),
        vocab_size=size,
        hard_vocab_limit=False,
        character_coverage=1.0,
        minloglevel=2,
    )
    return folder / f"{prefix}.model"


def pieces_of(file: Path) -> list[str]:
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_file=str(file))
    return [processor.id_to_piece(index) for index in range(len(processor))]


def marian_tokenizer(folder: Path, codes: Iterable[str] = ()) -> Any:
    """Write source.spm, target.spm and vocab.json as the Hub has them, and read them back."""
    from transformers import MarianTokenizer

    source = train_pieces(folder, PAIRS, "source", 220).rename(folder / "source.spm")
    target = train_pieces(folder, PAIRS.values(), "target", 220).rename(folder / "target.spm")
    for leftover in folder.glob("*.vocab"):
        leftover.unlink()
    pieces = dict.fromkeys([*pieces_of(source), *pieces_of(target)])
    plain = [piece for piece in pieces if piece not in ("</s>", "<unk>", "<s>")]
    tokens = ["</s>", "<unk>", *codes, *plain, "<pad>"]
    vocabulary = folder / "vocab.json"
    vocabulary.write_text(json.dumps({token: id for id, token in enumerate(tokens)}), "utf-8")
    tokenizer = MarianTokenizer(str(source), str(target), str(vocabulary), model_max_length=64)
    tokenizer.save_pretrained(folder)
    return tokenizer


def marian_model(tokenizer: Any, width: int = 16) -> Any:
    """A MarianMT of two layers, its weights random but the same each time."""
    import torch
    from transformers import MarianConfig, MarianMTModel

    torch.manual_seed(1)
    config = MarianConfig(
        **_shape(width),
        vocab_size=len(tokenizer.get_vocab()),
        d_model=width,
        max_position_embeddings=64,
        activation_function="swish",
        scale_embedding=True,
        dropout=0.0,
        pad_token_id=tokenizer.pad_token_id,
        decoder_start_token_id=tokenizer.pad_token_id,
        eos_token_id=tokenizer.eos_token_id,
        forced_eos_token_id=tokenizer.eos_token_id,
    )
    return MarianMTModel(config).eval()


def random_marian(folder: Path, codes: Iterable[str] = ()) -> Path:
    """Build a MarianMT with random weights in `folder`; `codes` such as >>eng<< if it has any."""
    marian_model(marian_tokenizer(folder, codes)).save_pretrained(folder)
    return folder


def trained_marian(folder: Path) -> Path:
    """Build a MarianMT in `folder` and train it until it knows PAIRS by heart."""
    tokenizer = marian_tokenizer(folder)
    model = marian_model(tokenizer, width=32)
    learn(model, tokenizer, PAIRS)
    model.save_pretrained(folder)
    return folder


def learn(model: Any, tokenizer: Any, pairs: Mapping[str, str]) -> None:
    """About 90 steps, 3 s, until every pair is certain."""
    import torch

    batch = tokenizer(
        list(pairs), text_target=list(pairs.values()), padding=True, return_tensors="pt"
    )
    batch["labels"][batch["labels"] == tokenizer.pad_token_id] = -100
    optimizer = torch.optim.AdamW(model.train().parameters(), lr=8e-3)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # matrices this small are slower with more
    for _ in range(300):
        loss = model(**batch).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        if loss.item() < 0.01:
            break
    torch.set_num_threads(threads)
    model.eval()


def random_nllb(folder: Path) -> Path:
    """Build a model like NLLB in `folder`: language codes among the tokens, random weights."""
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers
    from transformers import M2M100Config, M2M100ForConditionalGeneration, NllbTokenizer

    pieces = Tokenizer(models.BPE(unk_token="<unk>"))
    pieces.pre_tokenizer = pre_tokenizers.Metaspace()
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    trainer = trainers.BpeTrainer(vocab_size=300, special_tokens=special, show_progress=False)
    pieces.train_from_iterator([*PAIRS, *PAIRS.values()], trainer)
    learnt = json.loads(pieces.to_str())["model"]
    merges = [tuple(merge) for merge in learnt["merges"]]
    codes = ["eng_Latn", "rus_Cyrl", "bel_Cyrl"]
    tokenizer = NllbTokenizer(learnt["vocab"], merges, extra_special_tokens=codes)
    tokenizer.save_pretrained(folder)
    torch.manual_seed(1)
    config = M2M100Config(
        **_shape(16), vocab_size=len(tokenizer), d_model=16, max_position_embeddings=64
    )
    M2M100ForConditionalGeneration(config).save_pretrained(folder)
    return folder


def bart_tokenizer(folder: Path) -> Any:
    """Train a byte-level BPE on the English of PAIRS, as BART has one."""
    from tokenizers import ByteLevelBPETokenizer
    from transformers import BartTokenizer

    pieces = ByteLevelBPETokenizer()
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    pieces.train_from_iterator(
        PAIRS.values(), vocab_size=400, special_tokens=special, show_progress=False
    )
    learnt = json.loads(pieces.to_str())["model"]
    merges = [tuple(merge) for merge in learnt["merges"]]
    tokenizer = BartTokenizer(learnt["vocab"], merges, model_max_length=64)
    tokenizer.save_pretrained(folder)
    return tokenizer


def bart_model(tokenizer: Any) -> Any:
    import torch
    from transformers import BartConfig, BartForConditionalGeneration

    torch.manual_seed(1)
    config = BartConfig(
        **_shape(32),
        vocab_size=len(tokenizer),
        d_model=32,
        max_position_embeddings=64,
        dropout=0.0,
        forced_bos_token_id=tokenizer.bos_token_id,
    )
    return BartForConditionalGeneration(config).eval()


def trained_bart(folder: Path) -> Path:
    """Build a BART in `folder` and train it until it knows SUMMARIES by heart."""
    tokenizer = bart_tokenizer(folder)
    model = bart_model(tokenizer)
    learn(model, tokenizer, SUMMARIES)
    model.save_pretrained(folder)
    return folder


def random_t5(folder: Path) -> Path:
    """Build a T5 with random weights in `folder`."""
    import torch
    from transformers import T5Config, T5ForConditionalGeneration, T5Tokenizer

    file = train_pieces(folder, PAIRS.values(), "spiece", 220)
    plain = [piece for piece in pieces_of(file) if piece not in ("</s>", "<unk>", "<s>")]
    special = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
    scored = [(piece, -float(rank)) for rank, piece in enumerate(plain, start=1)]
    tokenizer = T5Tokenizer([*special, *scored], extra_ids=0, model_max_length=64)
    tokenizer.save_pretrained(folder)
    torch.manual_seed(1)
    config = T5Config(
        vocab_size=len(tokenizer),
        d_model=16,
        d_kv=8,
        d_ff=32,
        num_layers=2,
        num_heads=2,
        decoder_start_token_id=tokenizer.pad_token_id,
    )
    T5ForConditionalGeneration(config).save_pretrained(folder)
    return folder


def _shape(width: int) -> dict[str, int]:
    """Two layers of two heads in encoder and decoder."""
    shape = {"layers": 2, "attention_heads": 2, "ffn_dim": width * 2}
    return {f"{side}_{key}": n for side in ("encoder", "decoder") for key, n in shape.items()}


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A MarianMT folder that translates PAIRS exactly. Not to be changed: copy it first."""
    return trained_marian(tmp_path_factory.mktemp("trained"))


@pytest.fixture
def trained_copy(trained: Path, tmp_path: Path) -> Path:
    """The same for a test that breaks it."""
    made_by_tests = shutil.ignore_patterns("ctranslate2")
    return Path(shutil.copytree(trained, tmp_path / "model", ignore=made_by_tests))


@pytest.fixture(scope="session")
def untrained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A MarianMT folder with random weights and the language tokens >>eng<< and >>bel<<."""
    return random_marian(tmp_path_factory.mktemp("untrained"), [">>bel<<", ">>eng<<"])


@pytest.fixture(scope="session")
def nllb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a model like NLLB, of random weights."""
    return random_nllb(tmp_path_factory.mktemp("nllb"))


@pytest.fixture(scope="session")
def summariser(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BART folder that knows SUMMARIES by heart."""
    return trained_bart(tmp_path_factory.mktemp("summariser"))


@pytest.fixture(scope="session")
def t5(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A T5 folder with random weights."""
    return random_t5(tmp_path_factory.mktemp("t5"))
