/** What is on the square at one instant. Metres and seconds; world axes as in lib/camera/camera.ts. */
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

export interface Person extends Character {
	/** Stable for the whole street: index in `people`. Not the machine's id. */
	id: number;
	/** The name of one of the people of the story ('nour', 'marcel', …) or '' for a passer-by. */
	key: string;
	/** Why they are here: a key of the reasons in content/figures/people.yaml; 'crossing' for passers-by. */
	reason: string;
	/** False before they come and after they leave the street. */
	present: boolean;
	x: number;
	y: number;
	/** Unit vector they face. */
	hx: number;
	hy: number;
	/** Metres a second. */
	speed: number;
	pose: Pose;
	/** Gait phase, 0 to 1; one cycle is two steps. */
	phase: number;
	/** 0 to 1: umbrella opened. */
	shelter: number;
	/** What they are doing now. */
	doing?: Doing;
	/** Head turned from the body: -1 to their left, 1 to their right. */
	gaze?: number;
	/** 0 to 1: how far they have come into the pose (or out of it) after standing. */
	settled?: number;
}

/** A thing that moves or that somebody left. */
export interface Thing {
	kind: 'bag' | 'pigeon' | 'dog' | 'bicycle' | 'cart';
	x: number;
	y: number;
	z: number;
	hx: number;
	hy: number;
	phase: number;
	present: boolean;
	colour: string;
}

/** The weather and light, constant or changing in time. */
export interface Light {
	/** Ground shadow of a 1 m pole, metres: its tip relative to its foot. (0,0) on a grey day. */
	shadowX: number;
	shadowY: number;
	/** 0 no shadow, 1 hard sun. */
	sun: number;
	/** 0 day, 1 night. */
	dusk: number;
	/** 0 dry, 1 heavy rain. */
	rain: number;
}

export interface Street {
	readonly seed: number;
	/** Seconds of the street's life. */
	readonly seconds: number;
	/** Frames a second of `tick`. */
	readonly fps: number;
	/** Seconds of life before frame 0, at negative frames: the square fills from empty. */
	readonly lead: number;
	/** Frame now; may be fractional after `seek`. */
	frame: number;
	readonly people: Person[];
	readonly things: Thing[];
	readonly light: Light;
	/** Left end of the tram in metres (length 26), or NaN when it is out of sight. */
	tramX: number;
	/** -1 to 1: how far the trees lean. */
	sway: number;
	/** Advances by one frame. Writes in place, allocates nothing. */
	tick(): void;
	/** Goes to any frame, whole or not, at once: the state is a pure function of seed and frame. */
	seek(frame: number): void;
}
