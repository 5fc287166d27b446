import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it, vi, beforeEach, afterEach } from 'vitest';
import { assetsFromDisk } from '../../src/lib/stage/assets.node';
import { readNotes } from '../../src/lib/server/notes';
import { CONTENT, getStats, getStory } from '../../src/lib/server/site';
import { showPage } from '../../src/lib/server/show';
import { printOptions, readOptions, USUAL } from '../../src/lib/show/address';
import { qrOf } from '../../src/lib/show/build/qr';
import { ARMED, createHold, HELD } from '../../src/lib/show/hold';
import { commandOf, followCommands, KEYS, type Command } from '../../src/lib/show/keys';
import { createKiosk } from '../../src/lib/show/kiosk';
import { openLine } from '../../src/lib/show/line';
import { createPlayer, journey, type Clock } from '../../src/lib/show/player';
import { indexOf, placeOf, sequenceOf, type ShowChapter } from '../../src/lib/show/sequence';
import { begin, isLater, readSaid, type Said } from '../../src/lib/show/shared';
import {
	elapsed,
	hold,
	left,
	pause,
	printTime,
	release,
	setMinutes,
	start,
	timerOf,
	type Timer
} from '../../src/lib/show/timer';
import { ratioOfShow, viewOfShow, zoomOf } from '../../src/lib/show/view';

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
	commandOf({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more });

/** A clock that is put on by hand. */
function handClock() {
	let now = 0;
	let waiting: (() => void)[] = [];
	const clock: Clock = {
		now: () => now,
		next(then) {
			waiting.push(then);
			return () => (waiting = waiting.filter((other) => other !== then));
		}
	};
	const pass = (ms: number, by = 20) => {
		for (let t = 0; t < ms; t += by) {
			now += by;
			const due = waiting;
			waiting = [];
			for (const then of due) then();
		}
	};
	return { clock, pass };
}

const chapter = (number: number, names: string[], more: Partial<ShowChapter['steps'][0]> = {}): ShowChapter => ({
	id: `c${number}`,
	number,
	title: `C${number}`,
	short: `C${number}`,
	steps: names.map((name) => ({ name, rest: 0.6, title: name, line: name, alt: name, ask: ['a', 'b'], ...more }))
});
const CHAPTERS = [chapter(0, ['a', 'b', 'c']), chapter(1, ['d', 'e']), chapter(2, ['f', 'g'])];

describe('keys', () => {
	const EXPECTED: [string, Partial<KeyboardEvent>, Command][] = [
		['ArrowRight', {}, 'next'],
		['ArrowDown', {}, 'next'],
		[' ', {}, 'next'],
		['PageDown', {}, 'next'],
		['n', {}, 'next'],
		['ArrowLeft', {}, 'previous'],
		['ArrowUp', {}, 'previous'],
		['PageUp', {}, 'previous'],
		['p', {}, 'previous'],
		[' ', { shiftKey: true }, 'previous'],
		['Home', {}, 'first'],
		['End', {}, 'last'],
		['g', {}, 'jump'],
		['o', {}, 'overview'],
		['b', {}, 'black'],
		['.', {}, 'black'],
		['B', { shiftKey: true }, 'black'],
		['+', { shiftKey: true }, 'larger'],
		['=', {}, 'larger'],
		['-', {}, 'smaller'],
		['c', {}, 'contrast'],
		['f', {}, 'fullscreen'],
		['s', {}, 'speaker'],
		['t', {}, 'task'],
		['?', { shiftKey: true }, 'help'],
		['Escape', {}, 'close']
	];
	it.each(EXPECTED)('%j %j asks for %s', (key, more, command) => expect(press(key, more)).toBe(command));

	it('lists ten, and says each in both languages', () => {
		expect(KEYS).toHaveLength(10);
		for (const lang of ['fr', 'en'] as const) {
			const { say } = showPage(lang, '../');
			for (const { does, commands } of KEYS) {
				expect(say[`keys.${does}`], does).toBeTruthy();
				expect(say[`does.${does}`], does).toBeTruthy();
				for (const command of Object.keys(commands)) {
					// Ends and jump have no button.
					if (!['first', 'last', 'jump'].includes(command)) expect(say[`do.${command}`], command).toBeTruthy();
				}
			}
		}
	});

	it('takes digits for a jump, leaves what the browser wants, and can be without letters', () => {
		expect(press('7')).toBe(7);
		for (const key of ['ctrlKey', 'altKey', 'metaKey']) expect(press('f', { [key]: true })).toBeNull();
		for (const key of ['q', 'Enter', 'Tab', 'F5']) expect(press(key)).toBeNull();
		const silent = (key: string) =>
			commandOf({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }, false);
		expect(['b', '.', '3', '?', '+'].map(silent)).toEqual([null, null, null, null, null]);
		expect(['PageDown', 'Escape', ' '].map(silent)).toEqual(['next', 'close', 'next']);
	});

	it('leaves a writer and whoever stands on a button their keys, and repeats steps alone', () => {
		const target = new EventTarget();
		const run = vi.fn();
		const end = followCommands(run, () => true, target);
		const send = (key: string, on: string | null, repeat = false) => {
			const event = Object.assign(new Event('keydown', { cancelable: true }), {
				key,
				repeat,
				shiftKey: false,
				ctrlKey: false,
				altKey: false,
				metaKey: false
			});
			const element = { closest: (selector: string) => (on && selector.includes(on) ? {} : null) };
			Object.defineProperty(event, 'target', { value: element });
			target.dispatchEvent(event);
			return event.defaultPrevented;
		};
		expect(send('b', 'textarea')).toBe(false);
		expect(send(' ', 'button')).toBe(false);
		expect(run).not.toHaveBeenCalled();
		expect(send('ArrowRight', 'button')).toBe(true);
		expect(send('Escape', 'input')).toBe(true);
		send('PageDown', null, true);
		send('b', null, true);
		expect(run.mock.calls.map(([asked]) => asked)).toEqual(['next', 'close', 'next']);
		end();
		send('ArrowRight', null);
		expect(run).toHaveBeenCalledTimes(3);
	});
});

