import type { Camera } from '../../camera/camera';
import { boxMarks } from '../../figure/boxes';
import { down, path } from '../../figure/marks';
import { bodyRect, placePeople, sensorRect, viewBox, viewfinder, type Placed } from '../../figure/square';
import { letter } from '../../figure/text';
import type { Frame, Ink, Mark, SceneContext, SensorLayer, View } from '../../picture/frame';
import type { Box } from '../../recording/types';
import { stack } from '../layers';
import type { Read } from './cues';
import { dissolving, explained, type Explained } from './explained';
import { black, mast } from './layout';
import { caption, loopDial, names } from './words';

/** What the machine makes of a picture, stage by stage, and the key of the edge each stage comes in behind. */
const CHAIN: [layer: SensorLayer, edge: string][] = [
	['luma', ''],
	['background', 'wipe1'],
	['difference', 'wipe1'],
	['mask', 'wipe2'],
	['blobs', 'wipe1']
];

/** Where a layer shows, over the whole height of the stage. */
export interface Strip {
	layer: SensorLayer;
	edge: string;
	x: number;
	w: number;
}

/** Layers side by side on the very same picture: each takes over from the one before it, from the left. */
function strips({ width }: View, at: Read): Strip[] {
	const edges = [1, at('background'), at('difference'), at('mask'), at('blobs'), 0].map((t) => Math.round(width * t));
	const all = CHAIN.map(([layer, edge], i) => ({ layer, edge, x: edges[i + 1], w: edges[i] - edges[i + 1] }));
	return all.filter((s) => s.w > 0);
}

/** The layers' pixels at a frame, none of them left of `from`. */
const pixels = (view: View, camera: Camera, shown: Strip[], at: number, from = 0): Ink[] =>
	shown.flatMap(({ layer, x, w }): Ink[] => {
		const left = Math.max(from, x);
		if (x + w <= left) return [];
		const clip = { x: left, y: 0, w: x + w - left, h: view.height };
		return [{ type: 'sensor', at, layer, ...sensorRect(camera), clip }];
	});

/** The lens's own picture over the whole stage, as far as it is there. */
export const lens = (view: View, camera: Camera, at: number, opacity: number): Ink[] =>
	opacity > 0
		? pixels(view, camera, [{ layer: 'luma', edge: '', x: 0, w: view.width }], at).map((i) => ({ ...i, opacity }))
		: [];

/** The lines layers come in behind. */
const edges = (view: View, shown: Strip[]): Mark[] =>
	shown.filter(({ edge, x, w }) => edge && x + w < view.width).map((s) => edge(s.edge, s.x + s.w, view));
const edge = (key: string, x: number, { height }: View): Mark =>
	down(key, x, 0, height, { stroke: 'signal', width: 2 });

/** The picture, the background and what differs from it: each stage of the machine on the very same people. */
export function layers(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const shot = explained(c, at('loop'));
	const camera = mast(view);
	const shown = strips(view, at);
	const nour = placePeople(recording, shot.at, camera, ['nour'])[0];
	return {
		night: 0,
		...stack(
			{ ink: [{ type: 'street', camera, at: shot.at }] },
			{ ink: dissolving(shot, (frame) => pixels(view, camera, shown, frame)) },
			{ marks: edges(view, shown) },
			{ marks: viewfinder(c, shot.at, at('finder')) },
			{ marks: names(c, shown) },
			{ marks: loopDial(c, shot.run) }
		),
		subject: nour ? [bodyRect(nour)] : undefined
	};
}

/** The blobs come over the mask, then the drawing over both, each from the left; boxes on the blobs. */
export function boxing(c: SceneContext, at: Read): Frame {
	const { recording, view } = c;
	const shot = explained(c, at('loop'));
	const camera = mast(view);
	const shown = strips(view, at);
	const street = Math.round(view.width * at('street'));
	const drawn = (frame: number): Ink[] => [{ type: 'street', camera, at: frame, drained: 0.7, veil: 0.2 }];
	const nour = placePeople(recording, shot.at, camera, ['nour'])[0];
	const own = nour && boxOn(recording.boxesAt(shot.at), nour, camera);
	return {
		night: 0,
		...stack(
			{ ink: street > 0 ? dissolving(shot, drawn) : drawn(shot.at) },
			street < view.width && {
				ink: [black(view, street), ...dissolving(shot, (frame) => pixels(view, camera, shown, frame, street))]
			},
			{ marks: edges(view, shown) },
			street > 0 && street < view.width && { marks: [edge('wipe-street', street, view)] },
			{ marks: boxes(c, shot, camera, at('boxes')) },
			own && { marks: ruler(c, own, camera, at('ruler')) },
			{ marks: at('boxesNamed') ? caption(c, c.say('layer.boxes'), 1) : names(c, shown) },
			{ marks: loopDial(c, shot.run) }
		),
		subject: nour ? [bodyRect(nour)] : undefined
	};
}

/** The box somebody stands in. */
const boxOn = (boxes: Box[], { x, y }: Placed, camera: Camera): Box | undefined =>
	boxes.find((b) => {
		const r = viewBox(b, camera);
		return x > r.x && x < r.x + r.w && y - 5 > r.y && y - 20 < r.y + r.h;
	});

/** The program's boxes, those of the frame that leaves going with it. */
function boxes({ recording }: SceneContext, { at, old }: Explained, camera: Camera, opacity: number): Mark[] {
	const leaving = old ? boxMarks(recording, old.at, camera, { opacity: opacity * old.share }) : [];
	return [
		...leaving.map((m) => ({ ...m, key: `old-${m.key}` })),
		...boxMarks(recording, at, camera, { opacity: opacity * (1 - (old?.share ?? 0)) })
	];
}

/** How tall a person should be in that place: the height the detector expects there. */
function ruler(c: SceneContext, box: Box, camera: Camera, opacity: number): Mark[] {
	const r = viewBox(box, camera);
	const x = r.x - 14;
	const foot = r.y + r.h;
	const look = { weight: 500, fill: 'signal-text', halo: 'paper', anchor: 'end', opacity } as const;
	return [
		path('ruler', `M${x - 5} ${r.y}h10M${x} ${r.y}V${foot}M${x - 5} ${foot}h10`, {
			stroke: 'signal',
			width: 1.6,
			opacity
		}),
		letter('ruler-text', 'mono', x - 8, r.y + r.h / 2 + 4, 13, c.say('ruler'), look)
	];
}
