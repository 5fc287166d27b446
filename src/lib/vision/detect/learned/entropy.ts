/**
 * Few symbols in as few bits as their frequencies allow: a range variant of asymmetric numeral systems (rANS; J. Duda,
 * arXiv:1311.2540, 2013), of 31 bits, written a byte at a time. So the packed network weighs the same on hosts that
 * compress what they send and on those that do not.
 */

/** Frequencies are counted in this many parts, as bits. */
const BITS = 12;
const PARTS = 1 << BITS;
/** The state is kept at or above this. */
const LOW = 1 << 23;

/** Parts that each of `symbols` symbols has of all that are seen: at least one for each that occurs. */
export function frequenciesOf(data: Uint8Array, symbols: number): Uint16Array {
	const counts = new Float64Array(symbols);
	for (const s of data) counts[s]++;
	const parts = Uint16Array.from(counts, (n) => (n ? Math.max(1, Math.floor((n * PARTS) / data.length)) : 0));
	// What rounding left over, or took too much, is the commonest symbol's.
	parts[parts.indexOf(Math.max(...parts))] += PARTS - parts.reduce((sum, n) => sum + n, 0);
	return parts;
}

/** Where each symbol's parts begin. */
function startsOf(frequencies: Uint16Array): Uint16Array {
	const starts = new Uint16Array(frequencies.length);
	for (let s = 1; s < starts.length; s++) starts[s] = starts[s - 1] + frequencies[s - 1];
	return starts;
}

/** The bytes that `decode` makes these symbols of. */
export function encode(data: Uint8Array, frequencies: Uint16Array): Uint8Array {
	const starts = startsOf(frequencies);
	const backwards: number[] = [];
	let state = LOW;
	for (let i = data.length - 1; i >= 0; i--) {
		const f = frequencies[data[i]];
		for (const most = (LOW >> BITS) * 256 * f; state >= most; state >>= 8) backwards.push(state & 255);
		state = (Math.floor(state / f) << BITS) + (state % f) + starts[data[i]];
	}
	for (let k = 0; k < 4; k++, state >>= 8) backwards.push(state & 255);
	return Uint8Array.from(backwards.reverse());
}

/** Fills `out` with the symbols that `encode` was given. */
export function decode(bytes: Uint8Array, frequencies: Uint16Array, out: Uint8Array): Uint8Array {
	const starts = startsOf(frequencies);
	const symbolAt = new Uint8Array(PARTS);
	frequencies.forEach((f, s) => symbolAt.fill(s, starts[s], starts[s] + f));
	let at = 4;
	let state = (bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3];
	for (let i = 0; i < out.length; i++) {
		const part = state & (PARTS - 1);
		const s = (out[i] = symbolAt[part]);
		state = frequencies[s] * (state >>> BITS) + part - starts[s];
		while (state < LOW && at < bytes.length) state = (state << 8) | bytes[at++];
	}
	return out;
}
