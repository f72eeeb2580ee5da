/** The order in which steps that are to be put in order stand at first: never the right one. */

/** Of `count` steps, three at least: every second one from the end, then the others from the end. */
export function firstOrder(count: number): number[] {
	const steps = Array.from({ length: count }, (_, index) => count - 1 - index);
	return [...steps.filter((step) => step % 2 === 1), ...steps.filter((step) => step % 2 === 0)];
}

/** The order after the step at a place has been put to another place. */
export function moved(order: readonly number[], from: number, to: number): number[] {
	const rest = order.filter((_, place) => place !== from);
	return [...rest.slice(0, to), order[from]!, ...rest.slice(to)];
}
