/**
 * Brings text that was set at build time to life: words and terms that stand for a part of a figure
 * light up together with it, and formulas that are wider than the page scroll, by keys too.
 */
import type { Attachment } from 'svelte/attachments';
import { scrollable } from '#lib/attachments/scrollable.svelte.ts';
import type { Pointing } from '#lib/state/pointing.svelte.ts';

/**
 * Links words (`[text](figure:id.part)`) and terms of formulas (`\part{name}{…}`) with the figure they
 * point at: each lights up with the part, and lights it up under the pointer or the focus. Who follows
 * such a word to its figure finds the part still lit there, until something else is pointed at.
 * @param figure the figure that terms of a formula stand for; null where there is none
 */
export function pointers(pointing: Pointing, figure: () => string | null): Attachment<HTMLElement> {
	return (element) => {
		const terms = [...element.querySelectorAll<HTMLElement>('[data-part]')];
		const listening = new AbortController();
		const { signal } = listening;
		let followed: HTMLElement | null = null;

		const target = (term: HTMLElement) => term.dataset.figure ?? figure() ?? '';
		const point = (term: HTMLElement): void => {
			followed = null;
			pointing.point(target(term), term.dataset.part ?? '');
		};
		const leave = (term: HTMLElement): void => {
			if (followed !== term) pointing.leave();
		};
		const follow = (term: HTMLElement): void => {
			point(term);
			followed = term;
		};

		for (const term of terms) {
			term.addEventListener('pointerenter', () => point(term), { signal });
			term.addEventListener('pointerleave', () => leave(term), { signal });
			term.addEventListener('focus', () => point(term), { signal });
			term.addEventListener('blur', () => leave(term), { signal });
			if (term instanceof HTMLAnchorElement) {
				term.addEventListener('click', () => follow(term), { signal });
			}
		}
		$effect(() => {
			for (const term of terms) {
				term.classList.toggle('lit', pointing.isAt(target(term), term.dataset.part ?? ''));
			}
		});
		return () => listening.abort();
	};
}

/** Formulas on a line of their own, and tables, scroll by themselves where they are wider than the text. */
export function scrollingParts(labels: {
	readonly formula: string;
	readonly table: string;
}): Attachment<HTMLElement> {
	return (element) => {
		const wide = element.querySelectorAll<HTMLElement>('.katex-display, .table');
		const ends = [...wide].map((part) => {
			part.role = 'group';
			part.ariaLabel = part.matches('.table') ? labels.table : labels.formula;
			return scrollable(part);
		});
		return () => ends.forEach((end) => end?.());
	};
}
