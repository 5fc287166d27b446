/** JSON as an element of a page may hold it: nothing in it ends the element. */
export const printJson = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');
