# how far a top-1 accuracy would move with other pictures of the same kind
pictures = 50000
share = torch.tensor([0.66, 0.69])  # right answers of two networks, about

error = 100 * torch.sqrt(share * (1 - share) / pictures)  # in points
difference = torch.sqrt((error**2).sum())  # of one less the other
