import type { Lang } from '$lib/picture/context';
import { storyPage } from '$lib/server/page';
import { renderIsland, renderStill } from '$lib/server/render';
import { article } from '$lib/server/share';
import { entryScript } from '$lib/server/script';
import { getStats } from '$lib/server/site';
import { Reader } from '$lib/story/reader.svelte';
import type { StoryData } from '$lib/story/story';
import Bar from '$lib/ui/Bar.svelte';
import Steps from '$lib/ui/Steps.svelte';
import { pickWords } from '$lib/ui/words';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];

/** The text, which stays as it is, and the strip, which the page's script hydrates with what is in `story`. */
export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang as Lang;
	const page = storyPage(lang, '', false);
	const words = pickWords(page.ui);
	const story: StoryData = { lang, seed: getStats().seed, outline: page.outline, words };
	return {
		lang,
		ui: page.ui,
		story,
		text: renderStill(Steps, page),
		strip: renderIsland(Bar, { words, lang, timeline: page.timeline, reader: new Reader() }),
		share: article(lang, '', page.timeline.minutes),
		script: entryScript('story', '../')
	};
};
