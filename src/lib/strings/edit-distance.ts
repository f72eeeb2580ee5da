/** How many letters must be put in, taken out or changed to make one text the other (Levenshtein). */
export function editDistance(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (const [index, letter] of from.split('').entries()) {
		const next = [index + 1];
		for (let column = 1; column <= to.length; column++) {
			const change = row[column - 1]! + (letter === to[column - 1] ? 0 : 1);
			next.push(Math.min(change, row[column]! + 1, next[column - 1]! + 1));
		}
		row = next;
	}
	return row[to.length]!;
}
