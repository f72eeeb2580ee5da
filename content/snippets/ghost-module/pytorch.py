def ghost_module(maps):
    primary = F.relu(bn0(pw(maps)))  # 1×1: mixes all that comes in
    ghosts = F.relu(bn1(dw(primary)))  # 3×3: each map by itself
    return torch.cat([primary, ghosts], dim=1)

out = ghost_module(picture)  # 2 maps come in, 2 + 2 leave
