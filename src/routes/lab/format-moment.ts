/** A moment as the reader's clock says it: `25 Nov, 17:32`. */
export function formatMoment(iso: string): string {
	return new Intl.DateTimeFormat('en-GB', {
		...{ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }
	}).format(new Date(iso));
}
