import { describe, expect, it } from 'vitest';
import { FPS, type Camera } from '../../src/lib/camera/camera';
import { createScene } from '../../src/lib/evaluation/scenes';
import { sceneSetup } from '../../src/lib/evaluation/setup';
import { random } from '../../src/lib/maths';
import { loadRecording } from '../../src/lib/recording/node';
import { CROWD, SETUP } from '../../src/lib/recording/setup';
import { createRule, type Finding, type LoiteringSetup, type RuleSetup } from '../../src/lib/rules';
import {
	boxesOf,
	createMemory,
	createObserver,
	filmSetup,
	filmSource,
	footageSetup,
	footageSource,
	observe,
	replay,
	type FrameReader,
	type Observation,
	type Setup
} from '../../src/lib/watch';

const W = 160;
const H = 120;
const FORMAT = { width: W, height: H, fps: FPS, colour: false };
/** People are 40 pixels tall with their feet at row 100. */
const CAMERA: Camera = { x: 0, y: -10, z: 4.25, sin: 0, cos: 1, f: 150, u0: W / 2, v0: 0, width: W, height: H };
const FOOT = 100;
const TALL = 40;
const WIDE = 15;

interface Shot {
	/** Left edge of somebody who walks; nobody when missing. */
	at?: number;
	shake?: number;
	light?: number;
	/** Another place: nothing in it is as bright as here. */
	elsewhere?: boolean;
}

/** Paving, noise and at most one dark walker, as a camera would push them. */
function shooting() {
	const chance = random(3);
	return ({ at = NaN, shake = 0, light = 1, elsewhere = false }: Shot) => {
		const rgb = new Uint8Array(W * H * 3);
		const luma = new Uint8Array(W * H);
		for (let v = 0, i = 0; v < H; v++)
			for (let u = 0; u < W; u++, i++) {
				const x = u - shake;
				const [column, row] = [Math.floor(x / 12), Math.floor(v / 12)];
				let level = elsewhere ? 60 + 35 * ((2 * column + row) % 5) : 110 + 40 * ((column + row) % 2);
				if (x >= at && x < at + WIDE && v >= FOOT - TALL && v < FOOT) level = 30;
				luma[i] = 16 + (level - 16 + (chance() + chance() - 1) * 8) * light;
				rgb.fill(luma[i], 3 * i, 3 * i + 3);
			}
		return { rgb, luma };
	};
}

const setupOf = (own: Partial<Setup> = {}): Setup =>
	footageSetup(FORMAT, { camera: CAMERA, footage: { by: 1, learn: 2 }, ...own });

interface Seen {
	state: string;
	epoch: number;
	frame: number;
	dx: number;
	boxes: ReturnType<typeof boxesOf>;
	x: number;
}

/** Pushes a shot a frame and notes what comes of each. */
function push(shots: Shot[], observer = createObserver(setupOf())): Seen[] {
	const shoot = shooting();
	return shots.map((shot, f) => {
		const { rgb, luma } = shoot(shot);
		const o = observer.see(rgb, luma, f / FPS);
		return { state: o.state, epoch: o.epoch, frame: o.frame, dx: o.dx, boxes: boxesOf(o), x: o.people.groundX[0] };
	});
}

const empty = (n: number): Shot[] => Array.from({ length: n }, () => ({}));
const walk = (n: number, more: (f: number) => Shot = () => ({})): Shot[] =>
	Array.from({ length: n }, (_, f) => ({ at: 5 + 1.5 * f, ...more(f) }));
/** How far from the walker a box is, pixels. */
const off = (s: Seen, shot: Shot) =>
	Math.abs(s.boxes[0].x + s.boxes[0].w / 2 - (shot.at! + WIDE / 2 + (shot.shake ?? 0)));

