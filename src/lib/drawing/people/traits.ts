import type { Look } from '../../street/types';

export type HatKind = 'beanie' | 'cap' | 'brim' | 'beret' | 'flat';

/** What sets people apart beyond their colours; the same for the same look. */
export interface Traits {
	/** Small number that makes faces differ. */
	seed: number;
	hat: HatKind;
	/** The bag hangs at the side instead of on the back. */
	satchel: boolean;
	/** How the arms rest while standing. */
	arms: 'pockets' | 'folded' | 'hip' | 'hanging';
	/** The leg that carries the weight: -1 left, 1 right. */
	leg: -1 | 1;
	/** Width of the body, about 1. */
	build: number;
	/** How far the head turns from the body: to the left below 0. */
	glance: number;
	/** How much it turns to and fro. */
	restless: number;
	collar: 'shirt' | 'scarf' | 'hood';
	scarf: string;
	old: boolean;
}

const HATS = ['beanie', 'cap', 'brim', 'beret'] as const;
const ARMS = ['pockets', 'folded', 'hip', 'hanging'] as const;
const COLLARS = ['shirt', 'hood', 'scarf', 'hood', 'shirt', 'shirt', 'hood'] as const;
const SCARVES = ['#C99A3F', '#7A4A5E', '#E8DCC2', '#5E7FA3', '#6E8B84', '#B98467'];

/** FNV-1a of the colours. */
function hashOf(look: Look): number {
	// Another start would dress all passers-by otherwise.
	let h = 2166136261 ^ 1396;
	const text = look.coat + look.legs + look.skin + look.hair + (look.hat ?? '') + (look.bag ?? '');
	for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
	return h >>> 0;
}

export function traitsOf(look: Look): Traits {
	const h = hashOf(look);
	const pale = parseInt(look.hair.slice(1, 3), 16) > 200;
	const arms = (h >>> 9) % 4;
	return {
		seed: h % 97,
		hat: hatOf(look, pale, h),
		satchel: (h >>> 5) % 2 === 0,
		arms: ARMS[arms],
		leg: (h >>> 11) % 2 ? 1 : -1,
		build: 0.94 + ((h >>> 13) % 8) * 0.02,
		glance: ((h >>> 16) % 5) * 0.12 - 0.24,
		restless: 1 + arms * 0.3,
		collar: collarOf(look) ?? COLLARS[(h >>> 19) % COLLARS.length],
		scarf: look.scarf ?? SCARVES[(h >>> 22) % SCARVES.length],
		old: pale && !!look.hat
	};
}

function collarOf({ helmet, hood, scarf }: Look): Traits['collar'] | undefined {
	if (helmet || hood) return 'hood';
	return scarf ? 'scarf' : undefined;
}

function hatOf(look: Look, pale: boolean, h: number): HatKind {
	if (look.beard) return 'beanie';
	if (look.stripes) return 'brim';
	if (pale) return 'flat';
	return look.cut === 'curly' ? 'cap' : HATS[(h >>> 7) % HATS.length];
}
