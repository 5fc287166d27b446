import type { ParamMatcher } from '@sveltejs/kit';

export const match = ((param: string): param is 'fr' | 'en' => param === 'fr' || param === 'en') satisfies ParamMatcher;
