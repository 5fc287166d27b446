import type { Lang } from '../picture/context';
import type { Still } from '../server/pages';

/** What the sheet for the council is made from, on the server and in the page. */
export interface CouncilData {
	lang: Lang;
	/** The story's title. */
	home: string;
	still: Still;
	labels: Record<string, string>;
	sources: { id: string; title: string }[];
}
