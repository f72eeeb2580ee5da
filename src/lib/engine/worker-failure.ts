/** What a page says of a worker that failed as a whole. */

/** @param event of the worker; without a message it could not be loaded at all */
export function workerFailure({ message }: Pick<ErrorEvent, 'message'>): string {
	const reason = (message ?? '').replace(/^Uncaught (?:\w*Error: )?/, '').replace(/\.$/, '');
	if (reason === '') return 'The engine could not be started.';
	return `The engine has stopped: ${reason}. Another one starts with the next choice.`;
}
