import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countScene, sayCounts } from '../../src/lib/figure/says';
import { frameSquare } from '../../src/lib/figure/square';
import { boxMarks } from '../../src/lib/figure/boxes';
import { loadRecording } from '../../src/lib/recording/node';
import { createAnnouncer } from '../../src/lib/story/announce';
import type { Frame } from '../../src/lib/picture/frame';
import { stillView } from '../../src/lib/picture/view';

describe('the picture in words', () => {
	const recording = loadRecording('.');
	const view = stillView(1440, 900);
	const camera = frameSquare(view);
	const at = 1200;
	const hot = recording.boxesAt(at)[0].id;
	const marks = boxMarks(recording, at, camera, { hot: (b) => b.id === hot });
	const frame = (more: object = {}): Frame => ({ night: 0, ink: [{ type: 'street', camera, at, ...more }], marks });

	it('counts people drawn, boxes drawn and boxes filled', () => {
		const present = recording.street.at(at).people.filter((p) => p.present).length;
		const counts = countScene(frame(), recording)!;
		expect(counts.people).toBeGreaterThan(5);
		expect(counts.people).toBeLessThanOrEqual(present);
		expect(counts.boxes).toBe(marks.filter((m) => m.key.startsWith('box-') && m.type === 'rect').length);
		expect(counts.flagged).toBe(1);
		const one = recording.street.people.find((p) => p.key === 'nour')!.id;
		expect(countScene(frame({ only: [one] }), recording)!.people).toBe(1);
		expect(countScene(frame({ clip: { x: 0, y: 0, w: 1, h: 1 } }), recording)!.people).toBe(0);
	});
	it('counts nothing in a square that is behind a chart, empty, or not there', () => {
		for (const more of [{ veil: 0.9 }, { empty: true }, { opacity: 0.1 }])
			expect(countScene(frame(more), recording)).toBeNull();
		expect(countScene({ night: 0, ink: [], marks }, recording)).toBeNull();
		expect(
			countScene({ ...frame(), marks: [{ type: 'group', key: 'g', opacity: 0.1, children: marks }] }, recording)
		).toMatchObject({ boxes: 0, flagged: 0 });
	});
	it('says the counts in a short sentence', () => {
		const say = (key: string, vars?: object) => `${key} ${JSON.stringify(vars)}`;
		expect(sayCounts(null, say)).toBe('');
		expect(sayCounts({ people: 3, boxes: 0, flagged: 0 }, say)).toBe('counts.people {"people":3}');
		expect(sayCounts({ people: 3, boxes: 2, flagged: 1 }, say)).toBe('counts.boxes {"people":3,"boxes":2,"flagged":1}');
	});
});

describe('the live region', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());
	const region = () => {
		const said: string[] = [];
		let text = '';
		const element = {
			get textContent() {
				return text;
			},
			set textContent(value: string) {
				text = value;
				if (value) said.push(value);
			},
			classList: { toggle() {} }
		} as unknown as HTMLElement;
		return { element, said };
	};

	it('says one message in two seconds, the last one', () => {
		const { element, said } = region();
		const announcer = createAnnouncer(element, () => Date.now());
		announcer.say('one');
		vi.advanceTimersByTime(100);
		for (const text of ['two', 'three', 'four']) {
			announcer.say(text);
			vi.advanceTimersByTime(300);
		}
		expect(said).toEqual(['one']);
		vi.advanceTimersByTime(2000);
		expect(said).toEqual(['one', 'four']);
	});
	it('answers a reader who asks at once, twice with the same words if asked twice', () => {
		const { element, said } = region();
		const announcer = createAnnouncer(element, () => Date.now());
		announcer.say('here', true);
		vi.advanceTimersByTime(100);
		announcer.say('here', true);
		expect(element.textContent).toBe('');
		vi.advanceTimersByTime(100);
		expect(said).toEqual(['here', 'here']);
		announcer.clear();
		expect(element.textContent).toBe('');
	});
});