describe('a sequence', () => {
	it('is the whole story, or the chapters that were chosen', () => {
		expect(sequenceOf(CHAPTERS).map(({ id }) => id)).toEqual(['c0.1', 'c0.2', 'c0.3', 'c1.1', 'c1.2', 'c2.1', 'c2.2']);
		const some = sequenceOf(CHAPTERS, [0, 2]);
		expect(some.map(({ id, place }) => [id, place])).toEqual([
			['c0.1', 0],
			['c0.2', 1],
			['c0.3', 2],
			['c2.1', 5],
			['c2.2', 6]
		]);
		expect([indexOf(some, 'c2.1'), indexOf(some, 'c2'), indexOf(some, 'c1.1')]).toEqual([3, 3, -1]);
		// Single steps beside whole chapters; where the story has none of them, all of it.
		expect(sequenceOf(CHAPTERS, [1], ['0.2', '2.1', '9.1']).map(({ id }) => id)).toEqual([
			'c0.2',
			'c1.1',
			'c1.2',
			'c2.1'
		]);
		expect(sequenceOf(CHAPTERS, [], ['0.9'])).toHaveLength(7);
		expect(placeOf(some, { index: 4, progress: 0.3 })).toEqual({
			chapter: 'c2',
			step: 2,
			progress: 0.3,
			steps: ['f', 'g']
		});
	});

	it('has the steps of the scrolled story, in both languages', () => {
		const ids = (lang: 'fr' | 'en') => sequenceOf(showPage(lang, '../').data.chapters).map(({ id }) => id);
		expect(ids('fr')).toEqual(ids('en'));
		expect(ids('fr')).toEqual(getStory('fr', '').flatMap(({ steps }) => steps.map(({ id }) => id)));
	});
});

describe('an address', () => {
	it('keeps what was chosen', () =>
		fc.assert(
			fc.property(
				fc.record({
					chapters: fc.uniqueArray(fc.integer({ min: 0, max: 13 })).map((c) => c.sort((a, b) => a - b)),
					steps: fc
						.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 11 })), {
							selector: String
						})
						.map((all) => all.sort(([a, i], [b, j]) => a - b || i - j).map((step) => step.join('.'))),
					line: fc.boolean(),
					projector: fc.boolean(),
					mirror: fc.boolean(),
					size: fc.integer({ min: 0, max: 2 }),
					links: fc.boolean()
				}),
				(options) => void expect(readOptions(printOptions(options))).toEqual({ ...USUAL, ...options })
			)
		));

	it('is never broken by what is written into it', () => {
		fc.assert(
			fc.property(fc.webQueryParameters(), fc.string(), (query, c) => {
				const read = readOptions(`?${query}&c=${encodeURIComponent(c)}`);
				expect(read.chapters.every((n) => n >= 0 && n < 14)).toBe(true);
				expect([0, 1, 2]).toContain(read.size);
			}),
			{ numRuns: 1000 }
		);
		expect(readOptions('?c=3,3,99,x,1&size=9&kiosk=2')).toMatchObject({ chapters: [1, 3], size: 2, kiosk: 10 });
		expect(readOptions('?c=4.5-3,4.2-99999,14.1,2.1,2.1').steps).toEqual(['2.1']);
		expect(readOptions('?c=4.1-5,0.2').steps).toEqual(['0.2', '4.1', '4.2', '4.3', '4.4', '4.5']);
		expect(readOptions('?kiosk=60').links).toBe(false);
	});

	it('fits into a code that a camera reads', () => {
		const { d, width } = qrOf('https://example.org/fr/show/?c=0,4,7,13&links=0');
		expect(width).toBeGreaterThan(30);
		// The square in the corner by which a code is found: seven dark modules after four light ones.
		expect(d.startsWith('M4 4h7v1h-7z')).toBe(true);
	});
});

