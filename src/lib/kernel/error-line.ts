/** Where in the reader's code an error comes from. */

/** Names of the programs, as stacks say them. */
export const CODE_NAME = 'code-of-the-cell';
export const BEFORE_NAME = 'code-before-the-cell';

/**
 * The innermost line of the reader's code in a stack, or null. The code is evaluated as it stands, so
 * its lines are counted as the reader counts them.
 */
export function lineInStack(stack: string | undefined): number | null {
	const found = new RegExp(`${CODE_NAME}:(\\d+)`).exec(stack ?? '');
	return found ? Number(found[1]) : null;
}
