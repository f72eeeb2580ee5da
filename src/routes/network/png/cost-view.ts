/** What the network costs, and where the time goes, as a sheet. */
import { networkFacts } from '#lib/figures/layer-facts/layer-facts.ts';
import { COARSE_CLOCK, formatBlockTime } from '#lib/figures/block-times/block-time.ts';
import type { Run } from '#lib/state/network/held.svelte.ts';
import type { NetworkSession } from '#lib/state/network/network-session.svelte.ts';
import type { Strings } from '#lib/strings/strings.ts';
import { blocksOf, blockTimes } from '../view.ts';
import { viewOfRun, type SavedView, type View } from './saved-view.ts';

export function saveCost(session: NetworkSession, words: Strings): SavedView | null {
	return viewOfRun(session, words, (run) => costView(run, session.layer ?? '', words));
}

/** @param layer whose block is the one looked at */
export function costView(run: Run, layer: string, { network: words, viewPng }: Strings): View {
	const { milliseconds, clockStep, report } = run.result;
	const times = blockTimes(run, blocksOf(run), layer, words);
	const longest = Math.max(...(times ?? []).map((block) => block.milliseconds), 0.001);
	const coarse = clockStep > COARSE_CLOCK;
	return {
		part: 'cost',
		title: words.cost,
		bodies: [
			{ kind: 'heading', text: words.wholeNetwork },
			{ kind: 'facts', facts: networkFacts(run.form, milliseconds, words) },
			{ kind: 'heading', text: words.timePerBlock },
			...(times
				? [
						{
							kind: 'bars' as const,
							heads: [words.time],
							rows: times.map(({ name, milliseconds: time, chosen }) => ({
								name,
								share: time / longest,
								numbers: [formatBlockTime(time, clockStep)],
								weak: !chosen
							}))
						},
						{ kind: 'text' as const, text: viewPng.darkBlock(layer) }
					]
				: [{ kind: 'text' as const, text: words.timesMissing(report.backend) }]),
			...(times && coarse
				? [{ kind: 'text' as const, text: words.coarseClock(`${Number(clockStep.toFixed(1))} ms`) }]
				: []),
			{ kind: 'text', text: words.costHelp }
		],
		legends: []
	};
}
