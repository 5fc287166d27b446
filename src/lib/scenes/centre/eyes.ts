import { interpolateLab } from 'd3';
import { NIMES } from '../../centre/published';
import { busts } from '../../figure/busts';
import { painted } from '../../figure/inks';
import { mixRects } from '../../figure/inset';
import { letter } from '../../figure/lettering';
import { windowsAt } from '../../figure/map/look';
import { ease, mix, seeded, span } from '../../figure/motion';
import { AMBER } from '../../figure/colours';
import { LAMP, PALE } from '../../figure/night';
import { slabs } from '../../figure/wall/wall';
import type { SceneContext, View } from '../../picture/frame';
import { stack, type Layer } from '../layers';
import { countsOf, fallsOf, type Centre, type Counts } from './counts';
import { CAMERA, COLD } from './layout';

/** Windows part into screens; a dot a camera comes in, and falls on the screens and on the people. */
type Eyes = Record<
	'cameras' | 'onScreens' | 'onPeople' | 'parted' | 'unlit' | 'bezels' | 'people' | 'counts' | 'toWall',
	number
>;

/** How clear the names are, and what is said of the three rows. */
interface Words {
	name: number;
	rows: [cameras: number, screens: number, people: number];
}

/** Two centres at the same scale: many cameras, few screens, fewer eyes. Meaux's screens are the ones that become the wall. */
export function eyes(c: SceneContext, m: Eyes, said: Words): Layer {
	if (m.counts <= 0) return {};
	const g = countsOf(c.view);
	const random = seeded(9);
	return stack(
		...g.centres.flatMap((n): Layer[] => [
			screens(c.view, n, m),
			dots(c.view, n, g, m, random),
			{ ink: busts(n.people, g.glyph, AMBER, m.people) },
			words(c, n, g, said)
		])
	);
}

/** The house's windows, seen from outside, part in two or three: one screen for Meaux, the others for Nîmes. */
function screens(view: View, n: Centre, m: Eyes): Layer {
	const meaux = n.key === 'meaux';
	// Once they grow into the wall, the wall paints them.
	if (meaux && m.toWall > 0) return {};
	const windows = windowsAt(view);
	const parts = n.screens.map((to, i) => {
		const { x, y, w, h } = windows[i % windows.length];
		const many = (i % windows.length) + windows.length < NIMES.screens ? 3 : 2;
		const which = meaux ? 0 : i < windows.length ? 1 : 2;
		return mixRects({ x: x + (which * w) / many, y, w: w / many, h }, to, m.parted);
	});
	return {
		ink: [
			painted(slabs(parts), {
				fill: interpolateLab(LAMP, COLD.fill)(m.unlit),
				stroke: COLD.stroke,
				width: mix(0, 1.1, m.bezels),
				opacity: meaux ? 1 : m.counts
			})
		]
	};
}

/** How far the dot has fallen that is `u` of the way along its row: each faster and faster. */
function fallenAt(t: number, u: number): number {
	const s = span(t, u * 0.45, u * 0.45 + 0.55);
	return s * s;
}

/** They rise from the streets, under the stage's edge; where they were, something fainter stays. */
function dots(view: View, n: Centre, g: Counts, m: Eyes, random: () => number): Layer {
	const falls = fallsOf(n, g);
	const small = Math.min(g.r, n.screens[0].w / 13);
	const ghosts: number[] = [];
	const xyr: number[] = [];
	falls.forEach(({ at, onScreen, onPerson }, i) => {
		const a = random();
		const u = i / falls.length;
		const s = ease(m.cameras, u * 0.5, u * 0.5 + 0.5);
		if (s <= 0) return;
		const one = fallenAt(m.onScreens, u);
		const two = fallenAt(m.onPeople, u);
		if (one > 0) ghosts.push(at[0], at[1], g.r * 0.55);
		xyr.push(
			mix(mix(mix(view.width * a, at[0], s), onScreen[0], one), onPerson[0], two),
			mix(mix(mix(view.height + 20 + 160 * a, at[1], s), onScreen[1], one), onPerson[1], two),
			mix(g.r, small, one)
		);
	});
	return {
		ink: [
			{ type: 'dots', xyr: ghosts, fill: CAMERA.ghost, opacity: m.counts },
			{ type: 'dots', xyr, fill: CAMERA.dot, opacity: m.counts }
		]
	};
}

function words(c: SceneContext, { key, n, x, title, words: base }: Centre, g: Counts, said: Words): Layer {
	const people = c.view.shape === 'phone' ? 'short' : 'people';
	return {
		marks: [
			letter(key, 'grot', x, title, g.name, c.say(key), { fill: 'paper', opacity: said.name }),
			...(['cameras', 'screens', 'people'] as const).map((what, i) =>
				letter(
					`${key}-${what}`,
					'news',
					x,
					base[i],
					g.size,
					c.say(`${key}.${what === 'people' ? people : what}`, { ...n }),
					{ fill: i ? PALE : 'paper', fact: 'f05', opacity: said.rows[i] }
				)
			)
		]
	};
}
