/** Comma-separated values as RFC 4180 has them. */
export function parse(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let quoted = false;
	for (let i = 0; i < text.length; i++) {
		const c = text[i];
		if (quoted) {
			if (c !== '"') cell += c;
			else if (text[i + 1] === '"') cell += text[++i];
			else quoted = false;
		} else if (c === '"') quoted = true;
		else if (c === ',' || c === '\r') {
			row.push(cell);
			cell = '';
			if (c === '\r') {
				rows.push(row);
				row = [];
				i++;
			}
		} else cell += c;
	}
	return rows;
}
