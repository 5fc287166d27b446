/**
 * Paints scenes to PNG without a browser, for looking at them while drawing:
 *   npx tsx scripts/preview.ts --chapter regles --steps built,counted --progress 0,0.5,1 --size 1440x900 --lang fr --out DIR
 * A wide stage keeps the column of the text empty and outlines it; --params '{"maraudage.threshold":30}' sets controls.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Lang } from '../src/lib/picture/context';
import { layoutOf, viewOfWindow } from '../src/lib/picture/view';
import { openFrames } from '../src/lib/server/frames';
import { createNodeStage } from '../src/lib/stage/node';

const { values } = parseArgs({
	options: {
		chapter: { type: 'string' },
		steps: { type: 'string' },
		progress: { type: 'string', default: '0,0.5,1' },
		size: { type: 'string', default: '1440x900' },
		lang: { type: 'string', default: 'fr' },
		out: { type: 'string' },
		life: { type: 'string', default: '0' },
		params: { type: 'string', default: '{}' }
	}
});
if (!values.chapter || !values.out) throw new Error('--chapter and --out are needed');
const root = new URL('..', import.meta.url).pathname;
const [width, height] = values.size.split('x').map(Number);
const layout = layoutOf(width, height);
const view = viewOfWindow([width, height]);
const { recording, names, frameAt } = await openFrames();
const stage = createNodeStage(recording, `${root}src/lib/fonts`);
const lang = values.lang as Lang;
mkdirSync(values.out, { recursive: true });
const known = names[values.chapter] ?? [];
for (const name of values.steps?.split(',') ?? known)
	for (const progress of values.progress.split(',').map(Number)) {
		const frame = frameAt({
			chapter: values.chapter,
			step: known.indexOf(name) + 1,
			progress,
			view,
			lang,
			life: Number(values.life),
			params: JSON.parse(values.params)
		});
		if (layout === 'wide')
			frame.marks.push({
				type: 'rect',
				key: 'free',
				x: view.free.x,
				y: view.free.y,
				w: view.free.w,
				h: view.free.h,
				stroke: '#8888',
				dash: '2 6'
			});
		const file = `${values.out}/${values.chapter}.${name}-${progress}-${values.size}-${lang}.png`;
		writeFileSync(
			file,
			stage.render(frame, view.width, view.height, layout === 'portrait' ? 2 : 1).toBuffer('image/png')
		);
		console.log(file);
	}
