# milliseconds of two networks that ran in turns; made-up numbers
a = torch.tensor([10.0, 10.4, 30.0, 10.2, 10.0])
b = torch.tensor([8.0, 8.4, 12.0, 16.0, 8.1])  # something else ran in rounds 3 and 4

means = b.mean() / a.mean()  # one slow round moves it
rounds = b / a  # each round is compared with itself
ratio = rounds.median()  # the middle one of five
