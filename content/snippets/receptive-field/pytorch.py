# what lies between the picture and a value of the first block; 1×1 convolutions add nothing
kernels = torch.tensor([3.0, 3.0, 3.0])  # the stem, two depthwise convolutions
strides = torch.tensor([2.0, 1.0, 1.0])

jump = torch.cumprod(strides, 0) / strides  # pixels from one value that is read to the next
field = 1 + torch.cumsum((kernels - 1) * jump, 0)  # pixels across, after each of the three
