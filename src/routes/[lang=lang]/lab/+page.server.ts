import { statSync } from 'node:fs';
import { EXPERIMENTS, choiceOf } from '$lib/lab/experiments';
import { printAddress } from '$lib/lab/address';
import type { LabData } from '$lib/lab/entry';
import { fill, type Lang } from '$lib/picture/context';
import { printJson } from '$lib/server/json';
import { entryScript } from '$lib/server/script';
import { getLabels, UI } from '$lib/server/site';
import { typeset } from '$lib/server/typography';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];

/** The actors' film and the network; beside each is said where it is from. */
const FILES = { film: 'lab/one-by-one.mp4', network: 'network/nanodet-g.bin' } as const;
const fileOf = (name: keyof typeof FILES) => ({
	src: `../../${FILES[name]}`,
	bytes: statSync(`static/${FILES[name]}`).size
});

export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang as Lang;
	const { lab: written, people } = getLabels(lang);
	const lab = Object.fromEntries(Object.entries(written).map(([key, text]) => [key, typeset(text, lang)]));
	const data: LabData = {
		lang,
		labels: { ...people, ...lab },
		files: { film: fileOf('film'), network: fileOf('network') }
	};
	return {
		lang,
		ui: UI[lang],
		json: printJson(data),
		say: Object.fromEntries(Object.entries(lab).filter(([key]) => !/\{/.test(key) && !lab[key].includes('{'))),
		experiments: EXPERIMENTS.map((e) => ({
			id: e.id,
			title: fill(lang, lab[`experiment.${e.id}`]),
			look: fill(lang, lab[`experiment.${e.id}.look`]),
			found: fill(lang, lab[`experiment.${e.id}.found`]),
			address: printAddress(choiceOf(e)) || '?'
		})),
		script: entryScript('lab', '../../')
	};
};
