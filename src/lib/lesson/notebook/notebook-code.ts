/** Python for the code cells of a notebook. */

/** A tensor with its name. */
interface NamedTensor {
	readonly name: string;
	readonly shape: readonly number[];
	/** Row by row. */
	readonly data: ArrayLike<number>;
}

/** What the prologue of the snippets reads: `weights`, by name, and `picture`. */
export function setupCode(
	weights: readonly NamedTensor[],
	picture: Omit<NamedTensor, 'name'>
): string {
	const entries = weights.map((tensor) => `    "${tensor.name}": ${pythonTensor(tensor)},`);
	return [
		'import torch',
		'',
		'weights = {',
		...entries,
		'}',
		`picture = ${pythonTensor(picture)}`
	].join('\n');
}

/**
 * A snippet as a cell: without the marks that link its lines to parts of a figure, and with the value
 * that it ends on, which notebooks show.
 */
export function runnable(snippet: string): string {
	const code = snippet.replace(/[ \t]*# part: \w+[ \t]*$/gm, '').trimEnd();
	const [, name] = /^(\w+) = .*$/.exec(code.split('\n').at(-1) ?? '') ?? [];
	return name === undefined ? code : `${code}\n\n${name}`;
}

function pythonTensor({ shape, data }: Omit<NamedTensor, 'name'>): string {
	const values = Array.from(data, shortest).join(', ');
	const tensor = `torch.tensor([${values}])`;
	return shape.length === 1 ? tensor : `${tensor}.reshape(${shape.join(', ')})`;
}

/** The shortest decimal number that is the same float32; always with a point, as Python's floats. */
function shortest(value: number): string {
	for (let digits = 1; digits <= 9; digits++) {
		const number = Number(value.toPrecision(digits));
		if (Math.fround(number) === Math.fround(value)) {
			return Number.isInteger(number) ? number.toFixed(1) : String(number);
		}
	}
	return String(value);
}
