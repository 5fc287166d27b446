import { scaleSqrt } from 'd3';
import { fit, MAST, type Camera } from '../../camera/camera';
import { boxMarks, minutesSeconds } from '../../figure/boxes';
import { ease, mix, stagger } from '../../figure/motion';
import { bodyRect, frameSquare, placePeople, viewBox } from '../../figure/square';
import { tagMarks, type Tag } from '../../figure/tags';
import { wrap } from '../../figure/text';
import { groundPath } from '../../figure/trails';
import type { Box } from '../../recording/types';
import type { SceneModule } from '../index';
import type { Frame, Ink, Mark, Rect, Scene, SceneContext } from '../../story/frame';
import { DEFAULT_THRESHOLD, flagged, longest, LONGEST, MAKERS, ROWS, rowOf, TICKS } from './data';

/** World frames of the chapter: the clocks have had time to run. */
const START = 1500;
const SPAN = 260;
const FROZEN = START + 2 * SPAN;

const chapterCamera = (c: SceneContext): Camera =>
	frameSquare(c.view, MAST, { focus: phone(c) ? [0.47, 0.62] : [0.5, 0.6] });

const phone = (c: SceneContext) => c.view.portrait || c.view.width < 700;
const threshold = (c: SceneContext): number => Number(c.params['maraudage.threshold'] ?? DEFAULT_THRESHOLD);

const label = (c: SceneContext, at: number) => (b: Box) => {
	const dwell = c.recording.dwell(b.id, at);
	const id = `#${String(b.id).padStart(2, '0')}`;
	return dwell >= 3 ? `${id} ${minutesSeconds(dwell)}` : id;
};

function zoneMarks(c: SceneContext, camera: Camera, opacity: number): Mark[] {
	const zone = c.recording.zones[0];
	if (!zone || opacity <= 0) return [];
	return [
		{
			type: 'path',
			key: 'zone',
			d: groundPath(zone.polygon, camera),
			stroke: 'signal',
			width: 1.6,
			dash: '10 7',
			fill: 'signal',
			fillOpacity: 0.04,
			opacity
		}
	];
}

/** The scale of the threshold, with the makers' own settings on it. */
function scaleMarks(c: SceneContext, seconds: number, opacity: number): Mark[] {
	if (opacity <= 0) return [];
	const f = c.view.free;
	const small = phone(c);
	const x = scaleSqrt([1, LONGEST], [f.x + (small ? 16 : 40), f.x + f.w - (small ? 16 : 40)]);
	const y = f.y + f.h - (small ? 34 : 70);
	const marks: Mark[] = [
		{
			type: 'rect',
			key: 'scale-back',
			x: f.x,
			y: y - (small ? 56 : 78),
			w: f.w,
			h: small ? 88 : 124,
			fill: 'paper',
			stroke: 'ink',
			width: 1.5,
			opacity
		},
		{ type: 'line', key: 'scale', x1: x(1), x2: x(LONGEST), y1: y, y2: y, stroke: 'ink', width: 1.6, opacity },
		{
			type: 'line',
			key: 'scale-on',
			x1: x(seconds),
			x2: x(LONGEST),
			y1: y,
			y2: y,
			stroke: 'signal',
			width: 5,
			opacity
		},
		{
			type: 'circle',
			key: 'scale-knob',
			x: x(seconds),
			y,
			r: small ? 8 : 10,
			fill: 'paper',
			stroke: 'ink',
			width: 2,
			opacity
		},
		{
			type: 'text',
			key: 'scale-value',
			x: Math.max(f.x + 30, Math.min(f.x + f.w - 30, x(seconds))),
			y: y - (small ? 36 : 50),
			text: c.say('seconds', { s: Math.round(seconds) }),
			size: small ? 14 : 20,
			font: 'mono',
			anchor: 'middle',
			fill: 'signal-text',
			opacity
		}
	];
	for (const [i, t] of TICKS.entries()) {
		const up = small && i % 2 === 1;
		marks.push(
			{
				type: 'line',
				key: `tick-${t.key}`,
				x1: x(t.seconds),
				x2: x(t.seconds),
				y1: y - (small ? 5 : 9),
				y2: y + (small ? 5 : 9),
				stroke: 'ink',
				width: 1.5,
				opacity
			},
			{
				type: 'text',
				key: `tick-text-${t.key}`,
				x: x(t.seconds),
				y: up ? y - 14 : y + (small ? 20 : 28),
				text: c.say(`tick.${t.key}`),
				size: small ? 12 : 13,
				font: 'mono',
				anchor: t.seconds > 90 ? 'end' : 'middle',
				opacity,
				fact: 'f23'
			}
		);
	}
	return marks;
}

