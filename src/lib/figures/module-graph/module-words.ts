/** A drawn operation in the catalogue's words: short for its box, in full for those who listen. */
import type { BoxRole, DrawnBox, ModuleScene } from '#lib/scene/module-scene.ts';
import type { Strings } from '#lib/strings/strings.ts';

type Words = Strings['modules'];

/** `dconv`, `BN`. */
export function boxLabel({ role, operation }: Pick<DrawnBox, 'role' | 'operation'>, words: Words) {
	if (role !== 'convolution' && role !== 'downsample') return words.box[role];
	return words.box[role](operation.kind === 'convolution' ? operation.kernel : 1);
}

/** `1×1 convolution, 2 → 2 channels`. */
export function describeBox({ role, operation }: DrawnBox, words: Words): string {
	const { operation: names } = words;
	if (operation.kind === 'convolution') {
		const { kernel, stride, inChannels, outChannels } = operation;
		switch (role) {
			case 'convolution':
				return names.convolution(kernel, inChannels, outChannels);
			case 'downsample':
				return names.downsample(kernel, stride, outChannels);
			case 'shortcutBlock':
				return names.shortcutBlock(kernel, stride);
			default:
				return names[depthwiseRole(role)](kernel, outChannels);
		}
	}
	if (operation.kind === 'concat') return names.concat(operation.channels);
	return names[plainRole(role)];
}

/** Every operation of a drawing, in running order; where there are two paths, each says which it is on. */
export function describeOperations(scene: ModuleScene, words: Words): string[] {
	const paths = sidePaths(scene).filter(({ lane }) => lane > 0);
	return scene.boxes.map((box) => {
		const middle = box.y + box.height / 2;
		let name = describeBox(box, words);
		if (box.lane > 0) name = words.onPath(name, words.side);
		else if (box.lane === 0 && paths.some(({ top, bottom }) => top < middle && middle < bottom)) {
			name = words.onPath(name, words.trunk);
		}
		if (isJoin(box) && paths.some(({ bottom, isPlain }) => isPlain && bottom === middle)) {
			name = words.withPlainPath(name);
		}
		return box.folding ? words.foldingNow(name) : name;
	});
}

/** The paths beside the trunk: where each leaves and comes back, and whether it is only a wire. */
function sidePaths({ boxes, wires }: ModuleScene) {
	const numbers = [...new Set(wires.map(({ path }) => path))].filter((path) => path > 0);
	return numbers.map((path) => {
		const own = wires.filter((wire) => wire.path === path);
		const heights = own.flatMap(({ points }) => points.map(({ y }) => y));
		return {
			lane: own[0]?.lane ?? 0,
			top: Math.min(...heights),
			bottom: Math.max(...heights),
			isPlain: !boxes.some((box) => box.path === path)
		};
	});
}

function isJoin({ look }: DrawnBox): boolean {
	return look === 'add' || look === 'cat';
}

function depthwiseRole(role: BoxRole): 'depthwise' | 'identityDepthwise' | 'fusedDepthwise' {
	return role === 'identityDepthwise' || role === 'fusedDepthwise' ? role : 'depthwise';
}

const PLAIN_ROLES = [
	...(['batchNorm', 'scaleShift', 'shift', 'relu', 'add'] as const),
	...(['squeezeExcite', 'shortcutAdd'] as const)
];

function plainRole(role: BoxRole): (typeof PLAIN_ROLES)[number] | 'other' {
	return PLAIN_ROLES.find((plain) => plain === role) ?? 'other';
}
