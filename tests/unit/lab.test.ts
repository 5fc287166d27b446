import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printAddress, readAddress } from '../../src/lib/lab/address';
import type { Capture } from '../../src/lib/lab/capture';
import { DEFAULTS, INPUTS, type Choice } from '../../src/lib/lab/choice';
import { EXPERIMENTS, choiceOf } from '../../src/lib/lab/experiments';
import { fitFour, groundOf, levelCamera, wholeOf } from '../../src/lib/lab/ground';
import { readBoxes } from '../../src/lib/lab/boxes';
import { alertsCsv, readRun, runJson, tracksText, type Kept } from '../../src/lib/lab/keep';
import type { News, Order, Report } from '../../src/lib/lab/messages';
import { coneOf, plotOf } from '../../src/lib/lab/plan';
import { shares, type Row } from '../../src/lib/lab/rows';
import { openFilm } from '../../src/lib/lab/film';
import { createHurry } from '../../src/lib/lab/hurry';
import { createProjector } from '../../src/lib/lab/projector';
import { createSession } from '../../src/lib/lab/session';
import { random } from '../../src/lib/maths';
import { placeTags } from '../../src/lib/lab/tags';
import { createZones } from '../../src/lib/lab/zones';
import { boxesOf, createObserver, filmSetup } from '../../src/lib/watch';
import { getLabels } from '../../src/lib/server/site';
import { inputFor } from '../../src/lib/vision/detect/learned/index';

describe('an experiment', () => {
	it('has its question, setting, look, result and next step in both languages', () => {
		for (const lang of ['fr', 'en'] as const) {
			const { lab } = getLabels(lang);
			for (const { id } of EXPERIMENTS)
				for (const part of ['', '.set', '.look', '.then', '.found'])
					expect(lab[`experiment.${id}${part}`], `${lang} ${id}${part}`).toMatch(/\S{2}/);
		}
	});

	it('changes something when its next step is taken', () => {
		for (const e of EXPERIMENTS) {
			const before = choiceOf(e);
			expect({ ...before, ...e.then }, e.id).not.toEqual(before);
		}
	});
});

describe('an address of the lab', () => {
	const full: Choice = {
		...DEFAULTS,
		source: 'march',
		people: 120,
		weather: 'dusk',
		height: 12.5,
		machine: 'both',
		layer: 'difference',
		shadows: false,
		zones: [
			DEFAULTS.zones[0],
			[
				[0, 13],
				[0, 0]
			],
			[
				[-1.5, 2],
				[3, 2],
				[3, 6.5]
			]
		],
		rules: [
			{ kind: 'loitering', zone: 0, values: [12], meaning: 'must-move' },
			{ kind: 'line', zone: 1, values: [] },
			{ kind: 'crowd', zone: 2, values: [6, 15] },
			{ kind: 'counter-flow', zone: 0, values: [8, 180] }
		]
	};

	it('says everything that was chosen, in 200 characters', () => {
		expect(readAddress(printAddress(full))).toEqual({ choice: full, faults: [] });
		expect(printAddress(full).length).toBeLessThanOrEqual(200);
		expect(printAddress(DEFAULTS)).toBe('');
		for (const e of EXPERIMENTS) {
			expect(readAddress(printAddress(choiceOf(e))).choice, e.id).toEqual(choiceOf(e));
			expect(printAddress(choiceOf(e)).length, e.id).toBeLessThanOrEqual(200);
		}
	});

	it('is never an exception: what cannot be read is left as usual, and named', () => {
		const { choice, faults } = readAddress(
			'?seed=-4&people=many&rules=9.9.9&zones=1.2&weather=snow&ground=4*1&height='
		);
		expect(choice).toEqual(DEFAULTS);
		expect(faults.sort()).toEqual(['ground', 'height', 'people', 'rules', 'seed', 'weather', 'zones']);
		const chance = random(5);
		const signs = 'source seed people zones rules ground=&.*~-0123456789mhf4 %\u0000é';
		for (let i = 0; i < 1000; i++) {
			let query = '?';
			for (let k = 0; k < 60; k++) query += signs[Math.floor(chance() * signs.length)];
			expect(() => readAddress(printAddress(readAddress(query).choice))).not.toThrow();
		}
	});
});