/** Dwell by reason: a dot a person, the threshold through all of them. */
function chart(c: SceneContext, t: number, camera: Camera): Mark[] {
	const f = c.view.free;
	const small = phone(c);
	const people = longest(c.recording);
	const nameWidth = small ? 112 : 200;
	const most = Math.max(LONGEST, ...people.map((p) => p.seconds));
	const x = scaleSqrt([0, most], [f.x + nameWidth, f.x + f.w - 20]);
	const head = small ? 8 : 40;
	const row = (f.h - head - 44) / ROWS.length;
	const y = (i: number) => f.y + head + (i + 0.5) * row;
	const arrive = ease(t, 0.05, 0.45);
	const words = ease(t, 0.25, 0.45);
	const marks: Mark[] = [];
	for (const [i, name] of ROWS.entries()) {
		marks.push({
			type: 'line',
			key: `row-${name}`,
			x1: x(0),
			x2: f.x + f.w - 8,
			y1: y(i),
			y2: y(i),
			stroke: 'ink',
			width: 1,
			opacity: 0.25 * words
		});
		wrap(c.say(`row.${name}`), small ? 12.5 : 16, 'news', nameWidth - 14).forEach((text, l, all) =>
			marks.push({
				type: 'text',
				key: `row-${name}-${l}`,
				x: f.x,
				y: y(i) + 5 + (l - (all.length - 1) / 2) * (small ? 13 : 17),
				text,
				size: small ? 12.5 : 16,
				font: 'news',
				opacity: words
			})
		);
	}
	for (const s of [0, 10, 30, 60, 120, 180, 240].filter((s) => s <= most && (!small || s !== 10)))
		marks.push(
			{
				type: 'line',
				key: `second-${s}`,
				x1: x(s),
				x2: x(s),
				y1: f.y + head,
				y2: f.y + f.h - 36,
				stroke: 'ink',
				width: 1,
				opacity: 0.14 * words
			},
			{
				type: 'text',
				key: `second-text-${s}`,
				x: x(s),
				y: f.y + f.h - 18,
				text: c.say('seconds', { s }),
				size: 12,
				font: 'mono',
				anchor: 'middle',
				opacity: words
			}
		);
	const now = placePeople(c.recording, FROZEN, camera);
	const limit = threshold(c);
	for (const [n, p] of people.entries()) {
		const stands = now.find((q) => q.person.id === p.person);
		const i = ROWS.indexOf(rowOf(p.key));
		const to = { x: x(p.seconds), y: y(i) + (((n * 7) % 5) - 2) * Math.min(5, row / 9) };
		const from = stands ? { x: stands.x, y: stands.y } : { x: to.x, y: f.y - 30 };
		const own = stagger(arrive, n, people.length, 0.9);
		const person = c.recording.street.people[p.person];
		const hot = p.seconds >= limit;
		marks.push({
			type: 'circle',
			key: `dot-${p.person}`,
			x: mix(from.x, to.x, own),
			y: mix(from.y, to.y, own),
			r: small ? 5 : 7.5,
			fill: person?.look.coat ?? 'blue',
			stroke: hot ? 'signal' : 'ink',
			width: hot ? 3 : 1.3
		});
		if ((p.key === 'thief' || p.key === 'nour' || p.key === 'marcel') && words > 0)
			marks.push({
				type: 'text',
				key: `dot-name-${p.person}`,
				x: to.x + (p.seconds > most * 0.6 ? -12 : 12),
				y: to.y - 10,
				anchor: p.seconds > most * 0.6 ? 'end' : 'start',
				text: p.key === 'thief' ? c.say('thief.label') : c.say(`${p.key}.name`),
				size: small ? 13 : 16,
				font: 'grot',
				halo: 'paper',
				opacity: words
			});
	}
	const lx = x(limit);
	marks.push(
		{
			type: 'line',
			key: 'limit',
			x1: lx,
			x2: lx,
			y1: f.y + head - 6,
			y2: f.y + f.h - 34,
			stroke: 'signal',
			width: 2.4,
			opacity: words
		},
		{
			type: 'text',
			key: 'limit-text',
			x: lx + 6,
			y: f.y + head - 8,
			text: c.say('limit', { s: limit }),
			size: small ? 12 : 14,
			font: 'mono',
			fill: 'signal-text',
			halo: 'paper',
			opacity: small ? 0 : words
		}
	);
	return marks;
}

