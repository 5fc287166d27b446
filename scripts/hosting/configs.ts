import { HEADERS, IN_LETTERS, kindOf, KINDS, NAMES, PACKED, TYPES, type Kind } from './headers';

/** A configuration file of the self-hosted copy, by its path there. */
export interface Config {
	path: string;
	text: string;
}

const SAYS = (comment: string) =>
	[
		'Written by "npm run self-host" from one table of headers; the same are in the other configurations.',
		'What to put in: the host name, and the folder the archive was unpacked into.'
	]
		.map((line) => `${comment} ${line}\n`)
		.join('');
const indent = (lines: string[], by = '\t') => lines.map((line) => (line ? by + line : line)).join('\n');

/** A file for /etc/nginx/conf.d: what is sent hangs on the address alone, so that any folder below `root` will do. */
export function nginx(): Config {
	const maps = NAMES.map((name) => {
		const values = KINDS.flatMap(({ kind }) => (HEADERS[kind][name] ? [`${kind} "${HEADERS[kind][name]}";`] : []));
		return `map $vsa_kind $vsa_${name.toLowerCase().replaceAll('-', '_')} {\n${indent(['default "";', ...values])}\n}`;
	});
	const kinds = KINDS.flatMap(({ kind, pattern }) => (pattern ? [`"~${pattern}" ${kind};`] : []));
	const types = Object.entries(TYPES).map(([end, { type }]) => `${type} ${end};`);
	const packed = PACKED.filter((type) => type !== 'text/html').join(' ');
	const inLetters = IN_LETTERS.filter((end) => end !== 'html').map((end) => TYPES[end].type);
	return {
		path: 'hosting/nginx.conf',
		text: `${SAYS('#')}map $uri $vsa_kind {
${indent(['default file;', ...kinds])}
}
${maps.join('\n')}
server {
	listen 80;
	# With a certificate: listen 443 ssl http2; ssl_certificate …; ssl_certificate_key …;
	server_name example.org;
	root /srv/www;

	index index.html;
	absolute_redirect off;
	server_tokens off;
	sendfile on;
	tcp_nopush on;
	charset utf-8;
	charset_types ${inLetters.join(' ')};
	types {
${indent(types, '\t\t')}
	}
	default_type application/octet-stream;

	gzip on;
	gzip_static on;
	gzip_vary on;
	gzip_min_length 512;
	gzip_comp_level 5;
	gzip_types ${packed};
	# With the modules of brotli (Debian: libnginx-mod-http-brotli-filter and -static):
	#brotli on;
	#brotli_static on;
	#brotli_comp_level 4;
	#brotli_types ${packed};

${indent(NAMES.map((name) => `add_header ${name} $vsa_${name.toLowerCase().replaceAll('-', '_')};`))}

	location / {
		try_files $uri $uri/ =404;
	}
	location ~ /\\. {
		return 404;
	}
}
`
	};
}

/** A file for Caddy 2, which gets certificates by itself. */
export function caddy(): Config {
	const blocks = KINDS.map(({ kind, pattern }, i) => {
		const own = pattern ? [`path_regexp ${pattern}`] : [];
		const others = KINDS.slice(0, i).map((other) => `not path_regexp ${other.pattern}`);
		const headers = Object.entries(HEADERS[kind]).map(([name, value]) => `${name} "${value}"`);
		return `@${kind} {\n${indent([...own, ...others])}\n}\nheader @${kind} {\n${indent(headers)}\n}`;
	});
	const types = Object.entries(TYPES).flatMap(([end, { type }]) => [
		`@is_${end} path *.${end}`,
		`header @is_${end} Content-Type "${type}${IN_LETTERS.includes(end) ? '; charset=utf-8' : ''}"`
	]);
	return {
		path: 'hosting/Caddyfile',
		text: `${SAYS('#')}example.org {
	root * /srv/www
	encode {
		gzip 5
		minimum_length 512
	}
${indent([...blocks.flatMap((block) => block.split('\n')), ...types])}
	@is_folder path */
	header @is_folder Content-Type "text/html; charset=utf-8"
	file_server {
		precompressed br gzip
		hide .*
	}
	handle_errors {
		header {
			Cache-Control no-store
			Content-Type "text/plain; charset=utf-8"
		}
		respond "{err.status_code}"
	}
}
`
	};
}

