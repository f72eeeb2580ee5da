row, taps = torch.ones(1, 1, 3), torch.ones(1, 1, 3)
middle = row * 1 + 1  # a 1×1 convolution: w = 1, b = 1
two = F.conv1d(middle, taps, padding=1)  # 4, 6, 4: zeros beside 2s

bias = taps.sum().reshape(1)  # b times each tap
merged = F.conv1d(row, taps, bias, padding=1)  # 5, 6, 5
wide = F.pad(middle, (1, 1), value=1.0)
padded = F.conv1d(wide, taps)  # b beside 2s: 5, 6, 5
