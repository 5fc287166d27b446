import * as v from 'valibot';
import { ContentError } from './fault';

export const text = v.pipe(v.string('is missing'), v.trim(), v.minLength(1, 'is empty'));
/** Words in both languages. */
export const both = v.strictObject({ fr: text, en: text });

/** What is said of a field that is wrong: in this project's words where a field is missing or unknown. */
function saidOf({ message, received }: v.BaseIssue<unknown>): string {
	if (message.startsWith('Invalid key'))
		return received === 'undefined' ? 'is missing' : 'is not a field that is known';
	return /^(is|has)/.test(message) ? message : `: ${message}`;
}

/** Content against its schema. Stops the build with the file and the field, `prefix` first, where it does not fit. */
export function check<T extends v.GenericSchema>(
	schema: T,
	value: unknown,
	file: string,
	prefix = ''
): v.InferOutput<T> {
	const result = v.safeParse(schema, value);
	if (result.success) return result.output;
	const issue = result.issues[0];
	const field = [prefix, v.getDotPath(issue)].filter(Boolean).join('.') || 'the file';
	throw new ContentError(file, `"${field}"`, saidOf(issue));
}
