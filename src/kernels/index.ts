/**
 * What the binary offers: kernels over the memory of TensorFlow.js's wasm backend. Every pointer is a
 * place in that memory; the module has no memory, no data and no state of its own.
 */
export {
	addDepthwiseKernelGradient,
	depthwise,
	depthwiseInputGradient,
	turnKernel
} from './depthwise';
export { addMatMulTransposed, matMul, transpose } from './gemm';
export { clear, framePicture, gatherPatches } from './patches';
