import { generate } from 'lean-qr';

/** Light modules a reader of such codes needs around it. */
const QUIET = 4;

/** A QR code of a text, drawn here: the path of its dark squares, a unit each, and its width with the quiet edge. */
export function qrOf(text: string): { d: string; width: number } {
	const code = generate(text);
	let d = '';
	for (let y = 0; y < code.size; y++)
		for (let x = 0; x < code.size; x++) {
			if (!code.get(x, y)) continue;
			let n = 1;
			while (x + n < code.size && code.get(x + n, y)) n++;
			d += `M${x + QUIET} ${y + QUIET}h${n}v1h-${n}z`;
			x += n;
		}
	return { d, width: code.size + 2 * QUIET };
}
