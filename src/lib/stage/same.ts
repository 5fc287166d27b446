/** Whether two values of plain data are equal: what a frame is made of. Arrays and typed arrays compare by element. */
export function same(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
	if (Array.isArray(a) || ArrayBuffer.isView(a)) {
		const x = a as ArrayLike<unknown>;
		const y = b as ArrayLike<unknown>;
		if (x.length !== y.length) return false;
		for (let i = 0; i < x.length; i++) if (x[i] !== y[i] && !same(x[i], y[i])) return false;
		return true;
	}
	const x = a as Record<string, unknown>;
	const y = b as Record<string, unknown>;
	const keys = Object.keys(x);
	if (keys.length !== Object.keys(y).length) return false;
	for (const k of keys) if (!(k in y) || (x[k] !== y[k] && !same(x[k], y[k]))) return false;
	return true;
}