describe('the picture the network looks at', () => {
	it('is as large as it is said to be', () => {
		const film = { width: 1280, height: 720 };
		const [small, usual, large] = [INPUTS.small, INPUTS.usual, INPUTS.large].map((n) => inputFor(film, n));
		expect([small, usual, large].map(({ width }) => width)).toEqual([288, 384, 576]);
		for (const lang of ['fr', 'en'] as const)
			expect(getLabels(lang).lab['input.default']).toContain(`${usual.width} × ${usual.height}`);
		const work = ({ width, height }: typeof usual) => width * height;
		expect(Math.round(work(large) / work(usual))).toBe(2);
		expect(work(small) / work(usual)).toBeLessThan(0.6);
	});
});

describe('the ground of four points', () => {
	const camera = levelCamera(5, 0.2, 640, 360);
	const ground = groundOf({ kind: 'camera', camera });
	const corners = [
		[-2, 6],
		[2, 6],
		[2, 12],
		[-2, 12]
	].map(([x, y]) => ground.toPicture(x, y));

	it('is found again from a picture of it', () => {
		const fitted = fitFour(corners, 4, 6, 640, 360);
		if (typeof fitted === 'string') throw new Error(fitted);
		const plane = groundOf(fitted.spec);
		const [x, y] = plane.toGround(...ground.toPicture(1, 9))!;
		expect(x).toBeCloseTo(1, 6);
		expect(y).toBeCloseTo(3, 6);
		expect(plane.toPicture(x, y)[0]).toBeCloseTo(ground.toPicture(1, 9)[0], 6);
		expect(plane.toGround(320, 10)).toBeNull();
	});

	it('is looked at whole where nobody says where to, as far as it is ground', () => {
		expect(wholeOf(groundOf({ kind: 'picture', width: 200 }), 200, 100)).toEqual([
			[5, 50.5],
			[95, 50.5],
			[95, 2.5],
			[5, 2.5]
		]);
		const [[, near], , [, far]] = wholeOf(ground, 640, 360);
		expect(far).toBeGreaterThan(near);
	});

	it('is refused with the reason', () => {
		expect(fitFour([corners[0], corners[2], corners[1], corners[3]], 4, 6, 640, 360)).toBe('crossed');
		expect(
			fitFour(
				[
					[0, 0],
					[100, 0.01],
					[200, 0],
					[50, 100]
				],
				4,
				6,
				640,
				360
			)
		).toMatch(/crossed|narrow/);
		expect(fitFour(corners, 0, 6, 640, 360)).toBe('sides');
	});
});

describe('the plan', () => {
	it('shows the ground a camera sees, and the camera where it is near; none without a ground', () => {
		const spec = { kind: 'camera' as const, camera: levelCamera(5, 0.2, 640, 360) };
		const ground = groundOf(spec);
		const plot = plotOf(spec, ground, 640, 360)!;
		expect(plot.near).toBeLessThan(0);
		expect(plot.depth).toBeLessThan(60);
		const cone = coneOf(ground, plot, 640, 360);
		expect(cone.length).toBeGreaterThan(20);
		for (const [, y] of cone) expect(y).toBeLessThanOrEqual(plot.near + plot.depth);
		const picture = { kind: 'picture' as const, width: 640 };
		expect(plotOf(picture, groundOf(picture), 640, 360)).toBeNull();
	});
});

const finding = {
	rule: 'loitering' as const,
	zone: '0',
	frame: 100,
	track: 3,
	value: 5.04,
	threshold: 5,
	unit: 's' as const,
	since: 37
};
const row: Row = { key: '', machine: 'motion', finding, time: 8, still: null, who: null, mark: 'nothing' };

