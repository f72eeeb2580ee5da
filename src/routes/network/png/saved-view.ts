/** What is said on the sheet of any view: which network saw which picture, and where it was computed. */
import type { ViewContent } from '#lib/scene/view-content.ts';
import type { Run } from '#lib/state/network/held.svelte.ts';
import type { NetworkSession } from '#lib/state/network/network-session.svelte.ts';
import type { Strings } from '#lib/strings/strings.ts';
import { ownName } from '../picture/own-name.ts';
import { pictureName } from '../view.ts';

/** What a sheet shows beside its heading. */
export interface View extends Pick<ViewContent, 'title' | 'bodies' | 'legends' | 'after'> {
	/** The end of the file's name. */
	readonly part: string;
	readonly lines?: readonly string[];
}

export interface SavedView {
	readonly content: ViewContent;
	/** Of the network and form that name the file. */
	readonly run: Run;
	/** The end of the file's name. */
	readonly part: string;
}

/** A view of the run on view; null where there is nothing to show yet. */
export function viewOfRun(
	session: NetworkSession,
	words: Strings,
	make: (run: Run) => View | null
): SavedView | null {
	const { run, picture } = session.held;
	const made = run && make(run);
	if (!run || !made) return null;
	const { part, lines = [], ...view } = made;
	const { viewPng: png, network, shell, ownPictures, scenes } = words;
	const form = network.forms[run.result.form].toLowerCase();
	const name =
		ownName(session, ownPictures) ?? pictureName(session.scene, picture?.name ?? '', scenes);
	const shown = session.frame?.shown ?? picture?.shown;
	const content = {
		...view,
		lines: [png.network(run.network.name, form), png.picture(name), ...lines],
		inputs: shown ? [{ name, picture: shown }] : [],
		footer: png.footer(shell.siteName, run.result.report.backend)
	};
	return { content, run, part };
}

/** A view of two runs: which is A and which is B, and both pictures where they differ. */
export function viewOfRuns(
	{ a, b }: { readonly a: Run; readonly b: Run },
	words: Strings,
	{ part, lines = [], ...view }: View
): SavedView {
	const { compare, viewPng: png, shell } = words;
	const sides = [png.side(compare.a, runName(a, words)), png.side(compare.b, runName(b, words))];
	const inputs = [
		{ name: compare.a, picture: a.picture.shown },
		{ name: compare.b, picture: b.picture.shown }
	];
	const content = {
		...view,
		lines: [...sides, ...lines],
		inputs: isSamePicture(a, b) ? inputs.slice(0, 1) : inputs,
		footer: png.footer(shell.siteName, a.result.report.backend)
	};
	return { content, run: a, part };
}

function runName({ network: info, result, picture, choices }: Run, words: Strings): string {
	const { compare, network, scenes, viewPng } = words;
	const form = network.forms[result.form].toLowerCase();
	const scene = choices.picture.kind === 'sample' ? choices.picture : null;
	const run = compare.run(info.name, form);
	return viewPng.runOnPicture(run, pictureName(scene, picture.name, scenes));
}

function isSamePicture(a: Run, b: Run): boolean {
	const [one, other] = [a.picture.shown, b.picture.shown];
	return one.width === other.width && one.rgba.join() === other.rgba.join();
}
