/**
 * `npm run generate`: makes what the site ships from the simulation, below src/generated and static/stills.
 *   recording.bin, pictures.bin, stats.json   the square of the seed through the real pipeline
 *   objection.json, shower.json               Nour's ways of saying no, and a shower, through the same pipeline
 *   learned.json                              what the neural network finds on the recorded square
 *   static/stills/LANG/STEP.webp, STEP-phone.webp   a picture of every step
 *   static/stills/first-{wide,tall,phone}.avif   the stage as it is when the page opens
 *   static/cards/LANG/CHAPTER.jpg   what a shared link shows
 *   static/figures/LANG/ID.avif, ID-phone.avif   what a figure opens with in a page of others; ID.jpg is for copying
 * Makes only what something it follows from has changed for, and says what that was: the stills of a chapter in a
 * language follow from its scene, its labels and what they import, the recording from what the sensor sees
 * (inputs.ts). `--seed N` records another square; `--force` makes all anew; `--recording` leaves the stills out.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decode, encode } from '../src/lib/recording/codec';
import { record } from '../src/lib/recording/record';
import { packPictures } from '../src/lib/recording/sensor';
import { film } from '../src/lib/scenes/droit/film';
import { loadRecording } from '../src/lib/recording/node';
import { learned } from '../src/lib/scenes/vision/learned';
import { shower } from '../src/lib/scenes/vision/shower';
import { createNetwork } from '../src/lib/vision/detect/learned/index';
import { changedIn, createInputs, FILMED, type Inputs } from './inputs';

const { values } = parseArgs({
	options: {
		seed: { type: 'string', default: '7' },
		force: { type: 'boolean', default: false },
		recording: { type: 'boolean', default: false }
	}
});
const seed = Number(values.seed);
const root = new URL('..', import.meta.url).pathname;
const out = join(root, 'src/generated');
const stills = join(root, 'static/stills');
mkdirSync(out, { recursive: true });
mkdirSync(stills, { recursive: true });

/** What everything there is was made from, by its name. */
const ledger = join(out, 'inputs.json');
const made: Record<string, Inputs> = existsSync(ledger) ? JSON.parse(readFileSync(ledger, 'utf8')) : {};

/** What the first stills look like: their packing is what takes long. */
const PIXELS = 'pixels of the first stills';

/** Why something must be made; null when it need not be. */
function reasonFor(name: string, files: string[], now: Inputs): string | null {
	if (values.force) return 'all anew';
	const changed = changedIn(made[name], now);
	if (changed.length)
		return changed.slice(0, 3).join(', ') + (changed.length > 3 ? ` and ${changed.length - 3} more` : '');
	return made[name] && files.every(existsSync) ? null : 'is not there';
}

/** Makes something where it must be, and keeps what it was made from. */
async function make(name: string, files: string[], now: Inputs, work: () => string | void | Promise<void>) {
	const reason = reasonFor(name, files, now);
	if (!reason) return;
	const started = Date.now();
	process.stdout.write(`${name} (${reason}) `);
	const said = await work();
	made[name] = now;
	writeFileSync(ledger, JSON.stringify(made));
	console.log(`${((Date.now() - started) / 1000).toFixed(1)} s${said ? `, ${said}` : ''}`);
}

const inOut = (...names: string[]) => names.map((name) => join(out, name));
const inputs = createInputs(root);
const RECORDING = ['record.ts', 'codec.ts', 'sensor.ts'].map((name) => `src/lib/recording/${name}`);
await make('recording', inOut('recording.bin', 'pictures.bin', 'stats.json'), inputs.filmed(RECORDING, seed), () => {
	const { data, kept, clean } = record(seed, () => process.stdout.write('.'));
	const bytes = encode(data);
	decode(bytes);
	writeFileSync(join(out, 'recording.bin'), bytes);
	writeFileSync(join(out, 'pictures.bin'), packPictures(kept, clean));
	writeFileSync(join(out, 'stats.json'), JSON.stringify(data.stats, null, '\t'));
	return `${bytes.length} bytes, MOTA ${data.stats.mota} %, IDF1 ${data.stats.idf1} %`;
});
for (const [name, entry, run] of [
	['objection', 'src/lib/scenes/droit/film.ts', film],
	['shower', 'src/lib/scenes/vision/shower.ts', shower]
] as const)
	await make(name, inOut(`${name}.json`), inputs.filmed([entry], seed), () =>
		writeFileSync(join(out, `${name}.json`), JSON.stringify(run(seed)))
	);
const NETWORK = 'static/network/nanodet-g.bin';
const watched = createInputs(root).filmed(['src/lib/scenes/vision/learned.ts'], seed, [...FILMED, NETWORK]);
await make('learned', inOut('learned.json'), watched, () => {
	const found = learned(loadRecording(root), createNetwork(readFileSync(join(root, NETWORK))));
	writeFileSync(join(out, 'learned.json'), JSON.stringify(found));
	return `${found.boxes.length} characters of boxes`;
});

if (!values.recording) {
	// What was filmed is an input of its own, and the story's text counts in it: both are looked at when it is there.
	const { getStory, UI } = await import('../src/lib/server/site');
	const { FIRST_STILLS, openStills, stillsOf } = await import('./stills');
	const { cardOf, figuresOf, openCards } = await import('./cards');
	const now = createInputs(root);
	const story = getStory('fr', '');
	let opened: ReturnType<typeof openStills> | undefined;
	const painter = () => (opened ??= openStills(root, stills));
	for (const lang of ['fr', 'en'] as const) {
		const files = story.flatMap(({ id, steps }) => stillsOf(lang, id, steps.length));
		for (const chapter of story) {
			const own = stillsOf(lang, chapter.id, chapter.steps.length).map((name) => join(stills, name));
			await make(`stills ${lang}/${chapter.id}`, own, now.stills(chapter, lang), async () =>
				(await painter()).paint(lang, chapter.id)
			);
		}
		for (const name of readdirSync(join(stills, lang)))
			if (!files.includes(`${lang}/${name}`)) rmSync(join(stills, lang, name));
	}
	const first = FIRST_STILLS.map((name) => join(stills, name));
	await make('first stills', first, now.stills(story[0], 'fr'), async () => {
		made[PIXELS] = await (await painter()).paintFirst(values.force ? {} : made[PIXELS]);
	});

	const own = now.files(['scripts/cards.ts', 'src/lib/embed/figures.ts']);
	let drawn: ReturnType<typeof openCards> | undefined;
	const shared = () => (drawn ??= openCards(root, join(root, 'static')));
	const at = (names: string[]) => names.map((name) => join(root, 'static', name));
	for (const lang of ['fr', 'en'] as const) {
		const { title, subtitle } = UI[lang];
		const square = { ...now.stills(story[0], lang), ...own };
		await make(`card ${lang}`, at([cardOf(lang)]), { ...square, title, subtitle }, async () =>
			(await shared()).paintStory(lang)
		);
		for (const chapter of getStory(lang, '')) {
			const { id, number } = chapter;
			const drawing = { ...now.stills(chapter, lang), ...own };
			await make(`card ${lang}/${id}`, at([cardOf(lang, id)]), { ...drawing, title: chapter.title }, async () =>
				(await shared()).paintCard(lang, id, number, chapter.title)
			);
			await make(`figures ${lang}/${id}`, at(figuresOf(lang, id)), drawing, async () =>
				(await shared()).paintFigures(lang, id)
			);
		}
	}
}
