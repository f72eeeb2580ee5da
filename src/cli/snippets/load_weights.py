"""Loads weight files that the site wrote into a PyTorch model and runs it.

Started by `written-weights.ts`. Standard input holds JSON: the files with their forms and widths, and a
picture. Standard output gets JSON: for each file the logits, or the error in one sentence.
"""
import json
import struct
import sys

import torch

sys.path.insert(0, "tests/fixtures/pytorch")
from repghost_net import RepGhostNet  # noqa: E402


def read_safetensors(path):
    """Debian has no package for the format: a length, a JSON header, and float32 data."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = bytearray(file.read())
    header.pop("__metadata__", None)
    tensors = {}
    for key, entry in header.items():
        assert entry["dtype"] == "F32", f"{key}: {entry['dtype']}"
        begin, end = entry["data_offsets"]
        flat = torch.frombuffer(data, dtype=torch.float32, offset=begin, count=(end - begin) // 4)
        tensors[key] = flat.reshape(entry["shape"]).clone()
    return tensors


def run(order, picture):
    model = RepGhostNet(order["width"], deploy=order["form"] == "deploy")
    state = read_safetensors(order["path"])
    # How many batches a batch norm has seen is not in the file, and nothing in this form reads it.
    for key, value in model.state_dict().items():
        if key.endswith(".num_batches_tracked"):
            state[key] = value
    model.load_state_dict(state, strict=True)
    model.eval()
    with torch.no_grad():
        return model(picture)[0].tolist()


def main():
    order = json.load(sys.stdin)
    torch.set_num_threads(1)
    shape = order["picture"]["shape"]
    picture = torch.tensor(order["picture"]["data"], dtype=torch.float32).reshape(shape)
    answers = []
    for file in order["files"]:
        try:
            answers.append({"logits": run(file, picture)})
        except Exception as error:
            answers.append({"error": f"{type(error).__name__}: {error}"})
    json.dump(answers, sys.stdout)


main()
