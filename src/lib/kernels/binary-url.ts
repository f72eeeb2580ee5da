/** Where a browser fetches the compiled kernels; in Node, read `training-kernels.wasm` beside this file. */
import url from './training-kernels.wasm?url';

export const trainingKernelsUrl: string = url;
