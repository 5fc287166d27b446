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
import { loadRecording } from '../src/lib/recording/node';
import { SCENES } from '../src/lib/scenes/index';
import { readReference, readStory } from '../src/lib/server/content';
import { readLabels } from '../src/lib/server/labels';
import { createContext, type Lang } from '../src/lib/picture/context';
import { viewOf } from '../src/lib/picture/view';

const { values } = parseArgs({ options: { against: { type: 'string' } } });
const root = new URL('..', import.meta.url).pathname;
const PLACES = [0, 0.25, 0.5, 0.75, 1];
const VIEWS = { wide: viewOf(1440, 900, 'wide'), phone: viewOf(390, Math.round(844 * 0.52), 'portrait') };

const hashOf = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex').slice(0, 16);
/**
 * Typed arrays as lists, so that what a frame holds is what is hashed; numbers to a millionth of a pixel, so that sums
 * taken in another order are the same picture.
 */
const text = (frame: unknown): string =>
	JSON.stringify(frame, (_, v: unknown) => (ArrayBuffer.isView(v) ? Array.from(v as unknown as number[]) : v)).replace(
		/-?\d+\.\d{7,}(e[-+]?\d+)?|-?\d(\.\d+)?e-\d+/g,
		(n) => String(Number(Number(n).toFixed(6)) + 0)
	);

const lines: string[] = ['recording.bin', 'pictures.bin', 'objection.json', 'shower.json'].map(
	(name) => `${name} ${hashOf(readFileSync(join(root, 'src/generated', name)))}`
);
const recording = loadRecording(root);
const content = join(root, 'src/content');
const reference = readReference(content);
for (const lang of ['fr', 'en'] as Lang[]) {
	const labels = readLabels(join(content, 'figures'), lang);
	const ui = { source: '', original: '', glossary: '' };
	for (const chapter of readStory(content, { lang, reference, stats: recording.stats, up: '', ui })) {
		const { scene } = await SCENES[chapter.id]();
		for (const [i, step] of chapter.steps.entries())
			for (const [window, view] of Object.entries(VIEWS))
				for (const progress of PLACES) {
					const frame = scene(
						createContext({
							chapter: chapter.id,
							step: i + 1,
							progress,
							steps: chapter.steps.map((s) => s.name),
							view,
							lang,
							labels,
							recording,
							params: {}
						})
					);
					lines.push(`${step.id} ${progress} ${window} ${lang} ${hashOf(text(frame))}`);
				}
	}
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
