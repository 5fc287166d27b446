import { CARD } from '../../figure/colours';
import { drawn, slab } from '../../figure/inks';
import { letters, wrap } from '../../figure/text';
import type { Rect, SceneContext } from '../../picture/frame';
import { isLow } from '../../picture/low';
import type { Layer } from '../layers';
import { PANELS } from './data';
import { PICTURES } from './pictures';
import type { Life } from './studies';

/** A picture of where or how cameras were found to have an effect, and what was found under it. */
export function finding(c: SceneContext, r: Rect, i: number, covered: number, life: Life): Layer {
	const { key } = PANELS[i];
	const { phone, shape } = c.view;
	const low = isLow(c.view);
	const picture: Rect = {
		x: r.x,
		y: r.y,
		w: r.w,
		h: r.h * (phone ? 0.54 : shape === 'tall' || low ? 0.42 : r.h < 280 ? 0.5 : 0.58)
	};
	const pad = phone ? 9 : low ? 12 : 16;
	const s = phone ? 14 : low ? 17 : Math.min(25, r.w / 16);
	const room = r.w - 2 * pad;
	const head = r.y + picture.h + s * 1.25;
	const title = letters('title', 'grot', r.x + pad, head, s, c.say(`find.${key}`), room, { leading: 1.1, fact: 'f04' });
	const under = head + title.length * s * 1.1 + (phone ? 2 : 4);
	const text = c.say(`find.${key}.text`);
	const foot = r.y + r.h - (phone || low ? 5 : 12);
	// A sentence with no room for all its lines is left to the text beside the drawing.
	const fits = (size: number) => under + (wrap(text, size, 'news', room).length - 1) * size * 1.18 < foot;
	const size = (phone ? [12.5, 12] : low ? [15, 14, 13, 12] : [17, 16, 15, 14]).find(fits);
	const look = { fact: 'f04', leading: 1.18 };
	const says = size ? letters('text', 'news', r.x + pad, under, size, text, room, look) : [];
	const clip = { ...r, h: r.h * (1 - covered) };
	return {
		ink: [
			drawn(slab(r.x, r.y, r.w, r.h), CARD),
			...PICTURES[key](c, picture, life),
			drawn(slab(picture.x, picture.y, picture.w, picture.h), 'none')
		],
		marks: [{ type: 'group', key: `finding.${i}`, clip, opacity: 1, children: [...title, ...says] }]
	};
}
