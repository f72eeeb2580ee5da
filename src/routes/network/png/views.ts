/** Views of the run on view as sheets: which words, which picture, which key of colours. */
import { mapShape } from '#lib/core/maps/map-statistics.ts';
import { topClasses } from '#lib/core/maps/predictions.ts';
import { layerFacts } from '#lib/figures/layer-facts/layer-facts.ts';
import { layoutAtlas, paintSingle } from '#lib/scene/atlas.ts';
import { drawSheet, type MapsSheet, type MapsView } from '#lib/scene/maps-sheet.ts';
import type { SheetBody, SheetLegend } from '#lib/scene/view-content.ts';
import type { Run } from '#lib/state/network/held.svelte.ts';
import type { NetworkSession } from '#lib/state/network/network-session.svelte.ts';
import { formatCount, formatPercent, formatValue } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import { namedBands } from '../view.ts';
import { ownLegend } from './legends.ts';
import { viewOfRun, type SavedView, type View } from './saved-view.ts';

/** A view is magnified to about so many pixels. */
const WIDTH = 880;
const MAP_SIDE = 512;

/** The maps on view of the layer on view, or the one that is shown large. */
export function saveMaps(
	which: 'maps' | 'map',
	session: NetworkSession,
	words: Strings
): SavedView | null {
	return viewOfRun(session, words, (run) => mapsView(which, session, run, words));
}

export function saveAllMaps(session: NetworkSession, words: Strings): SavedView | null {
	return viewOfRun(session, words, (run) => allMapsView(session, run, words));
}

export function savePredictions(session: NetworkSession, words: Strings): SavedView | null {
	return viewOfRun(session, words, (run) => predictionsView(session, run, words));
}

function mapsView(
	which: 'maps' | 'map',
	session: NetworkSession,
	run: Run,
	words: Strings
): View | null {
	const { maps } = session.held;
	const { view } = session.moving;
	if (!maps || !view) return null;
	const { frame } = session;
	const sheet = frame?.layerName === maps.layer ? frame.sheet : drawSheet(maps.tensor, view);
	const { rows, columns, channels } = mapShape(maps.tensor);
	const size = [String(rows), String(columns)] as const;
	const single = which === 'map';
	const count = view.channels.length;
	const some = words.viewPng.someMaps(formatCount(count), formatCount(channels));
	const lines = [words.viewPng.layer(maps.layer), ...(single || count === channels ? [] : [some])];
	return {
		part: `${maps.layer}-${which}`,
		title: single
			? words.viewPng.map(String(view.chosen + 1), ...size)
			: words.network.mapsTitle(formatCount(channels), ...size),
		lines,
		bodies: [single ? singleBody(sheet) : sheetBody(sheet, view)],
		legends: [mapsLegend(sheet, view, single, words)],
		after: factBodies(maps.layer, session, run, words.network)
	};
}

/** The layer in numbers, as beside the predictions; of the frame, where the picture moves. */
function factBodies(
	layer: string,
	{ frame }: NetworkSession,
	run: Run,
	words: Strings['network']
): SheetBody[] {
	const ofLayer = ({ name }: { readonly name: string }) => name === layer;
	const info = run.form.layers.find(ofLayer);
	const live = frame?.layerName === layer ? frame.layer : null;
	const result = live ?? run.result.layers.find(ofLayer);
	if (!info || !result) return [];
	return [
		{ kind: 'heading', text: words.thisLayer },
		{ kind: 'facts', facts: layerFacts(info, result, words) }
	];
}

function sheetBody({ atlas, shape }: MapsSheet, view: MapsView): SheetBody {
	const { boxes } = layoutAtlas(view.channels.length, shape, view.across);
	return {
		kind: 'picture',
		picture: atlas,
		magnification: Math.max(1, Math.floor(WIDTH / atlas.width)),
		labels: boxes.map(({ left, top, height }, index) => ({
			text: String(view.channels[index]! + 1),
			...{ x: left, y: top + height }
		})),
		names: []
	};
}

function singleBody({ values, shape: { columns }, colours }: MapsSheet): SheetBody {
	return {
		kind: 'picture',
		picture: paintSingle(values, columns, colours),
		magnification: Math.max(1, Math.floor(MAP_SIDE / columns)),
		...{ labels: [], names: [] }
	};
}

function mapsLegend(
	{ colours: { kind, low, high } }: MapsSheet,
	{ scale, chosen }: MapsView,
	single: boolean,
	{ network, viewPng }: Strings
): SheetLegend {
	const ends = { kind, low: formatValue(low), high: formatValue(high) };
	if (scale === 'shared') return { ...ends, label: network.sharedLegend };
	if (single) return { ...ends, label: network.ownLegend(String(chosen + 1)) };
	return ownLegend(kind, viewPng.ownScale, viewPng);
}

function allMapsView(session: NetworkSession, run: Run, words: Strings): View | null {
	const overview = session.frame?.overview ?? session.held.overview?.maps;
	if (!overview) return null;
	const { network, viewPng } = words;
	const bands = namedBands(overview, run, network);
	return {
		part: 'allMaps',
		title: network.allMapsTitle(formatCount(overview.maps), String(bands.length)),
		bodies: [
			{
				kind: 'picture',
				picture: overview.picture,
				magnification: 1,
				labels: [],
				names: bands.map(({ name, top }) => ({ text: name, y: top }))
			}
		],
		legends: [
			ownLegend('signed', viewPng.layerScale, viewPng),
			ownLegend('unsigned', viewPng.layerScaleUnsigned, viewPng)
		]
	};
}

function predictionsView(session: NetworkSession, run: Run, { network, viewPng }: Strings): View {
	const top = topClasses(session.frame?.logits ?? run.result.logits);
	const best = top[0]?.probability ?? 1;
	const { labels, source } = run.network;
	return {
		part: 'predictions',
		title: viewPng.predictions,
		lines: source.kind === 'random' ? [viewPng.untrained] : [],
		bodies: [
			{
				kind: 'bars',
				heads: [network.probability, network.logit],
				rows: top.map(({ index, probability, logit }) => ({
					name: labels?.[index] ?? network.classNumber(String(index)),
					share: probability / best,
					numbers: [formatPercent(probability), formatValue(logit)]
				}))
			}
		],
		legends: []
	};
}
