/** Words of the pictures that a reader takes away from the network page. Numbers come in as text. */
export const viewPng = {
	saveMaps: 'Save maps as PNG',
	saveMap: 'Save large map as PNG',
	saveAllMaps: 'Save all maps as PNG',
	savePredictions: 'Save predictions as PNG',
	saved: (fileName: string) => `Saved as ${fileName}.`,

	network: (name: string, form: string) => `${name}, ${form} form`,
	picture: (name: string) => `Picture: ${name}`,
	layer: (name: string) => `Layer ${name}, values after batch norm and ReLU`,
	someMaps: (count: string, all: string) => `${count} of ${all} maps are shown`,
	map: (number: string, rows: string, columns: string) => `Map ${number}: ${rows} × ${columns}`,
	predictions: 'The five most probable classes',
	untrained: 'The network is untrained: this ranking means nothing.',
	ownScale: 'every map has a scale of its own',
	layerScale: 'every layer has a scale of its own; with negative values:',
	layerScaleUnsigned: 'without negative values:',
	lowest: '−largest',
	highest: 'largest',
	footer: (site: string, backend: string) => `${site} · computed by TensorFlow.js, ${backend}`,
	tooLarge: 'This picture would be larger than the browser can paint.'
} as const;
