import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultUrlState, readUrlState, writeUrlState, type UrlState } from './url-state.ts';

const anyState: fc.Arbitrary<UrlState> = fc.record({
	theme: fc.constantFrom('light', 'dark', null),
	profile: fc.constantFrom('projector', null),
	present: fc.boolean(),
	example: fc.option(fc.integer({ min: 1, max: 99 }).map(String)),
	model: fc.option(fc.stringMatching(/^[a-z0-9._-]{1,64}$/)),
	form: fc.constantFrom('training-time', 'folded'),
	compare: fc.option(fc.stringMatching(/^[a-z0-9._-]{1,64}$/)),
	compareForm: fc.option(fc.constantFrom('training-time', 'folded')),
	comparePicture: fc.option(fc.stringMatching(/^[a-z0-9-]{1,64}$/)),
	picture: fc.option(fc.stringMatching(/^[a-z0-9-]{1,64}$/)),
	scene: fc.option(fc.stringMatching(/^[a-zA-Z0-9_.*-]{1,600}$/)),
	layer: fc.option(fc.stringMatching(/^[a-z0-9._]{1,80}$/)),
	value: fc.option(fc.constantFrom('1-1-1', '960-112-7')),
	tour: fc.option(fc.constantFrom('first-layer', 'folding')),
	backend: fc.constantFrom('wasm', 'webgl', 'webgpu', 'cpu', null),
	zoom: fc.option(fc.constantFrom('stage', 'block')),
	scale: fc.constantFrom('shared', 'own'),
	show: fc.option(fc.constantFrom('alive', 'silent')),
	order: fc.option(fc.constant('energy')),
	map: fc.option(fc.integer({ min: 1, max: 9999 }).map(String)),
	step: fc.option(fc.integer({ min: 1, max: 11 }).map(String)),
	module: fc.option(fc.stringMatching(/^[a-z0-9._]{1,80}$/)),
	channel: fc.option(fc.integer({ min: 1, max: 9999 }).map(String)),
	tap: fc.option(fc.integer({ min: 1, max: 9 }).map(String)),
	break: fc.option(fc.stringMatching(/^[a-z-]{1,30}(\.[a-z-]{1,30}){0,4}$/)),
	edits: fc.option(fc.stringMatching(/^[a-zA-Z0-9_.*-]{1,700}$/)),
	what: fc.option(fc.constantFrom('join', 'module', 'bottleneck', 'network')),
	fair: fc.option(fc.constantFrom('role', 'macs', 'width')),
	shape: fc.option(fc.stringMatching(/^[1-9]\d{0,3}x[1-9]\d{0,2}$/)),
	place: fc.option(fc.stringMatching(/^(?:[1-9]|1[0-6])$/)),
	networks: fc.option(fc.stringMatching(/^[0-9.]{1,4}-[0-9.]{1,4}-\d{2,3}$/)),
	rounds: fc.option(fc.constantFrom('40', '80', '160')),
	backends: fc.option(fc.constantFrom('wasm', 'wasm.cpu', 'webgl.webgpu.wasm.cpu')),
	block: fc.option(fc.stringMatching(/^(?:[1-9]|1[0-6]|stem|last|head)$/)),
	widths: fc.option(fc.constantFrom('1', '0.58-0.5', '3-2.71')),
	counted: fc.option(fc.constantFrom('training-time', 'deploy', 'folded')),
	chart: fc.option(fc.constantFrom('latency', 'macs', 'parameters', 'iphone', 'ghostnet')),
	as: fc.option(fc.constant('table')),
	hidden: fc.option(fc.stringMatching(/^[A-Za-z0-9-]{1,14}(?:_[A-Za-z0-9-]{1,14}){0,3}$/)),
	pinned: fc.option(fc.constantFrom('none', 'ghostnet-0.5x_repghostnet-0.58x', 'ghostnet/2')),
	part: fc.option(fc.constantFrom('0_100_64_72.5', '12.25_13_7_8'))
});

