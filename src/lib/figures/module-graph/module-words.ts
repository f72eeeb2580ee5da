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
export function describeOperations(scene: ModuleScene, words: Words): string[] {
	const { boxes, wires } = scene;
	const fork = Math.min(...scene.splits.map(({ y }) => y));
	const join = Math.max(...boxes.filter(isJoin).map(({ y }) => y));
	const withBoxes = new Set(boxes.map(({ lane }) => lane));
	const hasPlainPath = wires.some(({ lane }) => !withBoxes.has(lane));
	return boxes.map((box) => {
		const isInside = box.y > fork && box.y < join && !isJoin(box);
		let name = describeBox(box, words);
		if (isInside) name = words.onPath(name, box.lane > 0 ? words.side : words.trunk);
		if (isJoin(box) && hasPlainPath) name = words.withPlainPath(name);
		return box.folding ? words.foldingNow(name) : name;
	});
}

function isJoin({ look }: DrawnBox): boolean {
	return look === 'add' || look === 'cat';
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