describe('sizes', () => {
	it('shows a picture of half a projector, twice as large', () => {
		expect(zoomOf(1920, 1080)).toBe(2);
		expect(zoomOf(1024, 768)).toBe(1.5);
		expect(viewOfShow(1920, 1008, 2)).toMatchObject({ width: 960, height: 504, shape: 'wide', portrait: false });
		expect(zoomOf(390, 844)).toBe(1);
		expect(viewOfShow(390, 600, 1)).toMatchObject({ width: 390, shape: 'phone', portrait: true });
		expect(ratioOfShow(viewOfShow(1920, 1008, 2), 2, 1)).toBe(2);
		expect(zoomOf(1920, 1080, 1.2)).toBeGreaterThan(zoomOf(1920, 1080));
	});
});

describe('a player', () => {
	const stops = sequenceOf(CHAPTERS);
	it('moves through the step to the next one’s rest, and there stands still', () => {
		const { clock, pass } = handClock();
		const seen: number[] = [];
		const player = createPlayer(stops, clock, ({ index, progress }) => seen.push(index + progress));
		player.go(0, true);
		expect(player.position).toEqual({ index: 0, progress: 0.6 });
		player.go(1);
		pass(900);
		expect(player.moving).toBe(true);
		pass(2000);
		expect(player.moving).toBe(false);
		expect(player.position.index + player.position.progress).toBeCloseTo(1.6);
		expect(seen.every((x, i) => i === 0 || x >= seen[i - 1])).toBe(true);
		expect(new Set(seen.map((x) => Math.floor(x))).size).toBe(2);
		expect(seen.length).toBeGreaterThan(40);
	});

	it('goes on from where it is when it is asked again, without a leap', () => {
		const { clock, pass } = handClock();
		const seen: number[] = [];
		const player = createPlayer(stops, clock, ({ index, progress }) => seen.push(index + progress));
		player.go(0, true);
		player.go(1);
		pass(700);
		player.go(2);
		pass(4000);
		expect(player.position.index + player.position.progress).toBeCloseTo(2.6);
		expect(Math.max(...seen.slice(1).map((x, i) => Math.abs(x - seen[i])))).toBeLessThan(0.08);
	});

	it('plays back as well, and cuts over what is far or left out', () => {
		const { clock, pass } = handClock();
		const player = createPlayer(stops, clock, () => {});
		player.go(4, true);
		player.go(3);
		pass(3000);
		expect(player.position.index + player.position.progress).toBeCloseTo(3.6);
		expect(journey(stops, 0.6, 6)[0].from).toBeGreaterThanOrEqual(6);
		const gap = sequenceOf(CHAPTERS, [0, 2]);
		expect(journey(gap, 2.6, 3)[0].from).toBeGreaterThanOrEqual(3);
	});

	it('goes on by itself where a step does, at one pace', () => {
		const { clock, pass } = handClock();
		const plays = { from: 0.2, to: 0.9, seconds: 10 };
		const talking = sequenceOf([chapter(0, ['a']), chapter(1, ['b'], { plays })]);
		const player = createPlayer(talking, clock, () => {});
		player.go(0, true);
		player.go(1);
		pass(3000);
		const before = player.position.progress;
		pass(1000);
		expect(player.position.progress - before).toBeCloseTo(0.07, 2);
		pass(10_000);
		expect(player.position.progress).toBeCloseTo(0.9);
		expect(player.moving).toBe(false);
	});
});

