/** Parts of a network as tiles on the page of a sheet: a map, its name, its shape, its share. */
import { LINE, SHEET_MARGIN, type SheetPage } from './sheet-page.ts';
import type { TilesBody } from './view-content.ts';

const TILE = 150;
const GAP = 10;
const PAD = 12;
const PICTURE = 104;
const TILE_HEIGHT = PAD + PICTURE + 10 + 2 * LINE.text + 2 * LINE.small + 18;
/** Most tiles in a line. */
const MOST = 7;

type Tile = TilesBody['tiles'][number];

export function tilesWidth({ tiles }: TilesBody): number {
	return Math.min(tiles.length, MOST) * (TILE + GAP) - GAP;
}

export function setTiles(page: SheetPage, { tiles }: TilesBody): void {
	tiles.forEach((tile, index) => {
		if (index > 0 && index % MOST === 0) page.gap(TILE_HEIGHT + GAP);
		setTile(page, tile, SHEET_MARGIN + (index % MOST) * (TILE + GAP));
	});
	page.gap(TILE_HEIGHT + 3);
}

function setTile(page: SheetPage, tile: Tile, left: number): void {
	const { top } = page;
	page.frame('hair', { left: left + 1, top: top + 1, width: TILE - 2, height: TILE_HEIGHT - 2 });
	const foot = { left, top: top + TILE_HEIGHT - 3, width: TILE, height: 3 };
	page.fill(tile.current ? 'ink' : 'hair', foot);
	setMap(page, tile, left + TILE / 2, top + PAD + PICTURE);
	const x = left + PAD;
	let baseline = top + PAD + PICTURE + 10 + 15;
	page.word(tile.name, 'text', 'ink', x, baseline);
	page.word(tile.detail, 'small', 'second', x, (baseline += LINE.small));
	page.word(tile.shape, 'number', 'ink', x, (baseline += LINE.number));
	const width = Math.max(1, Math.round(tile.share * (TILE - 2 * PAD)));
	page.fill('ink', { left: x, top: baseline + 9, width, height: 6 });
	page.word(tile.percent, 'small', 'second', x, baseline + 30);
}

/**
 * Sides in steps, as on the page: 7 × 7 would not be seen beside 112 × 112.
 * @param foot where the picture stands
 */
function setMap(page: SheetPage, { picture }: Tile, middle: number, foot: number): void {
	if (!picture) return;
	const longer = Math.max(picture.width, picture.height);
	const side = Math.min(PICTURE, 32 + 9 * Math.log2(longer));
	const width = Math.round((side * picture.width) / longer);
	const height = Math.round((side * picture.height) / longer);
	page.picture(picture, {
		left: Math.round(middle - width / 2),
		top: foot - height,
		width,
		height
	});
}