describe('a kept run', () => {
	it('loads again with the marks its alerts had, and nothing else does', () => {
		const kept = readRun(runJson({ ...DEFAULTS, seed: 12 }, [row]))!;
		expect(kept.choice.seed).toBe(12);
		expect(Object.values(kept.marks)).toEqual(['nothing']);
		for (const text of ['', '{', 'null', '[]', '{"form":"rester-la-lab/1"}', '{"form":"x","address":""}'])
			expect(readRun(text)).toBeNull();
	});

	it('is CSV with value and threshold, and tracks that are read as boxes again', () => {
		expect(alertsCsv([row]).split('\r\n')[1]).toBe('8,100,motion,loitering,1,3,5.04,5,s,37,nothing');
		const kept: Kept[] = [
			{ frame: 7, machine: 'motion', boxes: [{ id: 1, x: 1, y: 2, w: 30, h: 60 }] },
			{ frame: 8, machine: 'learned', boxes: [{ id: 9, x: 1, y: 2, w: 30, h: 60 }] },
			{ frame: 8, machine: 'motion', boxes: [{ id: 1, x: 2, y: 2, w: 30, h: 60 }] }
		];
		expect(readBoxes(tracksText(kept, 'motion'))).toEqual({
			width: 32,
			height: 62,
			frames: [
				[1, 2, 30, 60, 1],
				[2, 2, 30, 60, 1]
			]
		});
	});

	it('gives the shares of what was marked', () => {
		expect(shares([row, { mark: 'right' }, { mark: null }, { mark: 'wrong' }, { mark: 'right' }])).toEqual({
			right: 50,
			wrong: 25,
			nothing: 25,
			n: 4
		});
		expect(shares([{ mark: null }])).toBeNull();
	});
});

describe('a file of boxes', () => {
	it('that is none names its first bad line', () => {
		expect(readBoxes('1,-1,10,20,30,60,0.9,-1,-1,-1\n2,-1,ten,20,30,60,0.9')).toEqual({ line: 2 });
		expect(readBoxes('')).toEqual({ line: 0, what: 'empty' });
		expect(readBoxes('9999999,-1,10,20,30,60,1')).toEqual({ line: 0, what: 'huge' });
	});

	it('or a run, however broken, is never an exception', () => {
		const chance = random(9);
		const pick = (n: number) => Math.floor(chance() * n);
		const whole = [
			runJson({ ...DEFAULTS, source: 'queue' }, [row, row]),
			alertsCsv([row, row]),
			Array.from({ length: 40 }, (_, i) => `${i + 1},${i % 3},${i},20,30,60,0.8,-1,-1,-1`).join('\n')
		];
		const signs = ['\0', '"', '{', ',', '\n', '1e999', '-', 'é', '9'.repeat(30), 'null', '[', '\\u'];
		for (let i = 0; i < 200; i++) {
			let text = whole[i % 3];
			for (let k = 0; k <= pick(6); k++) {
				const [from, to] = [pick(text.length), pick(text.length)];
				text = chance() < 0.5 ? text.slice(0, from) + signs[pick(signs.length)] + text.slice(from) : text.slice(0, to);
			}
			const read = readBoxes(text);
			if ('frames' in read) expect(read.frames.length).toBeGreaterThan(0);
			const run = readRun(text);
			if (run) expect(printAddress(run.choice).length).toBeLessThan(500);
		}
	});
});

