import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { defaultSettings, documentAttributes, Settings } from './settings.svelte.ts';
import { Store, type Backing } from './storage.ts';
import { readUrlState } from '#lib/state/address/url-state.ts';

const key = 'repghost-notebook:settings';
const themeScript = readFileSync('static/theme.js', 'utf8');

function storageWith(text: string | null): Backing {
	const values = new Map<string, string>(text === null ? [] : [[key, text]]);
	return {
		get length() {
			return values.size;
		},
		key: (index) => [...values.keys()][index] ?? null,
		getItem: (name) => values.get(name) ?? null,
		setItem: (name, value) => void values.set(name, value),
		removeItem: (name) => void values.delete(name)
	};
}

function open(backing: Backing, search = ''): Settings {
	return new Settings(new Store(() => backing), readUrlState(search).state);
}

describe('settings', () => {
	it('start from the defaults and are kept when changed', () => {
		const backing = storageWith(null);
		const settings = open(backing);
		expect(settings.current).toEqual(defaultSettings);
		settings.set('theme', 'dark');
		settings.set('singleKeys', false);
		expect(settings.kept).toBe(true);
		expect(open(backing).current).toEqual({ ...defaultSettings, theme: 'dark', singleKeys: false });
	});

	it('let the address ask for a theme and a profile without storing it', () => {
		const backing = storageWith(null);
		const settings = open(backing, '?theme=dark&profile=projector');
		expect(settings.current).toMatchObject({ theme: 'dark', profile: 'projector' });
		settings.set('motion', 'reduced');
		expect(open(backing).current).toEqual({ ...defaultSettings, motion: 'reduced' });
	});

	it('hold the reader’s choice over the address', () => {
		const settings = open(storageWith(null), '?theme=dark');
		settings.set('theme', 'light');
		expect(settings.current.theme).toBe('light');
	});

	it('say when they are not kept', () => {
		const settings = new Settings(new Store(() => null), readUrlState('').state);
		expect(settings.kept).toBe(false);
		settings.set('code', true);
		expect(settings.current.code).toBe(true);
	});

	it('are forgotten on request', () => {
		const backing = storageWith(null);
		const settings = open(backing);
		settings.set('theme', 'dark');
		settings.clear();
		expect(settings.current).toEqual(defaultSettings);
		expect(backing.length).toBe(0);
	});

	it('take over what another tab stored', () => {
		const backing = storageWith(null);
		const settings = open(backing);
		open(backing).set('profile', 'projector');
		settings.reload();
		expect(settings.current.profile).toBe('projector');
	});

	it('keep what the address asks for when other things are stored', () => {
		const settings = open(storageWith(null), '?theme=dark');
		settings.reload();
		expect(settings.current.theme).toBe('dark');
	});

	it('decide about motion before the system does', () => {
		const settings = open(storageWith(null));
		settings.set('motion', 'reduced');
		expect(settings.stillMotion).toBe(true);
		settings.set('motion', 'full');
		expect(settings.stillMotion).toBe(false);
	});
});

describe('the script that runs before the first paint', () => {
	function runThemeScript(stored: string | null, search: string): Record<string, string> {
		const dataset: Record<string, string> = {};
		runInNewContext(themeScript, {
			URLSearchParams,
			document: { documentElement: { dataset } },
			location: { search },
			localStorage: storageWith(stored)
		});
		return dataset;
	}

	const entry = (value: object): string => JSON.stringify({ version: 1, value });
	const stored = [
		null,
		'{"version":1,"va',
		'null',
		entry({ ...defaultSettings }),
		entry({ ...defaultSettings, theme: 'dark', profile: 'projector', motion: 'reduced' }),
		entry({ ...defaultSettings, theme: 'light', motion: 'full' })
	];
	const searches = [
		'',
		'?theme=dark',
		'?theme=light&profile=projector',
		'?theme=red&profile=x',
		'?theme=dark&theme=light'
	];
	const cases = stored.flatMap((text) => searches.map((search) => ({ text, search })));

	it.each(cases)('agrees with the settings for $text and $search', ({ text, search }) => {
		const expected = documentAttributes(open(storageWith(text), search).current);
		const set = Object.entries(expected).filter(([, value]) => value !== null);
		expect(runThemeScript(text, search)).toEqual(Object.fromEntries(set));
	});

	it('survives blocked storage', () => {
		const dataset: Record<string, string> = {};
		runInNewContext(themeScript, {
			URLSearchParams,
			document: { documentElement: { dataset } },
			location: { search: '?theme=dark' },
			get localStorage(): never {
				throw new Error('blocked');
			}
		});
		expect(dataset).toEqual({ theme: 'dark' });
	});
});
