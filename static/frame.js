/*
 * A figure in a page of others: says how high it is, and fetches what makes it live when it comes into sight or a reader
 * asks. It hears nothing. A classic script, so that it runs in a sandbox (`allow-scripts` alone), where a module may not be
 * fetched: there the figure runs on one classic script too.
 */
(function () {
	'use strict';
	var own = document.currentScript.dataset;
	var frame = document.querySelector('.frame');
	var stage = document.querySelector('.stage');
	var child = /[?&]childId=([\w-]{1,80})(?:&|$)/.exec(location.search);
	var said = 0;
	var due = 0;
	var begun = false;
	/** It is what it will be: before, it may yet grow by its control, and asks for no less than it was given. */
	var settled = false;

	/** The height at which the stage has its best proportions: what is above and below it keeps its own. */
	function best() {
		var wide = stage.clientWidth;
		var picture = Math.min(own.most, wide * (wide < 600 ? 35 / 31 : 5 / 8));
		return Math.ceil(frame.getBoundingClientRect().height - stage.getBoundingClientRect().height + picture);
	}
	function tell() {
		due = 0;
		var height = best();
		if (height === said || parent === self || (!settled && height < innerHeight)) return;
		said = height;
		// AMP's words, which embed.js hears too; and pym's, to the pym that gave this page its number.
		parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: height }, '*');
		if (child) parent.postMessage('pymxPYMx' + child[1] + 'xPYMxheightxPYMx' + height, '*');
	}
	function soon() {
		due = due || setTimeout(tell, 100);
	}
	function run(src) {
		return new Promise(function (done, fail) {
			var script = document.createElement('script');
			script.src = own.classic + src;
			if (src === 'app.js') script.dataset.entry = 'embed';
			script.onload = done;
			script.onerror = fail;
			document.head.append(script);
		});
	}
	function settle() {
		if (settled) return soon();
		settled = true;
		// More than once: who hears it may come after the figure.
		[0, 1000, 3000, 9000].forEach(function (later) {
			setTimeout(function () {
				said = 0;
				soon();
			}, later);
		});
	}
	function classic() {
		return run('recording.js')
			.then(function () { return run(document.documentElement.lang + '.js'); })
			.then(function () { return run('app.js'); });
	}
	function begin() {
		if (begun) return;
		begun = true;
		frame.classList.add('begun');
		(self.origin === 'null'
			? classic()
			: import(new URL(own.entry, document.baseURI).href).then(function (figure) { return figure.start(); })
		).catch(function (error) {
			settle();
			begun = false;
			frame.classList.remove('begun');
			console.warn(String(error));
		});
	}

	frame.classList.add('scripted');
	// It is live, or cannot be.
	new MutationObserver(settle).observe(document.documentElement, { attributeFilter: ['data-live', 'data-fallback'] });
	document.querySelector('.play').addEventListener('click', begin);
	new ResizeObserver(soon).observe(frame);
	for (var i = 0; i < frame.children.length; i++) new ResizeObserver(soon).observe(frame.children[i]);
	soon();
	// Who saves data asks.
	if (navigator.connection && navigator.connection.saveData) settle();
	else
		new IntersectionObserver(function (seen, observer) {
			if (!seen.some(function (entry) { return entry.isIntersecting; })) return;
			observer.disconnect();
			begin();
		}).observe(stage);
})();
