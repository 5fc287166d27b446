import { afterAll, beforeAll, describe, expect } from 'vitest';
import { EAR, inEachEngine, probe } from '../engines';
import { openHost, type Host } from '../server';

const STEPS = ['place.4', 'maraudage.3', 'regles.2', 'alerte.3', 'questions.3'];
/** Those whose marks have words; and those whose canvas has a drawing: the others are marks on plain ground. */
const WORDED = ['maraudage.3', 'regles.2', 'alerte.3'];
const DRAWN = ['place.4', 'maraudage.3', 'questions.3'];

/**
 * What browsers report when a chapter changes height once scrollama watches it: it makes its observer of sizes anew within
 * that observer's own call (lib/story/entered.ts). Nothing is lost by it, and when it happens is a matter of milliseconds.
 */
const LOOP = 'ResizeObserver loop completed with undelivered notifications.';

interface Seen {
	errors: string[];
	place: string;
	/** For each step: the words of the marks on stage, and the spread of tones in what is painted. */
	steps: Record<string, { words: string; tones: number }>;
}

/** Runs around the story: goes to some steps, and gives what is on stage. */
const LOOK = `
const seen = { errors: faults, place: '', steps: {} };
// The frame's first document is an empty one, and there is a moment between the two without any.
await until(() => page()?.documentElement?.dataset.at);
frame.contentWindow.dispatchEvent(new Event('pointerdown'));
await until(() => page().documentElement.dataset.ready === 'yes');
const stage = page().querySelector('.stage');
seen.place = stage.place;
for (const id of ${JSON.stringify(STEPS)}) {
	frame.contentWindow.location.hash = id;
	await until(() => page().documentElement.dataset.at === id);
	await wait(500);
	const { marks } = await stage.inspect();
	const words = (list) => list.flatMap((m) => (m.type === 'group' ? words(m.children) : m.type === 'text' ? [m.text] : []));
	const small = document.createElement('canvas');
	small.width = small.height = 48;
	const pen = small.getContext('2d');
	pen.drawImage(page().querySelector('.stage canvas'), 0, 0, 48, 48);
	const tones = new Set();
	const { data } = pen.getImageData(0, 0, 48, 48);
	// A plain loop: in WebKitGTK 2.50 data.forEach left the set empty in three runs of four.
	for (let i = 1; i < data.length; i += 4) tones.add(data[i] >> 3);
	seen.steps[id] = { words: words(marks).join(' | '), tones: tones.size };
}
return seen;`;

describe('the story is drawn, without a fault, in', () => {
	let host: Host;
	beforeAll(async () => {
		host = await openHost({ head: EAR });
	});
	afterAll(() => host?.close());

	inEachEngine(async (engine) => {
		const seen = await probe<Seen>(engine, host, { path: '/fr/?motion=off', script: LOOK });
		expect(seen.errors.filter((error) => error !== LOOP)).toEqual([]);
		expect(seen.place).toBe('worker');
		for (const id of DRAWN) expect(seen.steps[id].tones, id).toBeGreaterThan(4);
		// How far through a step a link leads differs by a line's height from engine to engine, and words with it.
		for (const id of WORDED) expect(seen.steps[id].words.length, id).toBeGreaterThan(40);
	}, 180_000);
});
