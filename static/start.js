/*
 * Starts the story page, and unrolls it where it cannot be started: every step then stands there with its still. A classic
 * script, so that it runs where modules may not: in a page opened from a disk.
 */
(function () {
	'use strict';
	/** Milliseconds after which a program that has not come is given up. */
	var PATIENCE = 12000;
	var root = document.documentElement;
	var scrolled = document.querySelector('.scrolled');
	var entry = new URL(document.currentScript.dataset.entry, document.baseURI).href;
	var settled = false;

	/** From here on this script looks after what app.css does where it never came. */
	scrolled.classList.add('begun');
	/** What the page opens with is not what a link to a later step leads to: that step's still is fetched instead. */
	function lead(step) {
		// After a reload too the address leads: heights that a browser remembers its place by are not there yet.
		history.scrollRestoration = 'manual';
		var first = document.querySelector('.first');
		var upright = first.parentNode.clientWidth < first.parentNode.clientHeight;
		var still = new Image();
		still.alt = '';
		still.fetchPriority = 'high';
		still.src = first.querySelector('img').src.replace(/[^/]*$/, step + (upright ? '-phone' : '') + '.webp');
		scrolled.classList.add('linked');
		first.replaceChildren(still);
	}
	var linked = document.getElementById(location.hash.slice(1));
	if (linked && !linked.dataset.step) linked = linked.querySelector('[data-step]');
	if (linked && linked !== document.querySelector('[data-step]')) lead(linked.dataset.step);

	function unroll(error) {
		if (settled) return;
		settled = true;
		scrolled.classList.remove('scrolled');
		root.setAttribute('data-fallback', 'script');
		var step = document.getElementById(location.hash.slice(1));
		if (step) step.scrollIntoView();
		if (error) console.warn(String(error));
	}
	setTimeout(unroll, PATIENCE);
	import(entry).then(function (story) {
		if (settled) return;
		settled = true;
		return story.start();
	}).catch(function (error) {
		settled = false;
		unroll(error);
	});
})();
