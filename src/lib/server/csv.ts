export type Cell = string | number | null;

const quote = (cell: Cell): string => {
	const text = cell === null ? '' : String(cell);
	return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

/** Lines of cells as a file (RFC 4180), in UTF-8 with a byte order mark, so that spreadsheets read the accents. */
export const writeCsv = (lines: readonly (readonly Cell[])[]): string =>
	`\uFEFF${lines.map((line) => line.map(quote).join(',')).join('\r\n')}\r\n`;
