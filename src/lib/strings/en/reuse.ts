/** Words of the figures about maps that resemble each other, and of the Ghost module. */
export const reuse = {
	similar: {
		region: 'Maps that nearly equal each other',
		network: 'Network',
		layer: 'Layer',
		picture: 'Picture',
		layers: {
			conv_stem: 'stem',
			'blocks.0.0.ghost1.primary_conv': 'first module, 1×1 convolution',
			'blocks.0.0.ghost1': 'first module',
			'blocks.0.0.ghost2': 'second module, no ReLU',
			'blocks.1.0.ghost1': 'third module'
		},
		opening: (name: string) => `Fetching the weights of ${name}`,
		pictureLabel: (name: string) => `The picture: ${name}`,
		allMaps: (count: string, side: string) => `All ${count} maps, ${side} × ${side}`,
		allMapsSpoken: (count: string, from: string, to: string) =>
			`All ${count} maps of the layer on one colour scale. Maps ${from} and ${to} are marked.`,
		mapsLegend: 'all maps of this layer',
		pairs: 'Pairs, most alike first',
		pairsScale: 'Each pair on a colour scale of its own.',
		pairName: (first: string, second: string) => `${first} and ${second}`,
		correlation: (value: string) => `r = ${value}`,
		histogram: 'How alike are all pairs?',
		histogramAxis: '|r|, from 0, nothing in common, to 1, equal but for scale and shift',
		histogramSpoken: (pairs: string, above: string, turned: string) =>
			`${pairs} pairs. ${above} of them have |r| above 0.9. With one of the two maps turned upside down, the largest |r| is ${turned}.`,
		above: (above: string, pairs: string) => `${above} of ${pairs} pairs lie above 0.9.`,
		turned: (value: string) =>
			`Dashed: the best of all pairs, ${value}, when one of the two maps is turned upside down. So much can be had by chance.`,
		flatOne: (channel: string) =>
			`Map ${channel} is set aside: it is flat, nearly one number everywhere.`,
		flatSeveral: (channels: string) =>
			`Maps ${channels} are set aside: they are flat, nearly one number everywhere.`,
		noneFlat: 'No map of this layer is flat.',
		noPairs: 'All maps of this layer are flat: there is nothing to compare.',
		operation: 'Operation',
		operations: { 1: 'scale and shift', 3: '3×3 kernel' },
		from: 'From map',
		to: 'To map',
		swap: 'Swap',
		flatOption: (channel: string) => `${channel} (flat)`,
		map: (channel: string) => `map ${channel}`,
		kernel: 'kernel',
		scale: 'scale',
		bias: 'bias',
		shift: 'shift',
		fitted: 'what comes out',
		target: (channel: string) => `wanted: map ${channel}`,
		left: 'left over',
		leftHelp: (channel: string) => `map ${channel} − what comes out`,
		pairLegend: 'both maps, and what comes out',
		leftLegend: 'left over, on the same scale',
		kernelLegend: 'kernel and bias',
		readout: {
			pair: 'correlation',
			1: 'a scale and a shift leave',
			3: 'a 3×3 kernel leaves'
		},
		ofSpread: (percent: string) => `${percent} of the spread`,
		flatPair: 'One of these two maps is flat; nothing can be said of the pair.',
		ghostPair: (from: string, to: string) =>
			`The network itself makes map ${to} from map ${from}, by a 3×3 kernel, a batch norm and, in a first module, a ReLU: a primary map and its ghost.`,
		status: (from: string, to: string, r: string, line: string, kernel: string) =>
			`From map ${from} to map ${to}: r = ${r}. A scale and a shift leave ${line} of the spread, a 3×3 kernel leaves ${kernel}.`,
		method:
			'The maps are the network’s, by TensorFlow.js. Correlations and fits are worked out from them in plain numbers.',
		asTable: 'The pairs as a table',
		tableNote: (shown: string, all: string) => `The first ${shown} of ${all} pairs.`,
		columns: {
			first: 'Map',
			second: 'Map',
			r: 'r',
			line: 'A scale and a shift leave',
			kernel: 'A 3×3 kernel leaves'
		},
		scroll: 'Table of pairs'
	},
	halves: {
		region: 'Both halves of a Ghost module',
		module: 'Module',
		modules: {
			'blocks.0.0.ghost1': 'first, with ReLU',
			'blocks.0.0.ghost2': 'second, without'
		},
		input: (count: string) => `in: ${count} maps`,
		primary: (count: string) => `primary half: ${count} maps`,
		ghosts: (count: string) => `ghost half: ${count} maps`,
		boxes: { conv: '1×1 conv', dw: '3×3 depthwise', cat: 'concat' },
		convCost: (count: string) => `${count} multiplications for each pixel of a map`,
		dwCost: '9 multiplications for each pixel of a map',
		out: (count: string) => `out: ${count} maps, the primary ones first`,
		pairs: 'Primary map and its ghost',
		chosenValue: (primary: string, ghost: string) => `maps ${primary} and ${ghost}`,
		primaryMap: (channel: string) => `primary map ${channel}`,
		ghostMap: (channel: string) => `its ghost, map ${channel}`,
		kernel: 'kernel',
		bias: 'bias',
		relu: 'ReLU =',
		withRelu: 'A ReLU stands behind both halves: it sets what is below 0 to 0.',
		noRelu: 'No ReLU follows, so the ghost is nothing but the kernel’s work.',
		legend: 'both maps',
		pairScale: 'Each pair on a colour scale of its own; the kernels between them share one.',
		kernelLegend: 'kernel and bias, batch norm folded in',
		between: (r: string) => `The two maps have r = ${r}.`,
		flat: 'One of the two maps is flat on this picture.',
		made: 'What comes out is laid behind the primary maps. Nothing is added, and no map is lost.',
		asTable: 'The pairs as a table',
		columns: {
			primary: 'Primary map',
			ghost: 'Ghost',
			r: 'r',
			centre: 'Centre tap',
			bias: 'Bias'
		},
		scroll: 'Table of primary maps and ghosts'
	},
	saving: {
		region: 'What a Ghost module saves',
		channels: 'channels in, c',
		ratio: 'maps for one, s',
		primary: 'Primary kernel k',
		cheap: 'Cheap kernel d',
		side: (side: string) => `${side}×${side}`,
		formulaSentence: (s: string, c: string, k: string, d: string, r: string) =>
			`The saving is s c k squared over c k squared plus s minus one times d squared; with s ${s}, c ${c}, k ${k} and d ${d} that is ${r}.`,
		parts: {
			channels: 'channels in',
			ratio: 'maps for one',
			primary: 'primary kernel',
			cheap: 'cheap kernel'
		},
		plotSentence: (c: string, r: string, s: string, even: string) =>
			`A curve that rises with the number of channels towards ${s}. At ${c} channels it is ${r}. It is 1 at ${even} channels.`,
		axisX: 'channels in, c',
		axisY: 'times cheaper',
		about: (s: string) => `s = ${s}`,
		nothing: 'saves nothing',
		here: (c: string, r: string) => `c = ${c}: ${r}`,
		modules: (count: string, saving: string) =>
			`The short ticks are the channels that go into the ${count} modules of GhostNet 1.0x. Together these modules are ${saving} times cheaper.`,
		costs: (ordinary: string, ghost: string) =>
			`For one pixel of one map, an ordinary convolution takes ${ordinary} multiplications; the Ghost module takes ${ghost} on average.`,
		verdict: {
			saves: (r: string, s: string) => `It is ${r} times cheaper; “about s” would say ${s}.`,
			even: 'It costs exactly as much: nothing is saved.',
			costs: (times: string) =>
				`It costs more than the ordinary convolution: ${times} times as much.`
		},
		breakEven: (even: string) =>
			`Below ${even} channels a Ghost module with these kernels costs more, whatever s is.`,
		always: 'With these kernels it saves something from the first channel on.',
		asTable: 'The saving as a table',
		columns: { channels: 'c', ordinary: 'ordinary', ghost: 'Ghost', saving: 'times cheaper' },
		tableNote: 'Multiplications for one pixel of one map.',
		scroll: 'Table of the saving'
	}
};
