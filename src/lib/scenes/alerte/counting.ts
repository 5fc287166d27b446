import { letter, letters } from '../../figure/lettering';
import { mixRects } from '../../figure/inset';
import { ease, mix, span } from '../../figure/motion';
import { measure, wrap } from '../../figure/text';
import type { Frame, Ink, Mark, SceneContext } from '../../picture/frame';
import { BOUNDS, computeDay, readAssumptions } from '../../centre/day';
import { dayChart, fallen, isSmall, lozenge, ROWS, sorted, thousand, unsorted, type DayChart } from './field';
import { frameOf, PALE, queueFrame, rowsOf } from './journey';
import { alertOfNour, queueOf } from '../../centre/queue';

/** Solved green, light enough for the night (7:1). */
const TRUE = '#86BBA5';

/** Index of the dot that is Nour's: the last one before her hour. */
function ownDot(hours: Float64Array, hour: number): number {
	let i = 0;
	while (i + 1 < hours.length && hours[i + 1] <= hour) i++;
	return i;
}

/** The hour of the day her camera's clock shows, as a number. */
const HOUR = 17 + 41 / 60;

/** The day goes by from midnight to midnight, and an hour more for the last dots to land. */
const clockAt = (t: number): number => 25.2 * span(t, 2.12, 2.58);

/** A day of alerts falls on the three shifts; the first is the night's. */
export function day(c: SceneContext, t: number, frame: Frame): void {
	const { view } = c;
	const small = isSmall(view);
	const a = readAssumptions(c.params);
	const d = computeDay(a);
	const chart = dayChart(view, a);
	const clock = clockAt(t);
	const gather = ease(t, 3, 3.28);
	const leave = 1 - ease(t, 3, 3.1);
	const shown = ease(t, 2.05, 2.14) * leave;
	const grid = thousand(view);
	const own = ownDot(chart.hours, HOUR);
	const xyr: number[] = [];
	for (let i = 0; i < chart.x.length; i++) {
		if (i === own) continue;
		const f = fallen(chart, i, clock);
		if (f <= 0 || (gather > 0 && i >= 1000)) continue;
		const y = mix(-20, chart.y[i], f);
		if (gather > 0) {
			// Every hour's pile becomes about one column: the dots close ranks.
			const s = gather;
			const [gx, gy] = unsorted(grid, i);
			xyr.push(mix(chart.x[i], gx, s), mix(y, gy, s), mix(chart.r, grid.cell * 0.36, s));
		} else xyr.push(chart.x[i], y, chart.r);
	}
	if (t < 3.3) frame.ink.push({ type: 'dots', xyr, fill: 'signal' });
	// Nour's row closes up into her dot.
	if (t > 2 && t <= 3.001 && chart.x.length) {
		const g = rowsOf(c);
		const last = queueFrame(c, 2, alertOfNour(c.recording));
		const from = frameOf(c, alertOfNour(c.recording));
		const below = queueOf(c.recording).filter((q) => q.frame > from && q.frame <= last).length;
		const r = chart.r * 1.5;
		frame.marks.push({
			type: 'rect',
			key: 'row-ours',
			...mixRects(
				{ x: g.x, y: g.y + Math.min(below, g.count) * g.row + 2, w: g.w, h: g.row - 4 },
				{ x: chart.x[own] - r, y: chart.y[own] - r, w: 2 * r, h: 2 * r },
				ease(t, 2, 2.16)
			),
			r: r * ease(t, 2.06, 2.16),
			fill: 'signal-text',
			stroke: '#FFFFFF',
			width: 2,
			opacity: leave
		});
	}
	shifts(c, chart, clock, a.operators, shown, frame);
	// The counter runs with the day.
	const so = chart.hours.reduce((n, h) => n + (h <= clock ? 1 : 0), 0) * chart.unit;
	const count = clock >= 24 ? Math.round(d.falseAlerts) : so;
	const size = small ? 30 : 60;
	const text = c.say('day.alerts', { n: c.number(count) });
	const base = view.free.y + (small ? 44 : 80);
	frame.marks.push(
		letter(
			'day',
			'news',
			chart.left,
			view.free.y + (small ? 14 : 20),
			small ? 14 : 19,
			c.say('day', { cameras: c.number(a.cameras) }),
			{
				fill: PALE,
				opacity: shown
			}
		),
		letter('day-count', 'grot', chart.left, base, size, text, { fill: 'paper', fact: 'f17', opacity: shown })
	);
	const beside = chart.left + measure(text, size, 'grot') + 14;
	const every = c.say('day.every', { n: c.number(d.falseAlerts > 0 ? (24 * 60) / d.falseAlerts : 0, 1) });
	const fits = beside + measure(every, small ? 14 : 21, 'news') < chart.right;
	frame.marks.push(
		letter(
			'day-every',
			'news',
			fits ? beside : chart.left,
			fits ? base : base + (small ? 18 : 28),
			small ? 14 : 21,
			every,
			{
				fill: PALE,
				fact: 'f17',
				opacity: shown * ease(t, 2.5, 2.58)
			}
		)
	);
	if (chart.unit > 1)
		frame.marks.push(
			letter(
				'day-unit',
				'mono',
				chart.right,
				view.free.y + (small ? 14 : 20),
				small ? 12 : 14,
				c.say('day.unit', { n: chart.unit }),
				{
					anchor: 'end',
					fill: PALE,
					opacity: shown
				}
			)
		);
	if (t < 3.01) {
		frame.subject = [
			{ x: chart.left, y: chart.top, w: chart.right - chart.left, h: chart.base + chart.crew - chart.top }
		];
		frame.says = c.say('says.day', { n: c.number(Math.round(d.falseAlerts)) });
	}
}

