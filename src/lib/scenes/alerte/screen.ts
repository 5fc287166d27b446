import { project } from '../../camera/camera';
import { boxOfAlert, frameOfAlert } from '../../centre/queue';
import { GROUND } from '../../drawing/palette';
import { cameraIn, mixRects } from '../../figure/inset';
import { letter } from '../../figure/lettering';
import { ease, mix } from '../../figure/motion';
import { AMBER } from '../../figure/colours';
import { slab } from '../../figure/place';
import { viewBox } from '../../figure/square';
import { measure } from '../../figure/text';
import type { Mark, Rect, SceneContext } from '../../picture/frame';
import { phoneAt } from '../../figure/firm/opening';
import type { Layer } from '../layers';
import { screenInChain } from './chain/chain';
import { buttonsOf, SCREEN, stripBase, type Panel } from './layout';

/**
 * The alert's dot grows back into a picture; that becomes one screen of the chain, and at last the telephone of the next
 * chapter.
 */
export function picture(
	c: SceneContext,
	panel: Panel,
	dot: Rect,
	m: Record<'grown' | 'drawn' | 'away' | 'boxed', number>
): Layer {
	const { recording } = c;
	const small = screenInChain(c.view);
	const rect = mixRects(mixRects(mixRects(dot, panel.screen, m.grown), small, m.drawn), phoneAt(c.view), m.away);
	const strip = mix(panel.strip, small.h * 0.15, m.drawn) * m.grown * (1 - m.away);
	const clip = { ...rect, h: Math.max(4, rect.h - strip) };
	const at = frameOfAlert(recording);
	const camera = cameraIn(clip, undefined, { zoom: 4.2, focus: focusOfNour(c, at), at: [0.5, 0.62] });
	const box = boxOfAlert(recording, at);
	return {
		ink: [
			{ type: 'shape', d: slab(rect.x, rect.y, rect.w, rect.h, 3), fill: SCREEN, stroke: 'paper', width: 1.6 },
			{ type: 'street', camera, at, drained: 0.5, clip },
			{ type: 'shape', d: slab(rect.x, rect.y, rect.w, rect.h), fill: GROUND, opacity: ease(m.away, 0.5, 1) }
		],
		marks: box && [
			{
				type: 'group',
				key: 'screen-picture',
				clip,
				opacity: m.boxed,
				children: [
					{
						type: 'rect',
						key: 'screen-box',
						...viewBox(box, camera),
						fill: 'signal',
						fillOpacity: 0.12,
						stroke: 'signal',
						width: mix(3, 2, m.drawn)
					}
				]
			}
		]
	};
}

/** Where Nour stands in the 16:9 picture of the mast, as fractions of it. */
function focusOfNour({ recording }: SceneContext, at: number): [number, number] {
	const { camera, street } = recording;
	const nour = street.at(at).people.find((p) => p.key === 'nour' && p.present);
	if (!nour) return [0.449, 0.62];
	const p = project(camera, nour.x, nour.y, 0.85, { u: 0, v: 0, k: 0 });
	return [p.u / camera.width, p.v / camera.height];
}

/** What the machine says of it, in three words, and the two answers. */
export function strip(panel: Panel, opacity: number): Layer {
	const { screen, words, answers, size, space } = panel;
	let x = screen.x + space;
	const marks = words.map((text, i) => {
		const mark = letter(`screen-word-${i}`, 'mono', x, stripBase(panel), size, text, { fill: 'signal', opacity });
		x += measure(text, size, 'mono') + space;
		return mark;
	});
	const buttons = buttonsOf(panel).map((r, i): Mark[] => [
		{ type: 'rect', key: `button-${i}`, ...r, r: 3, stroke: 'paper', width: 1.6, opacity },
		letter(`button-${i}-word`, 'mono', r.x + r.w / 2, r.y + size * 1.56, size, answers[i], {
			anchor: 'middle',
			fill: 'paper',
			opacity
		})
	]);
	return { marks: [...marks, ...buttons.reverse().flat()] };
}

/** Time to decide runs out along the foot of the picture, and in figures. */
export function time(
	c: SceneContext,
	{ screen, strip }: Panel,
	seconds: number,
	spent: number,
	opacity: number
): Layer {
	const phone = c.view.shape === 'phone';
	const size = phone ? 18 : 34;
	const text = c.say('screen.seconds', { n: Math.ceil(seconds - seconds * spent) });
	const w = measure(text, size, 'grot');
	const right = screen.x + screen.w;
	return {
		marks: [
			{
				type: 'rect',
				key: 'screen-time',
				x: screen.x,
				y: screen.y + screen.h - strip - 3,
				w: screen.w * (1 - spent),
				h: phone ? 5 : 8,
				fill: AMBER,
				opacity
			},
			{
				type: 'rect',
				key: 'screen-seconds-slip',
				x: right - w - (phone ? 14 : 24),
				y: screen.y + 1,
				w: w + (phone ? 13 : 23),
				h: size * 1.3,
				fill: SCREEN,
				opacity
			},
			letter('screen-seconds', 'grot', right - (phone ? 7 : 12), screen.y + size, size, text, {
				anchor: 'end',
				fill: AMBER,
				opacity
			})
		]
	};
}
