/**
 * `npm run frames`: one hash for every step, place in it, window and language, of the whole frame its scene gives: what
 * guards the pictures while the house is rebuilt. With the state of the recording first, in the same form.
 *   npm run -s frames > before.txt; …; npm run -s frames -- --against before.txt
 * `--against FILE` prints what differs from a list made before and exits 1 when anything does.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openFrames } from '../src/lib/server/frames';

const { values } = parseArgs({ options: { against: { type: 'string' } } });
const root = new URL('..', import.meta.url).pathname;
const PLACES = [0, 0.25, 0.5, 0.75, 1];
const WINDOWS = { wide: [1440, 900], phone: [390, 844], tall: [820, 1180] } as const;

const hashOf = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex').slice(0, 16);
/** Typed arrays as lists and keys by their names, so that what a frame holds is what is hashed. */
const plain = (v: unknown): unknown => {
	if (ArrayBuffer.isView(v)) return Array.from(v as unknown as number[]);
	if (typeof v !== 'object' || v === null || Array.isArray(v)) return v;
	return Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)));
};
/** Numbers to a millionth of a pixel, so that sums taken in another order are the same picture. */
const text = (frame: unknown): string =>
	JSON.stringify(frame, (_, v: unknown) => plain(v)).replace(/-?\d+\.\d{7,}(e[-+]?\d+)?|-?\d(\.\d+)?e-\d+/g, (n) =>
		String(Number(Number(n).toFixed(6)) + 0)
	);

const lines: string[] = ['recording.bin', 'pictures.bin', 'objection.json', 'shower.json', 'learned.json'].map(
	(name) => `${name} ${hashOf(readFileSync(join(root, 'src/generated', name)))}`
);
const { steps, frameAt } = await openFrames();
for (const lang of ['fr', 'en'] as const)
	for (const [chapter, count] of Object.entries(steps))
		for (let step = 1; step <= count; step++)
			for (const [name, window] of Object.entries(WINDOWS))
				for (const progress of PLACES) {
					const frame = frameAt({ chapter, step, progress, window, lang });
					lines.push(`${chapter}.${step} ${progress} ${name} ${lang} ${hashOf(text(frame))}`);
				}

if (values.against) {
	const key = (line: string) => line.slice(0, line.lastIndexOf(' '));
	const before = new Map(
		readFileSync(values.against, 'utf8')
			.trim()
			.split('\n')
			.map((line) => [key(line), line])
	);
	const changed = lines.filter((line) => before.get(key(line)) !== line).map(key);
	const now = new Set(lines.map(key));
	const gone = [...before.keys()].filter((k) => !now.has(k));
	for (const k of changed) console.log(`${before.has(k) ? 'changed' : 'new'}  ${k}`);
	for (const k of gone) console.log(`gone  ${k}`);
	console.log(`${lines.length} hashes, ${changed.length} changed or new, ${gone.length} gone`);
	process.exitCode = changed.length + gone.length ? 1 : 0;
} else console.log(lines.join('\n'));