/** The three shifts under their hours: whoever is on duty sits in the light. */
function shifts(c: SceneContext, chart: DayChart, clock: number, operators: number, shown: number, frame: Frame): void {
	if (shown <= 0) return;
	const small = isSmall(c.view);
	chart.shifts.forEach((x, s) => {
		const duty =
			ease(clock, 8 * s - 0.6, 8 * s + 0.2) *
			(1 - (s < 2 ? ease(clock, 8 * s + 7.8, 8 * s + 8.6) : ease(clock, 24.4, 25.2)));
		const foot = chart.base + (small ? 26 : 40) + chart.crew;
		frame.ink.push(...crewInk(x, foot, chart.width, chart.crew, operators, duty, shown));
		frame.marks.push(
			{
				type: 'line',
				key: `axis-${s}`,
				x1: x,
				x2: x + chart.width,
				y1: chart.base,
				y2: chart.base,
				stroke: 'paper',
				width: 1.5,
				opacity: shown
			},
			letter(`hour-${8 * s}`, 'mono', x, chart.base + (small ? 18 : 24), small ? 12 : 14, c.say('hour', { n: 8 * s }), {
				fill: PALE,
				opacity: shown
			}),
			letter(
				`shift-${s + 1}`,
				'grot',
				x + chart.width / 2,
				foot + (small ? 15 : 24),
				small ? 12.5 : 18,
				c.say(small ? `shift.${s + 1}.short` : `shift.${s + 1}`),
				{ anchor: 'middle', fill: 'paper', opacity: shown * mix(0.6, 1, duty) }
			)
		);
	});
	frame.marks.push(
		letter('hour-24', 'mono', chart.right, chart.base + (small ? 18 : 24), small ? 12 : 14, c.say('hour', { n: 24 }), {
			anchor: 'end',
			fill: PALE,
			opacity: shown
		}),
		...letters(
			'assumed',
			'news',
			chart.left,
			chart.base + chart.crew + (small ? 57 : 90),
			small ? 12.5 : 16,
			c.say('assumed'),
			chart.right - chart.left,
			{ fill: PALE, opacity: shown }
		)
	);
}

/** People on duty from behind, side by side, `h` high: three shapes for all of them. */
function crewInk(x: number, foot: number, width: number, h: number, n: number, duty: number, opacity: number): Ink[] {
	const step = Math.min(width / n, h * 1.08);
	const k = Math.min(h, step * 0.98);
	const left = x + width / 2 - ((n - 1) / 2) * step;
	let bodies = '';
	let bands = '';
	const heads: number[] = [];
	for (let i = 0; i < n; i++) {
		const px = left + i * step;
		bodies += `M${px - k * 0.42} ${foot}C${px - k * 0.42} ${foot - k * 0.4} ${px - k * 0.34} ${foot - k * 0.52} ${px - k * 0.12} ${foot - k * 0.56}H${px + k * 0.12}C${px + k * 0.34} ${foot - k * 0.52} ${px + k * 0.42} ${foot - k * 0.4} ${px + k * 0.42} ${foot}Z`;
		heads.push(px, foot - k * 0.76, k * 0.19);
		bands += `M${px - k * 0.21} ${foot - k * 0.74}A${k * 0.21} ${k * 0.21} 0 0 1 ${px + k * 0.21} ${foot - k * 0.74}`;
	}
	const line = duty > 0.5 ? 'paper' : '#59626B';
	return [
		{ type: 'shape', d: bodies, fill: '#23272C', stroke: line, width: 1.4, opacity },
		{ type: 'shape', d: bodies, fill: '#44587A', stroke: line, width: 1.4, opacity: opacity * duty },
		{ type: 'dots', xyr: heads, fill: '#2E241E', stroke: line, width: 1.4, opacity },
		{ type: 'shape', d: bands, fill: 'none', stroke: line, width: Math.max(1.6, k * 0.035), round: true, opacity }
	];
}

