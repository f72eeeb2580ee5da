/** Two runs as sheets: the maps of one layer in both, and how far apart each layer is. */
import type { DifferenceBrowser } from '#lib/figures/difference-maps/difference-browser.svelte.ts';
import { differenceReadout } from '#lib/figures/difference-maps/difference-words.ts';
import {
	comparedLayers,
	sayDifference,
	sayLeftOut,
	sayWithin
} from '#lib/figures/layer-differences/layer-words.ts';
import { paintSingle } from '#lib/scene/atlas.ts';
import type { PictureBody, SheetBody } from '#lib/scene/view-content.ts';
import type { RunDifferences } from '#lib/state/network/comparison.svelte.ts';
import type { Run } from '#lib/state/network/held.svelte.ts';
import { formatCount, formatValue } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import { computesTheSame, layerRows } from '../compare/view.ts';
import { viewOfRuns, type SavedView, type View } from './saved-view.ts';

/** A line of maps is magnified to about so many pixels, and a map by itself to so many. */
const WIDTH = 800;
const MAP_SIDE = 260;

interface Runs {
	readonly a: Run;
	readonly b: Run;
}

export function saveDifferenceMaps(
	runs: Runs,
	layer: string,
	browser: DifferenceBrowser,
	words: Strings
): SavedView {
	return viewOfRuns(runs, words, differenceView(layer, browser, words));
}

export function saveLayerDifferences(
	differences: RunDifferences,
	layer: string,
	words: Strings
): SavedView {
	const withTolerance = computesTheSame(differences.a, differences.b);
	const view = layersView(layerRows(differences), layer, withTolerance, words);
	return viewOfRuns(differences, words, view);
}

export function differenceView(layer: string, browser: DifferenceBrowser, words: Strings): View {
	const { maps } = words.compare;
	const { shape, channels, first, scale, differenceScale, chosen } = browser;
	const all = formatCount(shape.channels);
	const readout = differenceReadout(browser, maps);
	const range = [formatCount(first + 1), formatCount(first + channels.length), all] as const;
	return {
		part: `compared-${layer}-maps`,
		title: maps.title(layer),
		lines: [
			maps.caption(formatCount(channels.length), all),
			...(first > 0 ? [words.viewPng.ranked(...range)] : [])
		],
		bodies: [
			...lineBodies(browser, words),
			{ kind: 'heading', text: maps.large(String(chosen.channel + 1)) },
			largeBody(browser, words),
			{ kind: 'text', text: chosen.largest === 0 ? readout : words.viewPng.ringed(readout) }
		],
		legends: [
			{ ...scaleEnds(scale), label: maps.scaleAB },
			{ ...scaleEnds(differenceScale), label: maps.scaleDifference }
		]
	};
}

function scaleEnds({ kind, low, high }: DifferenceBrowser['scale']) {
	return { kind, low: formatValue(low), high: formatValue(high) };
}

function letterOf(side: DifferenceBrowser['lines'][number]['side'], words: Strings): string {
	const { a, b, aMinusB } = words.compare;
	return { a, b, difference: aMinusB }[side];
}

/** The maps of A, of B and of the difference, channel under channel, with their numbers. */
function lineBodies({ lines, layout, channels }: DifferenceBrowser, words: Strings): PictureBody[] {
	return lines.map(({ side, picture }) => ({
		...{ kind: 'picture', picture },
		magnification: Math.max(1, Math.min(4, Math.floor(WIDTH / picture.width))),
		names: [{ text: letterOf(side, words), y: 0 }],
		frames: layout.boxes,
		labels: layout.boxes.map(({ left, top, height }, index) => ({
			text: String(channels[index]! + 1),
			...{ x: left, y: top + height }
		}))
	}));
}

function largeBody({ large, shape, chosen }: DifferenceBrowser, words: Strings): SheetBody {
	const longer = Math.max(shape.rows, shape.columns);
	const { row, column } = chosen.place;
	const isRinged = shape.rows * shape.columns > 1 && chosen.largest !== 0;
	return {
		kind: 'tensors',
		tensors: large.map(({ side, scale, values }) => ({
			name: letterOf(side, words),
			picture: paintSingle(values, shape.columns, scale),
			magnification: Math.max(1, Math.floor(MAP_SIDE / longer)),
			numbers: [],
			ring: isRinged ? { left: column, top: row, width: 1, height: 1 } : null
		}))
	};
}

export function layersView(
	layers: ReturnType<typeof layerRows>,
	chosen: string,
	withTolerance: boolean,
	{ compare: { layers: words } }: Strings
): View {
	const compared = comparedLayers(layers);
	const index = compared.findIndex(({ name }) => name === chosen);
	const current = compared[index];
	const notes = [
		current && words.value(current.name, sayDifference(current.largest, words)),
		withTolerance && sayWithin(compared, words),
		sayLeftOut(layers, words)
	];
	const plot = {
		...({
			kind: 'plot',
			chosen: index,
			withTolerance,
			words: { zero: words.zero, across: words.across }
		} as const),
		layers: compared.map(({ largest, tolerance }) => ({ difference: largest, tolerance }))
	};
	return {
		part: 'compared-layers',
		title: words.title,
		bodies: [
			{ kind: 'text', text: words.caption + (withTolerance ? ` ${words.withTolerance}` : '') },
			compared.length > 0 ? plot : { kind: 'text', text: words.noDots },
			...notes.flatMap((text) => (text ? [{ kind: 'text' as const, text }] : []))
		],
		legends: []
	};
}
