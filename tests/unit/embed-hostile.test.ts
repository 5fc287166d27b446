import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const SEED = { seed: 7, numRuns: 10_000 };
const SITE = 'https://example.org/vsa/';

/** Values that somebody who wants to break the page may send, its own words among them. */
const hostile = fc.oneof(
	fc.anything({
		withNullPrototype: true,
		withBigInt: true,
		withSparseArray: true,
		withTypedArray: true,
		withDate: true
	}),
	fc.record(
		{
			sentinel: fc.constantFrom('amp', 'AMP', 0, null),
			type: fc.oneof(fc.constantFrom('embed-size', 'embed-sizes', '__proto__', 'constructor'), fc.anything()),
			height: fc.oneof(
				fc.double(),
				fc.constantFrom(NaN, Infinity, -Infinity, 9e300, -1, 0, '900', [900], { valueOf: () => 900 }, null),
				fc.anything()
			)
		},
		{ requiredKeys: [] }
	),
	fc.constantFrom('pymxPYMx0xPYMxheightxPYMx9999', '{"type":"embed-size","height":900}', '', [], () => 1)
);

interface Frame {
	contentWindow: object;
	src: string;
	style: { height: string };
}

/** A page of others with four frames, and our script in it. */
function openParent() {
	const frame = (src: string): Frame => ({ contentWindow: { src }, src, style: { height: '' } });
	const frames = {
		ours: frame(`${SITE}fr/embed/droit/`),
		second: frame(`${SITE}fr/embed/peur/`),
		elsewhere: frame('https://example.com/fr/embed/droit/'),
		lookalike: frame('https://example.org/vsa.evil.example/')
	};
	let hear: (event: object) => void = () => {};
	runInNewContext(readFileSync('static/embed.js', 'utf8'), {
		document: {
			currentScript: { src: `${SITE}embed.js` },
			getElementsByTagName: (tag: string) => (tag === 'iframe' ? Object.values(frames) : [])
		},
		addEventListener: (_: string, listener: (event: object) => void) => (hear = listener)
	});
	const heights = () => Object.values(frames).map((f) => f.style.height);
	return { frames, heights, say: (source: unknown, data: unknown, origin = 'null') => hear({ source, data, origin }) };
}

describe('the script in a page of others', () => {
	it('gives a frame the height its own window asks for, within bounds, and no other', () => {
		const { frames, heights, say } = openParent();
		say(frames.ours.contentWindow, { sentinel: 'amp', type: 'embed-size', height: 712.2 });
		expect(heights()).toEqual(['713px', '', '', '']);
		say(frames.second.contentWindow, { sentinel: 'amp', type: 'embed-size', height: 1e12 });
		expect(heights()).toEqual(['713px', '5000px', '', '']);
	});

	it('is moved by none of ten thousand messages that are not a frame of ours asking for a height', () => {
		const { frames, heights, say } = openParent();
		const sources = [null, undefined, {}, frames.elsewhere.contentWindow, frames.lookalike.contentWindow];
		fc.assert(
			fc.property(
				hostile,
				fc.constantFrom(...sources),
				fc.constantFrom('null', SITE.slice(0, -5), 'https://example.com'),
				(data, source, origin) => {
					say(source, data, origin);
					expect(heights()).toEqual(['', '', '', '']);
				}
			),
			SEED
		);
	});

	it('stays within its bounds whatever a frame of ours says, and touches nothing but that frame', () => {
		const { frames, heights, say } = openParent();
		fc.assert(
			fc.property(hostile, (data) => {
				say(frames.ours.contentWindow, data);
				const [own, ...others] = heights();
				expect(others).toEqual(['', '', '']);
				if (own) {
					expect(own).toMatch(/^\d+px$/);
					expect(parseInt(own)).toBeGreaterThanOrEqual(100);
					expect(parseInt(own)).toBeLessThanOrEqual(5000);
				}
			}),
			SEED
		);
		expect(({} as Record<string, unknown>).height).toBeUndefined();
	});
});

/** A figure's page whose script has run at an address: what it told the page around it. */
function openFigure(search: string) {
	const said: unknown[] = [];
	const box = (height: number) => ({ clientWidth: 640, getBoundingClientRect: () => ({ height }) });
	const stage = box(400);
	const frame = { ...box(900), children: [], classList: { add() {}, remove() {} } };
	const timers: (() => void)[] = [];
	let listeners = 0;
	const self = { origin: 'https://example.org' };
	runInNewContext(readFileSync('static/frame.js', 'utf8'), {
		self,
		location: { search },
		navigator: {},
		innerHeight: 0,
		parent: { postMessage: (data: unknown) => said.push(data) },
		setTimeout: (then: () => void) => timers.push(then),
		ResizeObserver: class {
			observe() {}
		},
		IntersectionObserver: class {
			observe() {}
		},
		MutationObserver: class {
			observe() {}
		},
		addEventListener: () => listeners++,
		document: {
			currentScript: { dataset: { most: '700', classic: '', entry: '' } },
			querySelector: (selector: string) =>
				selector === '.frame' ? frame : selector === '.stage' ? stage : { addEventListener() {} }
		}
	});
	for (const then of timers) then();
	return { said, listeners };
}

describe('the script of a figure', () => {
	it('says its height whatever its address is, and hands on no more of that than a number pym would give', () => {
		const odd = fc.oneof(
			fc.webQueryParameters().map((q) => `?${q}`),
			fc.string({ unit: 'binary' }).map((s) => `?childId=${s}`),
			fc.constantFrom(
				'?childId=<script>',
				'?childId=a&childId=b',
				`?childId=${'x'.repeat(5000)}`,
				'?%E0%A4%A',
				'?__proto__=1',
				''
			)
		);
		fc.assert(
			fc.property(odd, (search) => {
				const { said, listeners } = openFigure(search);
				expect(said[0]).toEqual({ sentinel: 'amp', type: 'embed-size', height: 900 });
				for (const more of said.slice(1)) expect(more).toMatch(/^pymxPYMx[\w-]{1,80}xPYMxheightxPYMx900$/);
				expect(said.length).toBeLessThanOrEqual(2);
				// It hears nothing, so nothing said to it can have an effect.
				expect(listeners).toBe(0);
			}),
			{ seed: 7, numRuns: 1000 }
		);
		expect(openFigure('?a=1&childId=fig-0').said[1]).toBe('pymxPYMxfig-0xPYMxheightxPYMx900');
	});
});
