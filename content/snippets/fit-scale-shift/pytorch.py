a = x[0, 0]  # a map, and the one it is to become
b = bn1(dw(x))[0, 0]

def centre(values):
    return values - values.mean()

# least squares: the scale first, then the shift
scale = (centre(a) * centre(b)).sum() / (centre(a) ** 2).sum()
shift = b.mean() - scale * a.mean()
left = b - (scale * a + shift)

r = (centre(a) * centre(b)).sum() / (centre(a).norm() * centre(b).norm())
share = left.norm() / centre(b).norm()  # √(1 − r²) of the spread
