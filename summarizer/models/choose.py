"""From what the user asked for — "auto", an id or a folder — to a loaded model.

Nothing here uses the network: a model is installed, or made from packages that are installed, or
the error says what to type.
"""

from __future__ import annotations

import difflib
import logging
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.errors import ConfigError, ModelNotFoundError
from summarizer.models import local
from summarizer.models.manifest import (
    Engine,
    Manifest,
    Task,
    bundled_folder,
    manifest_of,
    manifests,
)
from summarizer.models.pull import is_at_hand, pull
from summarizer.models.sources import Terms
from summarizer.models.store import Store
from summarizer.options import Options
from summarizer.progress import Progress
from summarizer.translate.protocol import Summariser, Translator
from summarizer.types import ModelUse

if TYPE_CHECKING:
    from summarizer.translate.embedded.llm import EmbeddedModel

logger = logging.getLogger(__name__)

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Choice:
    """A model that can be loaded without the network."""

    id: str
    engine: Engine
    folder: Path | None  # None: not assembled yet from the parts that are installed
    revision: str
    manifest: Manifest | None = None  # None: a folder that the store does not know


def load_translator(options: Options, progress: Progress) -> Translator:
    """Load the translator that the options ask for.

    Raises ModelNotFoundError with the command to type where there is none.
    """
    choice = choose(Task.TRANSLATION, options.translator, Store())
    translator: Translator = _load(choice, Task.TRANSLATION, options, progress)
    return translator


def load_summariser(
    options: Options, translator: Translator | None, progress: Progress
) -> Summariser | None:
    """Load the summariser that the options ask for; a model that does both is loaded once.

    "auto" takes the model that translates if it writes briefs too, else the best one installed,
    and None where there is none: a brief of translated sentences needs no model.
    """
    shared = _sharing(translator)
    if options.summariser == AUTO and (shared or not candidates(Task.BRIEF, Store())):
        return shared
    choice = choose(Task.BRIEF, options.summariser, Store())
    if shared and shared.use.id == choice.id:
        return shared
    summariser: Summariser = _load(choice, Task.BRIEF, options, progress)
    return summariser


def _sharing(translator: Translator | None) -> Summariser | None:
    """Return the summariser on the copy of the model that is in memory as the translator."""
    from summarizer.translate.embedded.llm import EmbeddedSummariser, EmbeddedTranslator

    if not isinstance(translator, EmbeddedTranslator):
        return None
    return EmbeddedSummariser(translator.runtime, replace(translator.use, task="brief", adapter=""))


def choose(task: Task, wanted: str, store: Store) -> Choice:
    """Resolve an id, a folder or "auto"; the files of an installed model are checked.

    Raises ModelNotFoundError, ConfigError for a model that does something else, and
    ModelCorruptError for one whose files have changed.
    """
    if wanted == AUTO:
        return _checked(_best(task, store), store)
    known = manifests()
    if wanted in known:
        return _checked(_require_task(known[wanted], task), store)
    folder = Path(wanted).expanduser()
    if folder.is_dir():
        return _choose_folder(folder)
    raise ModelNotFoundError(_unknown(wanted, task))


def candidates(task: Task, store: Store) -> list[Manifest]:
    """Return the models for `task` that need no network, best first.

    The order is that of the measured quality. One whose licence needs acceptance is left out: it
    serves only who asks for it by name.
    """
    able = [
        manifest
        for manifest in manifests().values()
        if task in manifest.tasks
        and not manifest.needs_acceptance
        and (store.is_installed(manifest.id) or is_at_hand(manifest))
    ]
    return sorted(able, key=lambda manifest: _order(manifest, task))


def _order(manifest: Manifest, task: Task) -> tuple[float, bool, str]:
    """A converted model has the score of its original: who converted one wants its speed."""
    return -manifest.rank(task), manifest.engine is not Engine.CTRANSLATE2, manifest.id


def _best(task: Task, store: Store) -> Manifest:
    found = candidates(task, store)
    if not found:
        raise ModelNotFoundError(_nothing(task, store))
    logger.info("auto: %s for %s", found[0].id, task)
    return found[0]


def _nothing(task: Task, store: Store) -> str:
    free = (m for m in manifests().values() if task in m.tasks and not m.needs_acceptance)
    best = max(free, key=lambda manifest: manifest.rank(task))
    return (
        f"no model for {task} is installed (looked in {store.root}): run `summarizer models pull "
        f"{best.id}` ({best.size / 1e6:,.0f} MB), or where the Hub cannot be reached "
        "`pip install 'ru-en-summarizer[offline]'`"
    )


def _load(choice: Choice, task: Task, options: Options, progress: Progress) -> Any:
    """Let the engine load the model; what an engine needs is imported here and not before."""
    if choice.engine is Engine.LLM:
        model = _load_embedded(choice, options, progress)
        return model.translator if task is Task.TRANSLATION else model.summariser
    engine = import_module(f"summarizer.translate.encoder_decoder.{choice.engine}_engine")
    load = engine.load if task is Task.TRANSLATION else engine.load_summariser
    use = ModelUse(task.value, choice.id, choice.revision, choice.engine.value)
    # rubbish from a model that others have measured is a defect; one's own may be made for others
    measured = choice.manifest is not None and bool(choice.manifest.quality)
    return load(_folder(choice), use=use, options=options, progress=progress, strict=measured)


def _load_embedded(choice: Choice, options: Options, progress: Progress) -> EmbeddedModel:
    """Load the embedded model, having put it into its runtime's form if this is the first run."""
    from summarizer.models import embedded
    from summarizer.translate.embedded import llm

    manifest, store = manifest_of(choice.id), Store()
    prepared = embedded.ensure(store.root, manifest, progress)
    store.cover(choice.id, prepared, progress)
    adapter = adapter_of(manifest) if options.adapter else None
    return llm.load(prepared, adapter=adapter, threads=options.threads, progress=progress)


def adapter_of(manifest: Manifest) -> Path | None:
    """Return the folder of the adapter that the project trained for a model, if there is one."""
    return bundled_folder() / "adapters" / manifest.adapter if manifest.adapter else None


def _folder(choice: Choice) -> Path:
    """Return where the files are, copying them there first from a folder that a manifest names."""
    if choice.folder is not None:
        return choice.folder
    return pull(choice.id, Store(), terms=Terms(network=False)).folder


def _require_task(manifest: Manifest, task: Task) -> Manifest:
    if task not in manifest.tasks:
        able = [other.id for other in manifests().values() if task in other.tasks]
        raise ConfigError(
            f"{manifest.id} is for {' and '.join(manifest.tasks)}, not {task}; "
            f"models for {task}: {', '.join(able)}"
        )
    return manifest


def _checked(manifest: Manifest, store: Store) -> Choice:
    if not store.is_installed(manifest.id) and is_at_hand(manifest):
        return Choice(manifest.id, manifest.engine, None, manifest.revision, manifest)
    installed = store.check(manifest.id)
    return Choice(manifest.id, manifest.engine, installed.folder, installed.revision, manifest)


def _choose_folder(path: Path) -> Choice:
    found = local.inspect(path)
    return Choice(path.resolve().name, found.engine, path, local.fingerprint(path))


def _unknown(wanted: str, task: Task) -> str:
    able = [manifest.id for manifest in manifests().values() if task in manifest.tasks]
    near = difflib.get_close_matches(wanted.rpartition("/")[2], able, n=1)
    advice = f"did you mean {near[0]!r}?" if near else f"known for {task}: {', '.join(able)}"
    return f"no model is called {wanted!r}, and there is no such folder; {advice}"
