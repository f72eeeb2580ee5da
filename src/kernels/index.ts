/**
 * What the binary offers: kernels over the memory of TensorFlow.js's wasm backend. Every pointer is a
 * place in that memory; the module has no memory, no data and no state of its own.
 */
export { batchNormTerm, identityTerm, normalise, normalisePair } from './batch-norm';
export {
	batchNormFactors,
	gradientSums,
	gradientSumsPair,
	identityFactors,
	normaliseGradient,
	normalisePairGradient
} from './batch-norm-gradient';
export {
	averageChannels,
	copyChannels,
	dotChannels,
	scaleChannels,
	spreadChannels
} from './channels';
export {
	addDepthwiseKernelGradient,
	depthwise,
	depthwiseInputGradient,
	turnKernel
} from './depthwise';
export { addMatMulTransposed, matMul, transpose } from './gemm';
export { moments } from './moments';
export { clear, framePicture, gatherPatches } from './patches';
export { blend, momentumStep } from './update';
