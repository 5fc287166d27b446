import { describe, expect, it } from 'vitest';
import { keepTrying } from '../../src/lib/stage/again';
import type { Assets } from '../../src/lib/stage/assets';
import { assetsInlined } from '../../src/lib/stage/assets.inlined';
import type { Host } from '../../src/lib/stage/host';
import { createLink } from '../../src/lib/stage/link';
import type { Message, Reply } from '../../src/lib/stage/messages';
import { createStandIn, type StageState } from '../../src/lib/stage/stand-in';
import { createSupplies } from '../../src/lib/stage/supplies';

const turns = async (n = 12) => {
	for (let i = 0; i < n; i++) await Promise.resolve();
};

describe('what cannot be had is tried for again', () => {
	it('after ever longer times, at once when asked to, and never after it was had', async () => {
		const waits: { run: () => void; seconds: number }[] = [];
		let good = false;
		const attempts: number[] = [];
		const trying = keepTrying(
			async (attempt) => {
				attempts.push(attempt);
				if (!good) throw new Error('no');
			},
			() => {},
			(run, seconds) => {
				waits.push({ run, seconds });
				return () => {};
			}
		);
		for (let i = 0; i < 7; i++) {
			await turns();
			waits.at(-1)?.run();
		}
		await turns();
		expect(waits.map((w) => w.seconds)).toEqual([1, 3, 9, 27, 60, 60, 60, 60]);
		good = true;
		trying.now();
		await turns();
		trying.now();
		waits.at(-1)?.run();
		await turns();
		expect(attempts).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
	});
});

/** Assets that fail as often as `failures` says, per call. */
function flaky(failures: Record<string, number>): Assets & { attempts: string[] } {
	const attempts: string[] = [];
	const give = async <T>(name: string, attempt: number, value: T): Promise<T> => {
		attempts.push(`${name} ${attempt}`);
		if ((failures[name] ?? 0) > attempt) throw new Error(`no ${name}`);
		return value;
	};
	return {
		attempts,
		labels: (chapter, attempt) => give(`labels ${chapter}`, attempt, { key: chapter }),
		recording: (attempt) => give('recording', attempt, { recording: new Uint8Array(1), pictures: new Uint8Array(1) }),
		faces: async () => null,
		still: (step, upright) => `${step}${upright ? '-phone' : ''}`
	};
}

describe('a stage’s supplies', () => {
	it('say what is lost, heal when asked again, and give labels when the engine has both', async () => {
		const assets = flaky({ 'labels camera': 1, recording: 2 });
		const told: Message[] = [];
		let missed = 0;
		const supplies = createSupplies(
			assets,
			(m) => {
				told.push(m);
				if (m.type === 'prepare') queueMicrotask(() => supplies.hear({ type: 'prepared', chapter: m.chapter }));
			},
			() => missed++
		);
		const labels = supplies.prepare('camera');
		expect(supplies.prepare('camera')).not.toBe(undefined);
		await turns();
		expect(supplies.isLost('labels', 'camera')).toBe(true);
		expect(supplies.isLost('labels', 'place')).toBe(false);
		expect(supplies.isLost('scene', 'camera')).toBe(false);
		supplies.again();
		expect(await labels).toEqual({ key: 'camera' });
		expect(supplies.isLost('labels', 'camera')).toBe(false);
		expect(assets.attempts.filter((a) => a === 'labels camera 0')).toHaveLength(1);

		let open = false;
		void supplies.record().then(() => (open = true));
		await turns();
		expect(supplies.isLost('recording', 'camera')).toBe(true);
		supplies.again();
		await turns();
		supplies.again();
		await turns();
		// The files came at last; a spoilt one is told by the engine, and is asked for again, past any memory of it.
		supplies.hear({ type: 'lost', what: 'recording', error: 'cut short' });
		await turns();
		expect(open).toBe(false);
		expect(supplies.isLost('recording', 'camera')).toBe(true);
		supplies.again();
		await turns();
		supplies.hear({ type: 'recorded' });
		await turns();
		expect(open).toBe(true);
		expect(supplies.isLost('recording', 'camera')).toBe(false);
		expect(assets.attempts.filter((a) => a.startsWith('recording'))).toEqual([
			'recording 0',
			'recording 1',
			'recording 2',
			'recording 3'
		]);
		expect(missed).toBe(4);
		supplies.stop();
	});
});

