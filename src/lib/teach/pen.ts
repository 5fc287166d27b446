import type { Pen } from '../drawing/types';

/** A shape as it was painted: its outline, and the colours asked for. */
export interface Shape {
	d: string;
	fill?: string;
	stroke?: string;
	width?: number;
	/** Ends and joins of the line are round. */
	alpha: number;
}

const n = (v: number): string => {
	const text = v.toFixed(1);
	return text.endsWith('.0') ? text.slice(0, -2) : text;
};

/** The painter's pen for paper: keeps what is painted as shapes with an outline, which a photocopier copies as sharp as it got them. */
export class PaperPen implements Pen {
	fillStyle: unknown = '#000000';
	strokeStyle: unknown = '#000000';
	lineWidth = 1;
	lineCap: Pen['lineCap'] = 'round';
	lineJoin: Pen['lineJoin'] = 'round';
	globalAlpha = 1;
	readonly shapes: Shape[] = [];
	private d = '';
	private sx = 1;
	private sy = 1;
	private tx = 0;
	private ty = 0;
	private readonly kept: unknown[][] = [];

	save(): void {
		const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, sx, sy, tx, ty } = this;
		this.kept.push([fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, sx, sy, tx, ty]);
	}
	restore(): void {
		const kept = this.kept.pop();
		if (!kept) return;
		[this.fillStyle, this.strokeStyle] = kept;
		[this.lineWidth, this.globalAlpha, this.sx, this.sy, this.tx, this.ty] = [2, 5, 6, 7, 8, 9].map(
			(i) => kept[i] as number
		);
		this.lineCap = kept[3] as Pen['lineCap'];
		this.lineJoin = kept[4] as Pen['lineJoin'];
	}
	translate(x: number, y: number): void {
		this.tx += x * this.sx;
		this.ty += y * this.sy;
	}
	scale(x: number, y: number): void {
		this.sx *= x;
		this.sy *= y;
	}
	private at = (x: number, y: number): string => `${n(this.tx + x * this.sx)} ${n(this.ty + y * this.sy)}`;

	beginPath(): void {
		this.d = '';
	}
	closePath(): void {
		this.d += 'Z';
	}
	moveTo(x: number, y: number): void {
		this.d += `M${this.at(x, y)}`;
	}
	lineTo(x: number, y: number): void {
		this.d += `L${this.at(x, y)}`;
	}
	quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
		this.d += `Q${this.at(cx, cy)} ${this.at(x, y)}`;
	}
	bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
		this.d += `C${this.at(ax, ay)} ${this.at(bx, by)} ${this.at(x, y)}`;
	}
	arc(x: number, y: number, r: number, from: number, to: number): void {
		this.ellipse(x, y, r, r, 0, from, to);
	}
	ellipse(x: number, y: number, rx: number, ry: number, rotation: number, from: number, to: number): void {
		const on = (a: number): string => {
			const u = rx * Math.cos(a);
			const v = ry * Math.sin(a);
			return this.at(
				x + u * Math.cos(rotation) - v * Math.sin(rotation),
				y + u * Math.sin(rotation) + v * Math.cos(rotation)
			);
		};
		const radii = `${n(rx * Math.abs(this.sx))} ${n(ry * Math.abs(this.sy))} ${n((rotation * 180) / Math.PI)}`;
		const turn = to - from;
		const middle = from + turn / 2;
		const sweep = turn * this.sx * this.sy > 0 ? 1 : 0;
		const first = on(from);
		// In two arcs: one that ends where it begins draws nothing.
		this.d += `${this.d && !this.d.endsWith('Z') ? 'L' : 'M'}${first}A${radii} 0 ${sweep} ${on(middle)}A${radii} 0 ${sweep} ${on(to)}`;
	}
	rect(x: number, y: number, w: number, h: number): void {
		this.d += `M${this.at(x, y)}L${this.at(x + w, y)}L${this.at(x + w, y + h)}L${this.at(x, y + h)}Z`;
	}
	fill(): void {
		if (this.d) this.shapes.push({ d: this.d, fill: String(this.fillStyle), alpha: this.globalAlpha });
	}
	stroke(): void {
		if (!this.d) return;
		const last = this.shapes.at(-1);
		const line = { stroke: String(this.strokeStyle), width: this.lineWidth * Math.abs(this.sx) };
		// The line round what has just been filled is one shape with it.
		if (last?.d === this.d && !last.stroke && last.alpha === this.globalAlpha) Object.assign(last, line);
		else this.shapes.push({ d: this.d, ...line, alpha: this.globalAlpha });
	}
	fillRect(x: number, y: number, w: number, h: number): void {
		this.beginPath();
		this.rect(x, y, w, h);
		this.fill();
	}
}