/** One man, four makers' rules: the same picture four times, what each preset gave under it. */
function makers(c: SceneContext): Frame {
	const f = c.view.free;
	const small = phone(c);
	const columns = small ? 2 : f.w > 760 ? 4 : 2;
	const rows = MAKERS.length / columns;
	const gap = small ? 10 : 16;
	const w = (f.w - gap * (columns - 1)) / columns;
	const words = small ? 46 : 108;
	const h = Math.min(w * 1.08, (f.h - rows * words - gap * (rows - 1)) / rows);
	const top = f.y + Math.max(0, (f.h - rows * (h + words) - (rows - 1) * gap) / 2);
	const marcel = c.recording.street.people.find((p) => p.key === 'marcel');
	const at = followed(c, marcel?.id ?? -1);
	// The chart of the step before leaves as the four pictures come.
	const camera = chapterCamera(c);
	const ink: Ink[] = [{ type: 'street', camera, at: FROZEN, drained: 0.5, veil: 0.9 }];
	const leaving = 1 - ease(c.progress, 0, 0.14);
	const marks: Mark[] =
		leaving > 0 ? [{ type: 'group', key: 'chart', opacity: leaving, children: chart(c, 1, camera) }] : [];
	MAKERS.forEach((id, i) => {
		const shown = ease(c.progress, 0.05 + 0.08 * i, 0.22 + 0.08 * i);
		const verdict = ease(c.progress, 0.42 + 0.06 * i, 0.5 + 0.06 * i);
		if (shown <= 0) return;
		const x = f.x + (i % columns) * (w + gap);
		const y = top + Math.floor(i / columns) * (h + words + gap) + (1 - shown) * 30;
		const own = fit(MAST, w, h, { zoom: small ? 3.1 : 3.6, focus: marcelSpot(c, at), at: [0.5, 0.58] });
		const camera: Camera = { ...own, u0: own.u0 + x, v0: own.v0 + y, width: c.view.width, height: c.view.height };
		const clip: Rect = { x, y, w, h };
		ink.push({ type: 'street', camera, at, clip, opacity: shown, drained: 0.3 });
		const alert = c.recording.alerts.find((a) => a.rule === 'loitering' && a.preset === id && a.person === marcel?.id);
		const on = Boolean(alert);
		const box = c.recording
			.boxesAt(at)
			.find((b) => c.recording.tracks.find((t) => t.id === b.id)?.person === marcel?.id);
		if (box) {
			const r = viewBox(box, camera);
			marks.push({
				type: 'group',
				key: `box-${id}`,
				clip,
				opacity: verdict,
				children: [
					{
						type: 'rect',
						key: 'b',
						...r,
						fill: on ? 'signal' : 'none',
						fillOpacity: 0.16,
						stroke: 'signal',
						width: on ? 4 : 1.6,
						dash: on ? undefined : '6 5'
					}
				]
			});
		}
		marks.push(
			{ type: 'rect', key: `panel-${id}`, ...clip, stroke: 'ink', width: 1.6, opacity: shown },
			{
				type: 'text',
				key: `maker-${id}`,
				x,
				y: y + h + (small ? 17 : 26),
				text: c.say(`maker.${id}`),
				size: small ? 15 : 19,
				font: 'grot',
				opacity: shown
			},
			...(small
				? []
				: wrap(c.say(`rule.${id}`), 14.5, 'news', w - 4).map((text, l): Mark => ({
						type: 'text',
						key: `rule-${id}-${l}`,
						x,
						y: y + h + 46 + l * 17,
						text,
						size: 14.5,
						font: 'news',
						opacity: shown,
						fact: 'f26'
					}))),
			{
				type: 'text',
				key: `verdict-${id}`,
				x: small ? x + w : x,
				anchor: small ? 'end' : 'start',
				y: y + h + (small ? 17 : 102),
				text: c.say(on ? 'alert' : 'nothing'),
				size: small ? 14 : 22,
				font: 'mono',
				fill: on ? 'signal-text' : 'ink',
				opacity: verdict
			},
			...(small
				? [
						{
							type: 'text',
							key: `rule-${id}`,
							x,
							y: y + h + 35,
							text: c.say(`rule.short.${id}`),
							size: 12,
							font: 'news',
							opacity: shown,
							fact: 'f26'
						} as Mark
					]
				: [])
		);
	});
	return { night: 0, ink, marks, says: c.say('same') };
}

