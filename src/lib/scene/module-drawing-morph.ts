/**
 * One drawing of a module turning into another. What both have moves; what leaves glides into what has
 * swallowed it and fades; what is new comes from there. Only place and opacity change, and a drawing
 * half way is a drawing again, so that a move can be interrupted anywhere.
 */
import type {
	DrawnBox,
	DrawnMark,
	DrawnSplit,
	DrawnWire,
	ModuleScene,
	Point
} from './module-scene.ts';

/** The drawings between `from` and `to`, by the share of the way from 0 to 1. */
export function morphModule(from: ModuleScene, to: ModuleScene): (share: number) => ModuleScene {
	if (from === to) return () => to;
	const boxes = blendAll(from.boxes, to.boxes, {
		blend: blendBox,
		away: (box) => moved(box, swallower(box, from, to)),
		source: (box) => moved(box, swallower(box, to, from))
	});
	const wires = blendAll(from.wires, to.wires, {
		blend: blendWire,
		away: (wire) => drawnIn(wire, to.ports.input),
		source: (wire) => drawnIn(wire, from.ports.input)
	});
	const marks = blendAll(from.marks, to.marks, inPlace<DrawnMark>());
	const splits = blendAll(from.splits, to.splits, inPlace<DrawnSplit>());
	return (share) => {
		if (share <= 0) return from;
		if (share >= 1) return to;
		return {
			...to,
			boxes: boxes(share),
			wires: wires(share),
			marks: marks(share),
			splits: splits(share),
			ports: {
				input: blendPoint(from.ports.input, to.ports.input, share),
				output: blendPoint(from.ports.output, to.ports.output, share)
			}
		};
	};
}

interface Item {
	readonly id: string;
	readonly opacity: number;
}

interface Manners<T extends Item> {
	/** `b`, drawn the given share of the way from `a`. */
	readonly blend: (a: T, b: T, share: number) => T;
	/** Where an item that leaves ends, and where a new one begins. */
	readonly away: (item: T) => T;
	readonly source: (item: T) => T;
}

/** Comes and goes where it stands. */
function inPlace<T extends Item & Point>(): Manners<T> {
	return { blend: blendPoint, away: (item) => item, source: (item) => item };
}

/** What leaves lies under what stays. */
function blendAll<T extends Item>(
	from: readonly T[],
	to: readonly T[],
	{ blend, away, source }: Manners<T>
): (share: number) => T[] {
	const before = new Map(from.map((item) => [item.id, item]));
	const after = new Set(to.map(({ id }) => id));
	const pairs = [
		...from
			.filter(({ id }) => !after.has(id))
			.map((item) => [item, { ...away(item), opacity: 0 }] as const),
		...to.map((item) => [before.get(item.id) ?? { ...source(item), opacity: 0 }, item] as const)
	];
	return (share) =>
		pairs.map(([a, b]) => ({
			...blend(a, b, share),
			opacity: between(a.opacity, b.opacity, share)
		}));
}

/**
 * The box of `other` that does the work of a box which `own` has and `other` lacks: for a side path the
 * depthwise convolution beside it, else the nearest operation before it. Null where another box has
 * taken its very place.
 */
function swallower(box: DrawnBox, own: ModuleScene, other: ModuleScene): DrawnBox | null {
	if (other.boxes.some(({ x, y }) => x === box.x && y === box.y)) return null;
	const survives = ({ id }: DrawnBox) => other.boxes.find((candidate) => candidate.id === id);
	const trunk = own.boxes.filter(({ lane, opacity }) => lane === 0 && opacity === 1);
	const distance = ({ y }: DrawnBox) => Math.abs(y - box.y);
	const beside = trunk
		.filter(({ look }) => look === 'dw')
		.toSorted((a, b) => distance(a) - distance(b));
	const before = trunk.filter(({ y }) => y < box.y).toReversed();
	for (const candidate of box.lane > 0 ? [...beside, ...before] : before) {
		const found = survives(candidate);
		if (found) return found;
	}
	return null;
}

function moved(box: DrawnBox, to: DrawnBox | null): DrawnBox {
	return to ? { ...box, x: to.x, y: to.y } : box;
}

/** A side wire folds onto the trunk; a wire on the trunk stays where it is. */
function drawnIn(wire: DrawnWire, { x }: Point): DrawnWire {
	if (wire.lane === 0) return wire;
	return { ...wire, points: wire.points.map(({ y }) => ({ x, y })) };
}

function blendBox(a: DrawnBox, b: DrawnBox, share: number): DrawnBox {
	const { x, y } = blendPoint(a, b, share);
	return { ...b, x, y };
}

/** A wire with fewer corners has the missing ones at its start. */
function blendWire(a: DrawnWire, b: DrawnWire, share: number): DrawnWire {
	const count = Math.max(a.points.length, b.points.length);
	const start = padded(a.points, count);
	const points = padded(b.points, count).map((to, index) =>
		blendPoint(start[index] ?? to, to, share)
	);
	return { ...b, points };
}

function padded(points: readonly Point[], count: number): readonly Point[] {
	const [first] = points;
	if (!first) return points;
	return [...Array.from({ length: count - points.length }, () => first), ...points];
}

function blendPoint<T extends Point>(a: T, b: T, share: number): T {
	return { ...b, x: between(a.x, b.x, share), y: between(a.y, b.y, share) };
}

function between(from: number, to: number, share: number): number {
	return from + (to - from) * share;
}
