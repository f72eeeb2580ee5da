/** What a figure told its page, as it would stand in code: `onlayer("stem")`. */

const longest = 60;

export function writeCall(event: string, values: readonly unknown[]): string {
	const words = values.filter(isToldOf).map((value) => {
		const text = JSON.stringify(value, shortened) ?? String(value);
		return text.length > longest ? `${text.slice(0, longest)}…` : text;
	});
	return `${event}(${words.join(', ')})`;
}

/** An event of the browser, handed on by a control, is not what the figure says. */
function isToldOf(value: unknown): boolean {
	return !(value instanceof Event);
}

/** Typed arrays would be written number by number. */
function shortened(_: string, value: unknown): unknown {
	return ArrayBuffer.isView(value) ? value.constructor.name : value;
}
