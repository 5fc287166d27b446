import { fit, MAST, project, type Camera } from '../../camera/camera';
import { boxMarks } from '../../figure/boxes';
import { cameraIn, mixCameras, mixRects } from '../../figure/inset';
import { letter, letters } from '../../figure/lettering';
import { ease, mix, span } from '../../figure/motion';
import { pictogram, type PictogramName } from '../../figure/pictogram';
import { oval, slab } from '../../figure/place';
import { frameSquare, viewBox } from '../../figure/square';
import { measure } from '../../figure/text';
import type { Box } from '../../recording/types';
import type { Ink, Mark, Rect, SceneContext, View } from '../../story/frame';
import { CAST } from '../../street/looks';
import { HOMES } from '../../street/square';
import type { Person } from '../../street/types';
import { act, BASE, SIGN, signAt, SPANS, TOTAL, type ActId } from './acts';
import type { Objection } from './film';

const GESTURES: { id: ActId; picture: PictogramName }[] = [
	{ id: 'sign', picture: 'sign' },
	{ id: 'umbrella', picture: 'umbrella' },
	{ id: 'back', picture: 'turned' }
];

const isSmall = (view: View): boolean => view.portrait || view.width < 700;

/** Where the camera's picture ends up in the last step: at the top, blank paper under it. */
function frameRect({ free }: View): Rect {
	const w = Math.min(free.w, (free.h * 0.62 * 16) / 9);
	return { x: free.x + (free.w - w) / 2, y: free.y, w, h: (w * 9) / 16 };
}

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

function shot(view: View, step: number, p: number): Shot {
	const small = isSmall(view);
	const near = fit(MAST, view.width, view.height, {
		zoom: view.portrait ? 2.3 : small ? 2.1 : 2.2,
		focus: [0.449, 0.7],
		at: [small ? 0.5 : (view.free.x + view.free.w * 0.42) / view.width, small ? 0.42 : 0.58]
	});
	const whole = { x: 0, y: 0, w: view.width, h: view.height };
	if (step === 5) return { camera: mixCameras(frameSquare(view), near, ease(p, 0, 0.3)), clip: whole, framed: 0 };
	const framed = ease(p, 0, 0.22);
	const target = frameRect(view);
	return { camera: mixCameras(near, cameraIn(target), framed), clip: mixRects(whole, target, framed), framed };
}

/** Nour as the acts have her at a moment; in a street without her, somebody of her looks at her place. */
function nourAt(c: SceneContext, seconds: number): Person {
	const { street, fps } = c.recording;
	const known = street.people.find((p) => p.key === 'nour');
	const copy = (at: number): Person => {
		if (known) {
			street.seek((BASE + at) * fps);
			return { ...known };
		}
		const [x, y] = HOMES.nour;
		return {
			id: -1,
			key: 'nour',
			reason: 'nour',
			present: true,
			x,
			y,
			hx: 0,
			hy: -1,
			speed: 0,
			pose: 'stand',
			phase: 0,
			shelter: 0,
			...CAST.nour
		};
	};
	const home = copy(SPANS.leave.from);
	const p = copy(seconds);
	act(p, seconds, [home.x, home.y]);
	return p;
}

const spot = { u: 0, v: 0, k: 0 };

/** Where Nour stands on the paper when the chapter ends: the next one finds her there. */
export function nourOut(c: SceneContext): { person: Person; x: number; y: number; k: number } {
	const person = nourAt(c, TOTAL);
	project(cameraIn(frameRect(c.view)), person.x, person.y, 0, spot);
	return { person, x: spot.u, y: spot.v, k: spot.k };
}