const diamond = (x: number, y: number, r: number): string =>
	`M${x.toFixed(1)} ${(y - r).toFixed(1)}L${(x + r).toFixed(1)} ${y.toFixed(1)}L${x.toFixed(1)} ${(y + r).toFixed(1)}L${(x - r).toFixed(1)} ${y.toFixed(1)}Z`;

/** A thousand alerts: true ones are solid lozenges, false ones hollow rings. */
export function outOfThousand(c: SceneContext, t: number, frame: Frame): void {
	const { view } = c;
	const { free } = view;
	const small = isSmall(view);
	const a = readAssumptions(c.params);
	const d = computeDay(a);
	const trues = Math.round(d.truePerThousand);
	const grid = thousand(view);
	const leave = 1 - ease(t, 5, 5.12);
	const judge = ease(t, 3.34, 3.44);
	const sort = ease(t, 3.4, 3.56);
	const r = grid.cell * 0.36;
	const chart = dayChart(view, a);
	let yes = '';
	const no: number[] = [];
	for (let i = 0; i < 1000; i++) {
		if (t < 3.3 && i < chart.x.length) continue;
		// The days that follow fall into the columns that are left.
		const come = t >= 3.3 ? 1 : ease(t, 3.06 + 0.12 * (i / 1000), 3.16 + 0.12 * (i / 1000));
		if (come <= 0) continue;
		const from = unsorted(grid, i);
		const to = sorted(grid, i, trues);
		const s = sort;
		const x = mix(from[0], to[0], s);
		const y = mix(mix(-20, from[1], come), to[1], s);
		if (grid.rank[i] < trues) yes += diamond(x, y, mix(r, lozenge(grid, trues), judge));
		else no.push(x, y, mix(r, r * 0.86, judge));
	}
	frame.ink.push(
		{
			type: 'dots',
			xyr: no,
			fill: 'signal',
			fillOpacity: 1 - judge,
			stroke: judge > 0.5 ? '#A64A38' : 'signal',
			width: 1.2,
			opacity: leave
		},
		{
			type: 'shape',
			d: yes,
			fill: judge > 0.5 ? TRUE : 'signal',
			stroke: judge > 0.5 ? 'paper' : 'signal',
			width: 1.4,
			opacity: leave
		}
	);
	nour(c, t, frame, chart, judge, sort, trues);
	const shown = ease(t, 3.12, 3.24) * leave;
	const told = ease(t, 3.42, 3.5) * leave;
	const line = small ? 14 : 18;
	const word =
		trues === 0
			? c.say('thousand.none')
			: trues === 1
				? c.say('thousand.one')
				: c.say('thousand.true', { n: c.number(trues) });
	const others = c.say('thousand.false', { n: c.number(1000 - trues) });
	// Each word begins with the shape it speaks of; long words are set smaller.
	const big = Math.min(small ? 23 : 46, (0.9 * free.w) / (measure(word + others, 1, 'grot') + 2.3));
	const base = free.y + line + big * 1.02;
	const sign = big * 0.3;
	const first = free.x + 2 * sign + big * 0.22;
	const second = first + measure(word, big, 'grot') + big * 0.7;
	frame.marks.push(
		letter('thousand', 'news', free.x, free.y + line, line, c.say('thousand'), { fill: PALE, opacity: shown }),
		{
			type: 'path',
			key: 'sign-true',
			d: diamond(free.x + sign, base - big * 0.34, sign),
			fill: TRUE,
			stroke: 'paper',
			width: 1.4,
			opacity: told
		},
		letter('thousand-true', 'grot', first, base, big, word, { fill: TRUE, opacity: told }),
		{
			type: 'circle',
			key: 'sign-false',
			x: second + sign,
			y: base - big * 0.34,
			r: sign * 0.86,
			stroke: 'signal',
			width: 2,
			opacity: told
		},
		letter('thousand-false', 'grot', second + 2 * sign + big * 0.18, base, big, others, {
			fill: 'signal',
			opacity: told
		}),
		...letters(
			'thousand-if',
			'news',
			free.x,
			base + (small ? 18 : 28),
			small ? 13 : 17,
			c.say('thousand.if', {
				events: c.number(a.events),
				cameras: c.number(a.cameras),
				detected: c.number(a.detected)
			}),
			free.w,
			{ leading: 1.18, fill: PALE, fact: 'f17', opacity: told }
		)
	);
	if (t > 4) load(c, frame, a.operators, d.minutesPerHour, ease(t, 4.02, 4.16) * leave, grid.y + grid.cell * ROWS);
	if (t > 3.02 && t < 5) {
		frame.subject = [{ x: free.x, y: grid.y, w: free.w, h: grid.cell * ROWS }];
		frame.says = c.say('says.thousand', { t: c.number(trues) });
	}
}

