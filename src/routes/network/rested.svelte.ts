/** Words for those who listen: they change once nothing has changed for a while, not with every picture. */

/** Milliseconds of rest. */
const REST = 400;

export class Rested {
	/** What is said. */
	current = $state('');

	/**
	 * Says it after a rest.
	 * @returns takes it back, if that was before the end of the rest; made for an effect
	 */
	hear(sentence: string): () => void {
		const timer = setTimeout(() => (this.current = sentence), REST);
		return () => clearTimeout(timer);
	}
}
