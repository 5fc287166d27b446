/*
 * The arithmetic of the network, in AssemblyScript (https://www.assemblyscript.org): `npm run network` compiles it into
 * kernel.ts. Plain SIMD, no relaxed one, and no multiplication fused with an addition: the same bits in every engine.
 *
 * A picture is float32, row by row, pixel by pixel, channel by channel, with a border of one pixel of zeros around it.
 * Rows and pixels are steps in bytes; channels come in fours, and in eights where they are written by `conv`.
 */

/** What negative sums are multiplied by: LeakyReLU. */
const SLOPE: f32 = 0.1;

/**
 * Convolution of `kernel` × `kernel` (3 or 1), plus bias, and a leaky rectifier if asked for. Four pixels and eight outputs
 * at a time, so rows have at least four pixels. `source` is the corner of the border for 3 × 3, the first pixel for 1 × 1.
 * Weights: for each eight outputs, row, column, input channel, output.
 */
export function conv(
	source: usize, sourceRow: usize, sourcePixel: usize, inputs: i32, kernel: i32, stride: i32,
	target: usize, targetRow: usize, targetPixel: usize, height: i32, width: i32,
	weights: usize, bias: usize, outputs: i32, leaky: i32
): void {
	const step = usize(stride) * sourcePixel;
	const block = usize(kernel * kernel * inputs) << 5;
	const zero = f32x4.splat(0);
	const slope = f32x4.splat(SLOPE);
	for (let first = 0; first < outputs; first += 8) {
		const b0 = v128.load(bias + (usize(first) << 2));
		const b1 = v128.load(bias + (usize(first) << 2), 16);
		const own = weights + usize(first >> 3) * block;
		for (let y = 0; y < height; y++) {
			let x = 0;
			while (x < width) {
				// The last four of a row again, where it is no multiple of four.
				if (x > width - 4) x = width - 4;
				const corner = source + usize(y * stride) * sourceRow + usize(x) * step;
				let w = own;
				let w0: v128, w1: v128, a: v128;
				let c00 = b0, c01 = b1, c10 = b0, c11 = b1, c20 = b0, c21 = b1, c30 = b0, c31 = b1;
				for (let ky = 0; ky < kernel; ky++) {
					for (let kx = 0; kx < kernel; kx++) {
						let p0 = corner + usize(ky) * sourceRow + usize(kx) * sourcePixel;
						let p1 = p0 + step;
						let p2 = p1 + step;
						let p3 = p2 + step;
						for (let i = 0; i < inputs; i += 4) {
							w0 = v128.load(w, 0);
							w1 = v128.load(w, 16);
							a = v128.load_splat<f32>(p0, 0);
							c00 = f32x4.add(c00, f32x4.mul(a, w0));
							c01 = f32x4.add(c01, f32x4.mul(a, w1));
							a = v128.load_splat<f32>(p1, 0);
							c10 = f32x4.add(c10, f32x4.mul(a, w0));
							c11 = f32x4.add(c11, f32x4.mul(a, w1));
							a = v128.load_splat<f32>(p2, 0);
							c20 = f32x4.add(c20, f32x4.mul(a, w0));
							c21 = f32x4.add(c21, f32x4.mul(a, w1));
							a = v128.load_splat<f32>(p3, 0);
							c30 = f32x4.add(c30, f32x4.mul(a, w0));
							c31 = f32x4.add(c31, f32x4.mul(a, w1));
							w0 = v128.load(w, 32);
							w1 = v128.load(w, 48);
							a = v128.load_splat<f32>(p0, 4);
							c00 = f32x4.add(c00, f32x4.mul(a, w0));
							c01 = f32x4.add(c01, f32x4.mul(a, w1));
							a = v128.load_splat<f32>(p1, 4);
							c10 = f32x4.add(c10, f32x4.mul(a, w0));
							c11 = f32x4.add(c11, f32x4.mul(a, w1));
							a = v128.load_splat<f32>(p2, 4);
							c20 = f32x4.add(c20, f32x4.mul(a, w0));
							c21 = f32x4.add(c21, f32x4.mul(a, w1));
							a = v128.load_splat<f32>(p3, 4);
							c30 = f32x4.add(c30, f32x4.mul(a, w0));
							c31 = f32x4.add(c31, f32x4.mul(a, w1));
							w0 = v128.load(w, 64);
							w1 = v128.load(w, 80);
							a = v128.load_splat<f32>(p0, 8);
							c00 = f32x4.add(c00, f32x4.mul(a, w0));
							c01 = f32x4.add(c01, f32x4.mul(a, w1));
							a = v128.load_splat<f32>(p1, 8);
							c10 = f32x4.add(c10, f32x4.mul(a, w0));
							c11 = f32x4.add(c11, f32x4.mul(a, w1));
							a = v128.load_splat<f32>(p2, 8);
							c20 = f32x4.add(c20, f32x4.mul(a, w0));
							c21 = f32x4.add(c21, f32x4.mul(a, w1));
							a = v128.load_splat<f32>(p3, 8);
							c30 = f32x4.add(c30, f32x4.mul(a, w0));
							c31 = f32x4.add(c31, f32x4.mul(a, w1));
							w0 = v128.load(w, 96);
							w1 = v128.load(w, 112);
							a = v128.load_splat<f32>(p0, 12);
							c00 = f32x4.add(c00, f32x4.mul(a, w0));
							c01 = f32x4.add(c01, f32x4.mul(a, w1));
							a = v128.load_splat<f32>(p1, 12);
							c10 = f32x4.add(c10, f32x4.mul(a, w0));
							c11 = f32x4.add(c11, f32x4.mul(a, w1));
							a = v128.load_splat<f32>(p2, 12);
							c20 = f32x4.add(c20, f32x4.mul(a, w0));
							c21 = f32x4.add(c21, f32x4.mul(a, w1));
							a = v128.load_splat<f32>(p3, 12);
							c30 = f32x4.add(c30, f32x4.mul(a, w0));
							c31 = f32x4.add(c31, f32x4.mul(a, w1));
							w += 128;
							p0 += 16;
							p1 += 16;
							p2 += 16;
							p3 += 16;
						}
					}
				}
				if (leaky) {
					c00 = f32x4.add(f32x4.max(c00, zero), f32x4.mul(slope, f32x4.min(c00, zero)));
					c01 = f32x4.add(f32x4.max(c01, zero), f32x4.mul(slope, f32x4.min(c01, zero)));
					c10 = f32x4.add(f32x4.max(c10, zero), f32x4.mul(slope, f32x4.min(c10, zero)));
					c11 = f32x4.add(f32x4.max(c11, zero), f32x4.mul(slope, f32x4.min(c11, zero)));
					c20 = f32x4.add(f32x4.max(c20, zero), f32x4.mul(slope, f32x4.min(c20, zero)));
					c21 = f32x4.add(f32x4.max(c21, zero), f32x4.mul(slope, f32x4.min(c21, zero)));
					c30 = f32x4.add(f32x4.max(c30, zero), f32x4.mul(slope, f32x4.min(c30, zero)));
					c31 = f32x4.add(f32x4.max(c31, zero), f32x4.mul(slope, f32x4.min(c31, zero)));
				}
				let to = target + usize(y) * targetRow + usize(x) * targetPixel + (usize(first) << 2);
				v128.store(to, c00);
				v128.store(to, c01, 16);
				to += targetPixel;
				v128.store(to, c10);
				v128.store(to, c11, 16);
				to += targetPixel;
				v128.store(to, c20);
				v128.store(to, c21, 16);
				to += targetPixel;
				v128.store(to, c30);
				v128.store(to, c31, 16);
				x += 4;
			}
		}
	}
}