describe('a timer', () => {
	const MINUTE = 60_000;
	it('counts to the millisecond over an hour, whoever looks and however often', () => {
		let timer = start(timerOf(55), 1_000_000);
		expect(elapsed(timer, 1_000_000 + 60 * MINUTE)).toBe(60 * MINUTE);
		expect(left(timer, 1_000_000 + 54 * MINUTE)).toBe(MINUTE);
		timer = start(timer, 9_000_000);
		expect(timer.since).toBe(1_000_000);
	});

	it('stands while it is paused, and while it is dark', () => {
		let timer = start(timerOf(), 0);
		timer = pause(timer, MINUTE);
		expect(elapsed(timer, 10 * MINUTE)).toBe(MINUTE);
		timer = start(timer, 10 * MINUTE);
		timer = hold(timer, 11 * MINUTE);
		expect([timer.held, elapsed(timer, 20 * MINUTE)]).toEqual([true, 2 * MINUTE]);
		timer = release(timer, 20 * MINUTE);
		expect(elapsed(timer, 21 * MINUTE)).toBe(3 * MINUTE);
	});

	it('that was paused before it was dark stays so', () => {
		const timer: Timer = { ...timerOf(), before: MINUTE };
		expect(release(hold(timer, 5), 10)).toEqual(timer);
	});

	it('prints what passed and what is over, and takes no countdown out of bounds', () => {
		expect([0, 59_999, 60_000, 3_600_000, -1500].map(printTime)).toEqual(['0:00', '0:59', '1:00', '1:00:00', '−0:01']);
		expect([0, -3, 0.2, 500].map((m) => setMinutes(timerOf(), m).minutes)).toEqual([0, 0, 1, 90]);
	});
});

describe('with a clock that is put on', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('a reset is done when it was held for a second, or pressed twice by keys, and by nothing else', () => {
		const done = vi.fn();
		const held = createHold(done, () => {});
		held.down();
		vi.advanceTimersByTime(HELD - 100);
		held.up();
		vi.advanceTimersByTime(HELD * 3);
		expect(done).not.toHaveBeenCalled();
		held.down();
		vi.advanceTimersByTime(HELD);
		expect(done).toHaveBeenCalledTimes(1);
		held.press();
		vi.advanceTimersByTime(ARMED + 1);
		held.press();
		expect(done).toHaveBeenCalledTimes(1);
		held.press();
		expect(done).toHaveBeenCalledTimes(2);
	});

	it('a kiosk runs, leaves a visitor alone, warns, and begins anew', () => {
		const [next, begins, moods] = [vi.fn(), vi.fn(), [] as string[]];
		const kiosk = createKiosk({
			seconds: 60,
			plays: () => 0,
			next,
			begin: begins,
			changed: (mood) => moods.push(mood)
		});
		vi.advanceTimersByTime(28_000);
		expect(next).toHaveBeenCalledTimes(3);
		kiosk.touch();
		vi.advanceTimersByTime(49_000);
		expect([next.mock.calls.length, moods]).toEqual([3, ['led']]);
		vi.advanceTimersByTime(1_500);
		expect(moods).toEqual(['led', 'warning']);
		kiosk.touch();
		vi.advanceTimersByTime(59_000);
		expect(begins).not.toHaveBeenCalled();
		vi.advanceTimersByTime(1_000);
		expect(begins).toHaveBeenCalledTimes(1);
		expect(kiosk.mood).toBe('running');
		// Eight hours later it still does.
		vi.advanceTimersByTime(8 * 3600_000);
		expect(next.mock.calls.length).toBeGreaterThan(3000);
		kiosk.stop();
	});
});

