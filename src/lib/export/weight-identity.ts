/**
 * Which network a file holds, and whether it holds exactly that: every tensor is compared with the
 * graph by name, shape and type, from the header alone.
 */
import { createArchitecture, type Architecture } from '#lib/core/network/architecture.ts';
import type { Branch, Form } from '#lib/core/graph.ts';
import { buildNetwork } from '#lib/core/network/network.ts';
import { graphParameters, type ParameterShape } from '#lib/core/network/parameters.ts';
import { formatShape } from '#lib/core/tensor.ts';
import { findPublishedArchitecture, networkLabel } from './published-table.ts';
import type { SafetensorsHeader } from './safetensors-header.ts';
import { FLOAT_TYPES, isFloatType, type FloatType } from './tensor-data.ts';
import { parseConfiguration, type WeightConfiguration } from './weight-config.ts';
import { findForm, settleBranch } from './weight-form.ts';
import { counterOwner, unwrapNames, type NamedEntry } from './weight-names.ts';
import { quote, WeightFileError } from './weight-file-error.ts';

/** One tensor of the network and where the file holds it. */
export interface LocatedTensor {
	readonly parameter: ParameterShape;
	/** The name in the file, wrappers included. */
	readonly fileName: string;
	readonly dtype: FloatType;
	/** Bytes of the data, `end` not included. */
	readonly begin: number;
	readonly end: number;
}

export interface NetworkIdentity {
	readonly architecture: Architecture;
	readonly form: Form;
	/** True when the names fit a plain identity branch and no branch alike, and nothing says which. */
	readonly branchIsAGuess: boolean;
	readonly labels: readonly string[] | null;
	/** All tensors of the network in running order. */
	readonly tensors: readonly LocatedTensor[];
}

/**
 * Finds out which network a header describes.
 *
 * @param options.branch settles what the names leave open
 * @throws WeightFileError naming the first tensor, in running order, that does not fit
 */
export function identifyNetwork(
	header: SafetensorsHeader,
	options: { readonly branch?: Branch | undefined } = {}
): NetworkIdentity {
	const entries = unwrapNames(header.entries);
	const configuration = parseConfiguration(header.metadata);
	const table = configuration?.architecture ?? findPublishedArchitecture(entries);
	const namedForm = findForm(entries, buildNetwork(table, 'training-time'));
	const { branch, isAGuess } = settleBranch({
		family: table.family,
		form: namedForm,
		hasFusion: [...entries.keys()].some((key) => key.includes('.fusion_bn.')),
		declared: configuration?.architecture.branch,
		asked: options.branch
	});
	const architecture = createArchitecture(table.family, { ...table, branch });
	const form = settleForm(namedForm, configuration, architecture);
	return {
		architecture,
		form,
		branchIsAGuess: isAGuess,
		labels: configuration?.labels ?? null,
		tensors: locateTensors(entries, architecture, form)
	};
}

/** The configuration's form, which must be the one that the names show, or have the same names. */
function settleForm(
	named: Form,
	configuration: WeightConfiguration | undefined,
	{ family, branch }: Architecture
): Form {
	const declared = configuration?.form ?? named;
	const sameNames = declared === 'deploy' && named === 'training-time';
	if (declared === named || (sameNames && (family === 'ghostnet' || branch === 'none'))) {
		return declared;
	}
	throw new WeightFileError(
		`The configuration, form: expected ${named}, as the names of the file's tensors show, found ${declared}.`
	);
}

function locateTensors(
	entries: ReadonlyMap<string, NamedEntry>,
	architecture: Architecture,
	form: Form
): LocatedTensor[] {
	const parameters = graphParameters(buildNetwork(architecture, form));
	const label = networkLabel(architecture, form);
	const extra = findExtra(entries, parameters);
	const located = [...parameters.values()].map((parameter) =>
		locateTensor(parameter, entries.get(parameter.key), label, extra)
	);
	if (extra !== undefined) {
		throw new WeightFileError(
			`Tensor ${quote(extra)}: expected only the tensors of ${label}, found this one beside them.`
		);
	}
	return located;
}

/** The first tensor that the network does not have; counters of its batch norms do not count. */
function findExtra(
	entries: ReadonlyMap<string, NamedEntry>,
	parameters: ReadonlyMap<string, ParameterShape>
): string | undefined {
	for (const [key, { fileName, dtype }] of entries) {
		const owner = counterOwner(key);
		if (owner !== undefined && parameters.has(`${owner}.running_var`)) {
			if (dtype === 'I64') continue;
			throw new WeightFileError(
				`Tensor ${quote(fileName)}: expected the type I64, found ${dtype}.`
			);
		}
		if (!parameters.has(key)) return fileName;
	}
	return undefined;
}

function locateTensor(
	parameter: ParameterShape,
	entry: NamedEntry | undefined,
	label: string,
	extra: string | undefined
): LocatedTensor {
	const shape = formatShape(parameter.shape);
	if (!entry) {
		throw new WeightFileError(
			`Tensor ${quote(parameter.key)}: expected ${shape} for ${label}, found no such tensor${describeInstead(parameter.key, extra)}.`
		);
	}
	const { fileName, dtype, begin, end } = entry;
	if (formatShape(entry.shape) !== shape) {
		throw new WeightFileError(
			`Tensor ${quote(fileName)}: expected the shape ${shape} for ${label}, found ${formatShape(entry.shape)}.`
		);
	}
	if (!isFloatType(dtype)) {
		throw new WeightFileError(
			`Tensor ${quote(fileName)}: expected the type ${FLOAT_TYPES.join(', ')}, found ${dtype}.`
		);
	}
	return { parameter, fileName, dtype, begin, end };
}

/** What may be the matter when a tensor is missing. */
function describeInstead(missing: string, extra: string | undefined): string {
	if (extra !== undefined) return `, but ${quote(extra)}, which is not in it`;
	return missing.startsWith('classifier.') ? '; it may have been saved with num_classes=0' : '';
}
