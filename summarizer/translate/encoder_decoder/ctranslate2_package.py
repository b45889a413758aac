"""The package CTranslate2, imported with the settings it needs."""

from __future__ import annotations

import os
import platform
from typing import Any

from summarizer.errors import MissingDependencyError


def require_ctranslate2() -> Any:
    """Import the package; raises MissingDependencyError with the line to type.

    On CPUs of AMD it would multiply by oneDNN, whose sums of 8-bit products overflow where the CPU
    has no VNNI (Zen 1 to 3): 20 of 25 sentences that the tests' model knows came out right, and by
    MKL, which it takes on Intel's, all 25. It reads the setting once, when it is imported.
    """
    if platform.machine() in ("x86_64", "AMD64"):
        os.environ.setdefault("CT2_USE_MKL", "1")
    try:
        import ctranslate2
    except ImportError as error:
        raise MissingDependencyError(
            "this model needs CTranslate2: run `pip install 'ru-en-summarizer[ct2]'`"
        ) from error
    return ctranslate2
