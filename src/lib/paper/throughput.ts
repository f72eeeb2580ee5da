/** timm's throughput lists: pictures a second of RepGhostNet beside GhostNet of the same width. */
import dossier from './dossier.json';
import { publishedAt } from './facts.ts';
import type { Published } from './walk-dossier.ts';

export const THROUGHPUT_WIDTHS = ['050', '100', '130'] as const;
type ThroughputWidth = (typeof THROUGHPUT_WIDTHS)[number];

interface ThroughputRow {
	/** `RTX 4090, PyTorch 2.4.0`, read off the file's name. */
	readonly label: string;
	readonly file: string;
	/** Whether the branches of RepGhostNet were folded when the list was made. */
	readonly folded: boolean;
	readonly repghost: Published;
	readonly ghost: Published;
	/** Above 1 RepGhostNet is faster. */
	readonly ratio: number;
}

/** One row for each list, in the dossier's order. */
export function throughputRows(width: ThroughputWidth): ThroughputRow[] {
	return dossier.tables.timm_benchmarks.map(({ file, repghost_branch_fused: folded }) => {
		const at = (model: string) =>
			publishedAt(`timm-benchmarks/${file.replaceAll('_', '-')}/${model}-${width}/img-per-s`);
		const [repghost, ghost] = [at('repghostnet'), at('ghostnet')];
		const ratio = repghost.value / ghost.value;
		return { label: labelOf(file), file, folded, repghost, ghost, ratio };
	});
}

/** Names that the files cut short. */
const MACHINES: Readonly<Record<string, string>> = {
	pro6000maxq: 'RTX PRO 6000 Max-Q',
	'i9 10940x': 'Core i9-10940X',
	'i7 12700h': 'Core i7-12700H'
};

/** `benchmark-infer-amp-nchw-pt240-cu124-rtx4090-dynamo.csv`: precision, layout, versions, machine. */
function labelOf(file: string): string {
	const words = file.replace(/^benchmark-infer-|\.csv$/g, '').split('-');
	const version = /^pt(\d)(\d+)(\d)$/.exec(words.find((word) => word.startsWith('pt')) ?? '');
	const compiled = words.includes('dynamo') ? ', compiled' : '';
	const machine = words
		.filter((word) => !/^(?:amp|fp32|nchw|pt\d+|cu\d+|dynamo|cpu)$/.test(word))
		.join(' ')
		.replaceAll('_', ' ');
	const name =
		MACHINES[machine] ??
		(/^\d{4}$/.test(machine) ? `RTX ${machine}` : machine.replace(/^rtx(\d+)/, 'RTX $1'));
	return `${name}, PyTorch ${version ? version.slice(1).join('.') : '?'}${compiled}`;
}
