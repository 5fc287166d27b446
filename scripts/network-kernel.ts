import asc from 'assemblyscript/asc';
import { readFile } from 'node:fs/promises';

/** Where the kernel is written, and where its bytes are kept. */
export const KERNEL_SOURCE = 'src/lib/vision/detect/learned/kernel.as';
export const KERNEL_MODULE = 'src/lib/vision/detect/learned/kernel.ts';

/** The WebAssembly of the network's kernel. The only file that AssemblyScript enters. */
export async function compileKernel(): Promise<Uint8Array> {
	const source = await readFile(KERNEL_SOURCE, 'utf8');
	let binary: Uint8Array | undefined;
	const flags = ['--outFile', 'kernel.wasm', '-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];
	const { error, stderr } = await asc.main(['kernel.ts', ...flags], {
		readFile: (name: string) => (name === 'kernel.ts' ? source : null),
		writeFile: (_: string, contents: string | Uint8Array) => void (binary = contents as Uint8Array),
		listFiles: () => []
	});
	if (error || !binary) throw new Error(`${KERNEL_SOURCE} does not compile:\n${String(stderr)}`);
	return binary;
}

/** The module that holds them. */
export const kernelModule = (wasm: Uint8Array): string =>
	`/** kernel.as as WebAssembly, in base64; \`npm run network -- --kernel\` makes it. */
export const KERNEL =
	'${Buffer.from(wasm).toString('base64')}';
`;
