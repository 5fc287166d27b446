import { project, type Camera } from '../camera/camera';
import { clamp, cosine } from '../maths';
import { BAKERY, BENCH, BENCHES, CART, COLUMN, LAMP_HEIGHT, LAMPS, PLANTERS, SHELTER, TRAM, TREES } from './places';
import type { Instant, Person } from './types';

/** Share of somebody that must be seen before a machine can be blamed for missing them. */
export const VISIBLE = 0.35;

/** Where a person really is in the picture of a level camera. Pixels of its image. */
export interface Truth {
	/** Id of the person in the street. */
	person: number;
	/** Box around the whole silhouette, hidden parts too, cut at the image's border. */
	x: number;
	y: number;
	w: number;
	h: number;
	/** Share of the silhouette that is in the image and not behind anything, 0 to 1. */
	visible: number;
	/** On the ground, metres. */
	groundX: number;
	groundY: number;
}

interface Silhouette {
	left: number;
	right: number;
	top: number;
	bottom: number;
	/** Upright bodies are narrow at the head and, standing, at the legs; others fill their box. */
	upright: boolean;
	/** Pixels per metre. */
	k: number;
	u: number;
}

const spot = { u: 0, v: 0, k: 0 };
const shape: Silhouette = { left: 0, right: 0, top: 0, bottom: 0, upright: true, k: 1, u: 0 };

/** How far feet and hands reach ahead and behind in one step of a brisk walk, metres, as the painter draws it. */
const WALK_AHEAD = [0.52, 0.49, 0.46, 0.44, 0.4, 0.37, 0.31, 0.29, 0.3, 0.3, 0.335, 0.38, 0.42, 0.475, 0.5, 0.53];
const WALK_BEHIND = [0.51, 0.57, 0.56, 0.56, 0.52, 0.53, 0.46, 0.4, 0.36, 0.26, 0.24, 0.28, 0.325, 0.38, 0.42, 0.475];

/** A table of one step at a gait phase; two steps are a cycle. */
function along(table: readonly number[], phase: number): number {
	const x = (2 * phase - Math.floor(2 * phase)) * table.length;
	const i = Math.min(table.length - 1, x | 0);
	return table[i] + (table[(i + 1) % table.length] - table[i]) * (x - i);
}

/** The extents of a body in the picture, after the painter's poses (within 0.06 m). */
function silhouette(p: Person, c: Camera, out: Silhouette): void {
	const dx = p.x - c.x;
	const dy = p.y - c.y;
	const g = Math.sqrt(dx * dx + dy * dy) || 1;
	/** How much of the body's side and front is seen; forward is to the right of the picture when side is positive. */
	const side = (p.hx * dy - p.hy * dx) / g;
	const front = (p.hx * dx + p.hy * dy) / g;
	const size = 0.35 + (0.65 * p.height) / 1.72;
	const across = 0.3 * front;
	let ahead: number;
	let behind: number;
	let top = p.height * (p.height < 1.45 ? 1.12 : 1.01);
	let reach = 0.08;
	out.upright = true;
	switch (p.pose) {
		case 'walk': {
			const pace = clamp(p.speed / 1.35, 0.45, 1.2);
			ahead = 0.2 + (along(WALK_AHEAD, p.phase) - 0.2) * pace;
			behind = 0.2 + (along(WALK_BEHIND, p.phase) - 0.2) * pace;
			break;
		}
		case 'stand':
			ahead = 0.27;
			behind = 0.16;
			break;
		case 'sit':
			ahead = 0.74;
			behind = 0.36;
			top = 0.6 * p.height;
			reach = 0.3;
			out.upright = false;
			break;
		case 'bench':
			ahead = 0.62;
			behind = 0.15;
			top = 0.88 * p.height;
			reach = 0.45;
			out.upright = false;
			break;
		default:
			ahead = 0.55;
			behind = 0.28;
			top = 0.66 * p.height;
			out.upright = false;
	}
	const right = (side > 0 ? ahead : behind) * side;
	const left = (side > 0 ? behind : ahead) * side;
	let halfRight = size * Math.sqrt(across * across + right * right);
	let halfLeft = size * Math.sqrt(across * across + left * left);
	if (p.shelter > 0.5 && p.look.umbrella) {
		halfRight = Math.max(halfRight, 0.55);
		halfLeft = Math.max(halfLeft, 0.55);
		top = 1.22 * p.height;
	}
	project(c, p.x, p.y + reach * Math.min(p.hy, 0) - 0.06, 0, spot);
	out.bottom = spot.v;
	project(c, p.x, p.y, 0, spot);
	out.top = spot.v - spot.k * top;
	out.left = spot.u - spot.k * halfLeft;
	out.right = spot.u + spot.k * halfRight;
	out.k = spot.k;
	out.u = spot.u;
}

