"""Tiny wheels that carry data, as a package index serves them."""

from __future__ import annotations

import zipfile
from pathlib import Path


def write_wheel(folder: Path, package: str, version: str, members: dict[str, bytes]) -> Path:
    """Write a wheel with `members`, and an `__init__.py` that must never be run."""
    module = package.replace("-", "_")
    info = f"{module}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n"
    wheel = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files = {
        f"{module}/__init__.py": b"raise SystemExit('this package must never be imported')\n",
        **members,
        f"{info}/METADATA": metadata.encode(),
        f"{info}/WHEEL": wheel.encode(),
        f"{info}/RECORD": b"",
    }
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{module}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def install(wheel: Path, site: Path) -> None:
    """Put a wheel's files where Python looks for packages."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
