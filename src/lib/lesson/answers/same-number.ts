/** When a typed number counts as one that was foreseen. */

export function isNear(value: number, other: number, tolerance: number): boolean {
	return Math.abs(value - other) <= tolerance;
}

/**
 * An answer counts for the first value that it is near to.
 * @returns the index of the first value that so can never be given, or −1
 */
export function firstHidden(values: readonly number[], tolerance: number): number {
	return values.findIndex((value, index) =>
		values.slice(0, index).some((earlier) => isNear(value, earlier, tolerance))
	);
}
