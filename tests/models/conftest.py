"""Every test of the store has folders of its own."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _isolated(own_folders: None) -> None:
    """Take what `tests.stores` sets up."""
