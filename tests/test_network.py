"""The guard of conftest.py itself: a run of the tests proves nothing if it lets through."""

from __future__ import annotations

import socket
from urllib.request import urlopen

import pytest


def test_another_machine_cannot_be_reached() -> None:
    """Neither by address nor by name, and catching OSError does not hide it."""
    with pytest.raises(pytest.fail.Exception, match=r"192\.0\.2\.1"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(pytest.fail.Exception, match=r"example\.invalid"):
        urlopen("http://example.invalid/")


def test_this_machine_can() -> None:
    """Tests may start a server of their own."""
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=5) as client,
    ):
        assert client.getpeername() == server.getsockname()
