/** What was timed, and what came out, in words. */
import type { Experiment } from '#lib/measure/experiment.ts';
import { timesOf, type Measurement } from '#lib/measure/measurement.ts';
import type { PairComparison, Summary } from '#lib/measure/summary.ts';
import { costOf, type Thing } from '#lib/measure/thing.ts';
import { formatBytes, formatLargeCount, formatPercent } from '#lib/strings/format.ts';
import type { Strings } from '#lib/strings/strings.ts';
import type { TimedRow } from '../timing-plot/timing-plot.ts';

type Words = Strings['lab'];

/** "RepGhost, folded". */
export function nameOf(thing: Thing, { things }: Words): string {
	switch (thing.kind) {
		case 'join':
			return thing.join === 'nothing'
				? things.joins.nothing
				: things.joins[thing.join](
						String(thing.join === 'add-halves' ? thing.channels / 2 : thing.channels)
					);
		case 'module':
		case 'bottleneck':
			return things.inForm(things.families[thing.family], things.forms[thing.form]);
		case 'network': {
			const family = thing.family === 'ghostnet' ? 'ghost' : 'repghost';
			const name = `${things.families[family]}Net ${thing.width}×`;
			return things.inForm(name, things.forms[thing.form]);
		}
	}
}

/** What it costs on paper, and how wide it is. */
export function noteOf(thing: Thing, { notes }: Words): string {
	if (thing.kind === 'join') {
		return thing.join === 'nothing' ? notes.nothing : notes.join(formatBytes(costOf(thing).bytes));
	}
	const note = notes.graph(formatLargeCount(costOf(thing).macs));
	const channels = channelsOf(thing);
	return channels === null ? note : notes.channels(channels, note);
}

/** "40 → 60 → 40"; null for whole networks. */
function channelsOf(thing: Thing): string | null {
	if (thing.kind === 'module') return `${thing.inChannels} → ${thing.outChannels}`;
	if (thing.kind !== 'bottleneck') return null;
	return `${thing.inChannels} → ${thing.midChannels} → ${thing.outChannels}`;
}

/** A row for each thing and one for the control, empty where nothing is timed yet. */
export function timedRows(
	experiment: Experiment,
	measured: Pick<Measurement, 'rounds' | 'repetitions'> | null,
	words: Words
): TimedRow[] {
	const times = (position: number) => (measured ? timesOf(measured, position) : []);
	const { things, control } = experiment;
	const rows = things.map((thing, position) => ({
		...{ name: nameOf(thing, words), note: noteOf(thing, words), times: times(position) }
	}));
	const name = words.things.control(rows[control]!.name);
	return [...rows, { name, note: words.notes.control, times: times(things.length) }];
}

/** Two or three digits: `0.62`, `12.4`, `0.0013`. */
export function formatRatio(ratio: number): string {
	if (ratio === Infinity) return '∞';
	if (ratio >= 10) return ratio.toFixed(1);
	return ratio >= 0.095 || ratio === 0 ? ratio.toFixed(2) : ratio.toPrecision(2);
}

function rangeOf({ interval }: PairComparison['comparison'], { verdicts }: Words): string {
	if (!interval) return verdicts.noRange;
	return verdicts.range(formatRatio(interval.low), formatRatio(interval.high));
}

/** One sentence for each comparison. */
export function verdictSentences(
	{ pairs }: Pick<Summary, 'pairs'>,
	{ things }: Experiment,
	words: Words
): string[] {
	const { verdicts } = words;
	return pairs.map(({ of, against, comparison }) => {
		const names = [nameOf(things[of]!, words), nameOf(things[against]!, words)] as const;
		const ratio = formatRatio(comparison.median);
		if (comparison.verdict === null) return verdicts.open(...names, ratio);
		const say = {
			faster: verdicts.faster,
			slower: verdicts.slower,
			'no difference': isClearOfOne(comparison) ? verdicts.floor : verdicts.none
		}[comparison.verdict];
		return say(...names, ratio, rangeOf(comparison, words));
	});
}

const isClearOfOne = ({ interval }: PairComparison['comparison']): boolean =>
	interval !== null && (interval.low > 1 || interval.high < 1);

/** How much one thing, timed twice, came out apart from itself. */
export function controlSentence(
	{ control, margin }: Pick<Summary, 'control' | 'margin'>,
	{ things, control: position }: Experiment,
	words: Words
): string {
	const name = nameOf(things[position]!, words);
	const { verdicts } = words;
	const floor = verdicts.control(name, formatRatio(control.median), rangeOf(control, words));
	return `${floor} ${verdicts.margin(formatPercent(margin))}`;
}
