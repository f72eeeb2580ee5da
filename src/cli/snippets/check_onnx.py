"""Checks ONNX files with the checker of the ONNX project, and infers the shape of every map.

Started by `written-onnx.ts`. Standard input holds a JSON list of paths. Standard output gets JSON: the
package's version, or null where this Python has none, and for each file its number of nodes, or the error
in one sentence.
"""
import json
import sys

try:
    import onnx
    import onnx.checker
    import onnx.shape_inference
except ImportError:
    json.dump({"version": None, "files": []}, sys.stdout)
    sys.exit()


def check(path):
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    inferred = onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True)
    known = {value.name for value in [*inferred.graph.value_info, *inferred.graph.output]}
    outputs = [name for node in model.graph.node for name in node.output]
    lacking = [name for name in outputs if name not in known]
    if lacking:
        raise ValueError(f"no shape follows for {lacking[0]}")
    return len(outputs)


def main():
    answers = []
    for path in json.load(sys.stdin):
        try:
            answers.append({"nodes": check(path)})
        except Exception as error:
            answers.append({"error": f"{type(error).__name__}: {error}".replace("\n", " ")})
    json.dump({"version": onnx.__version__, "files": answers}, sys.stdout)


main()
