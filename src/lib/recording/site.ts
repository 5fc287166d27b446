import type { Zone } from '../rules/index';
import { TRAM as VEHICLE } from '../street/places';
import type { Lane } from '../vision/vehicles';

/** The loitering zone: most of the paving the camera sees, trapezium on the ground, metres. */
export const PLACE: Zone = {
	id: 'place',
	polygon: [
		[-8.6, 0.6],
		[8.6, 0.6],
		[18.5, 15.2],
		[-18.5, 15.2]
	]
};

/** The tram stop, where the crowd rule counts. */
export const STOP: Zone = {
	id: 'tram',
	polygon: [
		[-16.5, 11.2],
		[-3.5, 11.2],
		[-3.5, 15.6],
		[-16.5, 15.6]
	]
};

export const ZONES: Zone[] = [PLACE, STOP];

/** The tram's lane, as an installer would mark it: nobody new is looked for in the side of a tram. */
export const LANE: Lane = { near: VEHICLE.y0, height: VEHICLE.height };