let ids = new Int16Array(0);
let order = new Int32Array(0);
const FURNITURE = -1;

/** Half-width of a body at a height, as a share of its whole height from the top: what pixels it covers. */
function spans(s: Silhouette, share: number): [left: number, right: number] {
	if (!s.upright) return [s.left, s.right];
	if (share < 0.16) return [s.u - 0.14 * s.k, s.u + 0.14 * s.k];
	const trunk = 0.26 * s.k;
	const left = s.u - s.left;
	const right = s.right - s.u;
	if (share < 0.55) return [s.u - Math.min(left, trunk), s.u + Math.min(right, trunk)];
	const t = (share - 0.55) / 0.45;
	const hips = 0.19 * s.k;
	return [s.u - (hips + (left - hips) * t * 0.8), s.u + (hips + (right - hips) * t * 0.8)];
}

/** Marks a silhouette's pixels with an id; returns how many it has in all, in the image or not. */
function mark(s: Silhouette, id: number, c: Camera): number {
	let count = 0;
	const height = s.bottom - s.top;
	const from = Math.ceil(s.top - 0.5);
	const to = Math.ceil(s.bottom - 0.5);
	for (let row = from; row < to; row++) {
		const [left, right] = spans(s, (row + 0.5 - s.top) / height);
		const a = Math.ceil(left - 0.5);
		const b = Math.ceil(right - 0.5);
		count += Math.max(0, b - a);
		if (row < 0 || row >= c.height) continue;
		for (let col = Math.max(0, a); col < Math.min(c.width, b); col++) ids[row * c.width + col] = id;
	}
	return count;
}

/** What stands on the square and hides people: depth, and the convex faces it shows, as world points. */
interface Screen {
	y: number;
	faces: number[][];
}

const wall = (x0: number, x1: number, y: number, z0: number, z1: number): number[] => [
	x0,
	y,
	z0,
	x1,
	y,
	z0,
	x1,
	y,
	z1,
	x0,
	y,
	z1
];
const flank = (x: number, y0: number, y1: number, z: number): number[] => [x, y0, 0, x, y1, 0, x, y1, z, x, y0, z];
const disc = (x: number, y: number, z: number, r: number): number[] => {
	const out: number[] = [];
	for (let i = 0; i < 12; i++) out.push(x + r * cosine(i / 12), y, z + r * cosine(i / 12 - 0.25));
	return out;
};

const SCREENS: Screen[] = [
	{
		y: COLUMN.y - 0.2,
		faces: [wall(COLUMN.x - COLUMN.radius, COLUMN.x + COLUMN.radius, COLUMN.y - 0.3, 0, COLUMN.height + 0.6)]
	},
	{
		y: BAKERY.y0,
		faces: [
			wall(BAKERY.x0, BAKERY.x1, BAKERY.y0, 0, BAKERY.height + BAKERY.roof / 2),
			flank(BAKERY.x0, BAKERY.y0, BAKERY.y1, BAKERY.height)
		]
	},
	{
		y: SHELTER.y0,
		faces: [wall(SHELTER.x0 - 0.2, SHELTER.x1 + 0.2, SHELTER.y0 - 0.2, SHELTER.height - 0.05, SHELTER.height + 0.2)]
	},
	{
		y: CART.y - CART.depth / 2,
		faces: [wall(CART.x - CART.width / 2, CART.x + CART.width / 2, CART.y - CART.depth / 2, 0.2, CART.height)]
	},
	...BENCHES.map((b) => ({
		y: b.y,
		faces: [wall(b.x - BENCH.width / 2, b.x + BENCH.width / 2, b.y, BENCH.seat, BENCH.back)]
	})),
	...LAMPS.map((l) => ({ y: l.y, faces: [wall(l.x - 0.07, l.x + 0.07, l.y, 0, LAMP_HEIGHT)] })),
	...PLANTERS.map((p) => ({
		y: p.y - p.depth / 2,
		faces: [wall(p.x - p.width / 2, p.x + p.width / 2, p.y - p.depth / 2, 0, p.height + 0.35)]
	})),
	...TREES.map((t) => ({
		y: t.y,
		faces: [wall(t.x - 0.14, t.x + 0.14, t.y, 0, 3 * t.size), disc(t.x, t.y, 4.3 * t.size, 1.9 * t.size)]
	}))
];

