import film from '../../../generated/objection.json';
import { ease } from '../../figure/motion';
import type { Scene } from '../../story/frame';
import { objecting } from './objecting';
import { plug, timeline } from './timeline';

/** The law year by year, with the analysis plugged in and out; then Nour, who cannot say no to a lens except by leaving. */
export const scene: Scene = (c) => {
	const years = c.step < 5 ? 1 : c.step === 5 ? 1 - ease(c.progress, 0, 0.1) : 0;
	const beside = plug(c, years);
	const marks = [...timeline(c, years), ...beside.marks];
	if (c.step < 5) return { night: 0, ink: beside.ink, marks, subject: [c.view.free], says: c.say(`says.${c.step}`) };
	const told = objecting(c, film);
	return {
		night: 0,
		ink: [...told.ink, ...beside.ink],
		marks: [...told.marks, ...marks],
		subject: told.subject,
		says: c.say(`says.${c.step}`, { n: told.images })
	};
};
