import { ease } from '../../figure/motion';
import type { Rect, Scene, SceneContext } from '../../picture/frame';
import { latest, valuesOf } from '../cues';
import { stack } from '../layers';
import { CUES } from './cues';
import { CONVENTIONS, DAYS, flights, GPT3_MWH, MEGAWATTS, PROCESSORS, TONNES, WATTS_EACH } from './data';
import { kilowattHours } from './hours';
import { placesOf, type Places } from './layout';
import { ocean } from './ocean';
import { poster, processors } from './poster';
import { correction, quantity } from './quantity';
import { rows } from './rows';

export { CUES as cues };

/** A poster over processors; their hours, tonnes and flights; then what the number is about, and what it is not. */
export const scene: Scene = (c) => {
	const at = CUES(c);
	const step = latest(c, STEPS);
	// The middle step speaks of energy, then of what it is said to weigh.
	const { says, subject, compared } = !step.compared && at('tonnes') > 0 ? FLIGHTS : step;
	const clock = 2 * at('clock');
	const crossing = 2 * at('crossing');
	const [rolled, away, tonnes] = [at('rolled'), at('away'), at('tonnes')];
	const convention = at('second') + at('third');
	const bars = valuesOf(at, 'rows', 'gpt', 'grown', 'none', 'bare');
	return {
		night: 0,
		...stack(
			processors(c, rolled, away, clock),
			poster(c, at('poster'), rolled, at('hung'), clock),
			kilowattHours(c, at('thousand') + at('million'), away, tonnes),
			quantity(c.view, tonnes, bars.rows),
			correction(c, at('unit') * (1 - ease(tonnes, 0, 0.4)), at('struck'), at('written')),
			ocean(c, { tonnes, flown: at('flown'), convention, rows: bars.rows, clock: crossing }),
			compared && rows(c, bars, 82 + 10 * crossing + (c.life % 60))
		),
		subject: subject(placesOf(c.view), c.view.free),
		says: saying(c, says)
	};
};

interface Spoken {
	says: string;
	subject: (p: Places, free: Rect) => Rect[];
	compared?: boolean;
}

const FLIGHTS: Spoken = { says: 'says.flights', subject: (p) => [p.strip, p.plate] };

/** What each step speaks of and where that is, and whether bars are compared. */
const STEPS: Record<string, Spoken> = {
	poster: { says: 'says.poster', subject: (p) => [p.poster] },
	heaters: { says: 'says.heaters', subject: ({ month }, free) => [{ ...free, h: month.y + month.h - free.y }] },
	'two-bars': {
		says: 'says.two-bars',
		subject: ({ bar, perGwh, pitch, square }) => [{ x: bar.x, y: bar.y, w: 1.3 * perGwh, h: pitch + bar.h }, square],
		compared: true
	}
};

const saying = (c: SceneContext, key: string): string =>
	c.say(key, {
		processors: PROCESSORS,
		megawatts: c.number(MEGAWATTS, 2),
		watts: Math.round(WATTS_EACH),
		days: DAYS,
		tonnes: TONNES,
		a: flights(CONVENTIONS[0]),
		b: flights(CONVENTIONS[1]),
		c: flights(CONVENTIONS[2]),
		gpt: GPT3_MWH
	});
