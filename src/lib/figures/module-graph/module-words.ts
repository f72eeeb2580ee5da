/** A drawn operation in the catalogue's words: short for its box, in full for those who listen. */
import type { BoxRole, DrawnBox, ModuleScene } from '#lib/scene/module-drawing.ts';
import type { Strings } from '#lib/strings/strings.ts';

type Words = Strings['modules'];

/** `dconv`, `BN`. */
export function boxLabel({ role, operation }: Pick<DrawnBox, 'role' | 'operation'>, words: Words) {
	if (role !== 'convolution') return words.box[role];
	return words.box.convolution(operation.kind === 'convolution' ? operation.kernel : 1);
}

/** `1×1 convolution, 2 → 2 channels`. */
export function describeBox({ role, operation }: DrawnBox, words: Words): string {
	const { operation: names } = words;
	if (operation.kind === 'convolution') {
		const { kernel, inChannels, outChannels } = operation;
		return role === 'convolution'
			? names.convolution(kernel, inChannels, outChannels)
			: names[depthwiseRole(role)](kernel, outChannels);
	}
	if (operation.kind === 'concat') return names.concat(operation.channels);
	return names[plainRole(role)];
}

/** Every operation of a drawing, in running order; with two paths, each says which it is on. */
export function describeOperations({ boxes }: ModuleScene, words: Words): string[] {
	const parallel = boxes.some(({ lane }) => lane > 0);
	const lastSide = Math.max(...boxes.filter(({ lane }) => lane > 0).map(({ y }) => y));
	return boxes.map((box) => {
		const name = describeBox(box, words);
		const beside = parallel && (box.lane > 0 || (box.look === 'dw' && box.y <= lastSide));
		const placed = beside ? words.onPath(name, box.lane > 0 ? words.side : words.trunk) : name;
		return box.folding ? words.foldingNow(placed) : placed;
	});
}

function depthwiseRole(role: BoxRole): 'depthwise' | 'identityDepthwise' | 'fusedDepthwise' {
	return role === 'identityDepthwise' || role === 'fusedDepthwise' ? role : 'depthwise';
}

type PlainRole = 'batchNorm' | 'scaleShift' | 'shift' | 'relu' | 'add' | 'other';

function plainRole(role: BoxRole): PlainRole {
	switch (role) {
		case 'batchNorm':
		case 'scaleShift':
		case 'shift':
		case 'relu':
		case 'add':
			return role;
		default:
			return 'other';
	}
}
