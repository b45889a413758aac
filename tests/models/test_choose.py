"""What the user asks for becomes a loaded model, or the error says what to type."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from summarizer.errors import ConfigError, ModelCorruptError, ModelNotFoundError
from summarizer.models.add import Naming, add_folder
from summarizer.models.choose import candidates, choose, load_summariser, load_translator
from summarizer.models.manifest import Engine, Task, bundled_folder
from summarizer.models.store import Store
from summarizer.options import Options
from summarizer.progress import silent
from summarizer.testing import FakeTranslator
from summarizer.translate.embedded.llm import EmbeddedTranslator
from summarizer.translate.protocol import Segment
from summarizer.types import ModelUse
from tests.stores import FILES, MANIFEST
from tests.tiny_models import PAIRS

Declare = Callable[..., Path]


@dataclass
class Loads:
    """Stands where an engine's module would, and notes what it is asked to load."""

    calls: list[tuple[str, Path, ModelUse, bool]] = field(default_factory=list)

    def load(self, folder: Path, *, use: ModelUse, strict: bool, **settings: Any) -> str:
        self.calls.append(("load", folder, use, strict))
        return f"translator {use.id}"

    def load_summariser(self, folder: Path, *, use: ModelUse, strict: bool, **settings: Any) -> str:
        self.calls.append(("load_summariser", folder, use, strict))
        return f"summariser {use.id}"


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> Loads:
    loads = Loads()
    module = ModuleType("engine")
    vars(module).update(load=loads.load, load_summariser=loads.load_summariser)
    for engine in ("transformers", "ctranslate2"):
        monkeypatch.setitem(
            sys.modules, f"summarizer.translate.encoder_decoder.{engine}_engine", module
        )
    return loads


@pytest.fixture(autouse=True)
def no_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parts of the embedded model are not installed, wherever the tests run."""
    monkeypatch.setattr("summarizer.models.packages.are_installed", lambda source: False)


@pytest.fixture
def install(store: Store, tmp_path: Path, declare: Declare) -> Callable[..., Path]:
    """Install a model with a score of so many hundredths of Google's."""

    def install(
        id: str, score: int = 0, task: str = "translation", *, restricted: bool = False
    ) -> Path:
        folder = tmp_path / "folders" / id
        folder.mkdir(parents=True)
        for name, data in FILES.items():
            (folder / name).write_bytes(data)
        add_folder(folder, store, Naming(id=id, task=Task(task)))
        path = tmp_path / "config" / "models" / f"{id}.toml"
        text = path.read_text("utf-8")
        if restricted:
            text = text.replace("needs_acceptance = false", "needs_acceptance = true")
        if score:
            text += f'[[quality]]\ntask = "{task}"\nmeasure = "BLEU"\ndata = "news"\n'
            text += f'value = {score}\ngoogle = 100\nsource = "us"\n'
        path.write_text(text, "utf-8")
        return folder

    return install


def test_nothing_installed_says_what_to_type(store: Store) -> None:
    """The best model that is free, and the way for those who cannot reach the Hub."""
    with pytest.raises(ModelNotFoundError) as caught:
        load_translator(Options(), silent)
    message = str(caught.value)
    assert "`summarizer models pull opus-mt-tc-big-zle-en` (603 MB)" in message
    assert "pip install 'ru-en-summarizer[offline]'" in message
    assert str(store.root) in message


def test_auto_takes_the_best_installed(install: Callable[..., Path], loads: Loads) -> None:
    """By measured quality; one that nobody has measured comes last."""
    install("unmeasured")
    best = install("good", 80)
    install("poor", 60)
    assert load_translator(Options(), silent) == "translator good"
    ((_, folder, use, strict),) = loads.calls
    assert folder == best
    assert (use.task, use.id, use.engine) == ("translation", "good", "transformers")
    assert strict, "rubbish from a model that others have measured is refused"
    assert len(use.revision) == 64


def test_auto_never_takes_what_must_be_accepted(
    install: Callable[..., Path], store: Store, loads: Loads
) -> None:
    """A non-commercial model serves only who asks for it by its name."""
    install("restricted", 90, restricted=True)
    install("free", 10)
    assert [manifest.id for manifest in candidates(Task.TRANSLATION, store)] == ["free"]
    assert load_translator(Options(translator="restricted"), silent) == "translator restricted"


def test_a_converted_model_goes_before_its_original(
    install: Callable[..., Path], store: Store, tmp_path: Path
) -> None:
    """It has the same score, and whoever converted it wants its speed."""
    install("a-original", 80)
    install("b-converted", 80)
    path = tmp_path / "config" / "models" / "b-converted.toml"
    path.write_text(path.read_text("utf-8").replace('"transformers"', '"ctranslate2"'), "utf-8")
    assert choose(Task.TRANSLATION, "auto", store).engine is Engine.CTRANSLATE2


def test_a_folder_is_loaded_without_being_added(trained: Path, store: Store, loads: Loads) -> None:
    """`--translator PATH`; its state stands in the signature."""
    assert load_translator(Options(translator=str(trained)), silent) == f"translator {trained.name}"
    ((_, folder, use, strict),) = loads.calls
    assert folder == trained
    assert len(use.revision) == 64
    assert not strict, "a model of one's own may be made for other text"
    assert store.installed() == {}


