"""For every test: no network but this machine's own, and no skipping where models are required."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# a dictionary that is loaded for the first example takes longer than Hypothesis grants it, and so
# does any example on a machine that others use too
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")

# fixtures: real models, small enough to be built; a store and a Hub of a test's own
pytest_plugins = ["tests.tiny_models", "tests.stores"]

SEEDS = Path(__file__).parent.parent / "seeds"
LOOPBACK = {"localhost", "127.0.0.1", "::1", "0.0.0.0", "", None}


@pytest.fixture(scope="session")
def seed_article() -> Path:
    """The user's own article, the one that the README shows."""
    return SEEDS / "tatarstan-kazakhstan-2014-12-29.txt"


@pytest.fixture(scope="session", autouse=True)
def no_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The user's own configuration and variables must not decide what a test sees."""
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            if name.startswith("SUMMARIZER_") and name != "SUMMARIZER_MODELS":
                patch.delenv(name)
        patch.setenv("SUMMARIZER_CONFIG", str(tmp_path_factory.mktemp("config")))
        yield


@pytest.fixture(autouse=True)
def own_log() -> Iterator[None]:
    """A command sets the log's level and where it goes; the next test must not hear of it."""
    log = logging.getLogger("summarizer")
    level, handlers = log.level, list(log.handlers)
    yield
    log.setLevel(level)
    log.handlers = handlers


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Fail a test that looks up or connects to another machine, whatever it does with errors."""
    connect, connect_ex, look_up = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.getaddrinfo,
    )

    def allow(host: object) -> None:
        if isinstance(host, bytes):
            host = host.decode()
        if host not in LOOPBACK:
            pytest.fail(f"a test tried to reach {host}")

    def address_of(sock: socket.socket, address: Any) -> None:
        if sock.family in (socket.AF_INET, socket.AF_INET6):
            allow(address[0])

    def guarded_connect(sock: socket.socket, address: Any) -> None:
        address_of(sock, address)
        connect(sock, address)

    def guarded_connect_ex(sock: socket.socket, address: Any) -> int:
        address_of(sock, address)
        return connect_ex(sock, address)

    def guarded_look_up(host: Any, *arguments: Any, **options: Any) -> Any:
        allow(host)
        return look_up(host, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """With REQUIRE_MODELS=1 a test that needs the model fails where it would skip."""
    report = yield
    required = os.environ.get("REQUIRE_MODELS") == "1" and item.get_closest_marker("model")
    if required and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"REQUIRE_MODELS=1, but it skipped: {report.longrepr}"
    return report
