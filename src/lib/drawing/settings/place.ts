import type { Pose } from '../../camera/camera';
import type { Plot } from '../plot';

/** What makes one picture of a place differ from another. */
export interface Shot {
	seed: number;
	/** Seconds. */
	time: number;
	/** The picture is turned over. */
	mirrored: boolean;
}

/** A place: where its camera is, what stands still behind and before people, and the ways people go. */
export interface Place {
	pose: Pose;
	people: number;
	/** Ways, as (x0, y0, x1, y1): people go to and fro on them, or stand at them when both ends are one. */
	ways: readonly (readonly [number, number, number, number])[];
	children?: boolean;
	behind: (p: Plot, shot: Shot) => void;
	/** Things among people, by depth. */
	among: readonly { y: number; paint: (p: Plot, shot: Shot) => void }[];
}
