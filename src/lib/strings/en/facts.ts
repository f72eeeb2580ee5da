/** Words around published numbers: what a column holds, how well a number is known, where it is from. */
export const facts = {
	columns: {
		top1: 'top-1 accuracy, %',
		top5: 'top-5 accuracy, %',
		params_M: 'parameters, millions',
		flops_M: 'MACs, millions (the papers write FLOPs)',
		flops_B: 'MACs, thousand millions (the papers write FLOPs)',
		backbone_flops_M: 'MACs of the backbone, millions (the papers write FLOPs)',
		latency_ms_arm: 'milliseconds on the authors’ ARM phone',
		latency_ms_iphone12_cpu: 'milliseconds on an iPhone 12, CPU',
		latency_ms_apple_iphone12pro_coreml: 'milliseconds on an iPhone 12 Pro, CoreML',
		latency_ms_1thread: 'milliseconds, one thread',
		latency_ms: 'milliseconds',
		before_ms: 'milliseconds before fusing',
		after_ms: 'milliseconds after fusing',
		fps: 'pictures a second',
		img_per_s: 'pictures a second',
		acc: 'accuracy, %',
		mAP: 'mAP',
		top1_evallog: 'top-1 accuracy in the authors’ evaluation log, %',
		top5_evallog: 'top-5 accuracy in the authors’ evaluation log, %',
		top1_timm: 'top-1 accuracy, evaluated again by timm, %',
		top5_timm: 'top-5 accuracy, evaluated again by timm, %',
		top1_imagenet: 'top-1 accuracy on ImageNet, evaluated by timm, %',
		top1_real: 'top-1 accuracy on ImageNet with corrected labels (ReaL), %',
		top1_v2: 'top-1 accuracy on new pictures of the same kind (ImageNetV2), %',
		top1_r: 'top-1 accuracy on drawings, toys and other renditions (ImageNet-R), %',
		top1_sketch: 'top-1 accuracy on sketches (ImageNet-Sketch), %',
		top1_a: 'top-1 accuracy on pictures chosen because they mislead networks (ImageNet-A), %',
		img_size: 'rows and columns of the picture',
		params_exact_train_incl_bn: 'parameters with all branches',
		params_exact_after_fusing_branch: 'parameters after the branches are folded',
		macs_exact: 'MACs'
	} as Readonly<Record<string, string>>,
	confidences: {
		V2: 'The same in two or more sources.',
		S1: 'One source.',
		VEC: 'Decoded from the authors’ vector drawing.',
		FIG: 'Read off a picture of a chart.',
		CALC: 'Counted from the published layer table.',
		SEC: 'Second-hand; the original table was not seen.',
		INF: 'The label is inferred.'
	},
	/** Heading of the printed list. */
	list: 'Published numbers in this lesson',
	/** `sources`: numbers of the list below, `1, 4`. */
	from: (sources: string) => `[${sources}]`,
	within: (tolerance: string) => `It may be off by ${tolerance}.`,
	named: (row: string, column: string) => (row === '' ? column : `${row}: ${column}`)
};
