/** What the reader chooses in the lab, as one value, and the same in an address. */
import { PUBLISHED_WIDTHS } from '#lib/core/network/architecture.ts';
import type { Backend } from '#lib/engine/protocol.ts';
import { fairnessFor, type ExperimentChoice } from '#lib/measure/experiment.ts';
import { PLACES } from '#lib/measure/places.ts';
import type { UrlState } from '#lib/state/address/url-state.ts';

export interface LabChoices extends ExperimentChoice {
	readonly rounds: number;
	/** At least one, in the order of `BACKENDS`. */
	readonly backends: readonly Backend[];
}

export const BACKENDS = ['wasm', 'webgl', 'webgpu', 'cpu'] as const;
export const ROUNDS = [40, 80, 160] as const;
/** Rows of the networks' picture. */
export const PICTURE_SIDES = [96, 160, 224] as const;
export const JOIN_LIMITS = {
	channels: { least: 2, most: 512 },
	side: { least: 4, most: 224 }
} as const;

/** The part of an address that is the lab's. */
type LabAddress = Pick<
	UrlState,
	'what' | 'fair' | 'shape' | 'place' | 'networks' | 'rounds' | 'backends'
>;

export const DEFAULT_CHOICES: LabChoices = {
	subject: 'join',
	channels: 16,
	side: 112,
	place: 5,
	fairness: 'role',
	repghostWidth: 0.58,
	ghostWidth: 0.5,
	pictureSide: 224,
	rounds: 80,
	backends: ['wasm']
};

/** The choices with some replaced, and the rest made to fit them. */
export function changeChoices(choices: LabChoices, changes: Partial<LabChoices>): LabChoices {
	const changed = { ...choices, ...changes };
	const possible = fairnessFor(changed.subject);
	const fairness = possible.includes(changed.fairness)
		? changed.fairness
		: (possible[0] ?? changed.fairness);
	const chosen = new Set<Backend>(changed.backends);
	const backends = BACKENDS.filter((backend) => chosen.has(backend));
	return { ...changed, fairness, backends: backends.length > 0 ? backends : choices.backends };
}

/** @returns the choices, and the names of parameters that ask for what is not there */
export function choicesFromAddress(address: LabAddress): {
	readonly choices: LabChoices;
	readonly ignored: readonly string[];
} {
	const ignored: string[] = [];
	/** What a parameter asks for, or nothing if it does not fit. */
	const read = (
		name: keyof LabAddress,
		parse: (text: string) => Partial<LabChoices> | null
	): Partial<LabChoices> => {
		const text = address[name];
		if (text === null) return {};
		const parsed = parse(text);
		if (parsed === null) ignored.push(name);
		return parsed ?? {};
	};
	const asked = {
		...(address.what !== null && { subject: address.what }),
		...(address.fair !== null && { fairness: address.fair }),
		...read('shape', parseShape),
		...read('place', (text) => (Number(text) <= PLACES.length ? { place: Number(text) } : null)),
		...read('networks', parseNetworks),
		...(address.rounds !== null && { rounds: Number(address.rounds) }),
		...read('backends', (text) => ({ backends: text.split('.') as Backend[] }))
	};
	return { choices: changeChoices(DEFAULT_CHOICES, asked), ignored };
}

function parseShape(text: string): Partial<LabChoices> | null {
	const [channels = 0, side = 0] = text.split('x').map(Number);
	const fits = (value: number, { least, most }: { least: number; most: number }) =>
		value >= least && value <= most;
	const isShape =
		fits(channels, JOIN_LIMITS.channels) && fits(side, JOIN_LIMITS.side) && channels % 2 === 0;
	return isShape ? { channels, side } : null;
}

function parseNetworks(text: string): Partial<LabChoices> | null {
	const [repghostWidth = 0, ghostWidth = 0, pictureSide = 0] = text.split('-').map(Number);
	const isKnown =
		PUBLISHED_WIDTHS.repghostnet.includes(repghostWidth) &&
		PUBLISHED_WIDTHS.ghostnet.includes(ghostWidth) &&
		PICTURE_SIDES.some((side) => side === pictureSide);
	return isKnown ? { repghostWidth, ghostWidth, pictureSide } : null;
}

/** Only what differs from the default, and matters to what is timed. */
export function choicesToAddress(choices: LabChoices): LabAddress {
	const { subject, channels, side, place, fairness, rounds, backends } = choices;
	const { repghostWidth, ghostWidth, pictureSide } = choices;
	const isPlaced = subject === 'module' || subject === 'bottleneck';
	const unlessDefault = <T extends string>(text: T, of: (choices: LabChoices) => string) =>
		text === of(DEFAULT_CHOICES) ? null : text;
	return {
		what: subject === DEFAULT_CHOICES.subject ? null : subject,
		fair: isPlaced && fairness !== fairnessFor(subject)[0] ? fairness : null,
		shape:
			subject === 'join'
				? unlessDefault(`${channels}x${side}`, (preset) => `${preset.channels}x${preset.side}`)
				: null,
		place: isPlaced ? unlessDefault(String(place), (preset) => String(preset.place)) : null,
		networks:
			subject === 'network'
				? unlessDefault(`${repghostWidth}-${ghostWidth}-${pictureSide}`, networksOf)
				: null,
		rounds: unlessDefault(String(rounds), (preset) =>
			String(preset.rounds)
		) as LabAddress['rounds'],
		backends: unlessDefault(backends.join('.'), (preset) => preset.backends.join('.'))
	};
}

const networksOf = ({ repghostWidth, ghostWidth, pictureSide }: LabChoices): string =>
	`${repghostWidth}-${ghostWidth}-${pictureSide}`;
