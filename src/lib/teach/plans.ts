/** A ready session: its minutes, and the steps it shows, as `chapter/name`, in the story's order. */
export interface Plan {
	minutes: number;
	steps: readonly string[];
}

/** The sessions of the plans' page. Their tables name the same steps, and the show opens with them. */
export const PLANS: readonly Plan[] = [
	{
		minutes: 20,
		steps: [
			'place/square',
			'place/nour',
			'maraudage/clocks',
			'maraudage/manuals',
			'maraudage/threshold',
			'maraudage/turning-round',
			'maraudage/durations'
		]
	},
	{
		minutes: 55,
		steps: [
			'place/square',
			'place/nour',
			'place/others',
			'vision/two-machines',
			'vision/boxes',
			'vision/tracks',
			'vision/mistakes',
			'vision/fading',
			'maraudage/clocks',
			'maraudage/manuals',
			'maraudage/threshold',
			'maraudage/turning-round',
			'maraudage/durations',
			'maraudage/four-rules',
			'maraudage/not-on-the-list',
			'alerte/leaving',
			'alerte/day',
			'droit/position',
			'droit/trial',
			'droit/reopened',
			'droit/out-of-frame',
			'questions/sheet'
		]
	},
	{
		minutes: 90,
		steps: [
			'place/square',
			'vision/two-machines',
			'maraudage/threshold',
			'maraudage/turning-round',
			'maraudage/durations',
			'attroupement/three-reasons',
			'attroupement/pressing',
			'questions/square'
		]
	}
];

/** The steps of a plan by number, `chapter.step` with both as numbers (`4.3`), as an address names them. */
export function numbered(
	{ steps }: Plan,
	chapters: readonly { id: string; number: number; steps: readonly { name: string }[] }[]
): string[] {
	return steps.map((path) => {
		const [id, name] = path.split('/');
		const chapter = chapters.find((c) => c.id === id);
		const at = chapter ? chapter.steps.findIndex((step) => step.name === name) : -1;
		if (!chapter || at < 0) throw new Error(`a plan has an unknown step "${path}"`);
		return `${chapter.number}.${at + 1}`;
	});
}
