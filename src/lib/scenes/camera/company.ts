import type { Camera } from '../../camera/camera';
import { OCHRE, ZINC } from '../../figure/colours';
import { slip } from '../../figure/marks';
import { ease, mix } from '../../figure/motion';
import { measure, rows, wrap } from '../../figure/text';
import type { Ink, Mark, Rect, SceneContext, View } from '../../picture/frame';
import type { Look } from '../../street/types';
import { apart, axis, cutAt, groundAt, metre, NEAR } from './layout';

/** Where one of them is on the stage for the eye at the foot of the mast, how far on a walk (0 at rest), turned where. */
interface Stance {
	x: number;
	walks: number;
	facing: -1 | 1;
}

/** One of them as the camera sees them: feet, and pixels a metre. */
export interface Standing {
	key: string;
	ink: Ink;
	x: number;
	y: number;
	k: number;
}

const between0and1 = (t: number): number => (t > 0 && t < 1 ? t : 0);

/** In a row before the mast. */
const rowX = (view: View, dx: number): number => view.free.x + view.free.w / 2 + dx * apart(view);

/** They come from both sides while the eye comes down, and are all there once it has. */
export const arriving = (view: View, coming: number): Stance[] =>
	OFFICIALS.map(({ key, dx }, i) => {
		const come = ease(coming, 0.03 + 0.035 * i, 0.25 + 0.04 * i);
		const mayor = key === 'mayor';
		const fromLeft = dx < 0 || (mayor && view.phone);
		const side = fromLeft ? -1 : 1;
		return {
			x: rowX(view, dx) + (1 - come) * side * view.free.w * 0.9,
			walks: between0and1(come),
			facing: fromLeft || (mayor && come >= 1) ? 1 : -1
		};
	});

/** The ribbon is cut where the State's part ends: the official goes there, the others make room. */
export function makingWay(view: View, toCut: number): Stance[] {
	const k = metre(view, NEAR);
	const cut = cutAt(view);
	const right = axis(view).range()[1] - 0.36 * k;
	return OFFICIALS.map(({ key, dx }, i) => {
		const x = rowX(view, dx);
		const place = key === 'mayor' ? cut + 0.36 * k : mix(cut + 1.25 * k, right, (i < 2 ? i : i - 1) / 3);
		return { x: mix(x, place, toCut), walks: Math.abs(place - x) > 4 ? between0and1(toCut) : 0, facing: -1 };
	});
}

/** The elected official and those who ask, on the ground before the mast, seen by the camera as it moves. */
export const company = (c: SceneContext, camera: Camera, stances: Stance[]): Standing[] =>
	stances.map(({ x, walks, facing }, i) => {
		const { key, look, height } = OFFICIALS[i];
		const { u, v, k } = groundAt(c.view, camera, x, NEAR);
		const phase = walks ? (walks * 4) % 1 : 0.13 * i + ((c.life / 5.3) % 1);
		const pose = walks ? 'walk' : 'stand';
		return { key, x: u, y: v, k, ink: { type: 'person', look, pose, phase, x: u, y: v, k, height, facing } };
	});

/** Where those in the picture stand. */
export const bodies = ({ width }: View, people: Standing[]): Rect[] =>
	people
		.filter(({ x }) => x > 0 && x < width)
		.map(({ x, y, k }) => ({ x: x - 0.3 * k, y: y - 1.75 * k, w: 0.6 * k, h: 1.75 * k }));

/** Who they are, on slips: the row of houses behind is full of windows. */
export function names(c: SceneContext, people: Standing[], coming: number): Mark[] {
	const { phone } = c.view;
	const size = phone ? 12.5 : 19;
	return people.flatMap((p, i): Mark[] => {
		const key = `asks-${p.key}`;
		const opacity = ease(coming, 0.34 + 0.02 * i, 0.4 + 0.02 * i);
		const lines = wrap(c.say(`asks.${p.key}`), size, 'grot', apart(c.view) - 10);
		const foot = p.y - 1.98 * p.k;
		const top = foot - (lines.length - 1) * size * 1.05;
		const w = Math.max(...lines.map((l) => measure(l, size, 'grot'))) + (phone ? 8 : 16);
		const back = { x: p.x - w / 2, y: top - size * 1.05, w, h: foot - top + size * 1.45 };
		return [
			slip(`${key}-back`, back, { width: 1.2, opacity }),
			...rows(key, 'grot', p.x, top, size, lines, size * 1.05, { weight: 500, anchor: 'middle', opacity })
		];
	});
}

/** What they wear and the colours of their skin and hair: nobody of the square has these, for they are not of its people. */
const DYE = {
	navy: '#384a63',
	soot: '#2e3138',
	sand: '#D8A27F',
	black: '#2a1d18',
	cap: '#2c3848',
	plum: '#7A4A5E',
	slate: '#3D4654',
	rose: '#E0B08E',
	brown: '#6b4a2b',
	linen: '#F2E7CF',
	steel: '#4c5966',
	coal: '#2b2d33',
	sage: '#9AA894',
	earth: '#5a4a42',
	umber: '#8d5a3c',
	white: '#dcd6cc',
	stone: '#44414a',
	dark: '#3a2c22'
};

/** Those who ask for the camera, in their order on either side of the elected official. Height in metres. */
export const OFFICIALS: { key: string; look: Look; dx: number; height: number }[] = [
	{
		key: 'police',
		dx: -2,
		height: 1.78,
		look: { coat: DYE.navy, legs: DYE.soot, skin: DYE.sand, hair: DYE.black, hat: DYE.cap, cut: 'short' }
	},
	{
		key: 'shops',
		dx: -1,
		height: 1.66,
		look: { coat: DYE.plum, legs: DYE.slate, skin: DYE.rose, hair: DYE.brown, apron: DYE.linen, cut: 'bun' }
	},
	{
		key: 'mayor',
		dx: 0,
		height: 1.74,
		look: { coat: DYE.steel, legs: DYE.coal, skin: DYE.rose, hair: ZINC, cut: 'bald', glasses: true }
	},
	{
		key: 'residents',
		dx: 1,
		height: 1.6,
		look: { coat: DYE.sage, legs: DYE.earth, skin: DYE.umber, hair: DYE.white, long: true, cut: 'curly' }
	},
	{
		key: 'neighbours',
		dx: 2,
		height: 1.81,
		look: { coat: OCHRE, legs: DYE.stone, skin: DYE.sand, hair: DYE.dark, cut: 'short', beard: true }
	}
];
