/** Milliseconds in which cards turn from day to night: longer than app.css takes. */
const TURN = 500;

/** Cards in sight change colour with the stage. One that comes near later has its colour at once. */
export function createTurn(root: HTMLElement): (night: boolean) => void {
	let turned: ReturnType<typeof setTimeout>;
	return (night) => {
		root.classList.add('turning');
		clearTimeout(turned);
		turned = setTimeout(() => root.classList.remove('turning'), TURN);
		root.dataset.night = night ? 'on' : 'off';
	};
}
