/** What stands at the foot of every printed sheet, where pages of several lessons lie on one pile. */

/** Between the address and the number of the page; other spaces would run together. */
const wideSpace = '\u2003';

/** As CSS writes text. */
const quoted = (text: string): string => JSON.stringify(text);

/**
 * Gives the page's title and address to the foot of the sheets that are about to be printed (`print.css`).
 * A figure's settings are no part of the address.
 */
export function nameSheet({ documentElement, title }: Document, { origin, pathname }: URL): void {
	documentElement.style.setProperty('--sheet', quoted(title));
	documentElement.style.setProperty('--sheet-address', quoted(`${origin}${pathname}${wideSpace}`));
}
