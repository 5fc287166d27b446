import { painted } from '../../../figure/inks';
import { carOutline } from '../../../figure/patrol';
import type { Ink } from '../../../picture/frame';
import { body } from './house';
import type { Plan } from './layout';

/** The patrol, of which nothing read says what it does: a car and somebody beside it, in dashes only. */
export function patrol(p: Plan, lit: number): Ink[] {
	const { car, ground, phone } = p;
	const look = {
		stroke: 'paper',
		width: phone ? 1.1 : 1.8,
		dash: phone ? '3 2.5' : '5 4',
		opacity: 0.22 + 0.78 * lit
	};
	return [
		painted(carOutline(car.x, ground - 1, car.h), look),
		painted(body(car.x + car.h * 2.17 + p.metre * 0.34, ground - 1, p.metre * 1.72), look)
	];
}
