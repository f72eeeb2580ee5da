"""The network of `training.ts` in PyTorch, trained on one thread, one round for each line of input.

Started by `training.ts`: it writes `ready`, then answers each line with the seconds that one training
step took (forward, backward, SGD with momentum). The layout is PyTorch's default, channels first.
"""
import json
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F


def conv_norm(inputs, outputs, kernel=1, stride=1, groups=1):
    conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False)
    return nn.Sequential(conv, nn.BatchNorm2d(outputs))


class RepGhostModule(nn.Module):
    """1x1 convolution, then a depthwise one beside a batch norm, and their sum."""

    def __init__(self, inputs, outputs, relu):
        super().__init__()
        self.relu = relu
        self.primary = conv_norm(inputs, outputs)
        self.cheap = conv_norm(outputs, outputs, 3, groups=outputs)
        self.fusion = nn.BatchNorm2d(outputs)

    def forward(self, x):
        x = self.primary(x)
        if self.relu:
            x = F.relu(x, inplace=True)
        x = self.cheap(x) + self.fusion(x)
        return F.relu(x, inplace=True) if self.relu else x


class SqueezeExcite(nn.Module):
    def __init__(self, channels, reduced):
        super().__init__()
        self.reduce = nn.Conv2d(channels, reduced, 1)
        self.expand = nn.Conv2d(reduced, channels, 1)

    def forward(self, x):
        gate = F.relu(self.reduce(x.mean((2, 3), keepdim=True)), inplace=True)
        return x * F.hardsigmoid(self.expand(gate))


class Bottleneck(nn.Module):
    def __init__(self, inputs, middle, outputs, kernel, stride, reduced):
        super().__init__()
        layers = [RepGhostModule(inputs, middle, True)]
        if stride > 1:
            layers.append(conv_norm(middle, middle, kernel, stride, middle))
        if reduced > 0:
            layers.append(SqueezeExcite(middle, reduced))
        layers.append(RepGhostModule(middle, outputs, False))
        self.main = nn.Sequential(*layers)
        self.shortcut = nn.Identity()
        if inputs != outputs or stride > 1:
            self.shortcut = nn.Sequential(
                conv_norm(inputs, inputs, kernel, stride, inputs), conv_norm(inputs, outputs)
            )

    def forward(self, x):
        return self.main(x) + self.shortcut(x)


def build(plan):
    layers = [conv_norm(3, plan["stem"], 3, 2), nn.ReLU(inplace=True)]
    layers += [Bottleneck(*row) for row in plan["bottlenecks"]]
    layers += [conv_norm(plan["bottlenecks"][-1][2], plan["last"]), nn.ReLU(inplace=True)]
    layers += [nn.AdaptiveAvgPool2d(1), nn.Conv2d(plan["last"], plan["head"], 1)]
    layers += [nn.ReLU(inplace=True), nn.Flatten(), nn.Dropout(plan["dropout"])]
    return nn.Sequential(*layers, nn.Linear(plan["head"], plan["classes"]))


def main():
    plan = json.loads(sys.argv[1])
    torch.set_num_threads(1)
    torch.manual_seed(1)
    network = build(plan).train()
    parameters = sum(parameter.numel() for parameter in network.parameters())
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01, momentum=0.9)
    pictures = torch.randn(plan["batch"], 3, plan["side"], plan["side"])
    labels = torch.arange(plan["batch"]) % plan["classes"]
    print(json.dumps({"parameters": parameters, "version": torch.__version__}), flush=True)
    for _ in sys.stdin:
        started = time.perf_counter()
        optimizer.zero_grad()
        loss = F.cross_entropy(network(pictures), labels)
        loss.backward()
        optimizer.step()
        loss.item()
        print(time.perf_counter() - started, flush=True)


main()
