import { expect, test, vi } from 'vitest';
import { FakeEngine } from '../../../tests/support/fake-engine.ts';
import { DEFAULT_CHOICES } from '#lib/state/network/choices.ts';
import { NetworkSession } from '#lib/state/network/network-session.svelte.ts';
import { IncomingFiles } from './files.svelte.ts';

function open() {
	const session = new NetworkSession(new FakeEngine().connections(), DEFAULT_CHOICES);
	return { session, files: new IncomingFiles(session) };
}

/** A drop of files with these names. */
function dropOf(...names: string[]): DragEvent {
	const files = names.map((name) => new File(['x'], name));
	return { dataTransfer: { files }, preventDefault: () => undefined } as unknown as DragEvent;
}

test('of five hundred files the first is taken, its name as it is', () => {
	const { session, files } = open();
	const backwards = String.fromCharCode(0x202e);
	const hostile = `${backwards}gnp."><img src=x onerror=alert(1)>.png`;
	files.drop(dropOf(hostile, ...Array.from({ length: 499 }, (_, at) => `${at}.png`)));
	expect(session.choices.picture).toMatchObject({ kind: 'file', file: { name: hostile } });
	expect(files.leftOut).toBe(499);
});

test.each([
	'MODEL.SafeTensors',
	...['repghostnet.pth', 'checkpoint.pth.tar', 'pytorch_model.bin', 'last.ckpt', 'net.onnx']
])('a file of weights is known by its name, and the picture stays: %s', (name) => {
	const { session, files } = open();
	files.drop(dropOf(name));
	expect(session.choices.model).toMatchObject({ kind: 'file' });
	expect(session.choices.picture).toEqual(DEFAULT_CHOICES.picture);
});

/** A drag of what a browser calls by these types, over something. */
function dragOf(types: string[], target: Partial<HTMLInputElement> | null = null) {
	const dataTransfer = { types, dropEffect: 'copy' };
	const prevented = vi.fn();
	const event = { dataTransfer, target, preventDefault: prevented } as unknown as DragEvent;
	return { event, prevented, dataTransfer };
}

test('an address that is dragged over the page is not opened, nor fetched', () => {
	const { files } = open();
	const { event, prevented, dataTransfer } = dragOf(['text/uri-list', 'text/plain']);
	files.drag(event);
	expect(prevented).toHaveBeenCalled();
	expect(dataTransfer.dropEffect).toBe('none');
	expect(files.hovering).toBe(false);
});

test('a field takes dropped text itself, and B its own file', () => {
	const { session, files } = open();
	const field = dragOf(['text/uri-list'], { tagName: 'INPUT', type: 'search' });
	files.drag(field.event);
	expect(field.prevented).not.toHaveBeenCalled();
	const inB = { tagName: 'INPUT', type: 'file', closest: () => ({}) };
	files.drop({ ...dropOf('own.safetensors'), target: inB } as unknown as DragEvent);
	expect(session.choices).toEqual(DEFAULT_CHOICES);
	const inA = { tagName: 'INPUT', type: 'file', closest: () => null };
	files.drop({ ...dropOf('own.safetensors'), target: inA } as unknown as DragEvent);
	expect(session.choices.model).toMatchObject({ kind: 'file' });
});

test('a drop of something else changes nothing', () => {
	const { session, files } = open();
	files.drop(dropOf());
	expect(session.choices).toEqual(DEFAULT_CHOICES);
});
