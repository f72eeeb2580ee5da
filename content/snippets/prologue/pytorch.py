import torch
from torch import nn
from torch.nn import functional as F

torch.set_grad_enabled(False)

# The parts of the module. weights holds its tensors by name, picture what goes in.
pw, bn0 = nn.Conv2d(2, 2, 1, bias=False), nn.BatchNorm2d(2)
dw, bn1 = nn.Conv2d(2, 2, 3, padding=1, groups=2, bias=False), nn.BatchNorm2d(2)
bn2 = nn.BatchNorm2d(2)
module = nn.ModuleDict({
    "primary_conv": nn.Sequential(pw, bn0, nn.ReLU()),
    "cheap_operation": nn.Sequential(dw, bn1),
    "fusion_bn": nn.ModuleList([bn2]),
})
module.load_state_dict(weights)
module.eval()  # from here on batch norm uses its stored statistics
x = module["primary_conv"](picture)  # what both branches read
