import type { EmbedPage } from './embed';

/** With a full stop, unless it has an end of its own. */
export const ended = (words: string): string => (/[.!?…»”]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);

/** What is printed below a figure's picture: what it shows, and whose it is. */
export const captioned = ({ takeaway, title, ui }: Pick<EmbedPage, 'takeaway' | 'title' | 'ui'>): string =>
	`${ended(takeaway || title)} ${ended(ui['embed.credit'])}`;
