# squeeze: the mean of each of the 2 maps. excite: two small 1×1 convolutions
reduce, expand = torch.tensor([[1.0, -2.0]]), torch.tensor([[3.0], [-4.0]])

mean = x.mean(dim=(2, 3))  # [1, 2]
hidden = F.relu(mean @ reduce.T + 0.5)  # [1, 1]
gate = F.relu6(hidden @ expand.T + 1.0 + 3) / 6  # [1, 2], each from 0 to 1

y = x * gate[:, :, None, None]
