import type { Frame } from '../picture/frame';
import type { Message, Reply } from './messages';
import { promised, type Promised } from './promised';

/** The picture in words: what its scene says of it, and what can be counted; '' where there is nothing. */
export interface Words {
	says: string;
	counts: string;
}

export const NO_WORDS: Words = { says: '', counts: '' };

/** Questions to an engine, which answers them in their order. */
export interface Questions {
	describe(): Promise<Words>;
	inspect(): Promise<Frame | null>;
	hear(reply: Reply): void;
	/** The engine has died: what was asked is answered with nothing. */
	drop(): void;
}

export function createQuestions(tell: (message: Message) => void): Questions {
	const described: Promised<Words>[] = [];
	const inspected: Promised<Frame | null>[] = [];
	function ask<T>(type: 'describe' | 'inspect', queue: Promised<T>[]): Promise<T> {
		const answer = promised<T>();
		queue.push(answer);
		tell({ type });
		return answer.promise;
	}
	return {
		describe: () => ask('describe', described),
		inspect: () => ask('inspect', inspected),
		hear(reply) {
			if (reply.type === 'described') described.shift()?.keep({ says: reply.says, counts: reply.counts });
			else if (reply.type === 'inspected') inspected.shift()?.keep(reply.frame);
		},
		drop() {
			for (const q of described.splice(0)) q.keep(NO_WORDS);
			for (const q of inspected.splice(0)) q.keep(null);
		}
	};
}
