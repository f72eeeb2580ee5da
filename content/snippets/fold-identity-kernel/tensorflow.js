// a 1 with zeros around it leaves a map as it is
const delta = around(tf.ones([s1.size, 1, 1, 1])); // part: identityKernel
