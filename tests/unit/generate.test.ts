import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf } from '../../scripts/imports';
import { changedIn, createInputs, FILMED, type Inputs } from '../../scripts/inputs';
import { getStory } from '../../src/lib/server/site';
import { NETWORK } from '../network';

const root = join(process.cwd(), '/');
const RECORDING = ['record.ts', 'codec.ts', 'sensor.ts'].map((name) => `src/lib/recording/${name}`);
const story = getStory('fr', '');

/** What everything follows from, with some files changed. */
function all(changed: Record<string, (text: string) => string> = {}): Record<string, Inputs> {
	const inputs = createInputs(root, (path) => {
		const bytes = readFileSync(join(root, path));
		return changed[path] ? Buffer.from(changed[path](bytes.toString())) : bytes;
	});
	const out: Record<string, Inputs> = { recording: inputs.filmed(RECORDING, 7) };
	for (const lang of ['fr', 'en'] as const)
		for (const chapter of story) out[`${lang}/${chapter.id}`] = inputs.stills(chapter, lang);
	return out;
}
const before = all();
/** What must be made anew when a file is changed. */
const remade = (path: string, edit: (text: string) => string = (text) => `${text}\n// Changed.\n`) => {
	const now = all({ [path]: edit });
	return Object.keys(now).filter((name) => changedIn(before[name], now[name]).length > 0);
};
const both = (...chapters: string[]) => ['fr', 'en'].flatMap((lang) => chapters.map((id) => `${lang}/${id}`));

it('starts from nothing: what it imports at once needs nothing that it makes', () => {
	const { files } = importsOf(root, ['scripts/generate.ts'], (path) => readFileSync(join(root, path), 'utf8'));
	expect(files).toContain('src/lib/recording/record.ts');
	expect(files.filter((path) => /generated\//.test(path))).toEqual([]);
});

describe('What is made anew', () => {
	it('is a chapter in one language when a label of it is edited', () => {
		const edit = (text: string) => text.replace(/^( +)fr: (['"]?)(?=\w)/m, '$1fr: $2Autre ');
		expect(remade('src/content/figures/alerte.yaml', edit)).toEqual(['fr/alerte']);
	});

	it('is every chapter that uses it when a common label is edited', () => {
		const edit = (text: string) => text.replace(/^( +)en: (['"]?)(?=\w)/m, '$1en: $2Other ');
		expect(remade('src/content/figures/common.yaml', edit)).toEqual(story.map(({ id }) => `en/${id}`));
	});

	it('is a chapter when its scene is edited', () => {
		expect(remade('src/lib/scenes/peur/podium.ts')).toEqual(both('peur'));
	});

	it('is every still and no recording when faces, or what is kept of people, are edited', () => {
		for (const path of [
			'people/face.ts',
			'people/marks.ts',
			'people/jewels.ts',
			'people/near.ts',
			'people/sprites.ts',
			'portrait.ts'
		])
			expect(remade(`src/lib/drawing/${path}`), path).toEqual(both(...story.map(({ id }) => id)));
	});

	it('is the recording too when what a sensor sees is edited', () => {
		for (const path of ['drawing/people/legs.ts', 'street/cast.ts', 'camera/sensor.ts', 'maths.ts'])
			expect(remade(`src/lib/${path}`), path).toContain('recording');
	});

	it('is the recording when the program that watches is edited, and no still before its bytes are others', () => {
		expect(remade('src/lib/vision/background.ts')).toContain('recording');
		expect(remade('src/lib/recording/moments.ts')).toEqual(['recording']);
	});

	it('is what the network finds when its weights or the recording are others, or what makes it is edited', () => {
		const files = [...FILMED, NETWORK];
		const made = (changed?: string) =>
			createInputs(root, (path) => {
				const bytes = readFileSync(join(root, path));
				return path === changed ? Buffer.concat([bytes, Buffer.from('\n')]) : bytes;
			}).filmed(['src/lib/scenes/vision/learned.ts'], 7, files);
		const now = made();
		for (const path of [...files, 'src/lib/scenes/vision/packed.ts', 'src/lib/drawing/people/legs.ts'])
			expect(changedIn(now, made(path)), path).toEqual([path]);
		expect(changedIn(now, made('src/lib/scenes/vision/sureness.ts'))).toEqual([]);
	});

	it('is nothing when words are edited that no picture shows', () => {
		expect(remade('src/lib/server/typography.ts')).toEqual([]);
		expect(remade('src/content/ui.fr.json', (text) => `${text} `)).toEqual([]);
	});
});

describe('Imports', () => {
	const files: Record<string, string> = {
		'src/lib/maths.ts': `
import type { Pen } from './drawing/types';
import { type Camera, type Pose } from './camera/camera';
export * from './vision/types';
import { hash } from './street/places';
import {
	a,
	type B
} from './street/tram';
import 'd3-shape';
const later = () => import('./street/light');
`
	};
	const read = (path: string) => files[path] ?? '';

	it('are followed where they are of values and static', () => {
		const { files, packages } = importsOf(root, ['src/lib/maths.ts'], read);
		expect(files).toEqual([
			'src/lib/maths.ts',
			'src/lib/street/places.ts',
			'src/lib/street/tram.ts',
			'src/lib/vision/types.ts'
		]);
		expect(packages).toEqual(['d3-shape']);
	});

	it('are refused where they lead nowhere', () => {
		expect(() => importsOf(root, ['src/lib/maths.ts'], () => `import { x } from './nowhere';`)).toThrow(
			/maths\.ts imports \.\/nowhere/
		);
	});
});
