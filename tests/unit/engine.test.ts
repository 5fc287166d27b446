import { createCanvas, Path2D as NodePath } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { fixedAt, followChannel, followKeys } from '../../src/lib/story/drivers';
import { createTimeline } from '../../src/lib/story/timeline';
import { assetsFromDisk } from '../../src/lib/stage/assets.node';
import { createEngine } from '../../src/lib/stage/engine';
import type { Message, Picture, Reply } from '../../src/lib/stage/messages';
import type { Environment, StagePen } from '../../src/lib/stage/paint';
import { viewOf } from '../../src/lib/picture/view';
import { frameAt, names, recording as known } from '../kit';

/** An engine in Node: the same code as in a worker, with files from the disk. */
function start() {
	const replies: Reply[] = [];
	const canvas = createCanvas(8, 8);
	const engine = createEngine({
		screen: {
			resize(width, height) {
				canvas.width = width;
				canvas.height = height;
				return canvas.getContext('2d') as unknown as StagePen;
			},
			take: () => undefined
		},
		reply: (r) => replies.push(r),
		createEnvironment: (recording): Environment => ({
			street: recording().street,
			createSurface(width, height) {
				const surface = createCanvas(width, height);
				return {
					canvas: surface as unknown as CanvasImageSource,
					pen: surface.getContext('2d') as unknown as StagePen
				};
			},
			createPath: (d) => new NodePath(d) as unknown as Path2D,
			sensor: () => null
		})
	});
	const until = async (type: Reply['type']): Promise<Reply> => {
		for (;;) {
			const found = replies.find((r) => r.type === type);
			if (found) return found;
			await new Promise((r) => setTimeout(r, 5));
		}
	};
	const show = (message: Partial<Extract<Message, { type: 'show' }>['wanted']>): Picture => {
		replies.length = 0;
		engine({
			type: 'show',
			wanted: {
				chapter: 'maraudage',
				step: 3,
				progress: 0.5,
				steps: names.maraudage,
				view: viewOf(1440, 900, 'wide'),
				life: 0,
				params: {},
				ratio: 0.2,
				moving: false,
				...message
			}
		});
		return (replies.find((r) => r.type === 'picture') as Extract<Reply, { type: 'picture' }>).picture;
	};
	const said = () => replies.filter((r) => r.type === 'reads');
	return { engine, until, show, said, replies };
}

