/**
 * What has to happen next so that the page shows what the reader chose. The session asks after every
 * step, so that a choice made meanwhile counts at once and nothing is computed that nobody waits for.
 */
import type { FormInfo } from '#lib/core/cost/form-info.ts';
import type { Backend, NetworkInfo, ShownForm } from '#lib/engine/protocol.ts';
import { modelKey, pictureKey, type Choices } from './choices.ts';
import { resolveLayer } from './form-info.ts';

/** What is there already, each with the key of the choice that it answers. */
export interface HeldKeys {
	/** The backend that was asked for. */
	readonly backend: Backend | null;
	readonly network: { readonly key: string; readonly info: NetworkInfo } | null;
	readonly picture: { readonly key: string } | null;
	/** The run whose maps the engine can still give. */
	readonly inEngine: string | null;
	readonly run: { readonly key: string; readonly form: FormInfo } | null;
	readonly maps: { readonly run: string; readonly layer: string } | null;
}

export type Step = 'start' | 'load' | 'prepare' | 'run' | 'read maps';

/** A picture is prepared for the size that a network takes. */
export function preparedKey(choices: Choices, network: NetworkInfo): string {
	return `${pictureKey(choices.picture)} for ${network.inputShape.join(' × ')}`;
}

/** Equal keys mean equal numbers, up to the weights' own randomness: none. */
export function runKey(choices: Choices, form: ShownForm = choices.form): string {
	return [choices.backend, modelKey(choices.model), pictureKey(choices.picture), form].join(' | ');
}

/**
 * What to go back to after a step failed: only the choice at fault is taken back.
 * @param answered the last choices that were answered in full
 * @returns null when that would be the same once more
 */
export function withoutFault(
	asked: Choices,
	answered: Choices,
	step: ReturnType<typeof nextStep>
): Choices | null {
	const { backend, model, picture } = answered;
	const parts = {
		start: { backend },
		load: { model },
		prepare: { picture }
	} as const;
	const back =
		step === 'start' || step === 'load' || step === 'prepare'
			? { ...asked, ...parts[step] }
			: answered;
	if (isSame(back, answered)) return isSame(asked, answered) ? null : answered;
	return isSame(back, asked) ? answered : back;
}

function isSame(one: Choices, other: Choices): boolean {
	return (Object.keys(one) as (keyof Choices)[]).every((key) => one[key] === other[key]);
}

/** Null when everything is there. */
export function nextStep(choices: Choices, held: HeldKeys): Step | 'change form' | null {
	if (held.backend !== choices.backend) return 'start';
	if (held.network?.key !== modelKey(choices.model)) return 'load';
	if (!held.network.info.forms[choices.form]) return 'change form';
	if (held.picture?.key !== preparedKey(choices, held.network.info)) return 'prepare';
	const run = runKey(choices);
	if (held.run?.key !== run || held.inEngine !== run) return 'run';
	const layer = resolveLayer(choices.layer, held.run.form.layers);
	if (held.maps?.run !== run || held.maps.layer !== layer) return 'read maps';
	return null;
}
