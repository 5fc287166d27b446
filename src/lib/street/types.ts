/** Who and what is on the square. Metres and seconds; world axes as in lib/camera/camera.ts. */
export type Pose = 'walk' | 'stand' | 'sit' | 'crouch' | 'bench';

/** What somebody busies themselves with, beyond their pose. */
export type Doing = '' | 'phone' | 'talk' | 'map' | 'sleep' | 'search' | 'lock' | 'sell' | 'greet';

/** How somebody walks: an old person's short quick steps, a child's skip, the lean of those who hurry when they are quick. */
export type Gait = 'plain' | 'short' | 'skip' | 'hurried';

/** What somebody does over and over, whatever else they do. */
export type Habit =
	/** A hand goes up with the words. */
	| 'talks'
	/** Looks up from the phone to where somebody should come from. */
	| 'looksUp'
	/** Eyes closed as they sit. */
	| 'dozes'
	/** Looks at the ground and pats the pockets. */
	| 'searches'
	/** Scratches the head. */
	| 'scratches'
	/** Shows what there is to see, with an arm stretched out. */
	| 'points'
	/** Bounces with both hands up. */
	| 'bounces'
	/** Holds an open hand out. */
	| 'offers';

/** What one remembers of a face, beyond hair and hat: seen only where it is large, never by a sensor. */
export interface Face {
	lips?: string;
	earrings?: string;
	hoops?: string;
	mole?: boolean;
	freckles?: boolean;
	wrinkles?: boolean;
	moustache?: string;
	stubble?: boolean;
	brows?: 'thick' | 'worried';
	/** Behind the ear. */
	flower?: string;
	/** In the hair. */
	bobbles?: string;
}

/** What a person looks like, for the painter. Colours are '#rrggbb'. */
export interface Look {
	coat: string;
	legs: string;
	skin: string;
	hair: string;
	shoes?: string;
	hat?: string;
	/** A long coat, to the knee. */
	long?: boolean;
	/** What closes the coat at the neck; drawn from the colours when there is neither. */
	hood?: boolean;
	scarf?: string;
	stripes?: string;
	/** A backpack or shoulder bag. */
	bag?: string;
	/** A wheeled suitcase. */
	suitcase?: string;
	cane?: boolean;
	phone?: boolean;
	flowers?: boolean;
	apron?: string;
	helmet?: string;
	box?: string;
	beard?: boolean;
	glasses?: boolean;
	/** Hair: cut, bun, long, curly, bald, ponytail. */
	cut?: 'short' | 'bun' | 'long' | 'curly' | 'bald' | 'ponytail';
	umbrella?: string;
}

/** What somebody is, whatever they do at the moment. */
export interface Character {
	look: Look;
	/** Metres, when standing upright. */
	height: number;
	face?: Face;
	/** As the look suggests when absent. */
	gait?: Gait;
	habits?: readonly Habit[];
	/** In both hands, while they stand. */
	holds?: 'map';
	/** What goes where they go. */
	brings?: Pick<Thing, 'kind' | 'colour'>;
	/** Two with the same word embrace when they meet, and then walk with empty hands. */
	embrace?: string;
}

/** Somebody of a street, wherever they are. */
export interface Somebody extends Character {
	/** Stable for the whole street: index in `people`. Not the machine's id. */
	readonly id: number;
	/** The name of one of the people of the story ('nour', 'marcel', …) or '' for a passer-by. */
	readonly key: string;
	/** Why they are here: a key of the reasons in content/figures/people.yaml; 'crossing' for passers-by. */
	readonly reason: string;
}

/** Somebody as they are at an instant. */
export interface Person extends Somebody {
	/** False before they come and after they leave the street. */
	readonly present: boolean;
	readonly x: number;
	readonly y: number;
	/** Unit vector they face. */
	readonly hx: number;
	readonly hy: number;
	/** Metres a second. */
	readonly speed: number;
	readonly pose: Pose;
	/** Gait phase, 0 to 1; one cycle is two steps. */
	readonly phase: number;
	/** 0 to 1: umbrella opened. */
	readonly shelter: number;
	/** What they are doing now. */
	readonly doing?: Doing;
	/** Head turned from the body: -1 to their left, 1 to their right. */
	readonly gaze?: number;
	/** 0 to 1: how far they have come into the pose (or out of it) after standing. */
	readonly settled?: number;
}

/** A thing that moves or that somebody left. */
export interface Thing {
	readonly kind: 'bag' | 'pigeon' | 'dog' | 'bicycle' | 'cart';
	readonly x: number;
	readonly y: number;
	readonly z: number;
	readonly hx: number;
	readonly hy: number;
	readonly phase: number;
	readonly present: boolean;
	readonly colour: string;
}

/** Something while it is being written, by whoever makes it. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/** The weather and light, constant or changing in time. */
export interface Light {
	/** Ground shadow of a 1 m pole, metres: its tip relative to its foot. (0,0) on a grey day. */
	readonly shadowX: number;
	readonly shadowY: number;
	/** 0 no shadow, 1 hard sun. */
	readonly sun: number;
	/** 0 day, 1 night. */
	readonly dusk: number;
	/** 0 dry, 1 heavy rain. */
	readonly rain: number;
}

/** A street at an instant: a value that nobody changes. */
export interface Instant {
	/** Frame; whole or not. */
	readonly frame: number;
	/** The same in seconds. */
	readonly time: number;
	/** Everybody of the street, present or not, in the order of its people. */
	readonly people: readonly Person[];
	readonly things: readonly Thing[];
	readonly light: Light;
	/** Left end of the tram in metres (length 26), or NaN when it is out of sight. */
	readonly tramX: number;
	/** -1 to 1: how far the trees lean. */
	readonly sway: number;
}

export interface Street {
	readonly seed: number;
	/** Seconds of the street's life. */
	readonly seconds: number;
	/** Frames a second. */
	readonly fps: number;
	/** Seconds of life before frame 0, at negative frames: the square fills from empty. */
	readonly lead: number;
	/** Everybody who is there at some time. */
	readonly people: readonly Somebody[];
	/** The street at any frame, whole or not: a pure function of the street and the frame. */
	at(frame: number): Instant;
}
