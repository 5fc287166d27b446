import { startStory, type StoryData } from './story';

/** Makes the story page live: static/start.js calls it. Everything it needs to know is in the page. */
export const start = (): Promise<void> =>
	startStory(JSON.parse(document.getElementById('story-data')!.textContent) as StoryData);