describe('a zone', () => {
	const size = { width: 640, height: 360 };
	const picture = { kind: 'picture', width: 640 } as const;
	const camera = { kind: 'camera', camera: levelCamera(6, 0.2, 640, 360) } as const;

	it('of the whole picture stays the whole picture when metres become known', () => {
		const zones = createZones();
		const found = { kind: 'found' } as const;
		const percent = zones.lay(DEFAULTS.zones, picture, found, size)!;
		expect(percent).toEqual([wholeOf(groundOf(picture), 640, 360)]);
		expect(zones.lay(percent, picture, found, size)).toBeNull();
		const metres = zones.lay(percent, camera, found, size)!;
		expect(metres).toEqual([wholeOf(groundOf(camera), 640, 360)]);
		expect(metres).not.toEqual(percent);
	});

	it('that was drawn stays where it was in the picture when another ground is chosen', () => {
		const zones = createZones();
		const drawn = [[[20, 40], [60, 40], [60, 50]]] as const; // prettier-ignore
		zones.lay(drawn, picture, { kind: 'none' }, size);
		const moved = zones.lay(drawn, camera, { kind: 'height', metres: 6, horizon: 0.2 }, size)!;
		const back = moved[0].map(([x, y]) => groundOf(camera).toPicture(x, y));
		drawn[0].forEach(([x, y], i) => {
			expect(back[i][0]).toBeCloseTo(6.4 * x, 3);
			expect(back[i][1]).toBeCloseTo(6.4 * y, 3);
		});
		zones.forget();
		expect(zones.lay(drawn, camera, { kind: 'found' }, size)).toBeNull();
	});
});

describe('the tags of boxes', () => {
	const box = (id: number, x: number, y: number, alerted = false) => ({
		...{ id, x, y, w: 12, h: 40, alerted },
		words: `#${id}`
	});
	const size = { width: 320, height: 180 };

	it('lie on no other tag, within the picture; whoever is flagged has theirs first', () => {
		const crowd = Array.from({ length: 40 }, (_, k) => box(k + 1, (k * 23) % 318, (k * 7) % 150, k === 30));
		const places = placeTags(crowd, 0.5, size);
		const all = [...places.values()];
		for (const p of all) {
			expect(p.x).toBeGreaterThanOrEqual(0);
			expect(p.x + p.w).toBeLessThanOrEqual(320);
			expect(p.y).toBeGreaterThanOrEqual(0);
			expect(p.y + 8).toBeLessThanOrEqual(180);
			for (const q of all)
				if (p !== q) expect(p.x + p.w <= q.x || q.x + q.w <= p.x || p.y + 8 <= q.y || q.y + 8 <= p.y).toBe(true);
		}
		expect(all.length).toBeGreaterThan(10);
		expect(places.get(31)).toMatchObject({ x: crowd[30].x, y: crowd[30].y - 8 });
	});

	it('go under a box that has another’s tag over it, and away where that is taken too', () => {
		const places = placeTags([box(1, 50, 60), box(2, 52, 60), box(3, 54, 60)], 0.5, size);
		expect(places.get(1)!.y).toBe(52);
		expect(places.get(2)!.y).toBe(100);
		expect(places.has(3)).toBe(false);
	});
});

describe('the hurry in which a scene is learned', () => {
	it('slows down while pictures are missed, never below the film’s own pace', () => {
		const hurry = createHurry();
		expect(hurry.told(20, 2)).toBe(false);
		expect(hurry.pace).toBe(4);
		expect(hurry.told(30, 12)).toBe(true);
		expect(hurry.pace).toBe(2);
		hurry.told(40, 30);
		hurry.told(50, 60);
		expect(hurry.pace).toBe(1);
	});
});

function run(orders: Order[]): Report[] {
	const reports: Report[] = [];
	const session = createSession(
		(report) => reports.push(report),
		() => 0
	);
	for (const order of orders)
		if (order.type === 'step') session.advance();
		else session.take(order);
	return reports;
}
const seen = (reports: Report[]): News[] => reports.filter((r) => r.type === 'seen');

