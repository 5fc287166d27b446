import film from '../../../generated/objection.json';
import { mixRects } from '../../figure/inset';
import { ease, mix } from '../../figure/motion';
import type { Mark, Rect, Scene, SceneContext } from '../../picture/frame';
import { objecting } from './objecting';
import { HERE, lastTrial, plug, timeline, yearsOf, type Away } from './timeline';

/**
 * The law year by year, with the analysis plugged in and out. The camera goes through the last ochre band, in which
 * analysis may be tried, into the square: Nour cannot say no to a lens except by leaving.
 */
export const scene: Scene = (c) => {
	if (c.step < 5) {
		const beside = plug(c, 1);
		return {
			night: 0,
			ink: beside.ink,
			marks: [...timeline(c, 1), ...beside.marks],
			subject: [yearsOf(c.view, c.step)],
			says: c.say(`says.${c.step}`)
		};
	}
	const { opening, away, years } = through(c);
	const told = objecting(c, film, opening);
	const beside = plug(c, years, away);
	const marks = [...timeline(c, years), ...beside.marks];
	return {
		night: 0,
		ink: [...beside.ink, ...told.ink],
		marks: [...told.marks, ...(away === HERE || !marks.length ? marks : [zoomed(marks, away)])],
		subject: told.subject,
		says: c.say(`says.${c.step}`, { n: told.images })
	};
};

const zoomed = (children: Mark[], away: Away): Mark => ({ type: 'group', key: 'years', ...away, children });

/** The band as it grows to the whole stage, and the years moving aside with it. */
function through(c: SceneContext): { opening: Rect; away: Away; years: number } {
	const whole = { x: 0, y: 0, w: c.view.width, h: c.view.height };
	if (c.step > 5) return { opening: whole, away: HERE, years: 0 };
	const t = ease(c.progress, 0, 0.2);
	const band = lastTrial(c.view);
	const opening = mixRects(band, whole, t);
	const scale = mix(1, 6, t);
	return {
		opening,
		away:
			t === 0
				? HERE
				: {
						x: opening.x + opening.w / 2 - scale * (band.x + band.w / 2),
						y: opening.y + opening.h / 2 - scale * (band.y + band.h / 2),
						scale
					},
		years: 1 - ease(c.progress, 0.03, 0.14)
	};
}
