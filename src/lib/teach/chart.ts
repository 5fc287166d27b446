import { scaleLog } from 'd3';
import type { Recording } from '../recording/types';
import { swarm } from '../scenes/maraudage/rows';
import { longest } from '../scenes/maraudage/data';
import { THRESHOLDS } from './results';

const WIDTH = 1000;
const HEIGHT = 330;

/** Everybody's longest stay as a dot on one line of seconds, with the thresholds of the game. `name` gives the names to write. */
export function durations(
	recording: Recording,
	name: (key: string) => string,
	say: (people: number) => string
): string {
	const all = longest(recording);
	const x = scaleLog([4, 300], [20, WIDTH - 20]);
	const near = all.map((p) => x(Math.max(4, p.seconds)));
	const off = swarm(near, 11);
	const base = 190;
	const dots = all.map((p, i) => {
		const said = ['marcel', 'nour', 'thief', 'teen3', 'child'].includes(p.key) ? name(p.key) : '';
		return `<circle cx="${near[i].toFixed(1)}" cy="${(base + off[i]).toFixed(1)}" r="9.5" fill="${said ? '#000' : '#fff'}" stroke="#000" stroke-width="2"/>${
			said
				? `<path d="M${near[i].toFixed(1)} ${(base + off[i] + 10).toFixed(1)}V282" stroke="#000" stroke-width="1.4"/><text x="${near[i].toFixed(1)}" y="300" font-size="19" text-anchor="middle" class="news">${said}</text>`
				: ''
		}`;
	});
	const ticks = [5, 10, 20, ...THRESHOLDS, 240].map(
		(s) => `<text x="${x(s).toFixed(1)}" y="324" font-size="17" text-anchor="middle" class="mono">${s} s</text>`
	);
	const lines = THRESHOLDS.map(
		(s) =>
			`<path d="M${x(s).toFixed(1)} 34V282" stroke="#000" stroke-width="2.5" stroke-dasharray="8 5"/><text x="${x(s).toFixed(1)}" y="24" font-size="19" text-anchor="middle" class="grot">${say(all.filter((p) => p.seconds >= s).length)}</text>`
	);
	return `<svg class="drawn" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="{alt}">${lines.join('')}${dots.join('')}${ticks.join('')}</svg>`;
}