/**
 * A convolution of 3 × 3 at every pixel in fewer multiplications (S. Winograd; for networks: A. Lavin and S. Gray,
 * arXiv:1509.09308, 2015, F(2 × 2, 3 × 3)): tiles of 2 × 2 pixels, and the 4 × 4 that they are made of, become sixteen
 * numbers a channel (`tiles`), which `conv` takes one by one, with weights made for it (plan.ts), and four pixels again
 * (`pixels`): 16 products for each input and output where there would be 36.
 * `source` is the corner of the border. Of all of the picture's rows of tiles, some; those below it, and beside it, are of
 * numbers that `pixels` leaves out.
 */
export function tiles(
	source: usize, sourceRow: usize, sourcePixel: usize, inputs: i32,
	target: usize, targetPart: usize, high: i32, wide: i32
): void {
	const pixel = usize(inputs) << 2;
	for (let y = 0; y < high; y++) {
		for (let x = 0; x < wide; x++) {
			const corner = source + usize(2 * y) * sourceRow + usize(2 * x) * sourcePixel;
			const own = target + usize(y * wide + x) * pixel;
			for (let c: usize = 0; c < pixel; c += 16) {
				const p = corner + c;
				let to = own + c;
				for (let k = 0; k < 4; k++) {
					// A row of the four: down each column, then across.
					const t0 = column(p, sourceRow, k);
					const t1 = column(p + sourcePixel, sourceRow, k);
					const t2 = column(p + 2 * sourcePixel, sourceRow, k);
					const t3 = column(p + 3 * sourcePixel, sourceRow, k);
					v128.store(to, f32x4.sub(t0, t2));
					v128.store(to + targetPart, f32x4.add(t1, t2));
					v128.store(to + 2 * targetPart, f32x4.sub(t2, t1));
					v128.store(to + 3 * targetPart, f32x4.sub(t1, t3));
					to += 4 * targetPart;
				}
			}
		}
	}
}

