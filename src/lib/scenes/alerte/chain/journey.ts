import { painted } from '../../../figure/inks';
import { disc, group, path } from '../../../figure/marks';
import { PALE } from '../../../figure/night';
import type { Mark, SceneContext } from '../../../picture/frame';
import type { Layer } from '../../layers';
import { body, laptopOf, monitorOf } from './house';
import { cut, line, pointAt, routes, type Lit, type Plan } from './layout';

/** How far along each of its ways the picture has come, then its alert, then the call. */
export type Journey = Record<'toRecorder' | 'toServer' | 'toScreen' | 'toPatrol', number>;

/** The line that joins the parts, and the part of it that has been travelled: pale for pictures, red once it is an alert. */
export function wires(p: Plan, m: Journey): Layer {
	const ways = routes(p);
	const width = p.phone ? 1.8 : 3;
	const whole = [ways.toRecorder, ways.toServer, ways.toScreen].map(line).join('');
	const pale = line(cut(ways.toRecorder, m.toRecorder)) + (m.toServer > 0 ? line(cut(ways.toServer, m.toServer)) : '');
	const up = p.screen.x + p.screen.w * 0.84;
	return {
		ink: [painted(whole, { stroke: '#59626B', width: width * 0.7 })],
		marks: [
			path('wire-pictures', m.toRecorder > 0 ? pale : 'M0 0', { stroke: PALE, width, round: true }),
			path('wire-alert', m.toScreen > 0 ? line(cut(ways.toScreen, m.toScreen)) : 'M0 0', {
				stroke: 'signal',
				width,
				round: true
			}),
			path('wire-aerial', `M${up} ${p.screen.y}V${p.room.y - p.wall / 2}H${p.aerial[0]}V${p.aerial[1]}`, {
				stroke: 'paper',
				width: width * 0.7,
				dash: '2 5',
				opacity: m.toPatrol > 0 ? 0.8 : 0.25
			}),
			path('wire-call', m.toPatrol > 0 ? line(cut(ways.toPatrol, m.toPatrol)) : 'M0 0', {
				stroke: 'paper',
				width: width * 0.8,
				dash: p.phone ? '4 4' : '7 7',
				round: true
			})
		]
	};
}

/** The picture on its way, Nour in it; a red box is round her once the server has seen it. */
export function packet(p: Plan, m: Journey, opacity: number): Mark[] {
	const ways = routes(p);
	const alert = m.toScreen > 0;
	const [x, y] = alert
		? pointAt(ways.toScreen, m.toScreen)
		: m.toServer > 0
			? pointAt(ways.toServer, m.toServer)
			: pointAt(ways.toRecorder, m.toRecorder);
	const w = p.phone ? 20 : 40;
	const h = w * 0.66;
	return group(
		'packet',
		[
			{ type: 'rect', key: 'sheet', x: -w / 2, y: -h / 2, w, h, fill: '#E9E2D3', stroke: 'ink', width: 1.2 },
			path('ground', `M${-w / 2} ${h * 0.22}H${w / 2}`, { stroke: 'ink', width: 0.8, opacity: 0.4 }),
			path('nour', body(0, h * 0.4, h * 0.68), { fill: '#E8B23A', stroke: 'ink', width: 0.9 }),
			{
				type: 'rect',
				key: 'box',
				...{ x: -h * 0.26, y: -h * 0.36, w: h * 0.52, h: h * 0.8 },
				stroke: 'signal',
				width: p.phone ? 1.4 : 2.2,
				opacity: m.toServer >= 1 ? 1 : 0
			}
		],
		{ x, y, opacity: opacity * (1 - m.toScreen ** 8) }
	);
}

/** What the server makes of it: boxes round bodies, one of them filled. */
export function found(p: Plan, lit: Lit): Mark[] {
	const r = monitorOf(p);
	const people = [0.2, 0.52, 0.82].map((s, i) => ({ x: r.x + r.w * s, h: r.h * (i === 1 ? 0.66 : 0.5) }));
	const foot = r.y + r.h * 0.92;
	return group(
		'found',
		[
			path('bodies', people.map(({ x, h }) => body(x, foot, h)).join(''), { fill: '#59626B' }),
			...people.map(({ x, h }, i): Mark => ({
				type: 'rect',
				key: `box-${i}`,
				...{ x: x - h * 0.24, y: foot - h * 1.06, w: h * 0.48, h: h * 1.08 },
				fill: i === 1 ? 'signal' : 'none',
				fillOpacity: 0.25,
				stroke: 'signal',
				width: i === 1 ? 2 : 1.2
			}))
		],
		{ opacity: lit.server }
	);
}

/** What the installer has set: the zone in dashes, and a clock for the threshold. */
export function settings(c: SceneContext, p: Plan, lit: Lit): Mark[] {
	const r = laptopOf(p);
	const at = (u: number, v: number) => `${(r.x + r.w * u).toFixed(1)} ${(r.y + r.h * v).toFixed(1)}`;
	const clock = { x: r.x + r.w * 0.78, y: r.y + r.h * 0.28, r: r.h * 0.17 };
	return group(
		'settings',
		[
			path('zone', `M${at(0.26, 0.4)}L${at(0.62, 0.4)}L${at(0.78, 0.8)}L${at(0.1, 0.8)}Z`, {
				stroke: 'signal',
				width: p.phone ? 1.2 : 1.8,
				dash: '3 3'
			}),
			disc('clock', clock.x, clock.y, clock.r, { fill: 'paper', stroke: 'ink', width: 1 }),
			path(
				'hand',
				`M${clock.x} ${clock.y}V${clock.y - clock.r}A${clock.r} ${clock.r} 0 0 1 ${clock.x} ${clock.y + clock.r}Z`,
				{ fill: 'signal' }
			)
		],
		{ opacity: lit.installer }
	);
}