export const nourInk = (person: Person, x: number, y: number, k: number, opacity = 1): Ink[] => [
	{ type: 'shape', d: oval(x + 0.16 * k, y, 0.42 * k, 0.075 * k), fill: 'ink', opacity: 0.14 * opacity },
	{
		type: 'person',
		look: person.look,
		pose: person.pose,
		x,
		y,
		k,
		height: person.height,
		facing: Math.abs(person.hx) > 0.75 ? (person.hx > 0 ? 1 : -1) : 0,
		back: person.hy > 0.66,
		phase: person.phase,
		shelter: person.shelter,
		opacity
	}
];

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
	data: Objection
): { ink: Ink[]; marks: Mark[]; subject: Rect[]; images: number } {
	const { view } = c;
	const small = isSmall(view);
	const ink: Ink[] = [];
	const marks: Mark[] = [];
	const seconds = secondsAt(c.step, c.progress);
	const { camera, clip, framed } = shot(view, c.step, c.progress);
	const arrived = c.step === 5 ? ease(c.progress, 0.07, 0.26) : 1;
	const at = (BASE + seconds) * c.recording.fps;
	const person = nourAt(c, seconds);
	const others = c.recording.street.people.filter((p) => p.key !== 'nour').map((p) => p.id);
	const alone = c.step === 6 ? ease(c.progress, 0.88, 1) : 0;
	const veil = Math.max(1 - arrived, alone);
	if (veil < 1)
		ink.push({ type: 'street', camera, at, drained: 0.7, veil, clip, only: others.length ? others : undefined });
	if (framed > 0)
		ink.push({
			type: 'shape',
			d: slab(clip.x, clip.y, clip.w, clip.h),
			fill: 'none',
			stroke: 'ink',
			width: 1.8,
			opacity: framed * (1 - alone)
		});

	project(camera, person.x, person.y, 0, spot);
	const { u, v, k } = spot;
	const figure: Rect = { x: u - 0.35 * k, y: v - person.height * k, w: 0.7 * k, h: person.height * k };
	const sign = signAt(seconds);
	ink.push(...nourInk(person, u, v, k, arrived));
	if (sign > 0) signInk(c, u, v, k, sign, ink, marks);

	const boxed = boxAt(data, seconds);
	const shown = arrived * (1 - alone);
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
	counter(c, n, c.step === 5 ? ease(c.progress, 0.1, 0.22) : 1 - alone, framed, marks);

	const out = c.step === 6 ? ease(c.progress, 0.52, 0.6) : 0;
	if (out > 0) {
		const place = nourOut(c);
		const x = place.x + 0.5 * place.k;
		const s = small ? 17 : 30;
		const y = place.y - place.person.height * place.k * 0.62;
		const room = view.free.x + view.free.w - x;
		marks.push(
			letter('out', 'grot', x, y, s, c.say('out'), { opacity: out * (1 - alone) }),
			...letters('out.says', 'news', x, y + s * 0.95, small ? 13.5 : 19, c.say('out.says'), room, {
				opacity: out * (1 - alone)
			})
		);
	}
	return { ink, marks, subject: [figure], images: n.all };
}

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

/** How many images have her in a box, and what each gesture added. */
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
	const machine = small ? 12 : 13;
	const big = small ? 40 : 76;
	const panel = (r: Rect, o: number, list: boolean, key: string) => {
		if (o <= 0) return;
		const pad = small ? 10 : 18;
		const children: Mark[] = [{ type: 'rect', key: 'back', ...r, fill: 'paper', stroke: 'ink', width: 1.5 }];
		children.push(
			letter('n', 'grot', r.x + pad, r.y + pad + big * 0.76, big, c.number(n.all), { fill: 'signal-text' })
		);
		const width = list ? r.w - 2 * pad : Math.min(150, r.w * 0.36);
		const caption = letters(
			't',
			'mono',
			r.x + pad,
			r.y + pad + big * 0.76 + machine * 1.5,
			machine,
			c.say('counter'),
			width,
			{ leading: 1.25 }
		);
		children.push(...caption);
		const fits = list && r.h > big + 3 * (small ? 32 : 52) + 60;
		const listTop = r.y + pad + big * 0.76 + machine * 1.5 + caption.length * machine * 1.25 + 4;
		if (!list || fits)
			GESTURES.forEach(({ id, picture }, i) => {
				const on = n.by[id] > 0 ? 1 : 0.25;
				const size = small ? 30 : 44;
				const plus = c.say('plus', { n: n.by[id] });
				if (list) {
					const y = listTop + i * (size + (small ? 2 : 8));
					children.push(pictogram(`g.${id}`, picture, r.x + pad, y, size, on));
					children.push(
						letter(`g.${id}.n`, 'mono', r.x + pad + size + 10, y + size * 0.62, small ? 13 : 16, plus, {
							fill: 'signal-text',
							opacity: on
						})
					);
					if (!small)
						children.push(
							letter(`g.${id}.t`, 'news', r.x + pad + size + 64, y + size * 0.62, 17, c.say(`act.${id}`), {
								opacity: on
							})
						);
				} else {
					const step = (r.w - pad - width - 20) / 3;
					const x = r.x + pad + width + 12 + (i + 0.5) * step;
					children.push(pictogram(`g.${id}`, picture, x - size / 2, r.y + pad, size, on));
					children.push(
						letter(`g.${id}.n`, 'mono', x, r.y + pad + size + 18, 13, plus, {
							fill: 'signal-text',
							anchor: 'middle',
							opacity: on
						})
					);
					children.push(
						...letters(`g.${id}.t`, 'news', x, r.y + pad + size + 34, 12.5, c.say(`act.${id}`), step, {
							anchor: 'middle',
							opacity: on
						})
					);
				}
			});
		marks.push({ type: 'group', key, opacity: o, children });
	};
	if (!small) {
		const w = 250;
		panel({ x: free.x + free.w - w, y: free.y, w, h: 330 }, opacity * (1 - ease(framed, 0, 0.4)), true, 'counter');
		const f = frameRect(c.view);
		panel(
			{ x: f.x, y: f.y + f.h + 22, w: Math.min(430, free.w * 0.55), h: 144 },
			opacity * ease(framed, 0.6, 1),
			false,
			'counter.strip'
		);
	} else {
		const h = 92;
		panel({ x: free.x, y: free.y + free.h - h, w: free.w, h }, opacity * (1 - ease(framed, 0, 0.4)), false, 'counter');
		const f = frameRect(c.view);
		panel({ x: free.x, y: f.y + f.h + 8, w: 132, h: 112 }, opacity * ease(framed, 0.6, 1), true, 'counter.alone');
	}
}