/** A frame at which the machine follows a person: two thirds through their longest track. */
function followed(c: SceneContext, person: number): number {
	let best = { from: 400, to: 400 };
	for (const t of c.recording.tracks) if (t.person === person && t.to - t.from > best.to - best.from) best = t;
	const aim = Math.max(0, best.from) + ((best.to - Math.max(0, best.from)) * 2) / 3;
	for (let f = Math.floor(aim); f <= best.to; f++)
		if (c.recording.boxesAt(f).some((b) => c.recording.tracks.find((t) => t.id === b.id)?.person === person)) return f;
	return Math.floor(aim);
}

function marcelSpot(c: SceneContext, at: number): [number, number] {
	const camera = c.recording.camera;
	const p = placePeople(c.recording, at, camera, ['marcel'])[0];
	return p ? [p.x / 320, (p.y - 6) / 180] : [0.6, 0.62];
}

/** The eight events the law of 2023 lets be looked for, and the place where loitering is not: f11. */
function events(c: SceneContext, t: number): Mark[] {
	const f = c.view.free;
	const small = phone(c);
	const marks: Mark[] = [];
	const size = small ? 14 : 21;
	const row = Math.min(small ? 34 : 58, (f.h - 20) / 9.6);
	const w = Math.min(f.w, small ? 360 : 620);
	const x = f.x + (f.w - w) / 2;
	const y0 = f.y + (f.h - row * 9.3) / 2;
	for (let i = 0; i < 8; i++) {
		const shown = ease(t, 0.08 + 0.04 * i, 0.18 + 0.04 * i);
		marks.push(
			{
				type: 'rect',
				key: `event-${i}`,
				x: x + (1 - shown) * 30,
				y: y0 + i * row,
				w,
				h: row - (small ? 5 : 9),
				fill: 'paper',
				stroke: 'ink',
				width: 1.5,
				opacity: shown
			},
			{
				type: 'text',
				key: `event-n-${i}`,
				x: x + 12 + (1 - shown) * 30,
				y: y0 + i * row + row / 2 + size * 0.22,
				text: String(i + 1),
				size: Math.max(12, size * 0.7),
				font: 'mono',
				opacity: shown
			},
			{
				type: 'text',
				key: `event-text-${i}`,
				x: x + (small ? 32 : 46) + (1 - shown) * 30,
				y: y0 + i * row + row / 2 + size * 0.22,
				text: c.say(`event.${i + 1}`),
				size,
				font: 'news',
				opacity: shown,
				fact: 'f11'
			}
		);
	}
	const shown = ease(t, 0.5, 0.62);
	marks.push(
		{
			type: 'rect',
			key: 'event-no',
			x,
			y: y0 + 8.3 * row,
			w,
			h: row - (small ? 5 : 9),
			fill: 'paper',
			fillOpacity: 0.6,
			stroke: 'ink',
			width: 1.5,
			dash: '5 6',
			opacity: shown
		},
		{
			type: 'text',
			key: 'event-no-text',
			x: x + (small ? 32 : 46),
			y: y0 + 8.3 * row + row / 2 + size * 0.22,
			text: c.say('event.no'),
			size,
			font: 'grot',
			opacity: shown,
			fact: 'f11'
		}
	);
	return marks;
}

