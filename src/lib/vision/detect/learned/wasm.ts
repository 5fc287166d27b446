import { KERNEL } from './kernel';
import { NetworkError } from './pack';

/** The functions of kernel.as; addresses and steps in bytes. */
export interface Kernel {
	readonly memory: WebAssembly.Memory;
	// prettier-ignore
	conv(
		source: number, sourceRow: number, sourcePixel: number, inputs: number, kernel: number, stride: number,
		target: number, targetRow: number, targetPixel: number, height: number, width: number,
		weights: number, bias: number, outputs: number, leaky: number
	): void;
	// prettier-ignore
	tiles(
		source: number, sourceRow: number, sourcePixel: number, inputs: number,
		target: number, targetPart: number, high: number, wide: number
	): void;
	// prettier-ignore
	pixels(
		source: number, sourcePart: number, outputs: number,
		target: number, targetRow: number, targetPixel: number, high: number, wide: number, height: number, width: number,
		bias: number, leaky: number
	): void;
	// prettier-ignore
	pool(
		source: number, sourceRow: number, sourcePixel: number, channels: number,
		target: number, targetRow: number, targetPixel: number, height: number, width: number
	): void;
	// prettier-ignore
	addUp(
		large: number, largeRow: number, small: number, smallRow: number,
		target: number, targetRow: number, pixel: number, height: number, width: number
	): void;
	// prettier-ignore
	addDown(
		small: number, smallRow: number, large: number, largeRow: number,
		target: number, targetRow: number, pixel: number, height: number, width: number
	): void;
}

/** A kernel with a memory of its own. Throws NetworkError where the engine cannot run it, or is not let. */
export function createKernel(): Kernel {
	const bytes = Uint8Array.from(atob(KERNEL), (c) => c.charCodeAt(0));
	if (typeof WebAssembly === 'undefined') throw new NetworkError('This browser has no WebAssembly');
	if (!WebAssembly.validate(bytes)) throw new NetworkError('This browser’s WebAssembly has no SIMD');
	try {
		// Small enough to be compiled at once, on the page's own thread too.
		return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as Kernel;
	} catch (error) {
		// A page whose policy does not have 'wasm-unsafe-eval'.
		throw new NetworkError(`WebAssembly may not run here: ${error instanceof Error ? error.message : String(error)}`);
	}
}
