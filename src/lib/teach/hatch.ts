/** Points of an outline, one list for each of its parts; curves are followed in short straight steps. */
export function flatten(d: string): [number, number][][] {
	const parts: [number, number][][] = [];
	let part: [number, number][] = [];
	let [x, y] = [0, 0];
	const along = (steps: number, at: (t: number) => [number, number]): void => {
		for (let i = 1; i <= steps; i++) part.push(at(i / steps));
		[x, y] = part[part.length - 1];
	};
	for (const [, kind, rest] of d.matchAll(/([MLQCAZ])([^MLQCAZ]*)/g)) {
		const v = rest.trim().split(/\s+/).map(Number);
		const [a, b] = [x, y];
		if (kind === 'M') {
			parts.push((part = [[v[0], v[1]]]));
			[x, y] = v;
		} else if (kind === 'L') along(1, () => [v[0], v[1]]);
		else if (kind === 'Q')
			along(6, (t) => {
				const u = 1 - t;
				return [u * u * a + 2 * u * t * v[0] + t * t * v[2], u * u * b + 2 * u * t * v[1] + t * t * v[3]];
			});
		else if (kind === 'C')
			along(8, (t) => {
				const u = 1 - t;
				const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
				return [p * a + q * v[0] + r * v[2] + s * v[4], p * b + q * v[1] + r * v[3] + s * v[5]];
			});
		else if (kind === 'A') arc(v, a, b, along);
	}
	return parts;
}

/** Half a turn of an ellipse, as the pen writes them: its centre lies between its ends. */
function arc(
	[rx, ry, degrees, , sweep, x1, y1]: number[],
	x0: number,
	y0: number,
	along: (steps: number, at: (t: number) => [number, number]) => void
): void {
	const cx = (x0 + x1) / 2;
	const cy = (y0 + y1) / 2;
	const turn = (degrees * Math.PI) / 180;
	const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
	const [dx, dy] = [x0 - cx, y0 - cy];
	const first = Math.atan2((dy * cos - dx * sin) / (ry || 1), (dx * cos + dy * sin) / (rx || 1));
	along(10, (t) => {
		const angle = first + (sweep ? 1 : -1) * Math.PI * t;
		const [u, v] = [rx * Math.cos(angle), ry * Math.sin(angle)];
		return t === 1 ? [x1, y1] : [cx + u * cos - v * sin, cy + u * sin + v * cos];
	});
}

/** Where a slanted line is inside, from and to along it. */
type Spans = [number, number][];

/** A line of the hatching crosses edges; what has wound round it is inside. */
function within(parts: readonly [number, number][][], at: number): Spans {
	const crossings: { u: number; way: number }[] = [];
	for (const part of parts)
		for (let i = 0, j = part.length - 1; i < part.length; j = i++) {
			const [au, av] = part[j];
			const [bu, bv] = part[i];
			if (av <= at === bv <= at) continue;
			crossings.push({ u: au + ((at - av) * (bu - au)) / (bv - av), way: bv > av ? 1 : -1 });
		}
	crossings.sort((a, b) => a.u - b.u);
	const spans: Spans = [];
	let wound = 0;
	for (const { u, way } of crossings) {
		if (wound === 0) spans.push([u, u]);
		wound += way;
		spans[spans.length - 1][1] = u;
	}
	return spans;
}

/** A line of the hatching through the strokes of a pen `width` wide: near enough to one of its lines. */
function near(parts: readonly [number, number][][], at: number, width: number): Spans {
	const spans: Spans = [];
	const r = width / 2;
	for (const part of parts)
		for (let i = 1; i < part.length; i++) {
			const [au, av] = part[i - 1];
			const [bu, bv] = part[i];
			if (at < Math.min(av, bv) - r || at > Math.max(av, bv) + r) continue;
			const inside = (u: number): boolean => {
				const [du, dv] = [bu - au, bv - av];
				const t = Math.max(0, Math.min(1, ((u - au) * du + (at - av) * dv) / (du * du + dv * dv || 1)));
				return (u - au - t * du) ** 2 + (at - av - t * dv) ** 2 <= r * r;
			};
			const step = Math.max(0.4, width / 24);
			let from = NaN;
			let last = NaN;
			for (let u = Math.min(au, bu) - r; u <= Math.max(au, bu) + r; u += step)
				if (inside(u)) {
					if (from !== from) from = u;
					last = u;
				}
			if (from === from) spans.push([from, last]);
		}
	// Two strokes that meet share a part of the line.
	spans.sort((a, b) => a[0] - b[0]);
	const joined: Spans = [];
	for (const s of spans) {
		const before = joined[joined.length - 1];
		if (before && s[0] <= before[1] + 0.5) before[1] = Math.max(before[1], s[1]);
		else joined.push(s);
	}
	return joined;
}

const HALF = Math.SQRT1_2;

/**
 * Slanted lines `step` apart through a shape, as an outline; `width` when the shape is the stroke of a pen. Lines of
 * neighbours meet, and they are lines in every printer: patterns become small pictures in a PDF.
 */
export function hatch(d: string, step: number, width = 0): string {
	const parts = flatten(d).map((part) => part.map(([x, y]): [number, number] => [(x - y) * HALF, (x + y) * HALF]));
	const all = parts.flat();
	let low = Infinity;
	let high = -Infinity;
	for (const [, v] of all) {
		low = Math.min(low, v);
		high = Math.max(high, v);
	}
	let out = '';
	for (let k = Math.ceil((low - width / 2) / step); k * step <= high + width / 2; k++) {
		const at = k * step;
		for (const [a, b] of width ? near(parts, at, width) : within(parts, at)) {
			if (b - a < 1) continue;
			const n = (v: number): string => v.toFixed(1).replace(/\.0$/, '');
			const length = n((b - a) * HALF);
			out += `M${n((a + at) * HALF)} ${n((at - a) * HALF)}l${length}-${length}`;
		}
	}
	return out;
}
