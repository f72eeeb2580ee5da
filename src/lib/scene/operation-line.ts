/**
 * One block as a line of operations with its parallel paths, in drawing units: what stands where, and
 * the wires. Paths that run side by side are drawn side by side.
 */
import type { Branch } from '#lib/core/graph.ts';
import type { Block, LayerOutline } from '#lib/core/blocks.ts';
import { listSteps, type Path, type Step } from './operation-steps.ts';

/** Classes of the drawing's styles; `shortcut` is for what has no colour of its own. */
export type DrawnOperation = 'conv' | 'dw' | 'bn' | 'relu' | 'cat' | 'add' | 'se' | 'shortcut';

export interface DrawnBox {
	readonly operation: DrawnOperation;
	readonly label: string;
	/** The layer whose value leaves here; null inside a layer. */
	readonly layer: string | null;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface OperationLine {
	readonly width: number;
	readonly height: number;
	readonly boxes: readonly DrawnBox[];
	/** SVG path data. */
	readonly wires: readonly string[];
	/** Arrow heads that end a wire at the upper or lower edge of a box. */
	readonly arrows: readonly { readonly x: number; readonly y: number; readonly up: boolean }[];
	/** Where the picture of the block enters and leaves. */
	readonly ports: readonly { readonly x: number; readonly y: number }[];
}

const WIDTH = 67;
const HEIGHT = 34;
const PITCH = 74;
const EDGE = 26;
const LANES = { above: 4, main: 52 };
/** From one parallel path to the next. */
const LANE = 50;
const MIDDLE = LANES.main + HEIGHT / 2;

/** Lays out a block in the form that `layers` shows; `branch` is the network's. */
export function layoutOperations(block: Block<LayerOutline>, branch: Branch): OperationLine {
	const { main, shortcut } = listSteps(block, branch);
	const left = (index: number) => EDGE + index * PITCH;
	const end = left(main.length) - (PITCH - WIDTH) + EDGE;
	const lanes = Math.max(...main.map((step) => step.beside?.length ?? 0));
	const drawing: Drawing = { boxes: [], wires: [], arrows: [] };
	drawing.wires.push(`M16 ${MIDDLE}H${end - 16}`);
	main.forEach((step, index) => {
		drawing.boxes.push(boxAt(step, left(index), LANES.main));
		step.beside?.forEach((path, lane) => drawPath(drawing, path, left(index), lane));
	});
	if (shortcut) drawShortcut(drawing, shortcut, left(main.length - 1));
	return {
		...drawing,
		width: end,
		height: LANES.main + HEIGHT + 6 + lanes * LANE,
		ports: [
			{ x: 10, y: MIDDLE },
			{ x: end - 10, y: MIDDLE }
		]
	};
}

interface Drawing {
	readonly boxes: DrawnBox[];
	readonly wires: string[];
	readonly arrows: { x: number; y: number; up: boolean }[];
}

function boxAt(step: Step, x: number, y: number): DrawnBox {
	const { operation, label, layer } = step;
	return { operation, label, layer, x, y, width: WIDTH, height: HEIGHT };
}

/** A path under the main line: leaves before the step at `x` and comes up into a later one. */
function drawPath(
	{ boxes, wires, arrows }: Drawing,
	{ step, joins }: Path,
	x: number,
	lane: number
): void {
	const start = x - (PITCH - WIDTH) / 2;
	const target = x + joins * PITCH + WIDTH / 2;
	const top = LANES.main + (lane + 1) * LANE;
	wires.push(`M${start} ${MIDDLE}V${top + HEIGHT / 2}H${target}V${LANES.main + HEIGHT + 8}`);
	arrows.push({ x: target, y: LANES.main + HEIGHT + 1, up: true });
	if (step) boxes.push(boxAt(step, x, top));
}

function drawShortcut(
	{ boxes, wires, arrows }: Drawing,
	shortcut: readonly Step[],
	lastX: number
): void {
	const lane = LANES.above + HEIGHT / 2;
	const target = lastX + WIDTH / 2;
	wires.push(`M20 ${MIDDLE}V${lane}H${target}V${LANES.main - 8}`);
	arrows.push({ x: target, y: LANES.main - 1, up: false });
	const middle = (20 + target) / 2;
	const length = shortcut.length * PITCH - (PITCH - WIDTH);
	shortcut.forEach((step, index) => {
		boxes.push(boxAt(step, Math.round(middle - length / 2) + index * PITCH, LANES.above));
	});
}
