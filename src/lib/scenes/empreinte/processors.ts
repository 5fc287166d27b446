import { range } from 'd3';
import { drawn, slab } from '../../figure/inks';
import { mixRects } from '../../figure/inset';
import { letter } from '../../figure/text';
import { ease } from '../../figure/motion';
import { DARK } from '../../figure/colours';
import type { Rect, SceneContext } from '../../picture/frame';
import type { Layer } from '../layers';
import { PROCESSORS } from './data';
import { cells, placesOf, PROCESSOR, SPARK } from './layout';

/** Ten thousand processors, a hundred by a hundred, behind the poster; they draw together into the window on their hours. */
export function processors(c: SceneContext, rolled: number, away: number, clock: number): Layer {
	if (rolled <= 0 || away >= 1) return {};
	const { poster, block, month } = placesOf(c.view);
	const whole = mixRects(poster, month, away);
	const r = mixRects(block, month, away);
	const opacity = 1 - ease(away, 0.6, 1);
	const lit = (1 - ease(away, 0.1, 0.7)) * opacity;
	const width = Math.max(0.7, (r.w / 100) * 0.46);
	const named = ease(rolled, 0.7, 1) * (1 - ease(away, 0, 0.3));
	const s = Math.min(26, (poster.y + poster.h - block.y - block.h) * 0.42);
	const y = block.y + block.h + s * 1.6;
	const look = { fill: 'paper', opacity: named, fact: 'f08' };
	return {
		ink: [
			drawn(slab(whole.x, whole.y, whole.w, whole.h), DARK, 1.6, { opacity }),
			...(lit > 0
				? ([
						{ type: 'shape', d: slab(r.x, r.y, r.w, r.h), fill: PROCESSOR, opacity: lit },
						{ type: 'shape', d: cells(r, 100, 100), stroke: DARK, width, opacity: lit },
						{ type: 'shape', d: sparks(r, c.life, clock), fill: SPARK, opacity: lit }
					] as const)
				: [])
		],
		marks:
			named > 0 && block.y - poster.y > 30
				? [letter('processors', 'grot', block.x, y, s, c.say('processors', { n: PROCESSORS }), look)]
				: []
	};
}

/** Some of the processors at work. */
function sparks(r: Rect, life: number, clock: number): string {
	const s = r.w / 100;
	const one = (s * 0.56).toFixed(1);
	return range(240)
		.map((i) => {
			const n = Math.floor(i * 41.7 + Math.floor(life * 2 + i * 0.31) * 97 + clock * 60) % PROCESSORS;
			const x = r.x + (n % 100) * s + s * 0.22;
			const y = r.y + Math.floor(n / 100) * s + s * 0.22;
			return `M${x.toFixed(1)} ${y.toFixed(1)}h${one}v${one}h${(-s * 0.56).toFixed(1)}Z`;
		})
		.join('');
}