describe('a session', () => {
	const step: Order = { type: 'step' };

	it('films the square, finds people, scores them and asks changed rules of the past', () => {
		const choice: Choice = { ...DEFAULTS, source: 'queue', rules: [{ kind: 'loitering', zone: 0, values: [600] }] };
		const steps = Array.from({ length: 320 }, () => step);
		const reports = run([
			{ type: 'open', run: 1, choice },
			...steps,
			{ type: 'choose', choice: { ...choice, rules: [{ kind: 'loitering', zone: 0, values: [5] }] } }
		]);
		const news = seen(reports);
		expect(news).toHaveLength(320);
		expect(news.at(-1)!.by[0].boxes.length).toBeGreaterThan(3);
		expect(news.findLast((n) => n.scores)!.scores!.motion!.recall).toBeGreaterThan(0.4);
		expect(news.some((n) => n.by[0].alerts.length)).toBe(false);
		const asked = reports.filter((r) => r.type === 'asked').at(-1)!;
		expect(asked.alerts.length).toBeGreaterThan(0);
		expect(asked.alerts.some((a) => a.who)).toBe(true);
		const clocks = news.at(-1)!.by[0].boxes.filter((b) => b.limit === 600);
		expect(clocks.some((b) => b.clock > 5)).toBe(true);
	}, 180_000);

	it('learns footage before it looks, and says where feet are in hundredths when it knows no better', () => {
		const chance = random(3);
		const pictures = Array.from({ length: 60 }, (_, i): Order => {
			const rgba = new Uint8ClampedArray(160 * 96 * 4);
			for (let k = 0; k < rgba.length; k++) rgba[k] = 120 + 8 * chance();
			if (i > 30)
				for (let y = 20; y < 80; y++)
					for (let x = i; x < i + 20; x++) rgba.fill(20, 4 * (y * 160 + x), 4 * (y * 160 + x) + 3);
			return { type: 'picture', run: 1, rgba, time: i / 10 };
		});
		const format = { width: 160, height: 96, fps: 10, learn: 2 };
		const reports = run([{ type: 'open', run: 1, choice: { ...DEFAULTS, source: 'file' }, format }, ...pictures]);
		const news = seen(reports);
		expect(news[0].by[0].state).toBe('learning');
		expect(news.at(-1)!.by[0].state).not.toBe('learning');
		expect(reports.some((r) => r.type === 'ground')).toBe(true);
	});

	it('says that a picture is too small', () => {
		const format = { width: 8, height: 8, fps: 10, learn: 2 };
		const reports = run([{ type: 'open', run: 1, choice: { ...DEFAULTS, source: 'file' }, format }]);
		expect(reports).toEqual([expect.objectContaining({ type: 'failed', what: 'size' })]);
	});

	it('tracks and rules what another machine found', () => {
		const lines = Array.from({ length: 60 }, (_, i) => `${i + 1},-1,${1000 + i},400,60,150,0.9,-1,-1,-1`);
		const boxes = readBoxes(lines.join('\n'));
		if (!('frames' in boxes)) throw new Error('not read');
		const choice: Choice = {
			...DEFAULTS,
			source: 'boxes',
			rate: 10,
			zones: [
				[
					[0, 0],
					[100, 0],
					[100, 60],
					[0, 60]
				]
			],
			rules: [{ kind: 'loitering', zone: 0, values: [3] }]
		};
		const reports = run([{ type: 'open', run: 1, choice, boxes }, ...Array.from({ length: 61 }, () => step)]);
		const news = seen(reports);
		expect(news).toHaveLength(60);
		const [box] = news.at(-1)!.by[0].boxes;
		expect([box.x, box.y, box.w, box.h].map(Math.round)).toEqual(
			[1059, 400, 60, 150].map((v) => expect.closeTo(v, -1))
		);
		expect(news.flatMap((n) => n.by[0].alerts)).toEqual([expect.objectContaining({ rule: 'loitering', threshold: 3 })]);
		expect(reports.at(-1)).toEqual({ type: 'over', run: 1 });
	});

	it('has motion see beside the network what it sees alone', () => {
		const film = openFilm({ ...DEFAULTS, machine: 'both' });
		const alone = openFilm(DEFAULTS);
		expect([film.film.sensor.camera.width, film.motion.sensor.camera.width]).toEqual([640, 320]);
		expect(alone.motion).toBe(alone.film);
		const { camera } = film.film.sensor;
		const beside = createObserver(filmSetup({ camera, width: 640, height: 360, by: 2 }));
		const own = createObserver(filmSetup({ camera: alone.film.sensor.camera }));
		for (let k = 0; k < 60; k++) {
			expect(film.next() && alone.next()).toBe(true);
			const seen = boxesOf(beside.see(film.motion.rgb, film.motion.luma, film.motion.time));
			const expected = boxesOf(own.see(alone.film.rgb, alone.film.luma, alone.film.time));
			expect(seen).toEqual(expected.map(({ id, ...b }) => ({ id, x: 2 * b.x, y: 2 * b.y, w: 2 * b.w, h: 2 * b.h })));
			if (k === 59) expect(seen.length).toBeGreaterThan(5);
		}
	}, 60_000);

	it('shows every stage of motion as a picture of the size of the film, and a wider film to the network', () => {
		const stages = ['frame', 'background', 'difference', 'mask', 'blobs'] as const;
		const asked = stages.flatMap((layer): Order[] => [{ type: 'choose', choice: { ...DEFAULTS, layer } }, step]);
		for (const { layers } of seen(run([{ type: 'open', run: 1, choice: DEFAULTS }, ...asked])))
			expect([layers.motion!.width, layers.motion!.height]).toEqual([320, 180]);
		const network = readFileSync('static/network/nanodet-g.bin');
		const weights = network.buffer.slice(network.byteOffset, network.byteOffset + network.length) as ArrayBuffer;
		const choice: Choice = { ...DEFAULTS, source: 'queue', machine: 'both', layer: 'heat' };
		const reports = run([
			{ type: 'open', run: 1, choice, network: weights },
			...Array.from({ length: 34 }, () => step)
		]);
		const { by, layers } = seen(reports).at(-1)!;
		expect([layers.learned!.width, layers.learned!.height]).toEqual([640, 360]);
		// The heat is of the network alone; motion looks at what it was made for, beside it too.
		expect([layers.motion!.width, layers.motion!.height]).toEqual([320, 180]);
		expect(by.map((b) => b.machine)).toEqual(['motion', 'learned']);
		// Both find somebody: a film of another size than the setup's shows neither anything.
		for (const { boxes, machine } of by) expect(boxes.length, machine).toBeGreaterThan(2);
	}, 180_000);
});

