/** Where a browser fetches the compiled kernels; in Node, read `kernels.wasm` beside this file. */
import url from './kernels.wasm?url';

export const kernelsUrl: string = url;
