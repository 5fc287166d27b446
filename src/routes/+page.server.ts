import { storyPage } from '$lib/server/page';
import { fill } from '$lib/picture/context';
import type { PageServerLoad } from './$types';

/** The cover: what each language's door says, and how long it leads. */
export const load: PageServerLoad = () => ({
	alt: storyPage('fr', '', false).chapters[0].steps[0].alt,
	doors: (['fr', 'en'] as const).map((lang) => {
		const { ui, timeline } = storyPage(lang, '', false);
		const minutes = { minutes: timeline.minutes, short: timeline.path.minutes };
		return { lang, ui, about: fill(lang, ui['cover.about'], minutes) };
	})
});
