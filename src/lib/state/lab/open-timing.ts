/** A timing session on its real worker and page. */
import { connectMeasureEngine } from '#lib/engine/measure-client.ts';
import type { Machine } from '#lib/measure/measurement.ts';
import { TimingSession } from './timing-session.svelte.ts';

/** Fetches nothing yet: a worker comes with each run. */
export function openTiming(): TimingSession {
	return new TimingSession(connectMeasureEngine, {
		now: () => new Date(),
		machine: describeMachine,
		watchHidden: (onhidden) => {
			const look = (): void => {
				if (document.hidden) onhidden();
			};
			look();
			document.addEventListener('visibilitychange', look);
			return () => document.removeEventListener('visibilitychange', look);
		}
	});
}

interface UserAgentData {
	readonly brands?: readonly { readonly brand: string; readonly version: string }[];
	readonly platform?: string;
}

/** What the browser says of the machine without being asked for more; call it in the browser only. */
function describeMachine(): Machine {
	const cores: number | undefined = navigator.hardwareConcurrency;
	const { brands = [], platform } =
		(navigator as Navigator & { readonly userAgentData?: UserAgentData }).userAgentData ?? {};
	// Browsers list one made-up brand, so that nobody relies on the list.
	const real = brands.filter(({ brand }) => !/not.?a.?brand/i.test(brand));
	const named = real.map(({ brand, version }) => `${brand} ${version}`);
	const browser = named.length > 0 ? [...named, platform].join(', ') : navigator.userAgent;
	return { cores: cores ?? null, browser: browser.slice(0, 300) };
}
