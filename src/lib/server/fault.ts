/** A fault of content: says file and field, and stops the build. */
export class ContentError extends Error {
	constructor(file: string, field: string, what: string) {
		super(`${file}: ${field} ${what}`);
		this.name = 'ContentError';
	}
}
