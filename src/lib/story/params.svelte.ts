import type { Params } from '../picture/frame';

/** Values readers set with the story's controls, shared by stage and controls. Scenes give the defaults. */
export function createParams(): { values: Params; set(name: string, value: number | string | boolean): void } {
	let values = $state.raw<Params>({});
	return {
		get values() {
			return values;
		},
		set(name, value) {
			values = { ...values, [name]: value };
		}
	};
}
