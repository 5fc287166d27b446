/** A promise that is kept or broken from outside. */
export interface Promised<T> {
	readonly promise: Promise<T>;
	keep(value: T): void;
	fail(error: unknown): void;
}

export function promised<T>(): Promised<T> {
	let keep!: (value: T) => void;
	let fail!: (error: unknown) => void;
	const promise = new Promise<T>((resolve, reject) => ([keep, fail] = [resolve, reject]));
	return { promise, keep, fail };
}
