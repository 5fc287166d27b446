import { keep } from './kept';

const reduced = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Whether things move: as the address asks, else as the reader has set their device. */
export function wantsMotion(): boolean {
	const asked = new URLSearchParams(location.search).get('motion');
	return asked ? asked === 'on' : !reduced();
}

/** Keeps the reader's choice in the address, where it differs from their device's. */
export const keepMotion = (on: boolean): void => keep('motion', on === !reduced() ? null : on ? 'on' : 'off');
