import type { Camera } from '../../camera/camera';
import { heldFrame } from '../../centre/held';
import { axisAcross } from '../../figure/axis';
import { minutesSeconds } from '../../figure/boxes';
import { across, box, disc, down, faded } from '../../figure/marks';
import { mix, stagger } from '../../figure/motion';
import { placePeople } from '../../figure/square';
import { letter, measure, rows } from '../../figure/text';
import type { Frame, Mark, SceneContext } from '../../picture/frame';
import { stack } from '../layers';
import type { Read } from './cues';
import { LONGEST, rowOf } from './data';
import { speakersCamera } from './layout';
import { rowsOf, type Rows } from './rows';

/** Whose dots carry a name. */
const NAMED = ['nour', 'marcel', 'thief'];

/** The threshold a sweep has reached, in seconds: 1 to 120, even on the chart's scale. */
const limitOf = (sweep: number): number => Math.exp(mix(0, Math.log(LONGEST), sweep));

/** Dwell by reason: a dot a person, falling from where they stand; a line sweeps the thresholds and counts who it takes. */
export function chart(c: SceneContext, camera: Camera, at: Read): Mark[] {
	const l = rowsOf(c.recording, c.view);
	const words = at('words');
	const limit = limitOf(at('sweep'));
	const line = at('line');
	return [
		...reasons(c, l, words, limit, at('caught')),
		...seconds(c, l, words),
		...faded(line, taken(c, l, limit)),
		...falling(c, l, at('fallen'), camera, line > 0 ? limit : Infinity),
		...names(c, l, words),
		...faded(line, count(c, l, limit))
	];
}

/** A row a reason: its name, and how many of its people the threshold takes. */
function reasons(c: SceneContext, l: Rows, words: number, limit: number, caught: number): Mark[] {
	const { free: f, phone } = c.view;
	return l.rows.flatMap((row, i): Mark[] => {
		const label = c.say(`row.${row.key}`);
		const lines = phone ? [label.replace('|', ' ')] : label.split('|');
		const first = phone ? row.top + 13 : row.y + 5 - (lines.length - 1) * 9;
		const y = phone ? row.top + 14 : row.y + 7;
		const n = l.dots.filter((d) => rowOf(d.key) === row.key && d.seconds >= limit).length;
		return [
			across(`row-${row.key}`, row.top, f.x, f.x + f.w, { stroke: 'ink', width: 1, opacity: 0.2 * words }),
			...rows(`row-${row.key}-`, 'news', f.x, first, phone ? 12 : 16, lines, 18, { opacity: words }),
			letter(`caught-${i}`, 'mono', f.x + f.w - 2, y, phone ? 13 : 20, `${n}/${row.total}`, {
				anchor: 'end',
				fill: n ? 'signal-text' : 'ink',
				opacity: caught
			})
		];
	});
}

/** The scale of seconds. */
function seconds(c: SceneContext, l: Rows, words: number): Mark[] {
	const { phone } = c.view;
	return axisAcross('second', {
		values: [1, 4, 10, 30, 60, 120, 240].filter((s) => l.x(s) <= l.right + 2 && !(phone && s === 60)),
		at: l.x,
		say: (s) => c.say('seconds', { s }),
		lines: { from: l.top, to: l.bottom, stroke: 'ink', width: 1, dash: '2 5', opacity: 0.3 * words },
		words: { at: l.bottom + (phone ? 14 : 22), size: phone ? 12 : 13, look: () => ({ weight: 500, opacity: words }) }
	});
}

/** The line of the threshold, and all that it takes. */
function taken({ view: { free: f } }: SceneContext, l: Rows, limit: number): Mark[] {
	const x = l.x(limit);
	const area = { x, y: l.top, w: Math.max(0, f.x + f.w - x), h: l.bottom - l.top };
	return [
		box('taken', area, { fill: 'signal', fillOpacity: 0.06 }),
		down('limit', x, l.top - 8, l.bottom, { stroke: 'signal', width: 2.4 })
	];
}