def test_a_model_for_something_else_is_refused(install: Callable[..., Path], store: Store) -> None:
    """A summariser cannot translate; the message has those that can."""
    install("sums", task="brief")
    with pytest.raises(ConfigError, match=r"sums is for brief, not translation; .*opus-mt-ru-en"):
        choose(Task.TRANSLATION, "sums", store)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("opus-mt-ru-en", "`summarizer models pull opus-mt-ru-en`"),
        ("opus-mt-ru", "did you mean 'opus-mt-ru-en'"),
        ("Helsinki-NLP/opus-mt-ru-en", "did you mean 'opus-mt-ru-en'"),
        ("./nowhere", "no folder|there is no such folder; known for translation: nllb"),
    ],
)
def test_what_cannot_be_found_has_advice(store: Store, wanted: str, message: str) -> None:
    """Not installed, mistyped, called as on the Hub, or a path that leads nowhere."""
    with pytest.raises(ModelNotFoundError, match=message):
        choose(Task.TRANSLATION, wanted, store)


def test_a_damaged_model_is_refused_before_it_is_loaded(
    install: Callable[..., Path], loads: Loads
) -> None:
    """A run never uses weights that have changed."""
    (install("mine") / "model.safetensors").write_bytes(b"changed")
    with pytest.raises(ModelCorruptError, match=r"model\.safetensors has 7 bytes"):
        load_translator(Options(translator="mine"), silent)
    assert loads.calls == []


def test_a_folder_that_a_manifest_names_is_copied_at_first_use(
    store: Store, declare: Declare, tmp_path: Path, loads: Loads
) -> None:
    """No network is needed, so no command is either."""
    stick = tmp_path / "stick"
    stick.mkdir()
    for name, data in FILES.items():
        (stick / name).write_bytes(data)
    declare(MANIFEST + f'[[sources]]\nkind = "folder"\npath = "{stick}"\n')
    load_translator(Options(), silent)
    assert loads.calls[0][1] == store.path("tiny")
    assert not store.is_installed("qwen2.5-coder-1.5b-instruct")


def test_briefs_need_no_model(store: Store) -> None:
    """With nothing installed "auto" means extractive briefs, but a named model must be there."""
    assert load_summariser(Options(), FakeTranslator(), silent) is None
    with pytest.raises(ModelNotFoundError, match="models pull bart-large-cnn"):
        load_summariser(Options(summariser="bart-large-cnn"), FakeTranslator(), silent)


def test_auto_takes_the_best_summariser(install: Callable[..., Path], loads: Loads) -> None:
    """The translator has nothing to do with it where it cannot write briefs itself."""
    install("translates", 80)
    install("sums", 20, task="brief")
    assert load_summariser(Options(), FakeTranslator(), silent) == "summariser sums"
    assert loads.calls[0][2].task == "brief"


def test_one_copy_of_the_embedded_model_serves_both_tasks(
    install: Callable[..., Path], loads: Loads
) -> None:
    """3 GB are not loaded twice, and the base model writes the briefs, without the adapter."""
    runtime: Any = SimpleNamespace()
    use = ModelUse("translation", "qwen2.5-coder-1.5b-instruct", "f86c", "llm", "ru-en-news-2")
    translator = EmbeddedTranslator(runtime, use, "Translate.")
    install("sums", 20, task="brief")
    shared = load_summariser(Options(), translator, silent)
    assert shared is not None
    assert shared.use == ModelUse("brief", "qwen2.5-coder-1.5b-instruct", "f86c", "llm")
    assert vars_of(shared)["runtime"] is runtime
    assert load_summariser(Options(summariser="sums"), translator, silent) == "summariser sums"


@pytest.mark.parametrize("adapter", [True, False])
def test_the_embedded_model_is_prepared_and_loaded_with_its_adapter(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, adapter: bool
) -> None:
    """Its installed parts count as installed; `--no-adapter` leaves the adapter out."""
    monkeypatch.setattr("summarizer.models.packages.are_installed", lambda source: True)
    asked: list[Any] = []

    def ensure(root: Path, manifest: Any, progress: Any) -> Path:
        asked.append((root, manifest.id))
        return tmp_path / "prepared"

    def load(folder: Path, **settings: Any) -> Any:
        asked.append((folder, settings["adapter"], settings["threads"]))
        return SimpleNamespace(translator="the translator", summariser="the summariser")

    monkeypatch.setattr(Store, "cover", lambda store, id, folder, progress: asked.append(id))
    monkeypatch.setattr("summarizer.models.embedded.ensure", ensure)
    monkeypatch.setattr("summarizer.translate.embedded.llm.load", load)
    options = Options(adapter=adapter, threads=2)
    assert load_translator(options, silent) == "the translator"
    folder = bundled_folder() / "adapters" / "ru-en-news-2" if adapter else None
    assert asked == [
        (store.root, "qwen2.5-coder-1.5b-instruct"),
        "qwen2.5-coder-1.5b-instruct",
        (tmp_path / "prepared", folder, 2),
    ]
    assert load_summariser(options, FakeTranslator(), silent) == "the summariser"


def test_a_model_of_one_s_own_translates(trained_copy: Path, store: Store) -> None:
    """Real weights from `add` to the English, by "auto" and from the folder."""
    add_folder(trained_copy, store, Naming(id="mine"))
    for name in ("auto", "mine", str(trained_copy)):
        translator = load_translator(Options(translator=name), silent)
        russian, english = next(iter(PAIRS.items()))
        assert translator.translate([Segment(russian)])[0][0].text == english


def vars_of(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}
