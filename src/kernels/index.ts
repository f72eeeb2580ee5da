/**
 * What the binary offers: kernels over the memory of TensorFlow.js's wasm backend. Every pointer is a
 * place in that memory; the module has no memory, no data and no state of its own.
 */
export { batchNormTerm, identityTerm, normalise, normalisePair } from './batch-norm';
export {
	batchNormFactors,
	identityFactors,
	normaliseGradient,
	normalisePairGradient
} from './batch-norm-gradient';
export { gradientSums, gradientSumsPair } from './batch-norm-sums';
export {
	averageChannels,
	copyChannels,
	dotChannels,
	scaleChannels,
	spreadChannels
} from './channels';
export { depthwise } from './depthwise';
export { depthwiseInputGradient, turnKernel } from './depthwise-input-gradient';
export { addDepthwiseKernelGradient } from './depthwise-kernel-gradient';
export { matMul, transpose } from './mat-mul';
export { addMatMulTransposed } from './mat-mul-transposed';
export { moments } from './moments';
export { clear, framePicture, gatherPatches } from './patches';
export { blend, momentumStep } from './update';