/** Hides what is behind a convex face. */
function hide(face: readonly number[], shift: number, c: Camera): void {
	const n = face.length / 3;
	const us: number[] = [];
	const vs: number[] = [];
	for (let i = 0; i < n; i++) {
		project(c, face[3 * i] + shift, face[3 * i + 1], face[3 * i + 2], spot);
		us.push(spot.u);
		vs.push(spot.v);
	}
	const from = Math.max(0, Math.ceil(Math.min(...vs) - 0.5));
	const to = Math.min(c.height, Math.ceil(Math.max(...vs) - 0.5));
	for (let row = from; row < to; row++) {
		const v = row + 0.5;
		let left = Infinity;
		let right = -Infinity;
		for (let i = 0, j = n - 1; i < n; j = i++) {
			if (vs[i] <= v === vs[j] <= v) continue;
			const u = us[j] + ((v - vs[j]) * (us[i] - us[j])) / (vs[i] - vs[j]);
			left = Math.min(left, u);
			right = Math.max(right, u);
		}
		const a = Math.max(0, Math.ceil(left - 0.5));
		const b = Math.min(c.width, Math.ceil(right - 0.5));
		for (let col = a; col < b; col++) ids[row * c.width + col] = FURNITURE;
	}
}

const TRAM_SIDE = wall(0, TRAM.length, TRAM.y0, 0.2, TRAM.height);

/**
 * Everyone present whose silhouette touches the image, in the order of the street's people. Hiding is
 * found by drawing identities far to near, furniture and tram included, at the camera's size. Level cameras only: throws RangeError on a tilted one.
 */
export function truthAt(now: Instant, camera: Camera): Truth[] {
	if (camera.sin !== 0) throw new RangeError('Truth needs a level camera');
	const { people } = now;
	const size = camera.width * camera.height;
	if (ids.length < size) ids = new Int16Array(size);
	ids.fill(FURNITURE, 0, size);
	const n = people.length + SCREENS.length + 1;
	if (order.length < n) order = new Int32Array(2 * n);
	const depth = (i: number): number =>
		i < people.length ? people[i].y : i < n - 1 ? SCREENS[i - people.length].y : TRAM.y0;
	let count = 0;
	for (let i = 0; i < n; i++) {
		if (i < people.length ? !people[i].present : i === n - 1 && Number.isNaN(now.tramX)) continue;
		let j = count++;
		for (; j > 0 && depth(order[j - 1]) < depth(i); j--) order[j] = order[j - 1];
		order[j] = i;
	}
	const out: Truth[] = [];
	const sizes: number[] = [];
	const indices: number[] = [];
	for (let j = 0; j < count; j++) {
		const i = order[j];
		if (i < people.length) {
			silhouette(people[i], camera, shape);
			const { left, right, top, bottom } = shape;
			if (right <= 0 || left >= camera.width || bottom <= 0 || top >= camera.height || people[i].y - camera.y < 1)
				continue;
			sizes.push(mark(shape, i, camera));
			indices.push(i);
			const x = Math.max(0, left);
			const y = Math.max(0, top);
			out.push({
				person: people[i].id,
				x,
				y,
				w: Math.min(camera.width, right) - x,
				h: Math.min(camera.height, bottom) - y,
				visible: 0,
				groundX: people[i].x,
				groundY: people[i].y
			});
		} else if (i < n - 1) for (const face of SCREENS[i - people.length].faces) hide(face, 0, camera);
		else hide(TRAM_SIDE, now.tramX, camera);
	}
	const seen = new Int32Array(people.length);
	for (let i = 0; i < size; i++) if (ids[i] >= 0) seen[ids[i]]++;
	out.forEach((t, k) => (t.visible = seen[indices[k]] / Math.max(1, sizes[k])));
	return out.sort((a, b) => a.person - b.person);
}