/** Nour's alert stays marked among the others, and keeps her name. */
function nour(
	c: SceneContext,
	t: number,
	frame: Frame,
	chart: DayChart,
	judge: number,
	sort: number,
	trues: number
): void {
	if (t <= 3.001 || t >= 5) return;
	const grid = thousand(c.view);
	const dot = chart.x.length ? ownDot(chart.hours, HOUR) : -1;
	const before = unsorted(grid, grid.own);
	const after = sorted(grid, grid.own, trues);
	const moved = sort;
	const come = dot < 0 ? 1 : ease(t, 3, 3.24);
	const x = mix(dot < 0 ? before[0] : chart.x[dot], mix(before[0], after[0], moved), come);
	const y = mix(dot < 0 ? before[1] : chart.y[dot], mix(before[1], after[1], moved), come);
	const r = mix(chart.r * 1.5, grid.cell * 0.58, come);
	const size = isSmall(c.view) ? 13 : 17;
	const low = y + r + size > grid.y + grid.cell * ROWS - 34;
	frame.marks.push(
		{
			type: 'rect',
			key: 'row-ours',
			x: x - r,
			y: y - r,
			w: 2 * r,
			h: 2 * r,
			r,
			fill: judge > 0.5 ? 'night' : 'signal-text',
			stroke: '#FFFFFF',
			width: mix(1.8, 2.6, judge)
		},
		letter('nour', 'grot', x + r, low ? y - r - 5 : y + r + size, size, c.say('nour'), {
			anchor: 'end',
			fill: 'paper',
			halo: 'night',
			opacity: ease(t, 3.5, 3.58) * (1 - ease(t, 4.94, 5))
		})
	);
}

/** An hour of one operator on duty, and how much of it goes to sorting alerts. */
function load(c: SceneContext, frame: Frame, operators: number, minutes: number, shown: number, top: number): void {
	const { free } = c.view;
	const small = isSmall(c.view);
	const h = small ? 12 : 20;
	const y = top + (small ? 24 : 40);
	const glyph = small ? 10 : 15;
	const step = Math.min(glyph * 1.5, (free.w * 0.4) / BOUNDS.operators.most);
	const people = operators * step + 8;
	const x = free.x + people;
	const w = free.w - people;
	const share = Math.min(1, minutes / 60);
	const heads: number[] = [];
	let bodies = '';
	for (let i = 0; i < operators; i++) {
		const px = free.x + step / 2 + i * step;
		const py = y + h * 0.72;
		heads.push(px, py - glyph * 0.62, glyph * 0.27);
		bodies += `M${px - glyph * 0.42} ${py + glyph * 0.3}V${py + glyph * 0.06}Q${px} ${py - glyph * 0.62} ${px + glyph * 0.42} ${py + glyph * 0.06}V${py + glyph * 0.3}Z`;
	}
	frame.ink.push(
		{ type: 'shape', d: bodies, fill: '#E0B13A', opacity: shown },
		{ type: 'dots', xyr: heads, fill: '#E0B13A', opacity: shown }
	);
	const text = c.say(minutes > 60 ? 'load.over' : 'load', { n: c.number(minutes, minutes < 10 ? 1 : 0) });
	const lines = wrap(text, small ? 13 : 17, 'news', free.w);
	frame.marks.push(
		...lines.map((line, i): Mark => ({
			type: 'text',
			key: `load-${i}`,
			x: free.x,
			y: y - (small ? 8 : 12) - (lines.length - 1 - i) * 15,
			text: line,
			size: small ? 13 : 17,
			font: 'news',
			fill: 'paper',
			opacity: shown
		})),
		{ type: 'rect', key: 'load-hour', x, y, w, h, stroke: 'paper', width: 1.3, opacity: shown },
		{ type: 'rect', key: 'load-share', x, y, w: w * share, h, fill: '#E0B13A', opacity: shown }
	);
	let ticks = '';
	for (let m = 10; m < 60; m += 10) ticks += `M${(x + (w * m) / 60).toFixed(1)} ${y}v${h}`;
	frame.marks.push({ type: 'path', key: 'load-ticks', d: ticks, stroke: 'paper', width: 0.8, opacity: 0.6 * shown });
}
