/** What a sheet of a view shows, before it is laid out. */
import type { Block, LayerOutline } from '#lib/core/network/blocks.ts';
import type { Branch } from '#lib/core/graph.ts';
import type { Box, Picture } from './atlas.ts';
import type { ColourScale } from './colour-scale.ts';
import type { PlottedLayer } from './layer-plot.ts';
import type { DrawnOperation } from './operation-steps.ts';

/** A word of a view; its place in the picture's own pixels, of its upper left corner. */
interface SheetLabel {
	readonly text: string;
	readonly x: number;
	readonly y: number;
}

/** One picture with words in it and, at its left, names of its lines. */
export interface PictureBody {
	readonly kind: 'picture';
	readonly picture: Picture;
	/** A whole number, so that each value stays a square of one colour. */
	readonly magnification: number;
	readonly labels: readonly SheetLabel[];
	/** Stand at the left of the picture, which makes room for them. */
	readonly names: readonly { readonly text: string; readonly y: number }[];
	/** Parts of the picture with a thin line around them. */
	readonly frames?: readonly Box[];
}

export interface BarsBody {
	readonly kind: 'bars';
	/** `share` from 0 to 1 is the length of the bar; `weak`: it is not the one that is looked at. */
	readonly rows: readonly {
		readonly name: string;
		readonly share: number;
		readonly numbers: readonly string[];
		readonly weak?: boolean;
	}[];
	/** Over the numbers. */
	readonly heads: readonly string[];
}

/** Small tensors side by side, each under its name; as many in a line as there is room for. */
export interface TensorsBody {
	readonly kind: 'tensors';
	readonly tensors: readonly {
		readonly name: string;
		readonly picture: Picture;
		readonly magnification: number;
		/** One for each value, row by row; none where the cells are too small. */
		readonly numbers: readonly { readonly text: string; readonly ink: 'black' | 'white' }[];
		/** Values with a ring around them, in values from the upper left corner. */
		readonly ring: Box | null;
	}[];
}

/** Parts of a network in running order. */
export interface TilesBody {
	readonly kind: 'tiles';
	readonly tiles: readonly {
		readonly name: string;
		readonly detail: string;
		readonly shape: string;
		/** Length of its bar, from 0 to 1, and the same in words. */
		readonly share: number;
		readonly percent: string;
		/** Null while it is not there yet. */
		readonly picture: Picture | null;
		/** Whether the layer that is looked at is in it. */
		readonly current: boolean;
	}[];
}

/** The operations of a block as a line with its parallel paths. */
export interface OperationsBody {
	readonly kind: 'operations';
	readonly block: Block<LayerOutline>;
	readonly branch: Branch;
	/** Name of the layer that is looked at. */
	readonly chosen: string;
	/** By the name of the layer. */
	readonly pictures: ReadonlyMap<string, Picture>;
}

/** Layers as dots over powers of ten. */
export interface PlotBody {
	readonly kind: 'plot';
	readonly layers: readonly PlottedLayer[];
	/** Place of the layer that is looked at; −1: none of them. */
	readonly chosen: number;
	readonly withTolerance: boolean;
	readonly words: { readonly zero: string; readonly across: string };
}

/** Pairs of a term and a value, one under the other. */
interface FactsBody {
	readonly kind: 'facts';
	readonly facts: readonly { readonly term: string; readonly value: string }[];
}

/** Terms and what they give. A row without factors has their room for its label. */
export interface TableBody {
	readonly kind: 'table';
	readonly heads: readonly [label: string, factors: string, amount: string];
	readonly rows: readonly {
		readonly label: string;
		readonly factors: string;
		/** Behind the factors. */
		readonly note: string;
		readonly amount: string;
		/** A result stands under a line. */
		readonly isResult: boolean;
	}[];
}

/** A table of numbers: the first column is what they are of. */
export interface ColumnsBody {
	readonly kind: 'columns';
	readonly heads: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/** The operations of one block in two networks, each beside its partner. */
export interface ComparedBody {
	readonly kind: 'compared';
	readonly heads: { readonly a: string; readonly b: string };
	readonly rows: readonly {
		/** Null where this network has none. */
		readonly a: ComparedCell | null;
		readonly b: ComparedCell | null;
		/** Stands between both. */
		readonly sign: string;
		readonly isSame: boolean;
		/** Under the second; '' for none. */
		readonly changes: string;
	}[];
}

interface ComparedCell {
	readonly operation: DrawnOperation;
	readonly label: string;
	readonly shape: string;
	readonly name: string;
}

interface TextBody {
	readonly kind: 'text' | 'heading';
	readonly text: string;
}

export type SheetBody =
	| PictureBody
	| BarsBody
	| TensorsBody
	| TilesBody
	| OperationsBody
	| PlotBody
	| FactsBody
	| TableBody
	| ColumnsBody
	| ComparedBody
	| TextBody;

export interface SheetLegend {
	readonly kind: ColourScale['kind'];
	readonly low: string;
	readonly high: string;
	/** What the scale covers. */
	readonly label: string;
}

export interface ViewContent {
	readonly title: string;
	readonly lines: readonly string[];
	/** The pictures that the network saw, or both networks; a name stands under each of several. */
	readonly inputs: readonly { readonly name: string; readonly picture: Picture }[];
	/** One under the other. */
	readonly bodies: readonly SheetBody[];
	readonly legends: readonly SheetLegend[];
	/** Under the keys of colours. */
	readonly after?: readonly SheetBody[];
	readonly footer: string;
}
