import { startStory, type StoryData } from './story';

/** The story page's own script: everything it needs to know is in the page. */
void startStory(JSON.parse(document.getElementById('story-data')!.textContent) as StoryData);
