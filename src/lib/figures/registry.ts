/**
 * Every figure that a lesson or the gallery can name: its schema, and its examples and its component,
 * fetched when they are needed.
 */
import { schema as allMaps } from './all-maps/props.ts';
import { schema as batchNormLine } from './batch-norm-line/props.ts';
import { schema as batchNormFold } from './batch-norm-fold/props.ts';
import { schema as graphDifference } from './graph-difference/props.ts';
import { schema as kernelOnPicture } from './kernel-on-picture/props.ts';
import { schema as batchStatistics } from './batch-statistics/props.ts';
import { schema as blockTimes } from './block-times/props.ts';
import { schema as borderMerge } from './border-merge/props.ts';
import { schema as bottleneckPair } from './bottleneck-pair/props.ts';
import { schema as bytesMoved } from './bytes-moved/props.ts';
import { schema as codeView } from './code-view/props.ts';
import { schema as concatLine } from './concat-line/props.ts';
import { schema as confusionMatrix } from './confusion-matrix/props.ts';
import { schema as differenceMaps } from './difference-maps/props.ts';
import { schema as dials } from './dials/props.ts';
import { schema as epsilonEffect } from './epsilon-effect/props.ts';
import { schema as featureMaps } from './feature-maps/props.ts';
import { schema as followNumber } from './follow-number/props.ts';
import { schema as ghostHalves } from './ghost-halves/props.ts';
import { schema as layerDifferences } from './layer-differences/props.ts';
import { schema as kernels } from './kernels/props.ts';
import { schema as layerFacts } from './layer-facts/props.ts';
import { schema as networkView } from './network-view/props.ts';
import { schema as liveTiming } from './live-timing/props.ts';
import { schema as moduleEvolution } from './module-evolution/props.ts';
import { schema as moduleGraph } from './module-graph/props.ts';
import { schema as networkMap } from './network-map/props.ts';
import { schema as oneMap } from './one-map/props.ts';
import { schema as operationLine } from './operation-line/props.ts';
import { schema as foldNetwork } from './fold-network/props.ts';
import { schema as foldStepper } from './fold-stepper/props.ts';
import { figure, type Figure } from './pair.ts';
import { schema as pictureInput } from './picture-input/props.ts';
import { schema as predictions } from './predictions/props.ts';
import { schema as reluPlace } from './relu-place/props.ts';
import { schema as savingRatio } from './saving-ratio/props.ts';
import { schema as resultsChart } from './results-chart/props.ts';
import { schema as robustnessChart } from './robustness-chart/props.ts';
import { schema as shareBars } from './share-bars/props.ts';
import { schema as similarMaps } from './similar-maps/props.ts';
import { schema as tensorView } from './tensor-view/props.ts';
import { schema as timingPlot } from './timing-plot/props.ts';
import { schema as throughputChart } from './throughput-chart/props.ts';
import { schema as trainingCurves } from './training-curves/props.ts';
import { schema as trainingLogs } from './training-logs/props.ts';

