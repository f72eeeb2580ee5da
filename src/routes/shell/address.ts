/** Keeps the address true to what the reader chose. */
import { replaceState } from '$app/navigation';
import { page } from '$app/state';

/** Takes parameters out of the address, so that a reload shows the reader's choice. */
export function forgetInAddress(...names: string[]): void {
	const address = new URL(window.location.href);
	const given = names.filter((name) => address.searchParams.has(name));
	if (given.length === 0) return;
	for (const name of given) address.searchParams.delete(name);
	replaceState(address, page.state);
}
