/**
 * The reader's settings. The address may ask for a theme or a profile; that holds until the reader
 * chooses, and is not stored. static/theme.js sets the same attributes before the first paint.
 */
import { prefersReducedMotion } from 'svelte/motion';
import * as v from 'valibot';
import type { Slot, Store } from './storage.ts';
import type { UrlState } from '#lib/state/address/url-state.ts';

const schema = v.object({
	theme: v.picklist(['system', 'light', 'dark']),
	profile: v.picklist(['screen', 'projector']),
	motion: v.picklist(['system', 'full', 'reduced']),
	/** Whether the code of a figure or cell is shown from the start. */
	code: v.boolean(),
	/** Whether shortcuts of one character without a modifier act (WCAG 2.1.4). */
	singleKeys: v.boolean(),
	/** Whether what happens can be seen without a prediction; for teachers. */
	unlock: v.optional(v.boolean(), false)
});

export type SettingsValues = v.InferOutput<typeof schema>;

export const defaultSettings: Readonly<SettingsValues> = Object.freeze({
	theme: 'system',
	profile: 'screen',
	motion: 'system',
	code: false,
	singleKeys: true,
	unlock: false
});

export class Settings {
	readonly #slot: Slot<SettingsValues>;
	readonly #store: Store;
	#stored: SettingsValues = { ...defaultSettings };
	#current: SettingsValues = $state({ ...defaultSettings });
	#kept = $state(true);
	#projecting = $state(false);

	constructor(store: Store, address: Pick<UrlState, 'theme' | 'profile'>) {
		this.#store = store;
		this.#slot = store.slot('settings', 1, schema, defaultSettings);
		this.#kept = store.kept;
		this.#stored = { ...this.#slot.read() };
		this.#current = {
			...this.#stored,
			theme: address.theme ?? this.#stored.theme,
			profile: address.profile ?? this.#stored.profile
		};
	}

	/** What holds on this page. */
	get current(): Readonly<SettingsValues> {
		return this.#projecting ? { ...this.#current, profile: 'projector' } : this.#current;
	}

	/** The projector's profile holds while a lesson is presented; the reader's choice comes back after. */
	project(on: boolean): void {
		this.#projecting = on;
	}

	/** Whether the last change outlives the page. */
	get kept(): boolean {
		return this.#kept;
	}

	/** Whether figures change at once instead of moving. */
	get stillMotion(): boolean {
		const { motion } = this.#current;
		return motion === 'system' ? prefersReducedMotion.current : motion === 'reduced';
	}

	/** Changes one setting and stores the reader's choices. */
	set<Name extends keyof SettingsValues>(name: Name, value: SettingsValues[Name]): void {
		this.#current[name] = value;
		this.#stored = { ...this.#stored, [name]: value };
		this.#kept = this.#slot.write(this.#stored);
	}

	/** Takes over what another tab has stored; other news from storage leaves the page as it is. */
	reload = (): void => {
		const stored = this.#slot.read();
		if (JSON.stringify(stored) === JSON.stringify(this.#stored)) return;
		this.#stored = { ...stored };
		this.#current = { ...stored };
	};

	/** Back to the defaults; forgets everything this site has stored. */
	clear = (): void => {
		this.#store.clear();
		this.#stored = { ...defaultSettings };
		this.#current = { ...defaultSettings };
	};
}

/**
 * The attributes `data-theme`, `data-profile` and `data-motion` that the style sheets read.
 * Null: the attribute is left off, and the system or the plain screen decides.
 */
export function documentAttributes(
	settings: Pick<SettingsValues, 'theme' | 'profile' | 'motion'>
): Record<'theme' | 'profile' | 'motion', string | null> {
	return {
		theme: settings.theme === 'system' ? null : settings.theme,
		profile: settings.profile === 'screen' ? null : settings.profile,
		motion: settings.motion === 'system' ? null : settings.motion
	};
}
