import { range } from 'd3';
import film from '../../../generated/objection.json';
import { letter, letters } from '../../figure/text';
import { group, path, slip } from '../../figure/marks';
import { ease } from '../../figure/motion';
import { framedPicture, nourOut } from '../../figure/nour';
import { pictogram, type PictogramName } from '../../figure/pictogram';
import type { Mark, Rect, SceneContext } from '../../picture/frame';
import type { Box } from '../../recording/types';
import { SPANS, type ActId } from '../../street/acts';
import type { Layer } from '../layers';

/**
 * What the program saw of the acts, which were filmed and run through the same pipeline as the recording
 * (scenes/droit/film.ts): her boxes and the counter are what it gave.
 */
const { boxes, fps, ids } = film;

const GESTURES: { id: ActId; picture: PictogramName }[] = [
	{ id: 'sign', picture: 'sign' },
	{ id: 'umbrella', picture: 'umbrella' },
	{ id: 'back', picture: 'turned' }
];

/** Images with a box on her up to a moment, and within each gesture. */
export function countedAt(seconds: number) {
	const until = Math.min(ids.length, Math.floor(seconds * fps) + 1);
	const boxed = (from: number, to: number) => ids.slice(from, Math.max(from, to)).filter(Boolean).length;
	const within = ({ from, to }: { from: number; to: number }) =>
		boxed(Math.round(from * fps), Math.ceil(Math.min(until, to * fps)));
	const by: Record<string, number> = Object.fromEntries(GESTURES.map(({ id }) => [id, within(SPANS[id])]));
	return { all: boxed(0, until), by };
}
type Counted = ReturnType<typeof countedAt>;

/** Her box at a moment with the number the program gave it; null where it gave none. */
export function boxAt(seconds: number): Box | null {
	const f = Math.max(0, Math.min(ids.length - 1, Math.floor(seconds * fps)));
	if (!ids[f]) return null;
	const [x, y, w, h] = boxes.slice(4 * f, 4 * f + 4).map((v) => v / 2);
	return { id: ids[f], x, y, w, h };
}

/** How many images have her in a box, and what each gesture added: beside her, then under the framed picture. */
export function counter(c: SceneContext, n: Counted, opacity: number, framed: number): Layer {
	const { free, shape } = c.view;
	const f = framedPicture(c.view);
	const first = opacity * (1 - ease(framed, 0, 0.4));
	const then = opacity * ease(framed, 0.6, 1);
	const foot = f.y + f.h;
	if (shape === 'phone') {
		const low = lying(c, n, { x: free.x, y: free.y + free.h - 112, w: free.w, h: 112 });
		const only = alone(c, n, { x: free.x, y: foot + 8, w: 140, h: 104 });
		return {
			marks: [...group('counter', low, { opacity: first }), ...group('counter.alone', only, { opacity: then })]
		};
	}
	// She stands to the right of it.
	const out = nourOut(c);
	const strip = Math.min(470, free.w * 0.58, out.x - 0.6 * out.k - f.x);
	// Her sign stands between her and it.
	const w = Math.max(220, Math.min(300, free.w * 0.36));
	const panel = upright(c, n, { x: free.x + free.w - w, y: free.y, w, h: Math.min(560, free.h) });
	const under = lying(c, n, { x: f.x, y: foot + 22, w: strip, h: strip < 400 ? 112 : 150 });
	return {
		marks: [...group('counter', panel, { opacity: first }), ...group('counter.strip', under, { opacity: then })]
	};
}

/** The panel's paper and the number. */
function head(c: SceneContext, all: number, r: Rect, set: { pad: number; base: number; big: number }): Mark[] {
	return [
		slip('back', r),
		letter('n', 'grot', r.x + set.pad, r.y + set.base, set.big, c.number(all), { fill: 'signal-text' })
	];
}

const caption = (c: SceneContext, x: number, y: number, size: number, room: number): Mark[] =>
	letters('t', 'mono', x, y, size, c.say('counter'), room, { leading: 1.25 });

