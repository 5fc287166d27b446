import type { Camera } from '../../camera/camera';
import { down } from '../../figure/marks';
import { bodyRect, placePeople, sensorRect, viewfinder } from '../../figure/square';
import type { Frame, Ink, Mark, SceneContext, SensorLayer, View } from '../../picture/frame';
import { stack } from '../layers';
import type { Read } from './cues';
import { dissolving, explained } from './explained';
import { mast } from './layout';
import { loopDial, names } from './words';

/** What the machine makes of a picture, stage by stage, and the key of the edge each stage comes in behind. */
const CHAIN: { layer: SensorLayer; edge: string }[] = [
	{ layer: 'luma', edge: '' },
	{ layer: 'background', edge: 'wipe1' },
	{ layer: 'difference', edge: 'wipe1' },
	{ layer: 'mask', edge: 'wipe2' },
	{ layer: 'blobs', edge: 'wipe1' }
];

/** Where a layer shows, over the whole height of the stage. */
export interface Strip {
	layer: SensorLayer;
	edge: string;
	x: number;
	w: number;
}

/** Layers side by side on the very same picture: each takes over from the one before it, from the left. */
export function strips({ width }: View, at: Read): Strip[] {
	const edges = [1, at('background'), at('difference'), at('mask'), at('blobs'), 0].map((t) => Math.round(width * t));
	return CHAIN.map(({ layer, edge }, i) => ({ layer, edge, x: edges[i + 1], w: edges[i] - edges[i + 1] })).filter(
		(s) => s.w > 0
	);
}

/** The layers' pixels at a frame, none of them left of `from`. */
export const pixels = (view: View, camera: Camera, shown: Strip[], at: number, from = 0): Ink[] =>
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
export const edges = ({ width, height }: View, shown: Strip[]): Mark[] =>
	shown
		.filter(({ edge, x, w }) => edge && x + w < width)
		.map(({ edge, x, w }) => down(edge, x + w, 0, height, { stroke: 'signal', width: 2 }));

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
