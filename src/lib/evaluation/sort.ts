import { createAssigner } from '../vision/assign';
import { iou, type Sequence } from './metrics';

/** One coordinate and its rate, with their covariance. */
interface Filter {
	x: number;
	v: number;
	a: number;
	b: number;
	c: number;
	noise: number;
	drift: number;
	driftRate: number;
}

function predict(f: Filter): void {
	f.x += f.v;
	f.a += 2 * f.b + f.c + f.drift;
	f.b += f.c;
	f.c += f.driftRate;
}

function correct(f: Filter, z: number): void {
	const s = f.a + f.noise;
	const k = f.a / s;
	const l = f.b / s;
	const r = z - f.x;
	f.x += k * r;
	f.v += l * r;
	f.c -= l * f.b;
	f.b *= 1 - k;
	f.a *= 1 - k;
}

/**
 * SORT, from its paper (Bewley, Ge, Ott, Ramos, Upcroft, ICIP 2016): constant velocity of centre and area, constant
 * aspect, assignment by IoU of at least 0.3, tracks lost after one frame, three hits before they are reported. The
 * baseline that the project's tracker is compared to.
 * @param detections ids are ignored
 */
export function sort(detections: Sequence): Sequence {
	interface Follower {
		id: number;
		u: Filter;
		v: Filter;
		s: Filter;
		r: number;
		rNoise: number;
		streak: number;
		unseen: number;
		box: [number, number, number, number];
	}
	const filter = (x: number, noise: number, driftRate: number): Filter => ({
		x,
		v: 0,
		a: 10,
		b: 0,
		c: 10_000,
		noise,
		drift: 1,
		driftRate
	});
	const place = (f: Follower): void => {
		const w = Math.sqrt(Math.max(f.s.x * f.r, 0));
		const h = w ? f.s.x / w : 0;
		f.box = [f.u.x - w / 2, f.v.x - h / 2, w, h];
	};
	let followers: Follower[] = [];
	let next = 1;
	return detections.map(({ boxes }, frame) => {
		const n = boxes.length / 4;
		for (const f of followers) {
			if (f.s.x + f.s.v <= 0) f.s.v = 0;
			predict(f.u);
			predict(f.v);
			predict(f.s);
			f.rNoise += 1;
			if (f.unseen > 0) f.streak = 0;
			f.unseen++;
			place(f);
		}
		const cost = new Float64Array(followers.length * n);
		for (let i = 0; i < followers.length; i++)
			for (let j = 0; j < n; j++) cost[i * n + j] = 1 - iou(followers[i].box, 0, boxes, j * 4);
		const found = createAssigner(Math.max(followers.length, n, 1)).solve(followers.length, n, cost, 1e6);
		const taken = new Set<number>();
		followers.forEach((f, i) => {
			const j = found[i];
			if (j < 0 || cost[i * n + j] > 0.7) return;
			taken.add(j);
			const [x, y, w, h] = boxes.slice(j * 4, j * 4 + 4);
			correct(f.u, x + w / 2);
			correct(f.v, y + h / 2);
			correct(f.s, w * h);
			const k = f.rNoise / (f.rNoise + 10);
			f.r += k * (w / h - f.r);
			f.rNoise *= 1 - k;
			f.unseen = 0;
			f.streak++;
			place(f);
		});
		for (let j = 0; j < n; j++) {
			if (taken.has(j)) continue;
			const [x, y, w, h] = boxes.slice(j * 4, j * 4 + 4);
			followers.push({
				id: next++,
				u: filter(x + w / 2, 1, 0.01),
				v: filter(y + h / 2, 1, 0.01),
				s: filter(w * h, 10, 0.0001),
				r: w / h,
				rNoise: 10,
				streak: 0,
				unseen: 0,
				box: [x, y, w, h]
			});
		}
		const told = followers.filter((f) => f.unseen === 0 && (f.streak >= 3 || frame < 3));
		followers = followers.filter((f) => f.unseen <= 1);
		return { ids: told.map((f) => f.id), boxes: told.flatMap((f) => f.box) };
	});
}