/** One stroke for each image, in rows of `columns`. */
function strokes(n: number, x: number, y: number, columns: number, dx: number, h: number): string {
	const stroke = (i: number) =>
		`M${(x + (i % columns) * dx).toFixed(1)} ${(y + Math.floor(i / columns) * (h + 3)).toFixed(1)}v${h}`;
	return range(n).map(stroke).join('') || 'M0 0';
}

/** The number, then each gesture with its strokes. */
function upright(c: SceneContext, n: Counted, r: Rect): Mark[] {
	const pad = 22;
	const room = r.w - 2 * pad;
	const x = r.x + pad;
	const big = Math.min(112, room / 1.75);
	const base = pad + big * 0.74;
	const top = r.y + base + 60;
	const pitch = (r.y + r.h - pad * 0.5 - top) / 3;
	const size = Math.min(72, pitch - 44);
	return [
		...head(c, n.all, r, { pad: pad - 3, base, big }),
		...caption(c, x, r.y + base + 24, 13, room),
		...GESTURES.flatMap(({ id, picture }, i): Mark[] => {
			const y = top + i * pitch;
			const opacity = n.by[id] > 0 ? 1 : 0.25;
			const beside = x + size + 16;
			const lines = strokes(n.by[id], x + 2, y + size + 7, 38, (room - 4) / 37.5, 9);
			const plus = c.say('plus', { n: n.by[id] });
			return [
				pictogram(`g.${id}`, picture, x, y, size, opacity),
				letter(`g.${id}.t`, 'news', beside, y + size * 0.4, 20, c.say(`act.${id}`), { opacity }),
				letter(`g.${id}.n`, 'grot', beside, y + size * 0.4 + 32, 30, plus, { fill: 'signal-text', opacity }),
				path(`g.${id}.s`, lines, { stroke: 'signal', width: 3 })
			];
		})
	];
}

/** The same lying down: under the picture, or at the foot of a phone's stage. */
function lying(c: SceneContext, n: Counted, r: Rect): Mark[] {
	const small = c.view.phone || r.w < 400;
	const pad = small ? 10 : 18;
	const big = small ? 44 : 76;
	const machine = small ? 12 : 13;
	const width = Math.min(small ? 112 : 150, r.w * 0.3);
	const size = small ? 34 : 46;
	const base = pad + big * 0.76;
	const step = (r.w - pad - width - 20) / 3;
	const under = r.y + pad + size;
	return [
		...head(c, n.all, r, { pad, base, big }),
		...caption(c, r.x + pad, r.y + base + machine * 1.5, machine, width),
		...GESTURES.flatMap(({ id, picture }, i): Mark[] => {
			const opacity = n.by[id] > 0 ? 1 : 0.25;
			const x = r.x + pad + width + 12 + i * step;
			const plus = c.say('plus', { n: n.by[id] });
			const says = c.say(`act.${id}`);
			const look = { fill: 'signal-text', opacity };
			const lines = strokes(n.by[id], x + 1, under + (small ? 20 : 26), 25, (step - 12) / 25, small ? 5 : 8);
			return [
				pictogram(`g.${id}`, picture, x, r.y + pad, size, opacity),
				letter(`g.${id}.n`, 'grot', x + size + 5, r.y + pad + size * 0.66, small ? 16 : 22, plus, look),
				letter(`g.${id}.t`, 'news', x, under + (small ? 14 : 18), small ? 12.5 : 15, says, { opacity }),
				path(`g.${id}.s`, lines, { stroke: 'signal', width: small ? 1.6 : 2.2 })
			];
		})
	];
}

const alone = (c: SceneContext, n: Counted, r: Rect): Mark[] => [
	...head(c, n.all, r, { pad: 10, base: 46, big: 44 }),
	...caption(c, r.x + 10, r.y + 64, 12, r.w - 18)
];
