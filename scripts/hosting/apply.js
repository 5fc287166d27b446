/*
 * Puts what overrides.js says into the page. A classic script, before the first picture: nothing changes under a reader's
 * eyes. Where overrides.js says nothing, nothing is done. What it cannot take is named in the console and left out.
 */
(function () {
	'use strict';
	var said = window.VSA || {};
	var script = document.currentScript;
	var root = document.documentElement;
	/** The colours pages are made with, as in app.css; those a host may give come first. */
	var COLOURS = {
		paper: '#f6efe2',
		ground: '#efe4cf',
		ink: '#1d1b1a',
		muted: '#6b645b',
		'signal-text': '#c4260c',
		solved: '#46685e'
	};
	var GIVEN = ['paper', 'ground', 'ink', 'muted'];
	var TYPES = { titles: '--grot', text: '--news' };
	var LEAST = 4.5;

	function complain(text) {
		console.error('overrides.js: ' + text);
	}
	function unknown(where, given, known) {
		Object.keys(given || {}).forEach(function (key) {
			if (known.indexOf(key) < 0) complain(where + '"' + key + '" is not known, only ' + known.join(', '));
		});
	}
	function luminance(colour) {
		var parts = [1, 3, 5].map(function (at) {
			var part = parseInt(colour.slice(at, at + 2), 16) / 255;
			return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
		});
		return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
	}
	function contrast(a, b) {
		var light = [luminance(a), luminance(b)].sort(function (x, y) {
			return y - x;
		});
		return (light[0] + 0.05) / (light[1] + 0.05);
	}

	/** What of a theme cannot be taken; nothing when all can. */
	function faultsOf(theme) {
		var faults = [];
		var all = Object.assign({}, COLOURS);
		GIVEN.forEach(function (name) {
			if (!(name in theme)) return;
			if (/^#[0-9a-f]{6}$/i.test(theme[name])) all[name] = theme[name];
			else faults.push(name + ' is ' + JSON.stringify(theme[name]) + ', not a colour as #rrggbb');
		});
		['ink', 'muted', 'signal-text', 'solved'].forEach(function (text) {
			['paper', 'ground'].forEach(function (under) {
				var found = contrast(all[text], all[under]);
				if (found < LEAST)
					faults.push(
						text +
							' ' +
							all[text] +
							' on ' +
							under +
							' ' +
							all[under] +
							' is ' +
							(Math.floor(found * 100) / 100).toFixed(2) +
							':1, under ' +
							LEAST +
							':1'
					);
			});
		});
		return faults;
	}
	function paint(theme) {
		unknown('theme: ', theme, GIVEN.concat(Object.keys(TYPES)));
		var faults = faultsOf(theme);
		if (faults.length)
			return faults.forEach(function (fault) {
				complain('theme refused: ' + fault);
			});
		// Browsers from before 2023 keep the colours they have.
		if (!('adoptedStyleSheets' in document)) return;
		var sheet = new CSSStyleSheet();
		// Not on paper, and not for who has asked for more contrast: their colours are chosen.
		sheet.replaceSync('@media screen and (prefers-contrast: no-preference){:root{}} :root{}');
		GIVEN.forEach(function (name) {
			if (theme[name]) sheet.cssRules[0].cssRules[0].style.setProperty('--' + name, theme[name]);
		});
		Object.keys(TYPES).forEach(function (name) {
			if (theme[name]) sheet.cssRules[1].style.setProperty(TYPES[name], String(theme[name]));
		});
		document.adoptedStyleSheets = document.adoptedStyleSheets.concat(sheet);
		var bar = document.querySelector('meta[name=theme-color]');
		if (bar && theme.paper) bar.content = theme.paper;
	}
	function load(typefaces) {
		Object.keys(typefaces).forEach(function (name) {
			var file = String(typefaces[name]);
			if (/^[a-z]+:|^\//i.test(file)) return complain('typefaces: ' + file + ' is not a file of this copy');
			new FontFace(name, 'url("' + new URL(file, script.src).href + '")').load().then(
				function (face) {
					document.fonts.add(face);
				},
				function () {
					complain('typefaces: ' + file + ' could not be loaded');
				}
			);
		});
	}
	function sign(line) {
		var foot = document.querySelector('footer.foot, footer .credit');
		if (!foot || !line) return;
		var credit = document.createElement(foot.className === 'foot' ? 'p' : 'span');
		credit.className = 'host';
		credit.textContent = String(line).slice(0, 200);
		foot.append(credit);
	}
	/** The place of a page in another language; whoever has neither is greeted, or reads French. */
	function inLanguage(page, lang) {
		if (lang === 'x-default') return /^(?:..\/)?$/.test(page) ? '' : page.replace(/^../, 'fr');
		return page ? page.replace(/^../, lang) : lang + '/';
	}
	/** `page` is the place of the page below the site's address. */
	function cite(address, page) {
		if (!/^https?:\/\/[^\s"<>]+\/$/.test(address))
			return complain('canonical is ' + JSON.stringify(address) + ', not an address that ends with /');
		var link = document.querySelector('link[rel=canonical]') || document.createElement('link');
		link.rel = 'canonical';
		link.href = address + page;
		document.head.append(link);
		var graph = document.querySelector('meta[property="og:url"]');
		if (graph) graph.content = address + page;
		var data = document.querySelector('script[type="application/ld+json"]');
		if (data) data.textContent = JSON.stringify(Object.assign(JSON.parse(data.textContent), { url: address + page }));
		document.querySelectorAll('link[rel=alternate][hreflang]').forEach(function (other) {
			other.href = address + inLanguage(page, other.hreflang);
		});
	}

	unknown('', said, ['theme', 'typefaces', 'credit', 'canonical']);
	if (said.theme && Object.keys(said.theme).length) paint(said.theme);
	if (said.typefaces) load(said.typefaces);
	document.addEventListener('DOMContentLoaded', function () {
		unknown('credit: ', said.credit, ['fr', 'en']);
		if (said.credit) sign(said.credit[root.lang]);
		if (said.canonical) cite(String(said.canonical), script.dataset.page);
	});
})();