describe('pictures that are pushed', () => {
	it('teach the scene first, then show who walks: one box, one number, a point on the ground', () => {
		const shots = [...empty(25), ...walk(60)];
		const seen = push(shots);
		expect(seen.slice(0, 25).every((s) => s.state === 'learning' && s.boxes.length === 0)).toBe(true);
		expect(seen.slice(25).every((s) => s.state === 'watching')).toBe(true);
		const sights = seen.filter((s) => s.boxes.length === 1);
		expect(sights.length).toBeGreaterThan(40);
		expect(new Set(sights.map((s) => s.boxes[0].id)).size).toBe(1);
		for (const s of sights) {
			expect(off(s, shots[s.frame])).toBeLessThan(4);
			expect(Math.abs(s.boxes[0].y + s.boxes[0].h - FOOT)).toBeLessThan(6);
		}
		// Metres a frame: one and a half pixels of a person 40 pixels tall.
		const pace = (sights[sights.length - 1].x - sights[0].x) / (sights[sights.length - 1].frame - sights[0].frame);
		expect(pace).toBeCloseTo((1.5 * 1.7) / TALL, 2);
	});

	it('show nothing before there is a scene', () => {
		const observer = createObserver(setupOf());
		push(empty(3), observer);
		expect(() => observer.now.layers.mask).toThrow('still being learned');
		expect(observer.camera).toBeNull();
	});

	it('are evened out when the exposure jumps', () => {
		const shots = [...empty(25), ...walk(60, (f) => ({ light: f > 30 ? 1.3 : 1 }))];
		const after = push(shots).slice(25 + 34);
		expect(after.every((s) => s.state === 'watching' && s.epoch === 0)).toBe(true);
		expect(after.filter((s) => s.boxes.length === 1).length).toBeGreaterThan(0.9 * after.length);
	});

	it('are laid on one another when the camera shakes, and boxes put back where they were seen', () => {
		const shots = [...empty(25), ...walk(60, (f) => ({ shake: f > 30 && f % 2 ? 2 : 0 }))];
		const seen = push(shots).slice(25 + 34);
		for (const s of seen) expect(s.dx).toBeCloseTo(-(shots[s.frame].shake ?? 0), 0);
		expect(seen.every((s) => s.boxes.length === 1 && off(s, shots[s.frame]) < 4)).toBe(true);
	});

	it('teach the scene anew when all of it changes, and numbers go on', () => {
		const changed = { elsewhere: true };
		const shots = [...empty(25), ...walk(40), ...empty(12).map(() => changed), ...walk(40, () => changed)];
		const seen = push(shots);
		expect(seen[25 + 39].epoch).toBe(0);
		const anew = seen.slice(25 + 40).filter((s) => s.state === 'learning');
		expect(anew.length).toBe(9);
		expect(seen[seen.length - 1].epoch).toBe(1);
		const ids = (from: number, to: number) => new Set(seen.slice(from, to).flatMap((s) => s.boxes.map((b) => b.id)));
		const [before, after] = [ids(0, 65), ids(65, seen.length)];
		expect(after.size).toBeGreaterThan(0);
		expect(Math.min(...after)).toBeGreaterThan(Math.max(...before));
	});

	it('need not be made faster than they are looked at', () => {
		const wanted = (rate: number) => {
			const observer = createObserver(setupOf());
			const shoot = shooting();
			let n = 0;
			for (let f = 0; f < 2 * rate; f++) {
				if (!observer.wants(f / rate)) continue;
				const { rgb, luma } = shoot({});
				observer.see(rgb, luma, f / rate);
				n++;
			}
			return n;
		};
		expect(wanted(12.5)).toBe(25);
		expect(wanted(25)).toBe(25);
		expect(wanted(30)).toBe(25);
		expect(wanted(8)).toBe(16);
	});

	it('tell how tall people are, but no camera where all walk in one row', () => {
		const observer = createObserver(setupOf({ camera: 'calibrate', footage: { by: 1, learn: 6 } }));
		const seen = push([...walk(75), ...walk(30)], observer);
		const { sure, band } = observer.calibration!;
		expect(sure).toBe(false);
		expect(band!.tall[FOOT]).toBeGreaterThan(0.85 * TALL);
		expect(band!.tall[FOOT]).toBeLessThan(1.15 * TALL);
		expect(seen.slice(-15).every((s) => s.boxes.length === 1)).toBe(true);
		expect(seen.every((s) => !(s.x > -Infinity))).toBe(true);
	});
});

/** Shots as a file of twice the frame rate, of pixels in pairs. */
function reader(shots: Shot[]): FrameReader & { read: number } {
	const shoot = shooting();
	const frames = shots.map(shoot);
	const file = {
		width: 2 * W,
		height: 2 * H,
		fps: 2 * FPS,
		colour: false,
		frames: 2 * shots.length,
		read: 0,
		skip: () => file.read < file.frames && ++file.read > 0,
		next(rgb: Uint8Array | Uint8ClampedArray, luma: Uint8Array) {
			if (file.read === file.frames) return false;
			const frame = frames[file.read++ >> 1];
			for (let i = 0; i < luma.length; i++) {
				const at = (Math.floor(i / (2 * W)) >> 1) * W + ((i % (2 * W)) >> 1);
				luma[i] = frame.luma[at];
				rgb.fill(luma[i], 3 * i, 3 * i + 3);
			}
			return true;
		},
		rewind: () => void (file.read = 0)
	};
	return file;
}