/** The dots, on their way from the people in the square; those of at least `limit` seconds are taken. */
function falling({ recording, view }: SceneContext, l: Rows, fallen: number, camera: Camera, limit: number): Mark[] {
	const now = placePeople(recording, heldFrame(recording), camera);
	return l.dots.map((d, n) => {
		const stands = now.find((q) => q.person.id === d.person);
		const from = stands
			? { x: stands.x, y: (stands.y + stands.top) / 2 }
			: { x: n % 2 ? view.width + 20 : -20, y: view.height * (0.3 + 0.04 * (n % 7)) };
		const own = stagger(fallen, n, l.dots.length, 0.93);
		const hot = d.seconds >= limit;
		return disc(`dot-${d.person}`, mix(from.x, d.x, own), mix(from.y, d.y, own) - 40 * Math.sin(Math.PI * own), l.r, {
			fill: recording.street.people[d.person]?.look.coat ?? 'blue',
			stroke: hot ? 'signal' : 'ink',
			width: hot ? 2.6 : 1.2
		});
	});
}

/** The names of those whose dots carry one, each clear above its dot with a leader, so that no other dot lies under it. */
function names(c: SceneContext, l: Rows, opacity: number): Mark[] {
	const { phone } = c.view;
	const size = phone ? 13 : 17;
	return l.dots
		.filter((d) => NAMED.includes(d.key))
		.flatMap((d): Mark[] => {
			const name = c.say(d.key === 'thief' ? 'thief.label' : `${d.key}.name`);
			const text = `${name}, ${minutesSeconds(Math.round(d.seconds))}`;
			const named = (x: number, y: number, anchor?: 'start' | 'end'): Mark =>
				letter(`dot-name-${d.person}`, 'grot', x, y, size, text, { weight: 700, anchor, halo: 'paper', opacity });
			// Low rows leave no room above the last: the only dot in it has its name beside.
			if (d.key === 'thief' && c.view.shape === 'tall') return [named(d.x + l.r + 6, d.y + 6)];
			const end = d.x + 14 + measure(text, size, 'grot') > l.right;
			const above = rowOf(d.key) === 'wait' ? Math.max(l.r + 8, d.y - l.rows[0].top - (phone ? 4 : 16)) : l.r + 8;
			return [
				down(`dot-lead-${d.person}`, d.x, d.y - l.r, d.y - above, { stroke: 'ink', width: 1.2, opacity }),
				end ? named(d.x + l.r, d.y - above - 3, 'end') : named(d.x - l.r, d.y - above - 3, 'start')
			];
		});
}

/** The threshold in words: its seconds, and how many people it takes. */
function count(c: SceneContext, l: Rows, limit: number): Mark[] {
	const { free: f, phone } = c.view;
	const people = l.dots.filter((d) => d.seconds >= limit).length;
	const text = c.say(phone ? 'sweep.short' : 'sweep', { s: Math.round(limit), people });
	const size = phone ? 13 : 18;
	const w = measure(text, size, 'mono');
	const x = Math.max(f.x, Math.min(f.x + f.w - w, l.x(limit) - w / 2));
	return [letter('limit-text', 'mono', x, l.top - 13, size, text, { fill: 'signal-text', halo: 'paper' })];
}

/** Everyone as a dot in the row of their reason; the scroll sweeps the threshold through all of them. */
export function sorting(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const camera = speakersCamera(c, at('near'), at('turns'));
	const limit = limitOf(at('sweep'));
	const { r, dots } = rowsOf(recording, view);
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: heldFrame(recording), drained: 0.7, veil: mix(0.28, 1, at('veil')) }] },
			{ marks: chart(c, camera, at) }
		),
		subject: dots.filter((d) => NAMED.includes(d.key)).map((d) => ({ x: d.x - r, y: d.y - r, w: 2 * r, h: 2 * r })),
		says: c.say('result', { people: dots.filter((d) => d.seconds >= limit).length, s: Math.round(limit) })
	};
}
