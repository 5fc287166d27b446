import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			// Prose is our own Markdown, validated and rendered at build.
			'svelte/no-at-html-tags': 'off',
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		}
	},
	{
		files: ['src/lib/{street,camera,vision,rules}/**/*.ts'],
		rules: {
			'no-restricted-globals': ['error', 'window', 'document', 'performance', 'Date'],
			'no-restricted-properties': [
				'error',
				{ object: 'Math', property: 'random', message: 'Pass a seeded generator in.' },
				...['sin', 'cos', 'tan', 'exp', 'log', 'pow', 'hypot', 'atan2', 'acos', 'asin', 'atan'].map((property) => ({
					object: 'Math',
					property,
					message: 'Differs between engines: use + - * / and sqrt, or lib/street/maths.ts.'
				}))
			]
		}
	},
	{
		files: ['src/lib/scenes/*/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: '^\\.\\./[a-z]+/',
							message: 'Chapters import no neighbour: what two share belongs in lib/figure or lib/centre.'
						}
					]
				}
			]
		}
	},
	{ ignores: ['build/', '.svelte-kit/', 'src/generated/', 'node_modules/', 'static/', 'contact-sheets/'] }
);
