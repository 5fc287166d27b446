import type { EmbedData } from './data';
import { startEmbed } from './embed';

/** Makes a figure's page live: static/frame.js calls it, when the figure is near or a reader asks. */
export const start = (): Promise<void> =>
	startEmbed(JSON.parse(document.getElementById('embed-data')!.textContent) as EmbedData);
