/** What the editor offers while a name is typed: what is in scope, what it is, and its shape. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import { declaredNames, type KernelScope, type ScopeName } from '#lib/kernel/client.ts';
import type { Strings } from '#lib/strings/strings.ts';

type Words = Strings['cells'];
type Docs = Readonly<Record<string, string>>;

/** What is said of a task's names: those it is handed, what they have, and what all lists have. */
interface TaskDocs {
	readonly names: Docs;
	readonly members: Readonly<Record<string, Docs>>;
	readonly lists: Docs;
}

/** What is asked for when a name is completed. */
export interface ScopeInfo {
	readonly scope: KernelScope;
	/** As the last run found them. */
	readonly names: readonly ScopeName[];
	readonly words: Words;
	/** Where the code is a task: what it is handed, and what stands behind a dot there. */
	readonly docs?: TaskDocs;
}

/** Parts of what the prologue makes. */
const NORM = ['gamma', 'beta', 'mean', 'variance'];
const FIELDS: Readonly<Record<string, readonly string[]>> = {
	bn0: NORM,
	bn1: NORM,
	bn2: NORM,
	pw: ['kernel'],
	dw: ['kernel']
};

const HELPERS = ['show', 'print'];

/** A name with what is said about it: its signature, and what it does. */
function documented(label: string, info: string | undefined, detail?: string): Completion {
	const isFunction = info !== undefined && info.split(':')[0]!.includes('(');
	return {
		label,
		type: isFunction ? 'function' : 'variable',
		...(detail !== undefined && { detail }),
		...(info !== undefined && { info })
	};
}

const listed = (docs: Docs): Completion[] =>
	Object.entries(docs).map(([name, text]) => documented(name, text));

/** Everything that a line can begin with. */
function namesInScope(code: string, info: ScopeInfo): Completion[] {
	const { scope, names, words } = info;
	const docs: Docs = { ...words.docs, ...info.docs?.names };
	const known = new Map(names.map((name) => [name.name, name]));
	const all = new Set([
		'tf',
		...HELPERS,
		...Object.keys(scope.values),
		...Object.keys(info.docs?.names ?? {}),
		...declaredNames(scope.before),
		...declaredNames(code)
	]);
	return [...all].map((name) => {
		const found = known.get(name);
		const detail =
			found?.kind === 'tensor' ? `${words.kinds.tensor} [${found.shape.join(', ')}]` : undefined;
		return documented(name, Object.hasOwn(docs, name) ? docs[name] : undefined, detail);
	});
}

/** What can follow a dot behind `owner`. */
function membersOf(owner: string, { words, docs }: ScopeInfo): Completion[] {
	if (owner === 'tf') return listed(words.tf);
	if (docs && Object.hasOwn(docs.members, owner)) return listed(docs.members[owner]!);
	if (Object.hasOwn(FIELDS, owner))
		return FIELDS[owner]!.map((label) => documented(label, undefined));
	return listed(docs ? docs.lists : words.methods);
}

/** Completes names, members and keys of `weights`; nothing in comments and texts. */
export function completeScope(info: () => ScopeInfo) {
	return (context: CompletionContext): CompletionResult | null => {
		const key = context.matchBefore(/\bweights\[['"`][\w.]*/);
		if (key) {
			const { weights } = info().scope.values;
			const from = key.from + "weights['".length;
			return {
				from,
				options: Object.keys(weights ?? {}).map((label) => ({ label, type: 'text' }))
			};
		}
		const { name } = syntaxTree(context.state).resolveInner(context.pos, -1);
		if (/Comment|String/.test(name)) return null;
		const member = context.matchBefore(/(?:[\w$]+|\))\.\w*/);
		if (member) {
			const [owner = ''] = member.text.split('.');
			const from = member.from + member.text.lastIndexOf('.') + 1;
			return { from, options: membersOf(owner, info()), validFor: /^\w*$/ };
		}
		const word = context.matchBefore(/[A-Za-z_$][\w$]*/);
		if (!word && !context.explicit) return null;
		const options = namesInScope(context.state.doc.toString(), info());
		return { from: word?.from ?? context.pos, options, validFor: /^[\w$]*$/ };
	};
}
