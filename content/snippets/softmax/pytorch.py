# four logits; made-up numbers
logits = torch.tensor([2.0, 0.0, 0.0, -1.0])
share = torch.exp(logits) / torch.exp(logits).sum()  # the softmax: they add up to 1

raised = torch.softmax(logits + 8, 0)  # only differences between logits count
difference = (share - raised).abs().max()
