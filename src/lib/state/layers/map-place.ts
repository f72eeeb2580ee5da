/** A number of a layer, and how an address names it: map, row and column, counted from 1. */
export interface MapPlace {
	/** Each counted from 0. */
	readonly channel: number;
	readonly row: number;
	readonly column: number;
}

/** @param text as the address's schema lets it through: three numbers with dashes between them */
export function readPlace(text: string | null): MapPlace | null {
	if (text === null) return null;
	const [channel = 0, row = 0, column = 0] = text.split('-').map((part) => Number(part) - 1);
	return { channel, row, column };
}

export function writePlace(place: MapPlace | null): string | null {
	return place && [place.channel, place.row, place.column].map((at) => at + 1).join('-');
}

/** A followed number belongs to its layer: what leads to another layer or network lets go of it. */
export function lettingGo(changes: { readonly layer?: unknown; readonly model?: unknown }): {
	value?: null;
} {
	return 'layer' in changes || 'model' in changes ? { value: null } : {};
}
