/**
 * Names in weight files and in networks. Checkpoints put wrappers before the state-dict keys: `module.`
 * from parallel training, `state_dict.` and `state_dict_ema.` from timm's checkpoints, `_orig_mod.` from
 * `torch.compile`, `model.` and the like from a class around the network.
 */
import type { TensorEntry } from './safetensors-header.ts';
import { quote, WeightFileError } from './weight-file-error.ts';

const WRAPPERS = [
	...['module.', 'state_dict.', 'state_dict_ema.', '_orig_mod.'],
	...['model.', 'model_ema.', 'ema.', 'net.', 'network.', 'backbone.', 'encoder.']
];

/** `state_dict.module.` is seen; without a limit, one long hostile name would take hours. */
const DEEPEST_WRAPPING = 4;

/** How many batches a BN has seen: PyTorch stores it beside the running statistics, nothing reads it. */
const COUNTER = '.num_batches_tracked';

export interface NamedEntry extends TensorEntry {
	/** The name in the file, wrappers included. */
	readonly fileName: string;
}

/**
 * The file's tensors under their state-dict keys.
 *
 * @throws WeightFileError when only some of the names have a wrapper
 */
export function unwrapNames(
	entries: ReadonlyMap<string, TensorEntry>
): ReadonlyMap<string, NamedEntry> {
	const fileNames = [...entries.keys()];
	let prefix = '';
	for (let depth = 0; depth < DEEPEST_WRAPPING; depth++) {
		const wrapper = WRAPPERS.find((word) =>
			fileNames.some((name) => name.startsWith(word, prefix.length))
		);
		if (wrapper === undefined) break;
		prefix += wrapper;
		const bare = fileNames.find((name) => !name.startsWith(prefix));
		if (bare !== undefined) {
			const wrapped = fileNames.find((name) => name.startsWith(prefix))!;
			refuseTwoSets(bare, wrapped);
			throw new WeightFileError(
				`Tensor ${quote(bare)}: expected the prefix "${prefix}", as ${quote(wrapped)} has it, found none.`
			);
		}
	}
	return new Map(
		[...entries].map(([fileName, entry]) => [fileName.slice(prefix.length), { ...entry, fileName }])
	);
}

/** Two wrapped copies of the network, such as weights and their running average. */
function refuseTwoSets(first: string, second: string): void {
	const [one, other] = [first, second].map((name) =>
		WRAPPERS.find((wrapper) => name.startsWith(wrapper))
	);
	if (one === undefined || other === undefined || one === other) return;
	throw new WeightFileError(
		`The file holds two sets of weights, under "${other}" and under "${one}": expected one; save only the one that you want.`
	);
}

/** The batch norm whose counter this is; `undefined` for any other key. */
export function counterOwner(key: string): string | undefined {
	return key.endsWith(COUNTER) ? key.slice(0, -COUNTER.length) : undefined;
}
