import { describe, expect, test } from 'vitest';
import { createArchitecture } from '#lib/core/network/architecture.ts';
import { SMALL_ARCHITECTURE } from '../../../tests/support/weight-files.ts';
import { CONFIGURATION_KEY, parseConfiguration, weightMetadata } from './weight-config.ts';
import { WeightFileError } from './weight-file-error.ts';

const parse = (text: string) => parseConfiguration(new Map([[CONFIGURATION_KEY, text]]));
const valid = JSON.parse(
	weightMetadata(SMALL_ARCHITECTURE, 'folded')[CONFIGURATION_KEY]!
) as Record<string, unknown>;
const row = { kernel: 3, expansion: 8, out: 8, squeezeExcite: false, stride: 1 };

test('what is written is read back', () => {
	const metadata = weightMetadata(SMALL_ARCHITECTURE, 'folded', ['a', 'b', 'c']);
	expect(parseConfiguration(new Map(Object.entries(metadata)))).toEqual({
		architecture: SMALL_ARCHITECTURE,
		form: 'folded',
		labels: ['a', 'b', 'c']
	});
	const ghost = createArchitecture('ghostnet', { width: 1.3, branch: 'bn' });
	expect(parseConfiguration(new Map(Object.entries(weightMetadata(ghost, 'deploy'))))).toEqual({
		architecture: { ...ghost, branch: 'none' },
		form: 'deploy',
		labels: null
	});
});

test('other metadata is no configuration', () => {
	expect(parseConfiguration(new Map([['format', 'pt']]))).toBeUndefined();
});

describe('one field wrong', () => {
	test.each<[string, unknown, string]>([
		['version', 2, 'version: expected one of 1, found 2'],
		['family', 'resnet', 'family: expected one of repghostnet, ghostnet, found "resnet"'],
		['width', 99, 'width: expected a number from 0.05 to 8, found 99'],
		['width', '1', 'width: expected a number from 0.05 to 8, found "1"'],
		['width', null, 'width: expected a number from 0.05 to 8, found null'],
		['classes', 0, 'classes: expected a whole number from 1 to 100000, found 0'],
		['classes', 2.5, 'classes: expected a whole number from 1 to 100000, found 2.5'],
		['classes', 1e9, 'classes: expected a whole number from 1 to 100000, found 1000000000'],
		['inputShape', [3, 224], 'inputShape.2: expected'],
		[
			'inputShape',
			[3, 2000, 224],
			'inputShape.1: expected a whole number from 1 to 1024, found 2000'
		],
		['branch', 'maybe', 'branch: expected one of bn, identity, both, none, found "maybe"'],
		['identityShortcuts', 1, 'identityShortcuts: expected true or false, found 1'],
		['stem', 1e6, 'stem: expected a whole number from 1 to 8192, found 1000000'],
		['stages', [], 'stages: expected at least one stage, found []'],
		['stages', [[]], 'stages.0: expected at least one bottleneck, found []'],
		['stages', [[{ ...row, kernel: 4 }]], 'stages.0.0.kernel: expected one of 1, 3, 5, 7, found 4'],
		['stages', [[{ ...row, stride: 0 }]], 'stages.0.0.stride: expected one of 1, 2, found 0'],
		['stages', [[{ ...row, expansion: -8 }]], 'stages.0.0.expansion: expected a whole number'],
		['stages', [[{ ...row, out: 1e5 }]], 'stages.0.0.out: expected a whole number'],
		[
			'stages',
			[[{ ...row, squeezeExcite: 0 }]],
			'stages.0.0.squeezeExcite: expected true or false'
		],
		[
			'stages',
			[[{ ...row, dilation: 2 }]],
			'stages.0.0.dilation: expected no field of this name, found "dilation"'
		],
		['stages', Array(65).fill([row]), 'stages: expected at most 64 stages'],
		[
			'stages',
			Array(5).fill(Array(13).fill(row)),
			'stages: expected at most 64 bottlenecks, found 65'
		],
		['head', 8193, 'head: expected a whole number from 1 to 8192, found 8193'],
		['dropout', 1, 'dropout: expected a number from 0 to 0.99, found 1'],
		['form', 'fused', 'form: expected one of training-time, deploy, folded, found "fused"'],
		['labels', ['a'], 'labels: expected one for each of 3 classes, found 1'],
		['labels', ['a', 'b', 3], 'labels.2: expected a text, found 3'],
		['labels', ['a', 'b', 'c'.repeat(201)], 'labels.2: expected a text of at most 200 characters'],
		['colour', 'red', 'colour: expected no field of this name, found "colour"']
	])('%s: %j', (field, value, message) => {
		const text = JSON.stringify({ ...valid, [field]: value });
		expect(() => parse(text)).toThrow(WeightFileError);
		expect(() => parse(text)).toThrow(`The configuration, ${message}`);
	});

	test.each(Object.keys(valid))('%s missing', (field) => {
		const text = JSON.stringify({ ...valid, [field]: undefined });
		expect(() => parse(text)).toThrow(
			`The configuration, ${field}: expected a value, found nothing.`
		);
	});
});

test('a table that the width makes too wide is refused', () => {
	const wide = { ...valid, width: 8, stages: [[{ ...row, expansion: 1024 }]] };
	expect(() => parse(JSON.stringify(wide))).toThrow(
		'The configuration, width: expected at most 8192 channels in every layer, found 16384.'
	);
});

test('a GhostNet with a branch is refused', () => {
	const ghost = JSON.stringify({ ...valid, family: 'ghostnet', branch: 'bn' });
	expect(() => parse(ghost)).toThrow('The configuration, branch: expected "none"');
});

test.each([
	['not JSON', '{width: 1}', 'The configuration: expected JSON'],
	['a key twice', '{"width":1,"width":2}', 'the key "width" twice'],
	['__proto__', '{"__proto__":{"width":1}}', 'the key "__proto__"'],
	['null', 'null', 'The configuration, as a whole: expected an object with'],
	['a list', '[]', 'The configuration, version: expected a value, found nothing.']
])('%s is refused', (_name, text, message) => {
	expect(() => parse(text)).toThrow(WeightFileError);
	expect(() => parse(text)).toThrow(message);
});