// @ts-ignore: decorator
@inline
function column(p: usize, row: usize, k: i32): v128 {
	if (k == 0) return f32x4.sub(v128.load(p), v128.load(p + 2 * row));
	if (k == 1) return f32x4.add(v128.load(p + row), v128.load(p + 2 * row));
	if (k == 2) return f32x4.sub(v128.load(p + 2 * row), v128.load(p + row));
	return f32x4.sub(v128.load(p + row), v128.load(p + 3 * row));
}

/** The pixels of tiles, plus bias, and a leaky rectifier if asked for. Height and width are what is left of the picture. */
export function pixels(
	source: usize, sourcePart: usize, outputs: i32,
	target: usize, targetRow: usize, targetPixel: usize, high: i32, wide: i32, height: i32, width: i32,
	bias: usize, leaky: i32
): void {
	const zero = f32x4.splat(0);
	const slope = f32x4.splat(SLOPE);
	const pixel = usize(outputs) << 2;
	for (let y = 0; y < high; y++) {
		for (let x = 0; x < wide; x++) {
			const own = source + usize(y * wide + x) * pixel;
			for (let c: usize = 0; c < pixel; c += 16) {
				const b = v128.load(bias + c);
				for (let v = 0; v < 2 && 2 * y + v < height; v++) {
					// Of the four rows of parts, three: added up, or the last two taken from the first.
					const from = own + c + (v ? 4 * sourcePart : 0);
					const to = target + usize(2 * y + v) * targetRow + usize(2 * x) * targetPixel + c;
					const s0 = row(from, sourcePart, v);
					const s1 = row(from + sourcePart, sourcePart, v);
					const s2 = row(from + 2 * sourcePart, sourcePart, v);
					const s3 = row(from + 3 * sourcePart, sourcePart, v);
					let a = f32x4.add(b, f32x4.add(f32x4.add(s0, s1), s2));
					if (leaky) a = f32x4.add(f32x4.max(a, zero), f32x4.mul(slope, f32x4.min(a, zero)));
					v128.store(to, a);
					if (2 * x + 1 >= width) continue;
					a = f32x4.add(b, f32x4.sub(f32x4.sub(s1, s2), s3));
					if (leaky) a = f32x4.add(f32x4.max(a, zero), f32x4.mul(slope, f32x4.min(a, zero)));
					v128.store(to + targetPixel, a);
				}
			}
		}
	}
}

