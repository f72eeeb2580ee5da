/** The options of the stepper's lists. */
import type { FoldableModule } from '#lib/core/fold/fold-request.ts';
import type { ModuleChoice } from '#lib/state/fold/fold-choices.ts';
import { picturesFor } from '#lib/state/fold/fold-choices.ts';
import type { ListedNetwork } from '#lib/state/fold/fold-networks.svelte.ts';
import type { Strings } from '#lib/strings/strings.ts';

interface Option {
	readonly value: string;
	readonly label: string;
}

const TOY = 'toy';
/** Between a network's key and a module's name; in neither of them. */
const SEPARATOR = '/';

export function moduleGroups(
	networks: readonly ListedNetwork[],
	source: ModuleChoice,
	words: Strings['fold']
): { readonly label: string; readonly options: readonly Option[] }[] {
	return [
		{ label: words.toyGroup, options: [{ value: TOY, label: words.toy }] },
		...networks.map(({ key, name, modules }) => ({
			label: name,
			options: modules.map((module) => ({
				value: `${key}${SEPARATOR}${module.name}`,
				label: module.name
			}))
		})),
		...unopened(networks, source, words)
	];
}

/** A file whose modules are not known, or never will be: the list says which, and is not blank. */
function unopened(
	networks: readonly ListedNetwork[],
	source: ModuleChoice,
	words: Strings['fold']
): { readonly label: string; readonly options: readonly Option[] }[] {
	if (source.kind !== 'file' || networks.some(({ key }) => key === 'file')) return [];
	const value = moduleValue(source, networks);
	return [{ label: source.file.name, options: [{ value, label: words.noModules }] }];
}

/** A file that was just opened shows its first module. */
export function moduleValue(source: ModuleChoice, networks: readonly ListedNetwork[]): string {
	if (source.kind === 'toy') return TOY;
	const key = source.kind === 'file' ? 'file' : source.slug;
	const first = networks.find((network) => network.key === key)?.modules[0]?.name;
	return `${key}${SEPARATOR}${source.module || first || ''}`;
}

/** Null for a value that is none of the list's. */
export function readModule(value: string, networks: readonly ListedNetwork[]): ModuleChoice | null {
	if (value === TOY) return { kind: 'toy' };
	const [key, module = ''] = value.split(SEPARATOR);
	return networks.find((network) => network.key === key)?.choose(module) ?? null;
}

export function channelOptions({ plan }: FoldableModule, words: Strings['fold']): Option[] {
	return Array.from({ length: plan.outChannels }, (_, channel) => ({
		value: String(channel),
		label: words.channelOf(channel + 1, plan.outChannels)
	}));
}

export function pictureOptions(source: ModuleChoice, { fold, scenes }: Strings): Option[] {
	const names: Readonly<Record<string, string>> =
		source.kind === 'toy' ? fold.pictures : scenes.samples;
	return picturesFor(source).map((value) => ({ value, label: names[value] ?? value }));
}
