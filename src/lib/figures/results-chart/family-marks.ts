/** A mark for each family, told apart by its shape alone. */
import {
	symbol,
	symbolCircle,
	symbolCross,
	symbolDiamond,
	symbolSquare,
	symbolStar,
	symbolTimes,
	symbolTriangle,
	symbolWye,
	type SymbolType
} from 'd3';

const SHAPES: readonly SymbolType[] = [
	...[symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross],
	...[symbolStar, symbolWye, symbolTimes]
];

/** Square pixels. */
const SIZE = 78;

/** RepGhostNet and GhostNet look the same in every chart; the others come in the order of the chart. */
const FIXED: Readonly<Record<string, number>> = { RepGhostNet: 0, GhostNet: 1 };

interface FamilyMark {
	/** Around 0, 0. */
	readonly path: string;
	/** RepGhostNet's own is filled. */
	readonly filled: boolean;
	/** Shapes used up: the second round is turned. */
	readonly turned: boolean;
}

export function familyMark(family: string, families: readonly string[]): FamilyMark {
	const others = families.filter((other) => !(other in FIXED));
	const index = FIXED[family] ?? 2 + others.indexOf(family);
	const count = SHAPES.length - 2;
	const turned = index >= SHAPES.length;
	const shape = SHAPES[turned ? 2 + ((index - 2) % count) : index]!;
	return { path: symbol(shape, SIZE)() ?? '', filled: family === 'RepGhostNet', turned };
}