// @ts-ignore: decorator
@inline
function row(from: usize, part: usize, v: i32): v128 {
	const p = v128.load(from);
	const q = v128.load(from + 4 * part);
	const r = v128.load(from + 8 * part);
	return v ? f32x4.sub(f32x4.sub(p, q), r) : f32x4.add(f32x4.add(p, q), r);
}

/** Maximum of 3 × 3 pixels at every second one; what is outside the picture is less than anything. */
export function pool(
	source: usize, sourceRow: usize, sourcePixel: usize, channels: i32,
	target: usize, targetRow: usize, targetPixel: usize, height: i32, width: i32
): void {
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			for (let c: usize = 0; c < usize(channels) << 2; c += 16) {
				let most = f32x4.splat(-f32.MAX_VALUE);
				for (let sy = max(0, 2 * y - 1); sy <= min(2 * height - 1, 2 * y + 1); sy++)
					for (let sx = max(0, 2 * x - 1); sx <= min(2 * width - 1, 2 * x + 1); sx++)
						most = f32x4.max(most, v128.load(source + usize(sy) * sourceRow + usize(sx) * sourcePixel + c));
				v128.store(target + usize(y) * targetRow + usize(x) * targetPixel + c, most);
			}
		}
	}
}

/** A picture plus another of half its size, enlarged: bilinear, at the middles of pixels. Height and width are the small one's. */
export function addUp(
	large: usize, largeRow: usize, small: usize, smallRow: usize,
	target: usize, targetRow: usize, pixel: usize, height: i32, width: i32
): void {
	for (let y = 0; y < 2 * height; y++) {
		const above = small + usize(max(0, (y - 1) >> 1)) * smallRow;
		const below = small + usize(min(height - 1, (y + 1) >> 1)) * smallRow;
		const down: f32 = y & 1 ? 0.25 : 0.75;
		for (let x = 0; x < 2 * width; x++) {
			const left = usize(max(0, (x - 1) >> 1)) * pixel;
			const right = usize(min(width - 1, (x + 1) >> 1)) * pixel;
			const across: f32 = x & 1 ? 0.25 : 0.75;
			const r = f32x4.splat(across);
			const l = f32x4.splat(1 - across);
			const b = f32x4.splat(down);
			const a = f32x4.splat(1 - down);
			for (let c: usize = 0; c < pixel; c += 16) {
				const upper = f32x4.add(f32x4.mul(v128.load(above + left + c), l), f32x4.mul(v128.load(above + right + c), r));
				const lower = f32x4.add(f32x4.mul(v128.load(below + left + c), l), f32x4.mul(v128.load(below + right + c), r));
				const at = usize(x) * pixel + c;
				v128.store(
					target + usize(y) * targetRow + at,
					f32x4.add(v128.load(large + usize(y) * largeRow + at), f32x4.add(f32x4.mul(upper, a), f32x4.mul(lower, b)))
				);
			}
		}
	}
}

/** A picture plus another of twice its size, made smaller: means of 2 × 2. Height and width are the small one's. */
export function addDown(
	small: usize, smallRow: usize, large: usize, largeRow: usize,
	target: usize, targetRow: usize, pixel: usize, height: i32, width: i32
): void {
	const quarter = f32x4.splat(0.25);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			for (let c: usize = 0; c < pixel; c += 16) {
				const p = large + usize(2 * y) * largeRow + usize(2 * x) * pixel + c;
				const q = p + largeRow;
				const sum = f32x4.add(
					f32x4.add(v128.load(p), v128.load(p + pixel)),
					f32x4.add(v128.load(q), v128.load(q + pixel))
				);
				const at = usize(x) * pixel + c;
				v128.store(
					target + usize(y) * targetRow + at,
					f32x4.add(v128.load(small + usize(y) * smallRow + at), f32x4.mul(sum, quarter))
				);
			}
		}
	}
}