describe('the stage’s engine', () => {
	it('says what a picture lacks, shows nothing inferred meanwhile, and then the whole', async () => {
		const { engine, until, show, said, replies } = start();
		engine({ type: 'start', lang: 'fr', seed: known.seed, name: 't' });
		expect(show({})).toMatchObject({ place: null, lacks: 'scene' });
		const assets = assetsFromDisk('.', 'fr');
		engine({ type: 'prepare', chapter: 'maraudage' });
		engine({ type: 'labels', chapter: 'maraudage', labels: await assets.labels('maraudage', 0) });
		await until('prepared');
		const before = show({});
		expect(before).toMatchObject({ place: { chapter: 'maraudage', step: 3 }, lacks: 'recording', patches: [] });
		expect(before.painted).toBe(true);
		expect(said(), 'no number before the recording').toEqual([]);

		// A recording cut short is said to be lost, and changes nothing.
		const files = await assets.recording(0);
		engine({ type: 'recording', files: { ...files, recording: files.recording.subarray(0, 30_000) } });
		expect(await until('lost')).toMatchObject({ what: 'recording' });
		expect(show({}).lacks).toBe('recording');
		replies.length = 0;
		engine({ type: 'recording', files });
		await until('recorded');
		// Told by itself, so that words have their length before anybody comes there; and not again for the same values.
		await until('reads');
		const whole = show({});
		expect(whole).toMatchObject({ place: { chapter: 'maraudage', step: 3 }, lacks: null });
		expect(whole.patches.length).toBeGreaterThan(20);
		expect(said()).toEqual([]);
		engine({ type: 'inspect' });
		const { frame } = (await until('inspected')) as Extract<Reply, { type: 'inspected' }>;
		expect(frame).toEqual(frameAt({ chapter: 'maraudage', step: 3, progress: 0.5, window: [1440, 900] }));
	});

	it('needs no recording for what rests on none', async () => {
		const { engine, until, show } = start();
		engine({ type: 'start', lang: 'en', seed: known.seed, name: 't' });
		const assets = assetsFromDisk('.', 'en');
		engine({ type: 'labels', chapter: 'place', labels: await assets.labels('place', 0) });
		engine({ type: 'prepare', chapter: 'place' });
		await until('prepared');
		expect(show({ chapter: 'place', step: 1, steps: names.place })).toMatchObject({ lacks: null });
	});

	it('says that a canvas cannot be had', async () => {
		const replies: Reply[] = [];
		const engine = createEngine({
			screen: { resize: () => null, take: () => undefined },
			reply: (r) => replies.push(r),
			createEnvironment: (recording) => ({
				street: recording().street,
				createSurface: () => null as never,
				createPath: () => null as never,
				sensor: () => null
			})
		});
		engine({ type: 'start', lang: 'en', seed: known.seed, name: 't' });
		engine({ type: 'labels', chapter: 'place', labels: await assetsFromDisk('.', 'en').labels('place', 0) });
		engine({ type: 'prepare', chapter: 'place' });
		while (!replies.some((r) => r.type === 'prepared')) await new Promise((r) => setTimeout(r, 5));
		engine({
			type: 'show',
			wanted: {
				...{ chapter: 'place', step: 1, progress: 0.5, steps: names.place, view: viewOf(1440, 900, 'wide') },
				...{ life: 0, params: {}, ratio: 1, moving: false }
			}
		});
		expect(replies.at(-1)).toMatchObject({ type: 'picture', picture: { place: null, lacks: 'canvas' } });
	});
});

describe('drivers', () => {
	const timeline = createTimeline([
		{ id: 'a', title: 'A', short: 'A', path5: true, words: 10, steps: ['one', 'two'] },
		{ id: 'b', title: 'B', short: 'B', path5: true, words: 10, steps: ['one', 'two', 'three'] }
	]);

	it('hear another window, and nothing that is not a position of the story', () => {
		const there = new EventTarget() as EventTarget & { postMessage(data: unknown): void };
		there.postMessage = (data) => there.dispatchEvent(new MessageEvent('message', { data }));
		const heard: unknown[] = [];
		const line = followChannel(there as never, timeline, (p) => heard.push(p));
		line.say({ index: 3, progress: 0.4 });
		for (const bad of [null, 7, 'b.1', { type: 'position' }, { type: 'position', step: 'c.1', progress: 0 }])
			there.postMessage(bad);
		there.postMessage({ type: 'position', step: 'b.1', progress: 3 });
		there.postMessage({ type: 'position', step: 'b.1', progress: 'x' });
		expect(heard).toEqual([{ index: 3, progress: 0.4 }]);
		line.end();
		line.say({ index: 1, progress: 0 });
		expect(heard).toHaveLength(1);
	});

	it('hear the keys they are given, with Alt where the page scrolls', () => {
		const target = new EventTarget();
		const press = (key: string, more: object = {}) =>
			target.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), { key, altKey: false, ...more }));
		const steps: number[] = [];
		const end = followKeys({ next: ['ArrowDown'], previous: ['ArrowUp'], alt: true }, (by) => steps.push(by), target);
		press('ArrowDown');
		press('ArrowDown', { altKey: true });
		press('ArrowDown', { altKey: true, ctrlKey: true });
		expect(press('ArrowUp', { altKey: true }), 'the browser is not left the key').toBe(false);
		end();
		press('ArrowUp', { altKey: true });
		expect(steps).toEqual([1, -1]);
	});

	it('stay at a fixed place of the story, or say that there is none', () => {
		expect(fixedAt(timeline, 'b.2')).toEqual({ index: 3, progress: 0.62 });
		expect(fixedAt(timeline, 'b.9')).toEqual({ index: 4, progress: 0.62 });
		expect(fixedAt(timeline, 'z.1')).toBeNull();
	});
});
