import type { Character, Habit, Look, Pose } from '../../street/types';
import { traitsOf, type Traits } from './traits';

/** A body to draw: a `Person` of the street has all of it. */
export interface Figure extends Character {
	pose: Pose;
	/** Gait phase, 0 to 1; one cycle is two steps. */
	phase: number;
	/** Unit vector faced: right and away from the viewer. */
	hx: number;
	hy: number;
	/** Metres a second; a stroll when absent. */
	speed?: number;
	/** 0 to 1: umbrella opened. */
	shelter?: number;
	/** 'free': hands are empty, the phone is put away. 'embrace': both arms round somebody in front. */
	gesture?: 'free' | 'embrace';
}

/** Pixels per metre above which people have habits of their own: far above the sensor's. */
export const HABITS = 30;

/** Metres of which all measures of a body are shares. */
const GROWN = 1.72;

/** A figure as it is about to be drawn: what follows from it once, for all parts of the body. */
export interface Subject {
	who: Figure;
	look: Look;
	/** Those who turn to the viewer stand still for it. */
	pose: Pose;
	traits: Traits;
	habits: readonly Habit[];
	child: boolean;
	old: boolean;
	/** Size, where 1 is a body of 1.72 m. */
	s: number;
	/** Radius of the head, metres. */
	radius: number;
	/** Pixels per metre at which it is seen. */
	k: number;
	/** The head turns to the viewer. */
	facing: boolean;
	/** 0 to 1, a cycle of some seconds: where those who stand are in their small movements. */
	idle: number;
	/** The hands are put to no use, or lie round somebody. */
	empty: boolean;
	hug: boolean;
}

export function subjectOf(who: Figure, k: number, facing: boolean, idle: number, gesture: Figure['gesture']): Subject {
	const { look, height } = who;
	const traits = traitsOf(look);
	const child = isChild(height);
	return {
		who,
		look,
		pose: facing && who.pose === 'walk' ? 'stand' : who.pose,
		traits,
		habits: who.habits ?? [],
		child,
		old: !!look.cane || traits.old,
		s: height / GROWN,
		radius: 0.138 * (child ? 0.74 + 0.2 * (height / 1.45) : 1),
		k,
		facing,
		idle,
		empty: gesture !== undefined,
		hug: gesture === 'embrace'
	};
}

export const isChild = (height: number): boolean => height < 1.45;
