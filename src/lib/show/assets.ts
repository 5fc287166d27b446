import type { Lang } from '../picture/context';
import { assetsByAddress } from '../stage/assets.address';
import type { Assets } from '../stage/assets';
import { storyAddresses } from '../story/addresses';

/** Where the show's stages have their files from: the story's own. `up` leads from the page to its language's root. */
export const showAssets = (lang: Lang, up: string): Assets =>
	assetsByAddress({
		...storyAddresses(lang),
		labels: new URL(`${up}labels.json`, document.baseURI).href,
		stills: new URL(`${up}../stills/${lang}/`, document.baseURI).href
	});
