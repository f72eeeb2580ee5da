/** Words of what a reader can take away from the network page. */
export const takeAway = {
	title: 'Take away',
	ofRun: 'This run',
	ofNetwork: 'This network',
	statistics: 'Statistics of all layers (CSV)',
	layer: 'Maps of this layer (NPY)',
	maps: 'Maps of all layers (NPZ)',
	form: 'Form of the file',
	forms: {
		'training-time': 'training-time, all branches',
		deploy: 'deploy, as the authors convert it',
		folded: 'folded, no batch norm left'
	},
	safetensors: 'Weights (safetensors)',
	onnx: 'Network (ONNX)',
	runText:
		'NumPy opens both kinds of maps: numpy.load(…) gives the layer, or all of them by name. Values are taken after batch norm and ReLU.',
	formTexts: {
		'training-time': 'Names and shapes are those of timm, so that its model loads the file.',
		deploy:
			'Each RepGhost module is one biased depthwise convolution; the other batch norms stay. The names are those of the authors’ converted model.',
		folded:
			'Every batch norm has become part of a convolution. This is the smallest and fastest form.'
	},
	onnxText:
		'ONNX holds the operations too, for pictures of the size on view: other runtimes can run it, and viewers draw its graph.',
	saved: (fileName: string) => `Saved as ${fileName}.`
};
