"""Average adapters of one shape, trained from the same first weights: better than each of them.

    python -m training.average ADAPTER ADAPTER... -o OUT

One adapter that has read the Russian-written sentences three times (it knows the news, and says
more than the text does) and one that has read everything once (it stays closer to the text) make
one that has both virtues. An adapter named twice counts twice. Uniform model soup: Wortsman et al.
2022, arXiv 2203.05482.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

WEIGHTS, CONFIG, RECIPE = "adapter_model.safetensors", "adapter_config.json", "training.json"


def average(folders: Sequence[Path], out: Path) -> Path:
    """Write the mean of the adapters' weights, in fp16; ValueError where their tensors differ."""
    import torch
    from safetensors.torch import load_file, save_file

    parts = [load_file(folder / WEIGHTS) for folder in folders]
    shapes = [{name: tensor.shape for name, tensor in part.items()} for part in parts]
    if any(other != shapes[0] for other in shapes):
        raise ValueError(f"the adapters differ in rank or layers: {', '.join(map(str, folders))}")
    mean = {
        name: torch.stack([part[name].float() for part in parts]).mean(0).half()
        for name in parts[0]
    }
    out.mkdir(parents=True, exist_ok=True)
    save_file(mean, out / WEIGHTS, metadata={"format": "pt"})
    shutil.copyfile(folders[0] / CONFIG, out / CONFIG)
    recipes = [json.loads((folder / RECIPE).read_text("utf-8")) for folder in folders]
    (out / RECIPE).write_text(json.dumps({"mean_of": recipes}, indent=2) + "\n", encoding="utf-8")
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("adapters", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    print(average(arguments.adapters, arguments.output))


if __name__ == "__main__":
    main()
