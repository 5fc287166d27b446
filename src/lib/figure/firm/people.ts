import type { Look } from '../../street/types';
import { BLUE, BOTTLE, COAT, OCHRE } from './colours';

/** Skins, then hairs. */
const FAIR = '#E0B08E';
const TAN = '#C98F6B';
const BROWN = '#8D5A3C';
const WARM = '#D8A27F';
const PALE = '#EAC3A4';
const OLIVE = '#B77F5A';
const DARK = '#3a2c22';
const GREY = '#6B645B';
const BLACK = '#2E241E';
const AUBURN = '#7A4A2B';
const CHESTNUT = '#8A5A33';
const JET = '#17110e';
const BLOND = '#C39A5B';
const NUT = '#6B4A2B';
const SILVER = '#8A8073';
const HAZEL = '#5A3A24';

/** Somebody of the firm: a coat, hair and skin of their own. */
const look = (coat: string, hair: string, skin: string, more: Partial<Look> = {}): Look => ({
	coat,
	legs: '#3B4048',
	skin,
	hair,
	...more
});

/** Thomas Jusquiame's figure: the same brown coat all through the chapter. */
export const HE = look(COAT, DARK, FAIR, { legs: '#2F3A4A', cut: 'short', beard: true });
export const HE_PHONE: Look = { ...HE, phone: true };

export const DIRECTORS = [
	look('#2E3440', GREY, FAIR, { glasses: true, cut: 'short' }),
	look('#3C4250', BLACK, WARM, { cut: 'short' })
];
export const INTERN = look('#A8617A', AUBURN, FAIR, { cut: 'ponytail', legs: BLUE });
export const SALESMAN = look(BLUE, BLACK, TAN, { cut: 'short' });

/** Engineers, from left to right. */
export const ENGINEERS = [
	look('#5C6B7A', BLACK, WARM, { cut: 'short', glasses: true }),
	look('#6F8A7C', CHESTNUT, FAIR, { cut: 'curly', beard: true }),
	look('#4A5568', JET, BROWN, { cut: 'short' }),
	look('#7C8796', BLOND, PALE, { cut: 'short', glasses: true }),
	look(BOTTLE, BLACK, FAIR, { cut: 'bald', beard: true }),
	look('#8E8577', DARK, TAN, { cut: 'short' })
];
export const COLLEAGUES = [
	look('#9B7B5A', GREY, FAIR, { cut: 'short' }),
	look('#5F7383', BLACK, OLIVE, { cut: 'curly', beard: true }),
	look('#A3A08F', DARK, FAIR, { cut: 'short', glasses: true })
];

const SUITS = ['#4A5568', '#6B7280', '#5C6B7A', '#3F4A5A', '#7C8796', '#52606D', '#64748B', '#475569', '#6E7F8D'];
const HAIRS = [BLACK, NUT, JET, SILVER, DARK];
const SKINS = [FAIR, TAN, BROWN, WARM, PALE];
const CUTS = ['short', 'curly', 'bald', 'short', 'short'] as const;

/** Ten people of the firm, nine men and one woman, hers the seventh place: 90 % men is said of the whole firm (c12). */
export const TEN: { look: Look; woman: boolean }[] = Array.from({ length: 10 }, (_, i) =>
	i === 6
		? { woman: true, look: look(OCHRE, HAZEL, WARM, { cut: 'bun', long: true }) }
		: {
				woman: false,
				look: look(SUITS[i % SUITS.length], HAIRS[(i * 3) % 5], SKINS[(i * 2) % 5], {
					cut: CUTS[i % 5],
					beard: i % 3 === 1,
					glasses: i % 4 === 2
				})
			}
);
