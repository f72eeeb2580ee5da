/** Keys of colours where each map, or each layer, has a scale of its own: words stand at the ends. */
import type { SheetLegend } from '#lib/scene/view-content.ts';
import type { Strings } from '#lib/strings/strings.ts';

export function ownLegend(
	kind: SheetLegend['kind'],
	label: string,
	{ lowest, highest }: Strings['viewPng']
): SheetLegend {
	return { kind, label, low: kind === 'signed' ? lowest : '0', high: highest };
}