/** In the order of the gallery: those of the lessons, then those of the network page. */
export const figures: Readonly<Record<string, Figure>> = {
	'similar-maps': figure({
		schema: similarMaps,
		examples: () => import('./similar-maps/examples.ts'),
		load: () => import('./similar-maps/SimilarMaps.svelte')
	}),
	'ghost-halves': figure({
		schema: ghostHalves,
		examples: () => import('./ghost-halves/examples.ts'),
		load: () => import('./ghost-halves/GhostHalves.svelte')
	}),
	'saving-ratio': figure({
		schema: savingRatio,
		examples: () => import('./saving-ratio/examples.ts'),
		load: () => import('./saving-ratio/SavingRatio.svelte')
	}),
	'bytes-moved': figure({
		schema: bytesMoved,
		examples: () => import('./bytes-moved/examples.ts'),
		load: () => import('./bytes-moved/BytesMoved.svelte')
	}),
	'concat-line': figure({
		schema: concatLine,
		examples: () => import('./concat-line/examples.ts'),
		load: () => import('./concat-line/ConcatLine.svelte')
	}),
	'results-chart': figure({
		schema: resultsChart,
		examples: () => import('./results-chart/examples.ts'),
		load: () => import('./results-chart/ResultsChart.svelte')
	}),
	'throughput-chart': figure({
		schema: throughputChart,
		examples: () => import('./throughput-chart/examples.ts'),
		load: () => import('./throughput-chart/ThroughputChart.svelte')
	}),
	'robustness-chart': figure({
		schema: robustnessChart,
		examples: () => import('./robustness-chart/examples.ts'),
		load: () => import('./robustness-chart/RobustnessChart.svelte')
	}),
	'training-logs': figure({
		schema: trainingLogs,
		examples: () => import('./training-logs/examples.ts'),
		load: () => import('./training-logs/TrainingLogs.svelte')
	}),
	'module-evolution': figure({
		schema: moduleEvolution,
		examples: () => import('./module-evolution/examples.ts'),
		load: () => import('./module-evolution/ModuleEvolution.svelte')
	}),
	'module-graph': figure({
		schema: moduleGraph,
		examples: () => import('./module-graph/examples.ts'),
		load: () => import('./module-graph/ModuleGraph.svelte')
	}),
	'batch-norm-line': figure({
		schema: batchNormLine,
		examples: () => import('./batch-norm-line/examples.ts'),
		load: () => import('./batch-norm-line/BatchNormLine.svelte')
	}),
	'batch-norm-fold': figure({
		schema: batchNormFold,
		examples: () => import('./batch-norm-fold/examples.ts'),
		load: () => import('./batch-norm-fold/BatchNormFold.svelte')
	}),
	'kernel-on-picture': figure({
		schema: kernelOnPicture,
		examples: () => import('./kernel-on-picture/examples.ts'),
		load: () => import('./kernel-on-picture/KernelOnPicture.svelte')
	}),
	'fold-stepper': figure({
		schema: foldStepper,
		examples: () => import('./fold-stepper/examples.ts'),
		load: () => import('./fold-stepper/FoldStepper.svelte')
	}),
	'fold-network': figure({
		schema: foldNetwork,
		examples: () => import('./fold-network/examples.ts'),
		load: () => import('./fold-network/FoldNetwork.svelte')
	}),
	'code-view': figure({
		schema: codeView,
		examples: () => import('./code-view/examples.ts'),
		load: () => import('./code-view/CodeView.svelte')
	}),
	'relu-place': figure({
		schema: reluPlace,
		examples: () => import('./relu-place/examples.ts'),
		load: () => import('./relu-place/ReluPlace.svelte')
	}),
	'batch-statistics': figure({
		schema: batchStatistics,
		examples: () => import('./batch-statistics/examples.ts'),
		load: () => import('./batch-statistics/BatchStatistics.svelte')
	}),
	'epsilon-effect': figure({
		schema: epsilonEffect,
		examples: () => import('./epsilon-effect/examples.ts'),
		load: () => import('./epsilon-effect/EpsilonEffect.svelte')
	}),
	'border-merge': figure({
		schema: borderMerge,
		examples: () => import('./border-merge/examples.ts'),
		load: () => import('./border-merge/BorderMerge.svelte')
	}),
	'bottleneck-pair': figure({
		schema: bottleneckPair,
		examples: () => import('./bottleneck-pair/examples.ts'),
		load: () => import('./bottleneck-pair/BottleneckPair.svelte')
	}),
	'live-timing': figure({
		schema: liveTiming,
		examples: () => import('./live-timing/examples.ts'),
		load: () => import('./live-timing/LiveTiming.svelte')
	}),
	'timing-plot': figure({
		schema: timingPlot,
		examples: () => import('./timing-plot/examples.ts'),
		load: () => import('./timing-plot/TimingPlot.svelte')
	}),
	'network-map': figure({
		schema: networkMap,
		examples: () => import('./network-map/examples.ts'),
		load: () => import('./network-map/NetworkMap.svelte')
	}),
	'follow-number': figure({
		schema: followNumber,
		examples: () => import('./follow-number/examples.ts'),
		load: () => import('./follow-number/FollowNumber.svelte')
	}),
	'tensor-view': figure({
		schema: tensorView,
		examples: () => import('./tensor-view/examples.ts'),
		load: () => import('./tensor-view/TensorView.svelte')
	}),
	'picture-input': figure({
		schema: pictureInput,
		examples: () => import('./picture-input/examples.ts'),
		load: () => import('./picture-input/PictureInput.svelte'),
		events: ['onsample', 'onfile']
	}),
	dials: figure({
		schema: dials,
		examples: () => import('./dials/examples.ts'),
		load: () => import('./dials/Dials.svelte'),
		events: ['onturn', 'onrest', 'onsubject', 'onvariant', 'onreset']
	}),
	predictions: figure({
		schema: predictions,
		examples: () => import('./predictions/examples.ts'),
		load: () => import('./predictions/Predictions.svelte')
	}),
	'network-view': figure({
		schema: networkView,
		examples: () => import('./network-view/examples.ts'),
		load: () => import('./network-view/NetworkView.svelte'),
		events: ['onlayer', 'ondepth', 'onview']
	}),
	'operation-line': figure({
		schema: operationLine,
		examples: () => import('./operation-line/examples.ts'),
		load: () => import('./operation-line/OperationLine.svelte'),
		events: ['onlayer']
	}),
	'feature-maps': figure({
		schema: featureMaps,
		examples: () => import('./feature-maps/examples.ts'),
		load: () => import('./feature-maps/FeatureMaps.svelte'),
		events: ['onscale', 'onview', 'onprobe', 'onfollow']
	}),
	'one-map': figure({
		schema: oneMap,
		examples: () => import('./one-map/examples.ts'),
		load: () => import('./one-map/OneMap.svelte'),
		events: ['onprobe', 'onfollow']
	}),
	kernels: figure({
		schema: kernels,
		examples: () => import('./kernels/examples.ts'),
		load: () => import('./kernels/Kernels.svelte')
	}),
	'all-maps': figure({
		schema: allMaps,
		examples: () => import('./all-maps/examples.ts'),
		load: () => import('./all-maps/AllMaps.svelte')
	}),
	'layer-facts': figure({
		schema: layerFacts,
		examples: () => import('./layer-facts/examples.ts'),
		load: () => import('./layer-facts/LayerFacts.svelte')
	}),
	'block-times': figure({
		schema: blockTimes,
		examples: () => import('./block-times/examples.ts'),
		load: () => import('./block-times/BlockTimes.svelte')
	}),
	'layer-differences': figure({
		schema: layerDifferences,
		examples: () => import('./layer-differences/examples.ts'),
		load: () => import('./layer-differences/LayerDifferences.svelte'),
		events: ['onlayer']
	}),
	'difference-maps': figure({
		schema: differenceMaps,
		examples: () => import('./difference-maps/examples.ts'),
		load: () => import('./difference-maps/DifferenceMaps.svelte')
	}),
	'graph-difference': figure({
		schema: graphDifference,
		examples: () => import('./graph-difference/examples.ts'),
		load: () => import('./graph-difference/GraphDifference.svelte')
	}),
	'confusion-matrix': figure({
		schema: confusionMatrix,
		examples: () => import('./confusion-matrix/examples.ts'),
		load: () => import('./confusion-matrix/ConfusionMatrix.svelte')
	}),
	'share-bars': figure({
		schema: shareBars,
		examples: () => import('./share-bars/examples.ts'),
		load: () => import('./share-bars/ShareBars.svelte')
	}),
	'training-curves': figure({
		schema: trainingCurves,
		examples: () => import('./training-curves/examples.ts'),
		load: () => import('./training-curves/TrainingCurves.svelte')
	})
};

/** The figure of that name, or undefined. */
export function findFigure(name: string): Figure | undefined {
	return Object.hasOwn(figures, name) ? figures[name] : undefined;
}
