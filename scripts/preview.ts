/**
 * Paints scenes to PNG without a browser, for looking at them while drawing:
 *   npx tsx scripts/preview.ts --chapter regles --steps bricks,uses --progress 0,0.5,1 --size 1440x900 --lang fr --out DIR
 * All steps without --steps. A wide stage keeps the column of the text empty and outlines it; --params '{"maraudage.threshold":30}' sets controls.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadRecording } from '../src/lib/recording/node';
import { SCENES } from '../src/lib/scenes/index';
import { readStepNames } from '../src/lib/server/content';
import { readLabels } from '../src/lib/server/labels';
import { createNodeStage } from '../src/lib/stage/node';
import { createContext, type Lang } from '../src/lib/picture/context';
import { layoutOf, viewOf } from '../src/lib/picture/view';

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
const stageHeight = layout === 'portrait' ? Math.round(height * 0.52) : height;
const stageWidth = layout === 'short' ? Math.round(width * 0.58) : width;
const view = viewOf(stageWidth, stageHeight, layout);
const recording = loadRecording(root);
const stage = createNodeStage(recording, `${root}src/lib/fonts`);
const { scene } = await SCENES[values.chapter]();
const lang = values.lang as Lang;
mkdirSync(values.out, { recursive: true });
const names = readStepNames(`${root}src/content`)[values.chapter];
for (const name of values.steps?.split(',') ?? names)
	for (const progress of values.progress.split(',').map(Number)) {
		const frame = scene(
			createContext({
				chapter: values.chapter,
				step: names.indexOf(name) + 1,
				progress,
				steps: names,
				view,
				lang,
				labels: readLabels(`${root}src/content/figures`, lang),
				life: Number(values.life),
				recording,
				params: JSON.parse(values.params)
			})
		);
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
			stage.render(frame, stageWidth, stageHeight, layout === 'portrait' ? 2 : 1).toBuffer('image/png')
		);
		console.log(file);
	}
