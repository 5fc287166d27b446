import { describe, expect, it } from 'vitest';
import { FPS } from '../../src/lib/camera/camera';
import { createMasks, type MaskNews, type Recomputer } from '../../src/lib/recording/masks';
import { createRecomputer, LEARN } from '../../src/lib/recording/recompute';
import { copyOf } from '../../src/lib/recording/seen';
import { SETUP } from '../../src/lib/recording/setup';
import { LEAD } from '../../src/lib/street/square';
import { createStreet } from '../../src/lib/street/street';
import { filmSource, observe } from '../../src/lib/watch';

const SEED = 7;
const FROM = 300;
const TO = 303;

/** Masks of the pipeline run from the first frame on, as the recording is made. */
function whole(): Map<number, Uint8Array> {
	const source = filmSource({
		street: createStreet({ seed: SEED }),
		takes: [{ from: -Math.round(LEAD * FPS), to: TO }]
	});
	const out = new Map<number, Uint8Array>();
	for (const { frame, layers } of observe(source, SETUP)) if (frame >= FROM) out.set(frame, copyOf(layers.mask));
	return out;
}

const overlap = (a: Uint8Array, b: Uint8Array): number => {
	let both = 0;
	let either = 0;
	for (let i = 0; i < a.length; i++) {
		both += a[i] & b[i];
		either += a[i] | b[i];
	}
	return both / either;
};

/** A recomputer that runs when it is told to. */
function byHand() {
	const tasks: (() => void)[] = [];
	const news: MaskNews[] = [];
	const runner: Recomputer = { order: () => {}, hear: () => {} };
	runner.order = createRecomputer(
		(n) => {
			news.push(n);
			runner.hear(n);
		},
		(run) => tasks.push(run)
	);
	return { runner, news, turn: () => tasks.shift()?.(), idle: () => tasks.length === 0 };
}

describe('masks made anew', () => {
	it('come near those of the whole recording, and are told of as they come', () => {
		const { runner, news, turn, idle } = byHand();
		let ready = 0;
		const masks = createMasks(
			SEED,
			() => runner,
			() => ready++
		);
		masks.request(FROM, TO);
		expect(masks.at(FROM)).toBeNull();
		let last = 0;
		while (!idle()) {
			turn();
			expect(masks.progress).toBeGreaterThanOrEqual(last);
			last = masks.progress;
		}
		expect(last).toBe(1);
		expect(ready).toBe(1);
		expect(news.length).toBe(LEARN + TO - FROM + 2);
		const truth = whole();
		const shares = [...truth].map(([frame, mask]) => overlap(mask, masks.at(frame)!.mask));
		console.log(`IoU of masks made anew with the recording's: ${shares.map((s) => s.toFixed(2)).join(', ')}`);
		expect(Math.min(...shares)).toBeGreaterThan(0.75);
		// A window already made is not made again.
		masks.request(FROM, TO);
		expect(idle()).toBe(true);
	}, 240_000);

	it('stop when they are given up, and give way to another window', () => {
		const { runner, news, turn, idle } = byHand();
		const masks = createMasks(
			SEED,
			() => runner,
			() => {}
		);
		masks.request(FROM, TO);
		turn();
		turn();
		masks.cancel();
		turn();
		expect(idle()).toBe(true);
		expect(news.every((n) => n.type === 'progress')).toBe(true);
		expect(news.length).toBe(2);
		masks.request(FROM + 1, TO);
		expect(masks.progress).toBe(0);
		expect(idle()).toBe(false);
	});

	it('are done without where nothing can run them', () => {
		const masks = createMasks(
			SEED,
			() => null,
			() => {}
		);
		masks.request(FROM, TO);
		expect(masks.at(FROM)).toBeNull();
		expect(masks.progress).toBe(1);
	});
});
