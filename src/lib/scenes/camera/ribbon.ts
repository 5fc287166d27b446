import { mix } from '../../figure/motion';

export type Point = readonly [x: number, y: number];

/** Samples along a piece of ribbon. */
const N = 40;

/** A band of the given width along points, as a path: what a ribbon is. */
export function band(points: readonly Point[], width: number): string {
	const edge = (side: number): string[] =>
		points.map(([x, y], i) => {
			const a = points[Math.max(0, i - 1)];
			const b = points[Math.min(points.length - 1, i + 1)];
			const l = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
			const h = (side * width) / 2 / l;
			return `${(x - (b[1] - a[1]) * h).toFixed(1)} ${(y + (b[0] - a[0]) * h).toFixed(1)}`;
		});
	return `M${edge(-1).join('L')}L${edge(1).reverse().join('L')}Z`;
}

/** A piece of ribbon between shares `from` and `to` of its whole length, in three states, mixed. */
export interface Piece {
	from: number;
	to: number;
	/** Ends of the whole ribbon when stretched, and how far it sags. */
	x0: number;
	x1: number;
	y: number;
	sag: number;
	/** The end the piece stays tied to once cut, and the ground it falls on. */
	tied: 'left' | 'right';
	ground: number;
	/** 0 stretched, 1 fallen. */
	fallen: number;
	/** Where it lies straight in the end, and how far it has come there, 0 to 1. */
	bar: number;
	straight: number;
}

/** The middle line of a piece of ribbon. */
export function lay(p: Piece): Point[] {
	const length = p.x1 - p.x0;
	return Array.from({ length: N + 1 }, (_, i) => {
		const s = mix(p.from, p.to, i / N);
		const x = p.x0 + s * length;
		const y = p.y + p.sag * 4 * s * (1 - s);
		// Fallen: it hangs from its post as far as the ground, and the rest lies in waves.
		const way = (p.tied === 'left' ? s : 1 - s) * length;
		const side = p.tied === 'left' ? 1 : -1;
		const post = p.tied === 'left' ? p.x0 : p.x1;
		const hang = p.ground - p.y;
		const over = Math.max(0, way - hang);
		const fx = post + side * (6 * Math.min(1, way / 20) + over * 0.94);
		const fy = way < hang ? p.y + way : p.ground + 5 * Math.sin(over / 26) * Math.min(1, over / 30);
		return [mix(mix(x, fx, p.fallen), x, p.straight), mix(mix(y, fy, p.fallen), p.bar, p.straight)] as const;
	});
}