describe('footage from a file', () => {
	it('is known beforehand, averaged down, and looked at every second frame', () => {
		const shots = [...walk(40), ...empty(20)];
		const file = reader(shots);
		const camera = { ...CAMERA, f: 2 * CAMERA.f, u0: 2 * CAMERA.u0, width: 2 * W, height: 2 * H };
		const setup = footageSetup(file, { camera, footage: { by: 2, learn: 120 } });
		expect(setup.fps).toBe(FPS);
		let last = -1;
		let found = 0;
		for (const o of observe(footageSource(file, setup), setup)) {
			expect(o.state).toBe('watching');
			expect(o.frame).toBe(++last);
			expect(o.time).toBeCloseTo(last / FPS, 9);
			for (const b of boxesOf(o)) {
				found++;
				// In the file's own pixels.
				expect(Math.abs(b.x + b.w / 2 - 2 * (shots[o.frame].at! + WIDE / 2))).toBeLessThan(8);
				expect(Math.abs(b.h - 2 * TALL)).toBeLessThan(20);
			}
		}
		expect(last).toBe(shots.length - 1);
		expect(found).toBeGreaterThan(30);
	});

	it('is of a size that can be looked at', () => {
		expect(() => footageSetup({ ...FORMAT, width: 8 })).toThrow('8 × 120 is too small');
		expect(footageSetup({ ...FORMAT, width: 1920, height: 1080 }).footage!.by).toBe(5);
		expect(footageSetup(FORMAT, { detector: { kind: 'motion' } }).detector.shadows).toBe(false);
	});
});

describe('a setup', () => {
	it('is plain data', () => {
		for (const setup of [SETUP, sceneSetup('loitering'), setupOf()])
			expect(JSON.parse(JSON.stringify(setup))).toEqual(setup);
	});

	it('is refused when it cannot be', () => {
		expect(() => createObserver(filmSetup({ camera: 'calibrate' }))).toThrow(RangeError);
		expect(() => createObserver(filmSetup({ rules: [CROWD] }))).toThrow('no zone "tram"');
		expect(() => createObserver(filmSetup()).rule(CROWD)).toThrow(RangeError);
		expect(() => createRule({ kind: 'line', line: 'door' }, filmSetup())).toThrow('no line "door"');
	});
});

