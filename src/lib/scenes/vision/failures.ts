import { SENSOR_HEIGHT, SENSOR_WIDTH } from '../../camera/camera';
import type { View } from '../../picture/frame';
import type { Box, Moment, Recording } from '../../recording/types';
import { mast } from './layout';

/** A failure of the program: when, of which kind (the key of its labels), and the box that is wrong. */
export interface Mistake {
	moment: Moment;
	key: 'merge' | 'ghost' | 'switch';
	box: Box;
}

/** The failures of a recording that have their box, in the order they are shown. */
export const mistakesOf = ({ moments, boxesAt }: Recording): Mistake[] =>
	(['merge', 'ghost', 'switch'] as const).flatMap((key) => {
		const moment = moments[key];
		const box = moment && boxesAt(moment.frame).find((b) => b.id === moment.track);
		return box ? [{ moment, key, box }] : [];
	});

/** The middle of its box, in fractions of the camera's picture. */
export const centreOf = ({ box }: Mistake): [number, number] => [
	(box.x + box.w / 2) / SENSOR_WIDTH,
	Math.min(0.94, (box.y + box.h / 2) / SENSOR_HEIGHT)
];

/** How near it is looked at: its box takes up about a third of the picture's height. */
export function nearness(recording: Recording, view: View, { box }: Mistake): number {
	const [least, most] = view.phone ? [1.6, 4.5] : [2, 6];
	const s = mast(view).f / recording.camera.f;
	return Math.max(least, Math.min(most, (0.34 * view.height) / (box.h * s)));
}

/** The number the same person had before this track, if the recording has one. */
export function before({ tracks }: Recording, { moment }: Mistake): number | null {
	const own = tracks.find((t) => t.id === moment.track);
	const earlier = tracks
		.filter((t) => own && t.id !== own.id && t.person === moment.people[0] && t.to <= moment.frame)
		.sort((a, b) => b.to - a.to)[0];
	return earlier?.id ?? null;
}
