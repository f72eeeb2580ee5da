# bn1 multiplies by s1 and adds t1
s1 = bn1.weight / (bn1.running_var + bn1.eps).sqrt()  # part: scale
t1 = bn1.bias - bn1.running_mean * s1  # part: shift
