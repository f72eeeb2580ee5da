ghosts = bn1(dw(x))  # the cheap operation: as many maps as x has

both = torch.cat([x, ghosts], dim=1)  # 2 maps and 2 maps: 4
total = x + ghosts  # 2 maps and 2 maps: 2

# 2 maps and 1 map: no error, the one is added to both
spread = ghosts + x[:, :1]