/** For Apache 2.4: it lies beside index.html and needs `AllowOverride All`. */
export function apache(): Config {
	const types = Object.entries(TYPES).map(([end, { type }]) => `AddType ${type} .${end}`);
	const cases = KINDS.map(({ kind, pattern }, i) => {
		const test = `"%{REQUEST_URI} =~ m#${pattern}#"`;
		const [open, close] = pattern
			? [`<${i ? 'ElseIf' : 'If'} ${test}>`, `</${i ? 'ElseIf' : 'If'}>`]
			: ['<Else>', '</Else>'];
		const headers = Object.entries(HEADERS[kind]).map(([name, value]) => `Header set ${name} "${value}"`);
		return `${open}\n${indent(headers)}\n${close}`;
	});
	const packs = (filter: string) => `AddOutputFilterByType ${filter} ${PACKED.join(' ')}`;
	return {
		path: '.htaccess',
		text: `${SAYS('#')}DirectoryIndex index.html
AddCharset utf-8 ${IN_LETTERS.map((end) => `.${end}`).join(' ')}
${types.join('\n')}
# Apache gives what it has packed another tag than it then recognises: dates alone tell whether a file has changed.
FileETag None
<IfModule mod_headers.c>
${indent(cases.flatMap((block) => block.split('\n')))}
</IfModule>
<IfModule mod_brotli.c>
${indent([packs('BROTLI_COMPRESS')])}
</IfModule>
<IfModule !mod_brotli.c>
	<IfModule mod_deflate.c>
${indent([packs('DEFLATE')], '\t\t')}
	</IfModule>
</IfModule>
`
	};
}

/**
 * For hosts of files that read `_headers` (Netlify, Cloudflare Pages). They add up whatever matches, so no two patterns
 * may match one address: each is a folder in which all files are of one kind, or a file.
 */
export function headersFile(paths: readonly string[]): Config {
	const rules = folderRules(paths).map(([pattern, kind]) => {
		const headers = Object.entries(HEADERS[kind]).map(([name, value]) => `${name}: ${value}`);
		return `${pattern}\n${indent(headers, '  ')}`;
	});
	return { path: '_headers', text: `${SAYS('#')}${rules.join('\n')}\n` };
}

/** The fewest patterns, each of one kind, that match every path once: whole folders where they can be. */
export function folderRules(paths: readonly string[], folder = '/'): [pattern: string, kind: Kind][] {
	const inside = paths.filter((path) => `/${path}`.startsWith(folder));
	// A page is asked for by its folder.
	const kinds = new Set(inside.map((path) => kindOf(`/${path}`)));
	if (kinds.size === 1 && folder !== '/') return [[`${folder}*`, [...kinds][0]]];
	const rest = inside.map((path) => `/${path}`.slice(folder.length));
	const folders = [...new Set(rest.filter((path) => path.includes('/')).map((path) => path.split('/')[0]))].sort();
	const files = rest.filter((path) => !path.includes('/')).sort();
	return [
		...files.flatMap((file): [string, Kind][] => {
			const own: [string, Kind] = [folder + file, kindOf(folder + file)];
			return file === 'index.html' ? [[folder, 'page'], own] : [own];
		}),
		...folders.flatMap((name) => folderRules(paths, `${folder}${name}/`))
	];
}

/** All configurations for a copy that has these files. */
export const configs = (paths: readonly string[]): Config[] => [nginx(), caddy(), apache(), headersFile(paths)];
