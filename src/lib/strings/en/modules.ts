/** Words of the drawings of a module, and of the figures made of them. */
export const modules = {
	/** Short names in the boxes. */
	box: {
		convolution: (kernel: number) => `${kernel}×${kernel} conv`,
		depthwise: 'dconv',
		identityDepthwise: 'identity',
		fusedDepthwise: 'fused dconv',
		batchNorm: 'BN',
		scaleShift: 's·x + t',
		shift: '+ t',
		relu: 'ReLU',
		add: 'add',
		concat: 'concat',
		other: 'operation'
	},
	/** The same for a list that is read out. */
	operation: {
		convolution: (kernel: number, from: number, to: number) =>
			`${kernel}×${kernel} convolution, ${from} → ${to} channels`,
		depthwise: (kernel: number, channels: number) =>
			`${kernel}×${kernel} depthwise convolution, ${channels} channels`,
		identityDepthwise: (kernel: number, channels: number) =>
			`${kernel}×${kernel} depthwise convolution with the identity as its kernel, ${channels} channels`,
		fusedDepthwise: (kernel: number, channels: number) =>
			`fused ${kernel}×${kernel} depthwise convolution with a bias, ${channels} channels`,
		batchNorm: 'batch norm',
		scaleShift: 'scale and shift of each channel, s·x + t',
		shift: 'shift of each channel, + t',
		relu: 'ReLU',
		add: 'sum of both paths',
		concat: (channels: number) => `both paths joined, ${channels} channels`,
		other: 'another operation'
	},
	trunk: 'main path',
	side: 'path beside it',
	/** An operation in the list, with the path it is on. */
	onPath: (operation: string, path: string) => `${operation} (${path})`,
	foldingNow: (operation: string) => `${operation}, being folded now`,
	description: (operations: string) =>
		`The operations of the module, in running order: ${operations}.`,
	operations: 'Operations of the module, in running order',
	maps: (count: number) => (count === 1 ? '1 map' : `${count} maps`),
	branchFolded: 'branch folded'
} as const;
