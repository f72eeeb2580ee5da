/**
 * Which form of a network a file holds, and which branch its modules have, from the names alone.
 *
 * Training-time names are timm's and the authors' (`cheap_operation.0`, `fusion_bn.0`); in the deploy
 * form `cheap_operation` itself is a convolution (`repghost_model_convert` of the authors' code); in
 * the folded form no batch norm is left.
 */
import type { Family } from '#lib/core/network/architecture.ts';
import { joinName, type Branch, type Form, type Graph } from '#lib/core/graph.ts';
import { quote, WeightFileError } from './weight-file-error.ts';

type Names = Pick<ReadonlyMap<string, unknown>, 'has'>;

const BATCH_NORM_ROLES = ['weight', 'bias', 'running_mean', 'running_var'];

/**
 * The form that the names belong to.
 *
 * @param graph the network in training-time form
 * @throws WeightFileError when one part is folded and another is not
 */
export function findForm(names: Names, graph: Graph): Form {
	const modules = graph.modules.filter(({ family }) => family === 'repghost');
	const has = (module: string, key: string) =>
		names.has(joinName(module, `cheap_operation.${key}`));
	const fused = modules.find(({ name }) => has(name, 'weight'));
	const branched = modules.find(({ name }) => has(name, '0.weight'));
	if (fused && branched) {
		throw new WeightFileError(
			`The file is half folded: module ${quote(branched.name)}: expected "cheap_operation.weight", as ${quote(fused.name)} has it, found "cheap_operation.0.weight".`
		);
	}
	const { kept, folded } = findBatchNorms(names, graph);
	if (kept !== undefined && folded !== undefined) {
		throw new WeightFileError(
			`The file is half folded: convolution ${quote(folded)}: expected its batch norm, as ${quote(kept)} is there, found a bias in its place.`
		);
	}
	if (folded !== undefined && branched) {
		throw new WeightFileError(
			`The file is half folded: module ${quote(branched.name)}: expected "cheap_operation.weight", as every other batch norm is folded, found "cheap_operation.0.weight".`
		);
	}
	if (folded !== undefined) return 'folded';
	return fused ? 'deploy' : 'training-time';
}

/** A batch norm outside the branches that is there, and a convolution that has a bias instead. */
function findBatchNorms(names: Names, graph: Graph): { kept?: string; folded?: string } {
	const operations = new Map(graph.nodes.map(({ name, operation }) => [name, operation]));
	const branches = new Set(
		graph.modules
			.filter(({ family }) => family === 'repghost')
			.map(({ name }) => joinName(name, 'cheap_operation.0'))
	);
	const found: { kept?: string; folded?: string } = {};
	for (const { name, operation, inputs } of graph.nodes) {
		const source = inputs[0]!;
		if (operation.kind !== 'batch-norm' || branches.has(source)) continue;
		if (operations.get(source)?.kind !== 'convolution') continue;
		if (BATCH_NORM_ROLES.some((role) => names.has(`${name}.${role}`))) found.kept ??= name;
		else if (names.has(`${source}.bias`)) found.folded ??= source;
	}
	return found;
}

interface BranchQuestion {
	readonly family: Family;
	readonly form: Form;
	/** Whether any `fusion_bn` is among the names. */
	readonly hasFusion: boolean;
	/** What the file's configuration says, if it has one. */
	readonly declared: Branch | undefined;
	/** What the reader says. */
	readonly asked: Branch | undefined;
}

/**
 * The branch kind of a file. A plain identity has no tensors, so names leave it open: then the
 * configuration says it, or the reader; otherwise it is taken to be absent.
 *
 * @throws WeightFileError when configuration or reader contradict the file or each other
 */
export function settleBranch(question: BranchQuestion): { branch: Branch; isAGuess: boolean } {
	const { declared, asked } = question;
	const possible = possibleBranches(question);
	for (const [said, by] of [
		[declared, 'its configuration'],
		[asked, 'the option']
	] as const) {
		if (said !== undefined && !possible.includes(said)) {
			throw new WeightFileError(
				`Branch: expected ${possible.join(' or ')} from the names of the file's tensors, found ${said} in ${by}.`
			);
		}
	}
	if (declared !== undefined && asked !== undefined && declared !== asked) {
		throw new WeightFileError(
			`Branch: expected ${declared}, as the file's configuration says, found ${asked} in the option.`
		);
	}
	const said = declared ?? asked;
	return {
		branch: said ?? possible[0],
		isAGuess: said === undefined && possible.includes('none') && possible.length === 2
	};
}

/** The branch kinds that the names leave open, the likeliest first. */
function possibleBranches({
	family,
	form,
	hasFusion
}: BranchQuestion): readonly [Branch, ...Branch[]] {
	if (family === 'ghostnet') return ['none'];
	if (form === 'folded') return ['bn', 'identity', 'both', 'none'];
	if (form === 'deploy') return ['bn', 'identity', 'both'];
	return hasFusion ? ['bn', 'both'] : ['none', 'identity'];
}
