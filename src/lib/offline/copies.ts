/**
 * Copies of the whole site in the browser's Cache storage, for use without a network: one for each
 * build. A copy whose last entry, the build's list of files, is there is whole. Other apps, and this one
 * in another folder, may share the origin: names begin with this project and the site's folder.
 */
import { LIST_ADDRESS } from './addresses.ts';

/** The part of a `Cache` that is used. */
export type Copy = Pick<Cache, 'match' | 'put' | 'keys' | 'delete'>;

/** The part of `CacheStorage` that is used. `keys` are in the order in which they were made. */
export interface Copies {
	open(name: string): Promise<Copy>;
	keys(): Promise<string[]>;
	delete(name: string): Promise<boolean>;
}

/** Where a site is, and which build of it. */
export interface Build {
	/** The whole address of the site's root, with a slash at its end. */
	readonly scope: string;
	readonly version: string;
}

function prefix(scope: string): string {
	return `repghost-notebook:site:${new URL(scope).pathname}:`;
}

export function copyName({ scope, version }: Build): string {
	return prefix(scope) + version;
}

/** Names of all copies of this site, oldest first. */
async function copyNames(copies: Copies, scope: string): Promise<string[]> {
	return (await copies.keys()).filter((name) => name.startsWith(prefix(scope)));
}

/** Asks for names alone: an answer that nobody reads keeps its file open for a while. */
export async function isWhole(copy: Copy, scope: string): Promise<boolean> {
	return (await copy.keys(new URL(LIST_ADDRESS, scope).href)).length > 0;
}

/** All copies, in the order in which they are asked: whole ones first; this build's, then the newest. */
export async function copiesInOrder(copies: Copies, build: Build): Promise<Copy[]> {
	const own = copyName(build);
	const names = (await copyNames(copies, build.scope)).reverse();
	const sorted = [...names.filter((name) => name === own), ...names.filter((name) => name !== own)];
	const opened = await Promise.all(sorted.map((name) => copies.open(name)));
	if (opened.length < 2) return opened;
	const whole = await Promise.all(opened.map((copy) => isWhole(copy, build.scope)));
	return [...opened.filter((_, at) => whole[at]), ...opened.filter((_, at) => !whole[at])];
}

/**
 * Removes the copies of other builds once this one's is whole; until then they serve.
 * @param which `older`: only those made before this one, for a page of a newer build may be open
 */
export async function dropCopies(
	copies: Copies,
	build: Build,
	which: 'older' | 'others'
): Promise<void> {
	const own = copyName(build);
	const names = await copyNames(copies, build.scope);
	if (!names.includes(own) || !(await isWhole(await copies.open(own), build.scope))) return;
	const before = which === 'older' ? names.slice(0, names.indexOf(own)) : names;
	await Promise.all(before.filter((name) => name !== own).map((name) => copies.delete(name)));
}

/** Removes every copy of this site. */
export async function removeCopies(copies: Copies, scope: string): Promise<void> {
	await Promise.all((await copyNames(copies, scope)).map((name) => copies.delete(name)));
}
