/** timm's examinations of networks on other pictures than ImageNet's own, network by network. */
import { publishedAt, facts } from './facts.ts';
import type { Published } from './walk-dossier.ts';

/** In the order of the charts: the nearest to ImageNet first. */
export const TEST_SETS = ['v2', 'real', 'r', 'sketch', 'a'] as const;
export type TestSet = (typeof TEST_SETS)[number];

interface ExaminedNetwork {
	/** Unique: `repghostnet-050.in1k`. */
	readonly id: string;
	/** As timm names it; with the size of the picture where another size was used too. */
	readonly label: string;
	readonly family: string;
	readonly imagenet: Published;
	readonly sets: Readonly<Record<TestSet, Published>>;
}

const TABLE = 'timm-robustness';

const FAMILIES: readonly (readonly [start: string, family: string])[] = [
	['repghostnet', 'RepGhostNet'],
	['ghostnetv2', 'GhostNetV2'],
	['ghostnet', 'GhostNet'],
	['mobilenetv3', 'MobileNetV3'],
	['mobilenetv2', 'MobileNetV2'],
	['mobileone', 'MobileOne'],
	['efficientnet', 'EfficientNet'],
	['resnet', 'ResNet']
];

/** RepGhostNet first, each family from the least accurate to the most. */
export const examinedNetworks: readonly ExaminedNetwork[] = examined();

function examined(): ExaminedNetwork[] {
	const ids = [...facts.keys()]
		.filter((path) => path.startsWith(`${TABLE}/`) && path.endsWith('/top1-imagenet'))
		.map((path) => path.split('/')[1]!);
	const names = ids.map((id) => at(id, 'top1-imagenet').row);
	const order = FAMILIES.map(([, family]) => family);
	return ids
		.map((id): ExaminedNetwork => {
			const imagenet = at(id, 'top1-imagenet');
			const isAlone = names.filter((name) => name === imagenet.row).length === 1;
			const size = isAlone ? '' : ` (${at(id, 'img-size').value})`;
			const set = (name: TestSet) => [name, at(id, `top1-${name}`)] as const;
			return {
				...{ id, label: imagenet.row + size, family: familyOf(id), imagenet },
				sets: Object.fromEntries(TEST_SETS.map(set)) as Record<TestSet, Published>
			};
		})
		.sort(
			(a, b) =>
				order.indexOf(a.family) - order.indexOf(b.family) || a.imagenet.value - b.imagenet.value
		);
}

function at(id: string, column: string): Published {
	return publishedAt(`${TABLE}/${id}/${column}`);
}

function familyOf(id: string): string {
	const family = FAMILIES.find(([start]) => id.startsWith(start))?.[1];
	if (family === undefined) throw new Error(`${TABLE}/${id}: expected a known family.`);
	return family;
}