describe('the line to an engine', () => {
	it('tells the next engine what lasts, the newest of each kind, and hears no dead one', async () => {
		const engines: { told: Message[]; say: (reply: Reply) => void; stopped: boolean }[] = [];
		let refuse = 1;
		const heard: Reply[] = [];
		const running: boolean[] = [];
		const link = createLink(
			async (say) => {
				if (refuse-- > 0) throw new Error('refused');
				const engine = { told: [] as Message[], say, stopped: false };
				engines.push(engine);
				const host: Host = {
					tell: (m) => engine.told.push(m),
					put: () => {},
					place: 'worker',
					stop: () => (engine.stopped = true)
				};
				return host;
			},
			(reply) => heard.push(reply),
			(there) => running.push(there)
		);
		link.tell({ type: 'start', lang: 'fr', seed: 7, name: 's' }, true);
		link.tell({ type: 'labels', chapter: 'place', labels: { a: '1' } }, true);
		link.tell({ type: 'labels', chapter: 'place', labels: { a: '2' } }, true);
		link.tell({ type: 'describe' });
		await turns();
		expect(link.lost).toBe(true);
		link.again();
		await turns();
		expect(link.lost).toBe(false);
		expect(engines[0].told.map((m) => m.type)).toEqual(['start', 'labels']);
		expect(engines[0].told[1]).toMatchObject({ labels: { a: '2' } });
		link.replace();
		await turns();
		expect(engines[0].stopped).toBe(true);
		expect(engines[1].told).toEqual(engines[0].told);
		engines[0].say({ type: 'recorded' });
		expect(heard).toEqual([]);
		engines[1].say({ type: 'recorded' });
		expect(heard).toHaveLength(1);
		expect(running).toEqual([false, true, true]);
		link.stop();
		expect(engines[1].stopped).toBe(true);
	});
});

describe('a still that stands in', () => {
	const view = { width: 1440, height: 900, portrait: false, free: { x: 0, y: 0, w: 1, h: 1 } };
	function setUp(early = false) {
		const states: StageState[] = [];
		const stills: string[] = [];
		const sheets = { still: (address: string) => stills.push(address) } as never;
		const standIn = createStandIn(sheets, flaky({}), (s) => states.push(s), early);
		return { states, stills, standIn };
	}

	it('comes at once where it is known why, and goes when the picture is whole', () => {
		const { states, stills, standIn } = setUp();
		const at = { chapter: 'camera', step: 2 };
		standIn.moved(at);
		standIn.less(at, view as never, 'labels');
		expect(stills).toEqual(['camera.2']);
		expect(states.at(-1)).toEqual({ live: null, lost: 'labels' });
		// While it is tried again, nothing is known of it.
		standIn.less(at, view as never, null);
		expect(states.at(-1)).toEqual({ live: null, lost: 'labels' });
		standIn.whole(at);
		expect(stills).toEqual(['camera.2', 'camera.2', '']);
		expect(states.at(-1)).toEqual({ live: 'camera.2', lost: null });
		standIn.moved({ chapter: 'camera', step: 3 });
		expect(states.at(-1)).toEqual({ live: null, lost: null });
		standIn.stop();
	});

	it('comes at once to who was led here, nothing being lost, and only until the first whole picture', () => {
		const { states, stills, standIn } = setUp(true);
		const at = { chapter: 'camera', step: 2 };
		standIn.less(at, view as never, null);
		expect(stills).toEqual(['camera.2']);
		standIn.whole(at);
		standIn.less({ chapter: 'camera', step: 3 }, view as never, null);
		expect(stills).toEqual(['camera.2', '']);
		expect(states.filter(({ lost }) => lost)).toEqual([]);
		standIn.stop();
	});

	it('comes when a picture is late, and is upright on an upright stage', async () => {
		const { vi } = await import('vitest');
		vi.useFakeTimers();
		const { states, stills, standIn } = setUp();
		const at = { chapter: 'camera', step: 2 };
		standIn.less(at, { ...view, width: 390, height: 440 } as never, null);
		vi.advanceTimersByTime(3900);
		expect(stills).toEqual([]);
		vi.advanceTimersByTime(200);
		expect(stills).toEqual(['camera.2-phone']);
		expect(states.at(-1)).toEqual({ live: null, lost: 'slow' });
		vi.useRealTimers();
	});
});

describe('a page that is one file', () => {
	it('gives what it carries, and says what it lacks or carries spoilt', async () => {
		const labels = { common: { a: 'b' }, camera: { c: 'd' } };
		const assets = assetsInlined({ labels, recording: btoa('ab'), pictures: '*' });
		expect(await assets.labels('place', 0)).toEqual({ a: 'b' });
		expect(await assets.labels('camera', 0)).toEqual({ a: 'b', c: 'd' });
		await expect(assetsInlined({ labels: {}, recording: '', pictures: '' }).labels('place', 0)).rejects.toThrow('none');
		await expect(assets.recording(0)).rejects.toThrow('pictures: what the page carries is not base64');
		expect(assets.still('place.1', false)).toBe('');
	});
});
