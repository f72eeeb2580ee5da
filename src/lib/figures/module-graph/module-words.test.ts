import { expect, it } from 'vitest';
import { FOLD_NODES, foldStepGraph } from '#lib/core/fold/fold-graphs.ts';
import { evolutionGraph } from '#lib/core/fold/module-evolution.ts';
import { TOY_PLAN } from '#lib/core/fold/toy-module.ts';
import { layoutModule } from '#lib/scene/module-drawing.ts';
import { en } from '#lib/strings/en.ts';
import { boxLabel, describeOperations } from './module-words.ts';

it('lists the operations in running order, each on its path', () => {
	const scene = layoutModule(foldStepGraph(TOY_PLAN, 'identity-kernel'), {
		hidden: ['primary_conv.1'],
		folding: [FOLD_NODES.identity]
	});
	expect(describeOperations(scene, en.modules)).toEqual([
		'1×1 convolution, 2 → 2 channels',
		'ReLU',
		'3×3 depthwise convolution, 2 channels (main path)',
		'3×3 depthwise convolution with the identity as its kernel, 2 channels (path beside it), being folded now',
		'batch norm (path beside it)',
		'sum of both paths',
		'ReLU'
	]);
});

it('says that a path is only a wire', () => {
	expect(describeOperations(layoutModule(evolutionGraph('add', 4)), en.modules)).toEqual([
		'3×3 depthwise convolution, 4 channels (main path)',
		'batch norm (main path)',
		'ReLU (main path)',
		'sum of both paths, of which the one beside changes nothing'
	]);
});

it('names the boxes in short', () => {
	const labels = (['ghost', 'folded'] as const).map((form) =>
		layoutModule(evolutionGraph(form, 4, 3)).boxes.map((box) => boxLabel(box, en.modules))
	);
	expect(labels).toEqual([
		['1×1 conv', 'ReLU', 'dconv', 'BN', 'ReLU', 'concat'],
		['1×1 conv', 'ReLU', 'fused dconv', 'ReLU']
	]);
});
