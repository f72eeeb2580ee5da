/** Where the reader is in the network, as a sheet: the stages, the blocks of one, or one block. */
import { NetworkViewState } from '#lib/figures/network-view/network-view.svelte.ts';
import type { Props as NetworkViewProps } from '#lib/figures/network-view/props.ts';
import {
	blockName,
	blockTiles,
	stageName,
	stageTiles,
	type Tile
} from '#lib/figures/network-view/view-words.ts';
import type { SmallMap } from '#lib/core/maps/small-map.ts';
import { paintSingle, type Picture } from '#lib/scene/atlas.ts';
import { colourScale, type ColourScale } from '#lib/scene/colour-scale.ts';
import type { SheetBody, SheetLegend } from '#lib/scene/view-content.ts';
import type { NetworkSession } from '#lib/state/network/network-session.svelte.ts';
import type { Strings } from '#lib/strings/strings.ts';
import { ownLegend } from './legends.ts';
import { viewOfRun, type SavedView, type View } from './saved-view.ts';

type Place = Pick<NetworkViewProps, 'layers' | 'branch' | 'chosen' | 'depth' | 'maps'>;

/** @param depth of the view; where the reader is in it follows from the layer on view */
export function savePlace(
	session: NetworkSession,
	depth: Place['depth'],
	maps: Place['maps'],
	words: Strings
): SavedView | null {
	return viewOfRun(session, words, ({ form, network }) => {
		const { layers } = form;
		const chosen = session.layer ?? '';
		return placeView({ layers, branch: network.branch, chosen, depth, maps }, words);
	});
}

export function placeView(place: Place, { finding, viewPng }: Strings): View | null {
	const state = new NetworkViewState(() => ({
		...place,
		onlayer: () => undefined,
		ondepth: () => undefined
	}));
	const { depth, block, stage, stages, blocks } = state;
	if (!block || !stage) return null;
	const pictures = paintSmall(place.maps, state.shown);
	const lines = [viewPng.chosenLayer(place.chosen)];
	const asView = (part: string, title: string, body: SheetBody, caption: string): View => ({
		...{ part, title, lines, bodies: [body, { kind: 'text', text: caption }] },
		legends: smallLegends(place.maps, state.shown, viewPng)
	});
	if (depth === 'network') {
		const tiles = stageTiles(stages, finding);
		const body = tilesBody(tiles, stage.id, pictures);
		return asView('stages', viewPng.stages, body, viewPng.tilesCaption);
	}
	if (depth === 'stage') {
		const tiles = blockTiles(stage, blocks, finding);
		const title = viewPng.blocksOf(stageName(stage, finding));
		const body = tilesBody(tiles, block.id, pictures);
		return asView(`stage-${stage.id}`, title, body, viewPng.tilesCaption);
	}
	const { branch, chosen } = place;
	const body = { kind: 'operations', block, branch, chosen, pictures } as const;
	const title = viewPng.operationsOf(blockName(block, finding));
	return asView(`${block.id}-operations`, title, body, viewPng.blockCaption);
}

function scaleOf({ min, max }: SmallMap): ColourScale {
	return colourScale(min, max);
}

/** Those that are there, by the name of the layer. */
function paintSmall(maps: Place['maps'], layers: readonly string[]): Map<string, Picture> {
	return new Map(
		layers.flatMap((layer) => {
			const map = maps[layer];
			return map ? [[layer, paintSingle(map.values, map.columns, scaleOf(map))] as const] : [];
		})
	);
}

/** One key for each kind of colours that is on view. */
function smallLegends(
	maps: Place['maps'],
	layers: readonly string[],
	words: Strings['viewPng']
): SheetLegend[] {
	const kinds = new Set(
		layers.flatMap((layer) => (maps[layer] ? [scaleOf(maps[layer]).kind] : []))
	);
	const labels = { unsigned: words.smallUnsigned, signed: words.smallSigned } as const;
	return (['unsigned', 'signed'] as const)
		.filter((kind) => kinds.has(kind))
		.map((kind) => ownLegend(kind, labels[kind], words));
}

function tilesBody<Part>(
	tiles: readonly Tile<Part>[],
	current: string,
	pictures: ReadonlyMap<string, Picture>
): SheetBody {
	return {
		kind: 'tiles',
		tiles: tiles.map(({ id, name, detail, layer, shape, share, percent }) => ({
			...{ name, detail, shape, share, percent },
			picture: pictures.get(layer) ?? null,
			current: id === current
		}))
	};
}
