import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { colour, TOKENS } from '../../src/lib/stage/tokens';

it('keeps the page’s colours and the stage’s the same', () => {
	const css = readFileSync('src/app.css', 'utf8');
	for (const name of ['paper', 'ground', 'ink', 'signal', 'signal-text', 'night', 'solved', 'muted'])
		expect(css).toContain(`--${name}: ${TOKENS[name].toLowerCase()};`);
	expect(colour('signal')).toBe('#F2391B');
	expect(colour('none')).toBeUndefined();
	expect(colour('#123456')).toBe('#123456');
});
