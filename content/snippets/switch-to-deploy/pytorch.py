# w and b are the folded kernel and bias; a convolution takes them over
deploy = nn.Conv2d(2, 2, 3, padding=1, groups=2, bias=True)
deploy.weight.copy_(w)  # part: sumKernel
deploy.bias.copy_(b)  # part: sumBias
module["cheap_operation"] = deploy
del module["fusion_bn"]  # primary_conv keeps its batch norm

x = module["primary_conv"](picture)
folded = F.relu(module["cheap_operation"](x))
