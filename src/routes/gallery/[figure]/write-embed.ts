/** The lines that put a figure into a page of another site. */

/** Until the page around it listens to the figure's own height. */
const HEIGHT = 700;

/**
 * @param address of the figure alone, with its origin
 * @param example its number, from 1, and the name of the frame
 */
export function writeEmbed(
	address: string,
	example: { readonly number: number; readonly title: string }
): string {
	const url = new URL(address);
	if (example.number > 1) url.searchParams.set('example', String(example.number));
	return [
		'<iframe',
		`  src="${quoted(url.href)}"`,
		`  title="${quoted(example.title)}"`,
		`  width="100%" height="${HEIGHT}" style="border: 0" loading="lazy" allow="fullscreen"`,
		'></iframe>'
	].join('\n');
}

function quoted(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