describe('windows', () => {
	const said = (stamp: number, from: string, step = 'c0.1'): Said => ({ state: begin(step), stamp, from });
	const knows = (id: string) => /^c\d\.\d$/.test(id);

	it('find the same to be later', () => {
		expect(isLater(said(2, 'a'), said(1, 'b'))).toBe(true);
		expect(isLater(said(1, 'a'), said(1, 'b'))).not.toBe(isLater(said(1, 'b'), said(1, 'a')));
		expect(isLater(said(1, 'a'), said(1, 'a'))).toBe(false);
	});

	it('hear what another says, and nothing that is not what it should be', () => {
		const good = structuredClone(said(3, 'x', 'c1.2'));
		expect(readSaid(good, knows)).toEqual(good);
		for (const bad of [
			null,
			7,
			{},
			{ ...good, stamp: -1 },
			{ ...good, state: { ...good.state, step: 'nowhere' } },
			{ ...good, state: { ...good.state, black: 'yes' } },
			{ ...good, state: { ...good.state, size: 12 } },
			{ ...good, state: { ...good.state, timer: { before: 'x' } } },
			{ ...good, state: { ...good.state, task: { text: 3 } } }
		])
			expect(readSaid(bad, knows)).toBeNull();
	});

	/** Two windows as far as messages go; `opener` as the second has it. */
	function pair() {
		const make = () => {
			const target = new EventTarget();
			return Object.assign(target, {
				location: { origin: 'null' },
				opener: null as unknown,
				closed: false,
				postMessage(data: unknown) {
					const event = Object.assign(new Event('message'), { data: structuredClone(data), origin: 'null' });
					Object.defineProperty(event, 'source', { value: self.sender });
					target.dispatchEvent(event);
				}
			});
		};
		const self = { sender: null as unknown };
		const [show, speaker] = [make(), make()];
		speaker.opener = show;
		return { self, show, speaker };
	}

	it('speak both ways by postMessage alone, as on a disk, and find each other after either is loaded anew', () => {
		vi.useFakeTimers();
		const { self, show, speaker } = pair();
		const heard: [string, unknown][] = [];
		const open = (name: string, window: unknown, met = () => {}) =>
			openLine({ hear: (data) => heard.push([name, data]), met, self: window as Window, channel: null });
		self.sender = speaker;
		const met = vi.fn();
		let a = open('show', show, met);
		const b = open('speaker', speaker);
		b.say({ n: 1 });
		expect(heard).toEqual([['show', { n: 1 }]]);
		expect(met).toHaveBeenCalledTimes(1);
		self.sender = show;
		a.say({ n: 2 });
		expect(heard[1]).toEqual(['speaker', { n: 2 }]);
		// The show is loaded anew: it knows nobody, until the speaker's window gives its sign of life.
		a.end();
		heard.length = 0;
		const again = vi.fn();
		a = open('show', show, again);
		a.say({ n: 3 });
		expect(heard).toEqual([]);
		self.sender = speaker;
		vi.advanceTimersByTime(1600);
		expect(again).toHaveBeenCalledTimes(1);
		self.sender = show;
		a.say({ n: 4 });
		expect(heard.at(-1)).toEqual(['speaker', { n: 4 }]);
		a.end();
		b.end();
		vi.useRealTimers();
	});

	it('hear nobody from elsewhere', () => {
		const { self, show } = pair();
		const hear = vi.fn();
		const line = openLine({ hear, met: () => {}, self: show as unknown as Window, channel: null });
		self.sender = show;
		const event = Object.assign(new Event('message'), { data: { show: 1, data: {} }, origin: 'https://elsewhere.org' });
		show.dispatchEvent(event);
		expect(hear).not.toHaveBeenCalled();
		line.end();
	});
});

describe('notes', () => {
	const story = { fr: getStory('fr', ''), en: getStory('en', '') };
	const all = (lang: 'fr' | 'en') =>
		story[lang].flatMap((chapter) => readNotes(join(CONTENT, 'notes'), chapter, lang, getStats()));

	it.each(['fr', 'en'] as const)('%s: every step has a line, notes and two questions with what to expect', (lang) => {
		const notes = all(lang);
		expect(notes).toHaveLength(story[lang].reduce((n, chapter) => n + chapter.steps.length, 0));
		for (const { line, notes: text, prompts } of notes) {
			expect(line.length).toBeLessThanOrEqual(92);
			// Between a quarter of a minute and a minute and a half, spoken.
			const words = text.split(/\s+/).length;
			expect(words, text).toBeGreaterThanOrEqual(25);
			expect(words, text).toBeLessThanOrEqual(130);
			for (const { ask, expect: answer } of prompts) {
				expect(answer.length, ask).toBeGreaterThan(10);
				expect(answer).not.toBe(ask);
			}
		}
		expect(new Set(notes.flatMap(({ prompts }) => prompts.map(({ ask }) => ask))).size).toBe(2 * notes.length);
		expect(JSON.stringify(notes)).not.toMatch(/\{\{|undefined|NaN/);
	});

	it('are plain text: nothing in them is markup', () => {
		expect(JSON.stringify([all('fr'), all('en')])).not.toMatch(/<[a-z]|\]\(/);
	});

	it('stop the build where a step has none, or a chapter has too many', () => {
		const chapter = story.fr[0];
		const missing = { ...chapter, steps: [...chapter.steps, { ...chapter.steps[0], name: 'new' }] };
		expect(() => readNotes(join(CONTENT, 'notes'), missing, 'fr', getStats())).toThrow(/"new"/);
		const fewer = { ...chapter, steps: chapter.steps.slice(1) };
		expect(() => readNotes(join(CONTENT, 'notes'), fewer, 'fr', getStats())).toThrow(/"square"/);
	});

	it('leave a stage its files through one port', () => {
		expect(assetsFromDisk('.', 'fr').still('place.1', false)).toContain('place.1.webp');
	});
});
