"""Threads and devices are those that this process may use, not those that the host has."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from summarizer.errors import ConfigError
from summarizer.translate import devices


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cgroup mount, on a machine of eight CPUs, to be filled by the test."""
    monkeypatch.setattr(devices, "_MOUNT", tmp_path / "cgroup")
    monkeypatch.setattr(devices, "_OWN_GROUPS", tmp_path / "self")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)), raising=False)
    return tmp_path


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="ascii")


def test_threads_are_the_affinity_where_no_quota_is_set(machine: Path) -> None:
    """Without cgroups (macOS, plain Linux) the affinity decides."""
    assert devices.usable_threads() == 8


@pytest.mark.parametrize(
    ("quota", "threads"),
    [
        ("max 100000\n", 8),
        ("200000 100000\n", 2),
        ("150000 100000\n", 1),
        ("50000 100000\n", 1),
        ("9900000 100000\n", 8),
        ("nonsense", 8),
    ],
)
def test_threads_respect_a_version_2_quota(machine: Path, quota: str, threads: int) -> None:
    """`cpu.max` holds quota and period; half a CPU is still one thread."""
    write(machine / "self", "0::/app.slice/job\n")
    write(machine / "cgroup/app.slice/job/cpu.max", quota)
    assert devices.usable_threads() == threads


def test_threads_respect_the_quota_of_a_parent_group(machine: Path) -> None:
    """systemd sets the quota on the slice, and the job's own group says `max`."""
    write(machine / "self", "0::/app.slice/job\n")
    write(machine / "cgroup/app.slice/cpu.max", "300000 100000\n")
    write(machine / "cgroup/app.slice/job/cpu.max", "max 100000\n")
    assert devices.usable_threads() == 3


@pytest.mark.parametrize("folder", ["cpu,cpuacct", "cpu"])
def test_threads_respect_a_version_1_quota(machine: Path, folder: str) -> None:
    """Version 1 has one mount a controller, under the controllers' names or the short one."""
    write(machine / "self", "5:memory:/job\n4:cpu,cpuacct:/job\n")
    write(machine / f"cgroup/{folder}/job/cpu.cfs_quota_us", "400000\n")
    write(machine / f"cgroup/{folder}/job/cpu.cfs_period_us", "100000\n")
    assert devices.usable_threads() == 4


def test_a_version_1_group_without_quota_is_not_a_limit(machine: Path) -> None:
    """-1 is how version 1 says that there is no quota."""
    write(machine / "self", "4:cpu:/\n")
    write(machine / "cgroup/cpu/cpu.cfs_quota_us", "-1\n")
    write(machine / "cgroup/cpu/cpu.cfs_period_us", "100000\n")
    assert devices.usable_threads() == 8


def test_threads_in_a_container_that_shows_the_path_of_its_host(machine: Path) -> None:
    """Docker without a cgroup namespace names a path that exists only outside."""
    write(machine / "self", "0::/docker/1234\n4:cpu,cpuacct:/docker/1234\n")
    write(machine / "cgroup/cpu/cpu.cfs_quota_us", "250000\n")
    write(machine / "cgroup/cpu/cpu.cfs_period_us", "100000\n")
    assert devices.usable_threads() == 2


def test_auto_is_a_device_that_is_there() -> None:
    """The choice of `auto` is the first of the devices that torch finds."""
    assert str(devices.torch_device("auto")) in devices.devices()


@pytest.mark.parametrize("name", ["gpu", "cuda:99", "meta", ""])
def test_a_device_that_is_not_there_is_refused_with_those_that_are(name: str) -> None:
    """A wrong device never falls back to the CPU in silence."""
    with pytest.raises(ConfigError, match="cpu"):
        devices.torch_device(name)
