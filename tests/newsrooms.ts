const quoted = (html: string) => html.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
const keep = (code: string, names: string[]) =>
	code.replace(/ ([a-z]+)(="[^"]*")?(?=[ >])/g, (all, name: string) => (names.includes(name) ? all : ''));

/** The code that the site offers for a figure, as pages of others leave it. */
export const HOSTS: Record<string, (code: string) => string> = {
	'a block whose scripts are stripped': (code) => `<figure class="wp-block-html">${code}</figure>`,
	'a block whose styles and rights are stripped': (code) => keep(code, ['src', 'width', 'height', 'sandbox']),
	'a filter that leaves four attributes': (code) =>
		`<div class="field">${keep(code, ['src', 'title', 'width', 'height'])}</div>`,
	'an AMP frame, which hears embed-size': (code) =>
		`<div class="i-amphtml">${code.replace('allow-scripts allow-same-origin allow-popups', 'allow-scripts allow-same-origin')}</div>
<script>addEventListener('message', ({ source, data }) => {
	const frame = document.querySelector('iframe');
	if (source === frame.contentWindow && data && data.sentinel === 'amp' && data.type === 'embed-size') frame.height = data.height;
});</script>`,
	'a pym parent, which hears its own words': (code) =>
		`${code.replace(/src="([^"]*)"/, 'src="$1?initialWidth=640&childId=pym-0&parentTitle=x"')}
<script>addEventListener('message', ({ data }) => {
	const said = /^pymxPYMxpym-0xPYMxheightxPYMx(\\d+)$/.exec(data);
	if (said) document.querySelector('iframe').height = said[1];
});</script>`,
	'a nested srcdoc, where no height is heard': (code) =>
		`<iframe id="outer" width="640" height="1200" srcdoc="${quoted(`<!doctype html><style>body{margin:0}</style>${code}`)}"></iframe>`,
	'a sandbox of scripts alone': (code) => code.replace(/sandbox="[^"]*"/, 'sandbox="allow-scripts"')
};
