# the first module of block 3, on maps of 56 × 56: MACs of its 1×1 and of its dconv
def macs(width):
    cin, mid = round4(24 * width), round4(36 * width)
    return torch.tensor([56 * 56 * cin * mid, 56 * 56 * 9 * mid]).float()

half, one, two = macs(0.5), macs(1.0), macs(2.0)
ratio = two / one  # 4 for the 1×1, 2 for the dconv