describe('a state written and read again', () => {
	it('is the same, in fewer than 2,000 characters', () => {
		fc.assert(
			fc.property(anyState, (state) => {
				const search = writeUrlState(state);
				expect(search.length).toBeLessThan(2000);
				expect(readUrlState(search)).toEqual({ state, ignored: [] });
			})
		);
	});

	it('leaves defaults out', () => {
		expect(writeUrlState(defaultUrlState)).toBe('');
		expect(writeUrlState({ ...defaultUrlState, form: 'folded' })).toBe('?form=folded');
	});
});

describe('hostile addresses', () => {
	it.each([
		['form=-1', 'form'],
		['form=NaN', 'form'],
		['model=../secret', 'model'],
		['model=javascript:alert(1)', 'model'],
		['model=%00', 'model'],
		['model=', 'model'],
		['layer=\ud800', 'layer'],
		['layer=blocks.0\n', 'layer'],
		[`picture=${'a'.repeat(65)}`, 'picture'],
		['scene=turn_1%3Bx', 'scene'],
		[`scene=${'a'.repeat(601)}`, 'scene'],
		['theme=dark&theme=light', 'theme'],
		['scale=constructor', 'scale'],
		['backend=</script><script>', 'backend'],
		['present=1e9', 'present'],
		['example=0', 'example'],
		['step=1e9', 'step'],
		['step=-1', 'step'],
		['step=12', 'step'],
		['map=0', 'map'],
		['map=1e3', 'map'],
		['show=all', 'show'],
		['channel=0', 'channel'],
		['channel=NaN', 'channel'],
		['tap=10', 'tap'],
		['chart=__proto__', 'chart'],
		['pinned=%22%3E%3Cscript%3E', 'pinned'],
		['hidden=a__b', 'hidden'],
		['part=-1_2_3_4', 'part'],
		['break=</script>', 'break'],
		[`edits=${'a'.repeat(701)}`, 'edits'],
		['what=picture', 'what'],
		['shape=16x', 'shape'],
		['place=17', 'place'],
		['networks=0.5', 'networks'],
		['rounds=3', 'rounds'],
		['backends=wasm.', 'backends'],
		['block=17', 'block'],
		['widths=0.58-9', 'widths'],
		['counted=fused', 'counted']
	])('%j gives the default and is noticed', (search, name) => {
		expect(readUrlState(search)).toEqual({ state: defaultUrlState, ignored: [name] });
	});

	it.each(['__proto__=1', 'constructor[prototype]=1', 'steps=1e9', 'toString=x', '<img%20src>=x'])(
		'%j is passed over',
		(search) => {
			expect(readUrlState(search)).toEqual({ state: defaultUrlState, ignored: [] });
			expect(Object.keys(readUrlState(search).state)).toEqual(Object.keys(defaultUrlState));
		}
	);

	it('of 100 kB are left out as a whole', () => {
		const { state, ignored } = readUrlState(`?form=folded&model=${'a'.repeat(100_000)}`);
		expect(state).toEqual(defaultUrlState);
		expect(ignored).toEqual(['?']);
	});

	it('never throw, and what is read can be written', () => {
		const value = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom('dark', '__proto__', 'NaN')
		);
		const key = fc.oneof(
			fc.string(),
			fc.constantFrom(...Object.keys(defaultUrlState), '__proto__')
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(key, value)), (pairs) => {
				const { state } = readUrlState(pairs.map(([name, text]) => `${name}=${text}`).join('&'));
				expect(readUrlState(writeUrlState(state)).state).toEqual(state);
				expect(Object.getPrototypeOf(state)).toBe(Object.prototype);
			})
		);
	});

	it('leave the defaults untouched', () => {
		readUrlState('form=folded').state.scale = 'own';
		expect(readUrlState('').state).toEqual(defaultUrlState);
	});
});
