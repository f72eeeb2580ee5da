def round4(channels):
    nearest = max(4, int(channels + 2) // 4 * 4)
    return nearest + 4 if nearest < 0.9 * channels else nearest

widths = [0.5, 0.58, 0.8, 1.0, 1.11, 1.3, 1.5, 2.0]
asked = torch.tensor([16 * w for w in widths])  # the stem has 16 maps at width 1
stem = torch.tensor([float(round4(16 * w)) for w in widths])
