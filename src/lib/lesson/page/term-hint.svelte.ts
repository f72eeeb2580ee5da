/**
 * The meaning of a term, or the source of a number, shown beside its link under the pointer or the focus.
 * The link itself leads to the glossary or the results; without a script that is all there is.
 */
import type { Attachment } from 'svelte/attachments';
import type { Hint } from './hints.ts';

/** Time to come and to go, in milliseconds: long enough to move the pointer into the hint. */
const delay = { show: 200, hide: 250 } as const;

/** Between the link, the hint and the edge of the screen, in pixels. */
const gap = 8;

export class TermHint {
	readonly #hints: () => readonly Hint[];
	#link: HTMLAnchorElement | null = $state.raw(null);
	#tapped: HTMLAnchorElement | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(hints: () => readonly Hint[]) {
		this.#hints = hints;
	}

	/** What is explained now, or null. */
	get hint(): Hint | null {
		const key = this.#link?.dataset.term;
		return this.#hints().find((hint) => hint.key === key) ?? null;
	}

	/** Keeps the hint while the pointer is in it. */
	stay = (): void => clearTimeout(this.#timer);

	/** Takes it away after a moment. */
	leave = (): void => this.#later(delay.hide, null);

	/** Watches the links `a.term` inside an element. */
	watch: Attachment<HTMLElement> = (root) => {
		const listening = new AbortController();
		const { signal } = listening;
		const onLink = (act: (link: HTMLAnchorElement, event: Event) => void) => (event: Event) => {
			const link = event.target instanceof Element ? event.target.closest('a.term') : null;
			if (link instanceof HTMLAnchorElement) act(link, event);
		};
		root.addEventListener('pointerover', onLink(this.#approach), { signal });
		root.addEventListener('pointerout', onLink(this.leave), { signal });
		root.addEventListener(
			'focusin',
			onLink((link) => this.#show(link)),
			{ signal }
		);
		root.addEventListener(
			'focusout',
			onLink(() => this.#show(null)),
			{ signal }
		);
		root.addEventListener('click', onLink(this.#tap), { signal });
		document.addEventListener('keydown', this.#escape, { signal });
		document.addEventListener('pointerdown', this.#pressElsewhere, { signal });
		return () => {
			listening.abort();
			this.#show(null);
		};
	};

	/** Puts the hint beside its link; attach it to the element that shows `hint`. */
	place: Attachment<HTMLElement> = (hint) => {
		const link = this.#link;
		if (link === null || this.hint === null || typeof hint.showPopover !== 'function') return;
		link.setAttribute('aria-describedby', hint.id);
		hint.showPopover();
		placeBeside(hint, link);
		return () => {
			link.removeAttribute('aria-describedby');
			if (hint.isConnected) hint.hidePopover();
		};
	};

	#approach = (link: HTMLAnchorElement, event: Event): void => {
		if (event instanceof PointerEvent && event.pointerType !== 'touch') {
			this.#later(delay.show, link);
		}
	};

	/** A finger cannot hover: its first tap shows the meaning, the second follows the link. */
	#tap = (link: HTMLAnchorElement, event: Event): void => {
		const byTouch = event instanceof PointerEvent && event.pointerType === 'touch';
		if (!byTouch || this.#tapped === link) return;
		this.#tapped = link;
		event.preventDefault();
		this.#show(link);
	};

	#escape = (event: KeyboardEvent): void => {
		if (event.key === 'Escape') this.#show(null);
	};

	#pressElsewhere = ({ target }: PointerEvent): void => {
		const inside = target instanceof Element && target.closest('a.term, [popover]') !== null;
		if (!inside) this.#show(null);
	};

	#later(time: number, link: HTMLAnchorElement | null): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#show(link), time);
	}

	#show(link: HTMLAnchorElement | null): void {
		clearTimeout(this.#timer);
		this.#link = link;
		if (link === null) this.#tapped = null;
	}
}

/** Below the first line of the link, or above it where there is no room; it scrolls with the page. */
function placeBeside(hint: HTMLElement, link: HTMLElement): void {
	const anchor = link.getClientRects()[0] ?? link.getBoundingClientRect();
	const { width, height } = hint.getBoundingClientRect();
	const { clientWidth, clientHeight } = document.documentElement;
	const left = Math.max(gap, Math.min(anchor.left, clientWidth - width - gap));
	const below = anchor.bottom + gap;
	const fits = below + height <= clientHeight || anchor.top < height + gap;
	const top = fits ? below : anchor.top - gap - height;
	hint.style.left = `${left + window.scrollX}px`;
	hint.style.top = `${top + window.scrollY}px`;
}
