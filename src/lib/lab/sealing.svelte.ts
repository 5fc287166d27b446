import { seal, type Seal } from './sent';

/** Whether the page has forbidden itself to send, and what it sent since what is open was opened. */
export class Sealing {
	sealed = $state(false);
	bytes = $state(0);
	refused = $state(0);
	#seal: Seal | null = null;

	/** Forbids connections, for as long as the page is open. What it still needs of the site is asked for before. */
	shut(): void {
		if (!this.#seal) {
			this.#seal = seal();
			this.#seal.watch(() => this.#count());
		}
		this.sealed = true;
		this.begin();
	}

	/** Counts anew: something is opened. */
	begin(): void {
		this.#seal?.begin();
		this.#count();
	}

	#count(): void {
		this.bytes = this.#seal?.bytes ?? 0;
		this.refused = this.#seal?.refused ?? 0;
	}
}
