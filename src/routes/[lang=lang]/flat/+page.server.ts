import type { Lang } from '$lib/picture/context';
import { storyPage } from '$lib/server/page';
import { renderStill } from '$lib/server/render';
import { article } from '$lib/server/share';
import Sources from '$lib/ui/Sources.svelte';
import Steps from '$lib/ui/Steps.svelte';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{ lang: 'fr' }, { lang: 'en' }];

/** Text and sources, which stay as they are. */
export const load: PageServerLoad = ({ params }) => {
	const page = storyPage(params.lang as Lang, '../', true);
	return {
		lang: page.lang,
		ui: page.ui,
		share: article(page.lang, 'flat/', page.timeline.minutes),
		text: renderStill(Steps, page),
		panels: renderStill(Sources, { panels: page.panels, close: page.ui.close })
	};
};
