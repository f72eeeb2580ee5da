/** Rejects with `message` when `work` has not settled after `milliseconds`; the work itself goes on. */
export async function withTimeLimit<T>(
	work: Promise<T>,
	milliseconds: number,
	message: string
): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const limit = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(message)), milliseconds);
	});
	try {
		return await Promise.race([work, limit]);
	} finally {
		clearTimeout(timer);
	}
}
