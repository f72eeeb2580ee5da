"""Runs the PyTorch snippets of `content/snippets/` and writes down what they have made.

Started by `main.ts`. Standard input holds JSON: the toy module's weights and its picture, and each
snippet with all it builds on and the names to report. Standard output gets JSON: PyTorch's version,
and by snippet the tensors by name, or the error in one sentence.
"""
import json
import sys
import traceback

import torch


def tensor(plain):
    return torch.tensor(plain["data"], dtype=torch.float32).reshape(plain["shape"])


def plain(value):
    value = value.detach().to(torch.float32)
    return {"shape": list(value.shape), "data": value.flatten().tolist()}


def weights_of(state):
    weights = {key: tensor(value) for key, value in state.items()}
    for key in state:
        if key.endswith(".running_mean"):
            counter = key.replace("running_mean", "num_batches_tracked")
            weights[counter] = torch.tensor(0)
    return weights


def run(snippet, order):
    """Each chain begins with fresh tensors: a snippet may change its module."""
    names = {"weights": weights_of(order["weights"]), "picture": tensor(order["picture"])}
    for part in snippet["chain"]:
        exec(compile(part["source"], part["file"], "exec"), names)
    return {name: plain(names[name]) for name in snippet["results"] if name in names}


def main():
    order = json.load(sys.stdin)
    torch.set_num_threads(1)
    results = {}
    for snippet in order["snippets"]:
        try:
            results[snippet["name"]] = {"tensors": run(snippet, order)}
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            at = f"{last.filename}:{last.lineno}"
            results[snippet["name"]] = {"error": f"{at}: {type(error).__name__}: {error}"}
    json.dump({"version": torch.__version__, "results": results}, sys.stdout)


main()