export const scene: Scene = (c): Frame => {
	const camera = chapterCamera(c);
	const t = c.progress;
	if (c.step === 6) return makers(c);
	if (c.step === 7)
		return {
			night: 0,
			ink: [{ type: 'street', camera, at: 2400 + 120 * t, drained: 0.5, veil: 0.6 * ease(t, 0, 0.2) }],
			marks: events(c, t)
		};

	const at = c.step <= 2 ? START + (c.step - 1 + t) * SPAN : FROZEN;
	const drained =
		c.step === 1 ? 0.7 * ease(t, 0, 0.25) : c.step === 4 ? 0.7 - 0.5 * ease(t, 0, 0.2) : c.step === 5 ? 0.5 : 0.7;
	const limit = c.step === 2 ? mix(mix(LONGEST, 30, ease(t, 0.15, 0.45)), 10, ease(t, 0.6, 0.85)) : threshold(c);
	const dwell = (b: Box) => c.recording.dwell(b.id, at);
	const hot = (b: Box) => c.step >= 2 && dwell(b) >= limit;
	const clock = (b: Box) => (dwell(b) >= 3 ? dwell(b) / LONGEST : undefined);
	const ink: Ink[] = [];
	const marks: Mark[] = [];
	const nour = placePeople(c.recording, at, camera, ['nour'])[0];
	const boxes = boxMarks(c.recording, at, camera, {
		label: label(c, at),
		hot,
		clock,
		opacity: c.step === 1 ? ease(t, 0.1, 0.3) : 1 - (c.step === 5 ? ease(t, 0, 0.1) : 0)
	});

	if (c.step <= 3) {
		ink.push({ type: 'street', camera, at, drained, veil: 0.28 * (c.step === 1 ? ease(t, 0, 0.25) : 1) });
		marks.push(...zoneMarks(c, camera, c.step === 1 ? ease(t, 0.25, 0.45) : 1), ...boxes);
		if (c.step === 2) marks.push(...scaleMarks(c, limit, ease(t, 0.02, 0.14) * (1 - ease(t, 0.94, 1))));
	} else if (c.step === 4) {
		const tracks = new Map(c.recording.tracks.map((q) => [q.id, q.person]));
		const people = c.recording
			.boxesAt(at)
			.filter((b) => hot(b) && (tracks.get(b.id) ?? -1) >= 0)
			.map((b) => tracks.get(b.id) as number);
		const turned = people.filter((_, i) => stagger(ease(t, 0.08, 0.75), i, people.length, 0.6) > 0.3);
		ink.push({ type: 'street', camera, at, drained, veil: 0.12, facing: turned });
		const placed = placePeople(c.recording, at, camera).filter((p) => people.includes(p.person.id));
		const tags: Tag[] = placed
			.sort((a, b) => people.indexOf(a.person.id) - people.indexOf(b.person.id))
			.map((p) => ({
				key: `who-${p.person.id}`,
				x: p.x,
				y: p.top,
				name: phone(c) ? c.say(`${p.person.key}.name`) : c.say(`${p.person.key}.name`),
				says: phone(c) ? '' : c.say(`${p.person.key}.why`),
				shown: ease(stagger(ease(t, 0.08, 0.75), people.indexOf(p.person.id), people.length, 0.6), 0.3, 0.9)
			}));
		marks.push(
			...boxMarks(c.recording, at, camera, { hot, opacity: 1 - 0.55 * ease(t, 0.1, 0.3), only: hot }),
			...tagMarks(
				tags,
				phone(c) ? { x: 4, y: 4, w: c.view.width - 8, h: c.view.height - 8 } : c.view.free,
				phone(c) ? 14 : 17,
				150
			)
		);
	} else {
		ink.push({ type: 'street', camera, at, drained, veil: mix(0.12, 0.9, ease(t, 0, 0.22)) });
		marks.push(...chart(c, t, camera));
	}
	return {
		night: 0,
		ink,
		marks,
		subject: nour && c.step <= 3 ? [bodyRect(nour)] : undefined,
		says: c.step === 3 ? c.say('result', { people: flagged(c.recording, limit).length, s: limit }) : undefined
	};
};

/** For the slider: people the rule flags at the threshold now set, of all that the machine followed. */
export const reads: SceneModule['reads'] = (recording, params) => ({
	people: flagged(recording, Number(params['maraudage.threshold'] ?? DEFAULT_THRESHOLD)).length,
	all: longest(recording).length
});
