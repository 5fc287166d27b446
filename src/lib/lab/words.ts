import { fill, formatNumber, type Lang } from '../picture/context';

/** The lab's words and numbers, as its components ask for them. */
export interface Words {
	lang: Lang;
	say(key: string, vars?: Record<string, string | number>): string;
	number(value: number, digits?: number): string;
	/** Minutes and seconds. */
	clock(seconds: number): string;
	percent(share: number): string;
	/** Somebody of the square, in a sentence; who is not known is not known. */
	who(who: { key: string; reason: string } | null): string;
}

/** @param labels of content/figures/lab.yaml and of the people; an unknown key throws */
export function wordsOf(lang: Lang, labels: Record<string, string>): Words {
	const say: Words['say'] = (key, vars) => {
		if (labels[key] === undefined) throw new Error(`No label "${key}" in content/figures/lab.yaml`);
		return fill(lang, labels[key], vars);
	};
	return {
		lang,
		say,
		percent: (share) => say('percent', { n: formatNumber(lang, 100 * share) }),
		who(who) {
			if (!who) return say('who.unknown');
			const { key, reason } = who;
			if (key) return say('who.named', { name: say(`${key}.name`), why: say(`${reason}.why`) });
			return say(reason === 'waiting' ? 'who.waiting' : 'who.crossing');
		},
		number: (value, digits) => formatNumber(lang, value, digits),
		clock(seconds) {
			const whole = Math.max(0, Math.round(seconds));
			return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
		}
	};
}