describe('a film', () => {
	const scene = createScene({ agents: 14, seed: 102, seconds: 16, matter: 'loitering' });
	const CARRY = { seconds: 10, metres: 4, colour: 6 };
	const wait = (seconds: number): LoiteringSetup => ({ kind: 'loitering', zone: 'loitering', seconds, carry: CARRY });
	const rules: RuleSetup[] = [
		wait(5),
		{ kind: 'crowd', zone: 'flow', threshold: 4, seconds: 3 },
		{ kind: 'crowd', zone: 'loitering', threshold: 0.02, density: true, seconds: 1 },
		{ kind: 'counter-flow', zone: 'flow', direction: [1, 0], metres: 3 },
		{ kind: 'line', line: 'line' },
		{ kind: 'abandoned', zone: 'abandoned', seconds: 2 },
		{ kind: 'intrusion', zone: 'intrusion' }
	];
	const setup: Setup = { ...sceneSetup(), rules };
	const memory = createMemory(setup, { clothes: true });
	const said: Finding[] = [];
	const source = filmSource({ street: scene, takes: [{ from: -160, to: 199 }] });
	const observer = createObserver(setup);
	const clocks: number[] = [];
	let difference = 0;
	let frames = 0;
	for (const o of observe(source, setup, observer)) {
		frames++;
		memory.keep(o);
		said.push(...o.alerts);
		const first = observer.rule(rules[0] as LoiteringSetup);
		for (let i = 0; i < o.people.count; i++) clocks.push(first.dwell(o.people.id[i]));
		difference = Math.max(difference, layersDisagree(o));
	}

	/** Pixels in which layers contradict one another. */
	function layersDisagree({ layers }: Observation): number {
		if (observer.now.frame % 100) return 0;
		const { luma, background, difference, mask, labels, raw, colour } = layers;
		let n = colour.length === 3 * luma.length ? 0 : 1;
		for (let i = 0; i < luma.length; i++) {
			if (difference[i] !== Math.abs(luma[i] - background[i])) n++;
			if (mask[i] > 1 || (labels[i] > 0 && !mask[i]) || (raw[i] !== 0 && raw[i] !== 255)) n++;
		}
		return n;
	}

	it('is seen frame by frame, in layers that belong together', () => {
		expect(frames).toBe(360);
		expect([memory.from, memory.to]).toEqual([-160, 200]);
		expect(difference).toBe(0);
	});

	it('asked of afterwards, says what the live rules said, with all they rest on', () => {
		const again = rules.flatMap((rule) => replay(memory, rule).alerts);
		const order = (all: Finding[]) => [...all].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
		expect(order(again)).toEqual(order(said));
		expect(new Set(said.map((a) => a.rule)).size).toBeGreaterThanOrEqual(4);
		expect(said.some((a) => a.rule === 'loitering')).toBe(true);
	});

	it('has the clocks that ran, and other thresholds give other alerts', () => {
		const { clock, stays, alerts } = replay(memory, wait(5));
		const then: number[] = [];
		for (let f = memory.from; f < memory.to; f++) {
			const people = memory.peopleAt(f);
			for (let i = 0; i < people.count; i++) then.push(clock(people.id[i], f));
		}
		expect(then).toEqual(clocks.map(Math.fround));
		expect(Math.max(...stays.map((s) => s.seconds))).toBeCloseTo(Math.max(...then), 4);
		const later = replay(memory, wait(9)).alerts;
		expect(later.length).toBeLessThan(alerts.length);
		expect(replay(memory, wait(1)).alerts.length).toBeGreaterThan(alerts.length);
	});

	it('can be asked of a part, and of one person alone', () => {
		const [first] = replay(memory, wait(5)).alerts;
		expect(replay(memory, wait(5), { to: first.frame }).alerts).toEqual([]);
		expect(replay(memory, wait(5), { track: first.track }).alerts.every((a) => a.track === first.track)).toBe(true);
		expect(replay(memory, wait(5), { from: first.since + 20, track: first.track }).alerts[0]?.frame).not.toBe(
			first.frame
		);
	});

	it('has what a crowd rule counted, and the stretches it held in', () => {
		const rule = { kind: 'crowd', zone: 'flow', threshold: 4, seconds: 3 } as const;
		const { values, stretches, alerts } = replay(memory, rule);
		expect(values.length).toBe(360);
		expect(stretches.map((s) => [s.from, s.alert])).toEqual(alerts.map((a) => [a.since, a.frame]));
		for (const { from, alert, to } of stretches) {
			expect(alert - from).toBeGreaterThanOrEqual(3 * FPS);
			expect(to).toBeGreaterThanOrEqual(alert);
			expect(values[to + 160]).toBeGreaterThanOrEqual(4);
			if (to < 199) expect(values[to + 161]).toBeLessThan(4);
		}
	});
});

describe('the recording', () => {
	const recording = loadRecording('.');

	it('carries the setup it was made with, and says nearly what the live rules said', () => {
		expect(recording.setup.rules).toEqual(SETUP.rules);
		for (const rule of SETUP.rules) {
			if (rule.kind !== 'loitering') continue;
			const live = recording.alerts.filter((a) => a.preset === rule.preset && a.frame >= 0);
			const again = replay(recording, rule).alerts.filter((a) => a.frame >= 0);
			// Boxes are kept to half a pixel: who stands on the edge of a zone may be on its other side.
			const same = live.filter((a) => again.some((b) => b.track === a.track && Math.abs(b.frame - a.frame) <= FPS));
			expect(same.length, rule.preset).toBeGreaterThanOrEqual(0.8 * live.length);
			expect(again.length, rule.preset).toBeLessThanOrEqual(live.length * 1.2);
		}
		expect(replay(recording, CROWD).alerts.map((a) => a.frame)).toEqual(
			recording.alerts.filter((a) => a.rule === 'crowd').map((a) => a.frame)
		);
	});

	it('has the clocks of its own rule', () => {
		const { clock, stays } = replay(recording, { kind: 'loitering', zone: 'place', seconds: 30 });
		expect(recording.stays('place').map(({ person: _, ...s }) => s)).toEqual(stays);
		const long = stays.reduce((a, b) => (b.seconds > a.seconds ? b : a));
		expect(recording.dwell(long.track, long.to)).toBe(clock(long.track, long.to));
		expect(() => recording.dwell(long.track, long.to, 'nowhere')).toThrow('no zone "nowhere"');
	});
});
