/**
 * The wasm backend with only the kernels that networks and folding use, some 70 KiB less than all, and
 * this project's own for the convolutions that take most of the time.
 */
import { env, registerKernel } from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm/dist/base';
import { addConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Add';
import { batchMatMulConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/BatchMatMul';
import { castConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Cast';
import { concatConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Concat';
import { fillConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Fill';
import { fusedBatchNormConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/FusedBatchNorm';
import { fusedConv2DConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/FusedConv2D';
import { fusedDepthwiseConv2DConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/FusedDepthwiseConv2D';
import { identityConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Identity';
import { meanConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Mean';
import { multiplyConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Multiply';
import { oneHotConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/OneHot';
import { realDivConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/RealDiv';
import { reluConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Relu';
import { relu6Config } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Relu6';
import { reshapeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Reshape';
import { sliceConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Slice';
import { sqrtConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sqrt';
import { squareConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Square';
import { subConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sub';
import { tileConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Tile';
import { transposeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Transpose';
import simdBinary from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plainBinary from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';

import { kernelsUrl } from '#lib/kernels/binary-url.ts';
import { registerRunningKernels } from '#lib/kernels/register.ts';

const kernels = [
	addConfig,
	batchMatMulConfig,
	castConfig,
	concatConfig,
	fillConfig,
	fusedBatchNormConfig,
	fusedConv2DConfig,
	fusedDepthwiseConv2DConfig,
	identityConfig,
	meanConfig,
	multiplyConfig,
	oneHotConfig,
	realDivConfig,
	relu6Config,
	reluConfig,
	reshapeConfig,
	sliceConfig,
	sqrtConfig,
	squareConfig,
	subConfig,
	tileConfig,
	transposeConfig
];

for (const kernel of kernels) registerKernel(kernel);

// One thread: the threaded build hangs for ever once it is minified, because its workers rebuild
// themselves from their own source text. Its binary is therefore never fetched.
env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
setWasmPaths({
	'tfjs-backend-wasm.wasm': plainBinary,
	'tfjs-backend-wasm-simd.wasm': simdBinary,
	'tfjs-backend-wasm-threaded-simd.wasm': simdBinary
});

try {
	const response = await fetch(kernelsUrl);
	await registerRunningKernels(await response.arrayBuffer());
} catch {
	// A browser without SIMD, or a file that is not there: TensorFlow.js's own kernels do the work.
}
