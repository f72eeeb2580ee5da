/** A time as a clock shows it: whole minutes, and two digits of seconds. */
export function clockParts(milliseconds: number): { minutes: string; seconds: string } {
	const seconds = Math.floor(Math.max(0, milliseconds) / 1000);
	return {
		minutes: String(Math.floor(seconds / 60)),
		seconds: String(seconds % 60).padStart(2, '0')
	};
}
