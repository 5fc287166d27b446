import { fit, MAST, project, type Camera } from '../../camera/camera';
import { boxMarks } from '../../figure/boxes';
import { cameraIn, mixCameras, mixRects } from '../../figure/inset';
import { letter, letters } from '../../figure/lettering';
import { ease, mix, span } from '../../figure/motion';
import { pictogram, type PictogramName } from '../../figure/pictogram';
import { slab } from '../../figure/place';
import { frameSquare, viewBox } from '../../figure/square';
import { framedPicture, nourAt, nourOut, standing } from '../../figure/nour';
import { measure } from '../../figure/text';
import type { Box } from '../../recording/types';
import type { Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import { BASE, SIGN, signAt, SPANS, TOTAL, type ActId } from '../../street/acts';
import type { Objection } from './film';

const GESTURES: { id: ActId; picture: PictogramName }[] = [
	{ id: 'sign', picture: 'sign' },
	{ id: 'umbrella', picture: 'umbrella' },
	{ id: 'back', picture: 'turned' }
];

const isSmall = (view: View): boolean => view.portrait || view.width < 700;

/** Seconds after BASE at a place in steps 5 and 6. */
function secondsAt(step: number, p: number): number {
	const { leave } = SPANS;
	if (step === 5)
		return p < 0.2
			? mix(0, SPANS.sign.from - 0.6, span(p, 0, 0.2))
			: mix(SPANS.sign.from - 0.6, leave.from - 0.02, span(p, 0.2, 0.92));
	return mix(leave.from - 0.02, TOTAL - 0.02, span(p, 0.16, 0.54));
}

interface Shot {
	camera: Camera;
	clip: Rect;
	/** 0 the whole stage, 1 the framed picture. */
	framed: number;
}

function shot(view: View, step: number, p: number, opening: Rect): Shot {
	const small = isSmall(view);
	const near = fit(MAST, view.width, view.height, {
		zoom: view.portrait ? 2.7 : small ? 2.2 : 3.1,
		focus: [0.449, 0.7],
		at: [small ? 0.4 : (view.free.x + view.free.w * 0.3) / view.width, view.portrait ? 0.42 : small ? 0.34 : 0.58]
	});
	if (step === 5) {
		const opened = ease(p, 0, 0.2);
		const inside = cameraIn(opening, MAST, { focus: [0.449, 0.62] });
		const square = opened < 1 ? mixCameras(inside, frameSquare(view), opened) : frameSquare(view);
		return { camera: mixCameras(square, near, ease(p, 0.06, 0.32)), clip: opening, framed: 0 };
	}
	const framed = ease(p, 0, 0.22);
	const target = framedPicture(view);
	return { camera: mixCameras(near, cameraIn(target), framed), clip: mixRects(opening, target, framed), framed };
}

/** Images with a box on her up to a moment, and within each gesture. */
function counted(data: Objection, seconds: number): { all: number; by: Record<string, number> } {
	const until = Math.min(data.ids.length, Math.floor(seconds * data.fps) + 1);
	const by: Record<string, number> = {};
	let all = 0;
	for (let f = 0; f < until; f++) if (data.ids[f]) all++;
	for (const { id } of GESTURES) {
		by[id] = 0;
		for (let f = Math.round(SPANS[id].from * data.fps); f < Math.min(until, SPANS[id].to * data.fps); f++)
			if (data.ids[f]) by[id]++;
	}
	return { all, by };
}

/** The number the program gave her box at a moment, and the box; null where it gave none. */
function boxAt(data: Objection, seconds: number): Box | null {
	const f = Math.max(0, Math.min(data.ids.length - 1, Math.floor(seconds * data.fps)));
	if (!data.ids[f]) return null;
	const [x, y, w, h] = data.boxes.slice(4 * f, 4 * f + 4).map((v) => v / 2);
	return { id: data.ids[f], x, y, w, h };
}

/**
 * Nour says no to the camera. The acts were filmed and run through the same pipeline as the recording:
 * her boxes and the counter are what it gave (scenes/droit/film.ts).
 */
export function objecting(
	c: SceneContext,
	data: Objection,
	opening: Rect
): { ink: Ink[]; marks: Mark[]; subject: Rect[]; images: number } {
	const { view } = c;
	const small = isSmall(view);
	const ink: Ink[] = [];
	const marks: Mark[] = [];
	const seconds = secondsAt(c.step, c.progress);
	const { camera, clip, framed } = shot(view, c.step, c.progress, opening);
	const arrived = c.step === 5 ? ease(c.progress, 0.16, 0.26) : 1;
	const at = (BASE + seconds) * c.recording.fps;
	const person = nourAt(c.recording, seconds);
	const others = c.recording.street.people.filter((p) => p.key !== 'nour').map((p) => p.id);
	// In the end the picture is drawn up out of the stage, and she stays.
	const alone = c.step === 6 ? ease(c.progress, 0.86, 1) : 0;
	const lifted = { ...clip, y: clip.y - alone * (clip.y + clip.h + 12) };
	const hung = { ...camera, v0: camera.v0 + lifted.y - clip.y, height: camera.height + lifted.y - clip.y };
	ink.push({
		type: 'street',
		camera: alone > 0 ? hung : camera,
		at,
		drained: 0.7,
		clip: lifted,
		only: others.length ? others : undefined
	});
	const ochre = c.step === 5 ? 1 - ease(c.progress, 0.16, 0.22) : 0;
	if (framed > 0 || ochre > 0)
		ink.push({
			type: 'shape',
			d: slab(lifted.x, lifted.y, lifted.w, lifted.h),
			fill: ochre > 0 ? '#C99A3F' : 'none',
			fillOpacity: ochre > 0 ? 1 - ease(c.progress, 0, 0.12) : 0,
			stroke: ochre > 0 ? '#C99A3F' : 'ink',
			width: ochre > 0 ? 5 * ochre : 1.8,
			opacity: ochre > 0 ? 1 : framed
		});

	project(camera, person.x, person.y, 0, spot);
	const { u, v, k } = spot;
	const figure: Rect = { x: u - 0.35 * k, y: v - person.height * k, w: 0.7 * k, h: person.height * k };
	const sign = signAt(seconds);
	ink.push(...standing(person, u, v, k, 1, c.step === 5 ? clip : undefined));
	if (sign > 0) signInk(c, u, v, k, sign, ink, marks);

	const boxed = boxAt(data, seconds);
	const shown = arrived * (1 - ease(alone, 0, 0.3));
	const hers = boxed && viewBox(boxed, camera);
	const nour = new Set(c.recording.tracks.filter((t) => t.person === person.id).map((t) => t.id));
	const elsewhere = boxMarks(c.recording, at, camera, {
		opacity: 0.7 * shown,
		only: (b) => {
			const r = viewBox(b, camera);
			return (
				!nour.has(b.id) &&
				!(hers && overlaps(r, hers)) &&
				!overlaps(r, figure) &&
				r.x >= clip.x &&
				r.x + r.w <= clip.x + clip.w &&
				r.y + r.h <= clip.y + clip.h &&
				r.y >= clip.y
			);
		}
	});
	marks.push(...elsewhere);
	if (hers && shown > 0) {
		const size = small ? 12 : 14;
		const text = c.say('tag', { id: String(boxed.id) });
		const w = measure(text, size, 'mono') + 10;
		marks.push(
			{
				type: 'rect',
				key: 'hers',
				...hers,
				fill: 'signal',
				fillOpacity: 0.1,
				stroke: 'signal',
				width: 2.6,
				opacity: shown
			},
			{
				type: 'rect',
				key: 'hers.tag',
				x: hers.x - 1.3,
				y: hers.y + hers.h,
				w,
				h: size + 8,
				fill: 'signal-text',
				opacity: shown
			},
			letter('hers.id', 'mono', hers.x + 3.7, hers.y + hers.h + size + 2, size, text, {
				fill: '#FFFFFF',
				opacity: shown
			})
		);
	}

	const n = counted(data, seconds);
	counter(c, n, c.step === 5 ? ease(c.progress, 0.16, 0.26) : 1 - ease(alone, 0, 0.6), framed, marks);

	const out = c.step === 6 ? ease(c.progress, 0.52, 0.6) : 0;
	if (out > 0) {
		const place = nourOut(c);
		const x = place.x + 0.5 * place.k;
		const s = small ? 17 : 30;
		const y = place.y - place.person.height * place.k * 0.62;
		const room = view.free.x + view.free.w - x;
		marks.push(
			letter('out', 'grot', x, y, s, c.say('out'), { opacity: out * (1 - ease(alone, 0, 0.6)) }),
			...letters('out.says', 'news', x, y + s * 0.95, small ? 13.5 : 19, c.say('out.says'), room, {
				opacity: out * (1 - ease(alone, 0, 0.6))
			})
		);
	}
	return { ink, marks, subject: [figure], images: n.all };
}

const spot = { u: 0, v: 0, k: 0 };

const overlaps = (a: Rect, b: Rect): boolean =>
	a.x < b.x + b.w && a.x + a.w > b.x && a.y < b.y + b.h && a.y + a.h > b.y;

/** The sign she holds up, its word big enough to read. */
function signInk(c: SceneContext, u: number, v: number, k: number, up: number, ink: Ink[], marks: Mark[]): void {
	const x = u + SIGN.aside * k;
	const lift = (1 - up) * 0.9 * k;
	const top = v - SIGN.top * k + lift;
	const neck = v - SIGN.neck * k + lift;
	const half = SIGN.half * k;
	ink.push({
		type: 'shape',
		d: slab(x - 0.028 * k, neck, 0.056 * k, (SIGN.neck - SIGN.low) * k),
		fill: '#A9805A',
		stroke: 'ink',
		width: 1.3,
		opacity: up
	});
	ink.push({
		type: 'shape',
		d: slab(x - half, top, 2 * half, neck - top),
		fill: '#FBF7EE',
		stroke: 'ink',
		width: 1.8,
		opacity: up
	});
	const size = Math.max(12, (neck - top) * 0.78);
	marks.push(
		letter('no', 'grot', x, (top + neck) / 2 + size * 0.35, size, c.say('no'), { anchor: 'middle', opacity: up })
	);
}

/** One stroke for each image, in rows of `columns`. */
function strokes(n: number, x: number, y: number, columns: number, dx: number, h: number): string {
	let d = '';
	for (let i = 0; i < n; i++)
		d += `M${(x + (i % columns) * dx).toFixed(1)} ${(y + Math.floor(i / columns) * (h + 3)).toFixed(1)}v${h}`;
	return d || 'M0 0';
}

/** How many images have her in a box, and what each gesture added: a stroke for every image. */
function counter(
	c: SceneContext,
	n: { all: number; by: Record<string, number> },
	opacity: number,
	framed: number,
	marks: Mark[]
): void {
	if (opacity <= 0) return;
	const { free } = c.view;
	const small = isSmall(c.view);
	const f = framedPicture(c.view);
	const first = opacity * (1 - ease(framed, 0, 0.4));
	const then = opacity * ease(framed, 0.6, 1);
	if (!small) {
		const strip = Math.min(470, free.w * 0.58);
		// Her sign stands between her and it.
		const w = Math.max(220, Math.min(300, free.w * 0.36));
		tall(c, n, { x: free.x + free.w - w, y: free.y, w, h: Math.min(560, free.h) }, first, marks);
		flatPanel(c, n, { x: f.x, y: f.y + f.h + 22, w: strip, h: strip < 400 ? 112 : 150 }, then, marks, 'counter.strip');
	} else {
		flatPanel(c, n, { x: free.x, y: free.y + free.h - 112, w: free.w, h: 112 }, first, marks, 'counter');
		alonePanel(c, n, { x: free.x, y: f.y + f.h + 8, w: 140, h: 104 }, then, marks);
	}
}

type Counted = { all: number; by: Record<string, number> };

const back = (r: Rect): Mark => ({ type: 'rect', key: 'back', ...r, fill: 'paper', stroke: 'ink', width: 1.5 });

/** Beside her: the number, then each gesture with its strokes. */
function tall(c: SceneContext, n: Counted, r: Rect, opacity: number, marks: Mark[]): void {
	if (opacity <= 0) return;
	const pad = 22;
	const big = Math.min(112, (r.w - 2 * pad) / 1.75);
	const children: Mark[] = [
		back(r),
		letter('n', 'grot', r.x + pad - 3, r.y + pad + big * 0.74, big, c.number(n.all), { fill: 'signal-text' }),
		...letters('t', 'mono', r.x + pad, r.y + pad + big * 0.74 + 24, 13, c.say('counter'), r.w - 2 * pad, {
			leading: 1.25
		})
	];
	const top = r.y + pad + big * 0.74 + 60;
	const pitch = (r.y + r.h - pad * 0.5 - top) / 3;
	const size = Math.min(72, pitch - 44);
	GESTURES.forEach(({ id, picture }, i) => {
		const y = top + i * pitch;
		const on = n.by[id] > 0 ? 1 : 0.25;
		children.push(
			pictogram(`g.${id}`, picture, r.x + pad, y, size, on),
			letter(`g.${id}.t`, 'news', r.x + pad + size + 16, y + size * 0.4, 20, c.say(`act.${id}`), { opacity: on }),
			letter(`g.${id}.n`, 'grot', r.x + pad + size + 16, y + size * 0.4 + 32, 30, c.say('plus', { n: n.by[id] }), {
				fill: 'signal-text',
				opacity: on
			}),
			{
				type: 'path',
				key: `g.${id}.s`,
				d: strokes(n.by[id], r.x + pad + 2, y + size + 7, 38, (r.w - 2 * pad - 4) / 37.5, 9),
				stroke: 'signal',
				width: 3
			}
		);
	});
	marks.push({ type: 'group', key: 'counter', opacity, children });
}

/** The same lying down: under the picture, or at the foot of a phone's stage. */
function flatPanel(c: SceneContext, n: Counted, r: Rect, opacity: number, marks: Mark[], key: string): void {
	if (opacity <= 0) return;
	const small = isSmall(c.view) || r.w < 400;
	const pad = small ? 10 : 18;
	const big = small ? 44 : 76;
	const machine = small ? 12 : 13;
	const width = Math.min(small ? 112 : 150, r.w * 0.3);
	const size = small ? 34 : 46;
	const base = r.y + pad + big * 0.76;
	const children: Mark[] = [
		back(r),
		letter('n', 'grot', r.x + pad, base, big, c.number(n.all), { fill: 'signal-text' }),
		...letters('t', 'mono', r.x + pad, base + machine * 1.5, machine, c.say('counter'), width, { leading: 1.25 })
	];
	const step = (r.w - pad - width - 20) / 3;
	GESTURES.forEach(({ id, picture }, i) => {
		const on = n.by[id] > 0 ? 1 : 0.25;
		const x = r.x + pad + width + 12 + i * step;
		children.push(
			pictogram(`g.${id}`, picture, x, r.y + pad, size, on),
			letter(
				`g.${id}.n`,
				'grot',
				x + size + 5,
				r.y + pad + size * 0.66,
				small ? 16 : 22,
				c.say('plus', { n: n.by[id] }),
				{
					fill: 'signal-text',
					opacity: on
				}
			),
			letter(`g.${id}.t`, 'news', x, r.y + pad + size + (small ? 14 : 18), small ? 12.5 : 15, c.say(`act.${id}`), {
				opacity: on
			}),
			{
				type: 'path',
				key: `g.${id}.s`,
				d: strokes(n.by[id], x + 1, r.y + pad + size + (small ? 20 : 26), 25, (step - 12) / 25, small ? 5 : 8),
				stroke: 'signal',
				width: small ? 1.6 : 2.2
			}
		);
	});
	marks.push({ type: 'group', key, opacity, children });
}

function alonePanel(c: SceneContext, n: Counted, r: Rect, opacity: number, marks: Mark[]): void {
	if (opacity <= 0) return;
	marks.push({
		type: 'group',
		key: 'counter.alone',
		opacity,
		children: [
			back(r),
			letter('n', 'grot', r.x + 10, r.y + 46, 44, c.number(n.all), { fill: 'signal-text' }),
			...letters('t', 'mono', r.x + 10, r.y + 64, 12, c.say('counter'), r.w - 18, { leading: 1.25 })
		]
	});
}