describe('a film that breaks off', () => {
	/** A capture whose pictures and ends are told by the test. */
	function fake() {
		let shown = (_: number): void => {};
		const video = { ended: false, currentTime: 0, playbackRate: 1, play: () => Promise.resolve(), pause() {} };
		const capture = {
			video,
			live: false,
			seconds: 60,
			tracks: [],
			rewound: 0,
			watch: (watch: (time: number) => void) => void (shown = watch),
			take: () => new Uint8ClampedArray(4),
			rewind: () => void capture.rewound++,
			close() {}
		};
		const over: boolean[] = [];
		const projector = createProjector(capture as unknown as Capture, {
			show: () => projector.done(),
			over: (cut) => over.push(cut)
		});
		projector.play(true, 2);
		const event = (name: 'onended' | 'onerror') => (video as unknown as Record<string, () => void>)[name]();
		return { video, capture, over, projector, event, show: (time: number) => shown((video.currentTime = time)) };
	}

	it('is over where it breaks off, and not when word of that comes after it was begun anew', () => {
		const { video, capture, over, projector, event, show } = fake();
		show(1);
		projector.rewind();
		video.playbackRate = 1;
		event('onerror');
		event('onended');
		expect(over).toEqual([]);
		expect([capture.rewound, video.playbackRate]).toEqual([2, 2]);
		show(1);
		event('onerror');
		expect(over).toEqual([true]);
	});

	it('is over when it breaks off again before a picture is shown', () => {
		const { over, projector, event } = fake();
		projector.rewind();
		event('onerror');
		event('onerror');
		expect(over).toEqual([true]);
	});
});
