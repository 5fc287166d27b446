import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadRecording } from '../../src/lib/recording/node';
import { scene as alerte } from '../../src/lib/scenes/alerte/scene';
import { scene as attroupement } from '../../src/lib/scenes/attroupement/scene';
import { scene as maraudage } from '../../src/lib/scenes/maraudage/scene';
import { scene as regles } from '../../src/lib/scenes/regles/scene';
import { scene as vision } from '../../src/lib/scenes/vision/scene';
import type { Frame, Ink, Scene } from '../../src/lib/picture/frame';
import { stageOf, WINDOWS } from './scenes-kit';

const recording = loadRecording('.');
/** Steps of a chapter, counted in its text. */
const steps = (file: string) => readFileSync(`src/content/fr/${file}.md`, 'utf8').match(/^## \d+$/gm)!.length;
const chapters: [string, number, Scene][] = [
	['vision', steps('03-vision'), vision],
	['maraudage', steps('04-maraudage'), maraudage],
	['attroupement', steps('05-attroupement'), attroupement],
	['regles', steps('06-regles'), regles],
	['alerte', steps('07-alerte'), alerte]
];

const street = (frame: Frame) => frame.ink.findLast((i): i is Extract<Ink, { type: 'street' }> => i.type === 'street')!;

describe.each(chapters.slice(1).map((to, i) => ({ from: chapters[i], to })))(
	'from $from.0 to $to.0',
	({ from, to }) => {
		it('the square stays where it is, at the same instant, in the same light', () => {
			for (const size of WINDOWS) {
				const a = street(stageOf(from[0], from[1], from[2], recording)(from[1], 1, size));
				const b = street(stageOf(to[0], to[1], to[2], recording)(1, 0, size));
				const where = `${from[0]} to ${to[0]} ${size}`;
				expect(Math.abs(a.at - b.at), `${where}: frame`).toBeLessThan(1.5);
				for (const key of ['f', 'u0', 'v0'] as const)
					expect(Math.abs(a.camera[key] - b.camera[key]), `${where}: ${key}`).toBeLessThan(1);
				expect(Math.abs((a.drained ?? 0) - (b.drained ?? 0)), `${where}: colour`).toBeLessThan(0.05);
				expect(Math.abs((a.veil ?? 0) - (b.veil ?? 0)), `${where}: veil`).toBeLessThan(0.05);
			}
		});
	}
);
