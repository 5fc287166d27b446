import { mount } from 'svelte';
import type { Lang } from '../picture/context';
import type { SiteFile } from './stock.svelte';
import LabView from './Lab.svelte';
import { wordsOf } from './words';

/** What the lab's page tells its script. */
export interface LabData {
	lang: Lang;
	labels: Record<string, string>;
	/** Files that are fetched when they are asked for: address from the page, and bytes. */
	files: Record<SiteFile, { src: string; bytes: number }>;
}

const target = document.getElementById('lab')!;
const { lang, labels, files } = JSON.parse(document.getElementById('lab-data')!.textContent) as LabData;
target.replaceChildren();
mount(LabView, { target, props: { words: wordsOf(lang, labels), files } });
