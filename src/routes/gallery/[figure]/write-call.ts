/** What a figure told its page, as it would stand in code: `onlayer("stem")`. */

const longest = 60;

export function writeCall(event: string, values: readonly unknown[]): string {
	const words = values.map((value) => {
		const text = JSON.stringify(value, shortened) ?? String(value);
		return text.length > longest ? `${text.slice(0, longest)}…` : text;
	});
	return `${event}(${words.join(', ')})`;
}

/** Typed arrays would be written number by number. */
function shortened(_: string, value: unknown): unknown {
	return ArrayBuffer.isView(value) ? value.constructor.name : value;
}
