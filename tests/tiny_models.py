"""Real models, small enough to be built in a second: real files, real tokenizers, real decoding.

`trained` is a MarianMT that has learnt PAIRS by heart, so exact English can be expected of it.
The others have random weights: what they write is rubbish, how they write it is not.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
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
        "KAMAZ produced 1,200 trucks in January 2015, said director Sergey Kogogin."
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
    shape = {"layers": 2, "attention_heads": 2, "ffn_dim": width * 2}
    sides = {f"{side}_{key}": n for side in ("encoder", "decoder") for key, n in shape.items()}
    config = MarianConfig(
        **sides,
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
    import torch

    tokenizer = marian_tokenizer(folder)
    model = marian_model(tokenizer, width=32)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # matrices this small are slower with more
    learn(model, tokenizer)
    torch.set_num_threads(threads)
    model.save_pretrained(folder)
    return folder


def learn(model: Any, tokenizer: Any) -> None:
    """About 90 steps, 3 s, until every pair is certain."""
    import torch

    batch = tokenizer(
        list(PAIRS), text_target=list(PAIRS.values()), padding=True, return_tensors="pt"
    )
    batch["labels"][batch["labels"] == tokenizer.pad_token_id] = -100
    optimizer = torch.optim.AdamW(model.train().parameters(), lr=8e-3)
    for _ in range(300):
        loss = model(**batch).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        if loss.item() < 0.01:
            break
    model.eval()


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A MarianMT folder that translates PAIRS exactly. Not to be changed: copy it first."""
    return trained_marian(tmp_path_factory.mktemp("trained"))


@pytest.fixture
def trained_copy(trained: Path, tmp_path: Path) -> Path:
    """The same for a test that breaks it."""
    return Path(shutil.copytree(trained, tmp_path / "model"))


@pytest.fixture(scope="session")
def untrained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A MarianMT folder with random weights and the language tokens >>eng<< and >>bel<<."""
    return random_marian(tmp_path_factory.mktemp("untrained"), [">>bel<<", ">>eng<<"])
