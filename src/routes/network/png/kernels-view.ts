/** The kernels on view of a convolution, and the chosen one in numbers, as a sheet. */
import { composeColour } from '#lib/figures/kernels/kernel-data.ts';
import type { KernelBrowser } from '#lib/figures/kernels/kernel-browser.svelte.ts';
import { isInColour, kernelsSentence, planeNames } from '#lib/figures/kernels/kernel-words.ts';
import { fittingDecimals } from '#lib/figures/tensor-view/cells.ts';
import { paintSingle, type Box } from '#lib/scene/atlas.ts';
import { cellColours, LARGEST_WITH_NUMBERS } from '#lib/scene/tensor-grid.ts';
import type { PictureBody, SheetBody, TensorsBody } from '#lib/scene/view-content.ts';
import type { NetworkSession } from '#lib/state/network/network-session.svelte.ts';
import { formatCell, formatCount, formatExact, formatValue } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import { ownLegend } from './legends.ts';
import { viewOfRun, type SavedView, type View } from './saved-view.ts';

/** A view is magnified to about so many pixels. */
const WIDTH = 880;
/** The widest that a kernel is drawn among the others. */
const KERNEL = 84;
/** Side of a cell with a number in it, and the largest of one without. */
const CELL = 52;
const SMALL_CELL = 20;
/** A large matrix becomes no higher, as long as a value is one pixel at least. */
const MATRIX_HEIGHT = 700;

type Tensors = TensorsBody['tensors'];

/** @param name of the convolution whose kernels are on view */
export function saveKernels(
	session: NetworkSession,
	name: string,
	browser: KernelBrowser,
	words: Strings
): SavedView | null {
	return viewOfRun(session, words, () => kernelsView(name, browser, words));
}

export function kernelsView(name: string, browser: KernelBrowser, words: Strings): View {
	const { layerKernels: kernels, viewPng } = words;
	const { shape, shown, first, scale, colours, chosen } = browser;
	const isMatrix = shape.layout === 'matrix';
	const isOwn = scale === 'own' && !isMatrix;
	const range = [first + 1, first + shown.length, shape.kernels].map(formatCount);
	const [low, high] = [formatValue(colours.low), formatValue(colours.high)];
	const legend = { kind: 'signed', low, high } as const;
	return {
		part: `${name}-kernels`,
		title: kernels.title,
		lines: [
			viewPng.kernelsOf(name),
			kernelsSentence(shape, kernels),
			...(isMatrix || browser.pages === 1
				? []
				: [kernels.range(...(range as [string, string, string]))])
		],
		bodies: isMatrix ? matrixBodies(browser, words) : gridBodies(browser, words),
		legends: isOwn
			? [
					ownLegend('signed', viewPng.ownScaleKernels, viewPng),
					{ ...legend, label: kernels.chosen(formatCount(chosen + 1)) }
				]
			: [{ ...legend, label: kernels.sharedLegend }]
	};
}

/** All kernels of the page, and the chosen one in numbers. */
function gridBodies(browser: KernelBrowser, { layerKernels: words }: Strings): SheetBody[] {
	const { atlas, layout, shown, shape, chosen, taps, colours } = browser;
	const own = layout.boxes[0]!.width;
	const magnification = Math.max(
		1,
		Math.min(Math.floor(WIDTH / atlas.width), Math.floor(KERNEL / own))
	);
	const grid: PictureBody = {
		...{ kind: 'picture', picture: atlas, magnification, names: [] },
		frames: layout.boxes.flatMap((box) => planeBoxes(box, shape.planes)),
		labels: layout.boxes.map(({ left, top, height }, index) => ({
			text: String(shown[index]! + 1),
			...{ x: left, y: top + height }
		}))
	};
	const number = formatCount(chosen + 1);
	const area = shape.side * shape.side;
	const isColour = isInColour(shape);
	const tensors = planeNames(shape, number, words).map((name, plane) =>
		tensorOf(name, taps.subarray(plane * area, (plane + 1) * area), shape.side, browser)
	);
	const composed = composeColour(taps, shape.side, colours.high);
	const inColour = { picture: composed, magnification: CELL, numbers: [], ring: null } as const;
	return [
		grid,
		...(shape.planes > 1 ? [{ kind: 'heading' as const, text: words.chosen(number) }] : []),
		{
			kind: 'tensors',
			tensors: [...tensors, ...(isColour ? [{ name: words.composed, ...inColour }] : [])]
		},
		...(isColour ? [{ kind: 'text' as const, text: words.composedHelp }] : [])
	];
}

/** The planes of a kernel stand under each other. */
function planeBoxes({ left, top, width, height }: Box, planes: number): Box[] {
	return Array.from({ length: planes }, (_, plane) => {
		return { left, width, top: top + (plane * height) / planes, height: height / planes };
	});
}

/** The whole matrix, and the tap that is chosen in it. */
function matrixBodies(
	browser: KernelBrowser,
	{ layerKernels: words, viewPng }: Strings
): SheetBody[] {
	const { kernel, shape, chosen, input, taps } = browser;
	const matrix = tensorOf(words.inputs, kernel.data, shape.planes, browser);
	const ring = { left: input, top: chosen, width: 1, height: 1 };
	const tap = words.chosenTap(formatCount(chosen + 1), formatCount(input + 1));
	return [
		{ kind: 'tensors', tensors: [{ ...matrix, name: `${words.outputs}  ${words.inputs}`, ring }] },
		{
			kind: 'facts',
			facts: [{ term: viewPng.inRing(tap), value: formatExact(taps[input] ?? NaN) }]
		}
	];
}

function cellSide(rows: number, columns: number): number {
	const most = Math.min(SMALL_CELL, WIDTH / columns, MATRIX_HEIGHT / rows);
	return Math.max(1, Math.floor(most));
}

/** With its numbers where the page shows them. */
function tensorOf(
	name: string,
	values: Float32Array,
	columns: number,
	{ colours }: KernelBrowser
): Tensors[number] {
	const rows = values.length / columns;
	const withNumbers = Math.max(rows, columns) <= LARGEST_WITH_NUMBERS;
	const decimals = fittingDecimals(values);
	return {
		name,
		picture: paintSingle(values, columns, colours),
		magnification: withNumbers ? CELL : cellSide(rows, columns),
		numbers: withNumbers
			? Array.from(values, (value) => ({
					text: formatCell(value, decimals),
					ink: cellColours(colours, value).ink
				}))
			: [],
		ring: null
	};
}
