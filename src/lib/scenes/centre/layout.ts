/** A screen before it shows anything, and the thin lines of what stands for one. */
export const COLD = { fill: '#303942', stroke: '#8795A3' };
/** A camera's dot, and what is left where it was. */
export const CAMERA = { dot: '#B9CBE0', ghost: '#566474' };
/** Umbrellas nobody saw, and the handles of all. */
export const UMBRELLA = { missed: '#6A727B', handle: '#A9AFB6' };
/** Bar of the published test, beside the reader's. */
export const PUBLISHED = '#4A5057';
/** People of the game: quiet clothes, and one umbrella for all, so that nothing but its being open tells who is meant. */
export const GAME = {
	coats: ['#4A5568', '#6B5D52', '#5C6B5F', '#7A7F86', '#514A5A', '#8A8073', '#3F4A5A', '#6A6F60'],
	skins: ['#E0B08E', '#C98F6B', '#8D5A3C', '#D8A27F'],
	legs: '#2E2B2A',
	hair: '#2E241E',
	umbrella: '#33415C'
};
