import { between, MAST, type Camera, type Pose } from '../../camera/camera';
import { domeAt, mastInk } from '../../figure/mast';
import { ease } from '../../figure/motion';
import { atFoot, cameraOf, toSky } from '../../figure/poses';
import { bodyRect, placePeople, sensorRect, viewfinder, worldFrame } from '../../figure/square';
import { travel, type Key } from '../../figure/travel';
import type { Frame, Scene, SceneContext, View } from '../../picture/frame';
import { latest } from '../cues';
import { stack, type Layer } from '../layers';
import { posts, ribbon, scissors } from './ceremony';
import { aid, heading, prices } from './chart';
import { arriving, bodies, company, makingWay, names, type Standing } from './company';
import { CUES, type Read } from './cues';
import { HELD, SPAN, START } from './data';
import { rowsOf } from './layout';
import { loupe, readings } from './loupe';
import { month } from './month';

export { CUES as cues };

/** The picture each step composes; in the third the glass is laid over what the second ended with. */
const PICTURES: Record<string, (c: SceneContext, at: Read) => Frame> = {
	viewfinder: (c, at) => throughLens(c, at, worldFrame(c, START + SPAN * at('running'), 0)),
	pixels: (c, at) => throughLens(c, at, START + SPAN + SPAN * at('stopping'), HELD),
	'thirty-days': outOfLens,
	'who-asks': asking,
	ribbon: cutting,
	bill
};

/** What the lens yields: pixels, numbers; then the eye comes out of it, down its mast, to what it costs. */
export const scene: Scene = (c) => latest(c, PICTURES)(c, CUES(c));

const street = (camera: Camera, at: number): Layer => ({ ink: [{ type: 'street', camera, at }] });
/** The street once it runs again. */
const streetAgain = (c: SceneContext, camera: Camera, again: number): Layer =>
	street(camera, worldFrame(c, START + 3 * SPAN + 4 * SPAN * again, 0));

/** Nour in the camera's picture, `now`; what is read from that picture is where she is `seen`. */
function throughLens(c: SceneContext, at: Read, now: number, seen = now): Frame {
	const camera = cameraOf(c.view, MAST);
	const sensor = sensorRect(camera);
	const nour = placePeople(c.recording, seen, camera, ['nour']).map(bodyRect);
	return {
		night: 0,
		...stack(
			street(camera, now),
			readings(c, sensor, at('pixels'), at('numbers')),
			...nour.map((body) => ({ marks: loupe(c, body, sensor, at('loupe')) })),
			{ marks: viewfinder(c, now, at('finder')) }
		),
		subject: nour.length ? nour : undefined
	};
}

/** Before the half globe, near. */
const dome = ({ phone }: View): Pose => ({
	x: phone ? 0.03 : -0.32,
	y: phone ? -14.75 : -14.5,
	z: 8.47,
	tilt: 0,
	focal: 1.26,
	horizon: 0.36
});

/** Colour comes back, and the eye goes back out through the glass. */
function outOfLens(c: SceneContext, at: Read): Frame {
	const { view } = c;
	const near = dome(view);
	const way: Key[] = [
		[0.2, MAST],
		[0.42, between(MAST, near, 0.55)],
		[0.62, near]
	];
	const out = at('out');
	const camera = cameraOf(view, travel(way, out));
	const globe = domeAt(camera);
	const [x, y, r] = globe ? [globe.x, globe.y, globe.r] : [0, 0, 0];
	return {
		night: 0,
		...stack(
			streetAgain(c, camera, at('again')),
			readings(c, sensorRect(camera), at('pixels'), at('numbers')),
			{ ink: mastInk(camera, 1 - ease(r / view.height, 0.3, 0.85)) },
			{ marks: month(c, at('days')) }
		),
		subject: globe && out > 0.4 ? [{ x: x - r, y: y - r, w: 2 * r, h: 2 * r }] : undefined
	};
}

/** Those who ask, before the mast, and what lies over them. */
function beforeMast(c: SceneContext, at: Read, camera: Camera, people: Standing[], over: Layer): Frame {
	const all = { ink: [...mastInk(camera), ...people.map((p) => p.ink)] };
	return { night: 0, ...stack(streetAgain(c, camera, at('again')), all, over), subject: bodies(c.view, people) };
}

/** The eye comes down the mast to those who ask for the camera. */
function asking(c: SceneContext, at: Read): Frame {
	const { view } = c;
	const way: Key[] = [
		[0, dome(view)],
		[0.16, { ...between(dome(view), atFoot(view), 0.45), z: 7.6 }],
		[0.4, atFoot(view)]
	];
	const coming = at('coming');
	const camera = cameraOf(view, travel(way, coming));
	const people = company(c, camera, arriving(view, coming));
	return beforeMast(c, at, camera, people, { marks: names(c, people, coming) });
}

/** A ribbon before them, cut. */
function cutting(c: SceneContext, at: Read): Frame {
	const { view } = c;
	const camera = cameraOf(view, between(atFoot(view), toSky(view), at('sky')));
	const moment = { laid: at('laid'), cut: at('cut'), fallen: at('fallen'), straight: at('straight') };
	return beforeMast(c, at, camera, company(c, camera, makingWay(view, at('toCut'))), {
		ink: [...posts(view, camera), ...ribbon(view, moment), ...scissors(view, at('scissors'), at('open'))]
	});
}

/** The eye goes up to the sky with the ribbon, which becomes the first bar of a chart. */
function bill(c: SceneContext, at: Read): Frame {
	const { free: f } = c.view;
	// The State's part is named over the prices that come down past it; its line is under what they are called.
	const [line, ...named] = aid(c, at('chart'), at('aid'));
	const children = [...heading(c, at('chart')), line, ...prices(c, at('prices')), ...named];
	const opacity = at('stays');
	return {
		...cutting(c, at),
		marks: opacity < 1 ? [{ type: 'group', key: 'chart', opacity, children }] : children,
		subject: [{ x: f.x, y: f.y, w: f.w, h: rowsOf(c.view).bottom - f.y }]
	};
}
