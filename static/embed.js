/* Rester là / Standing Still: gives figures in this page the height they ask for. MIT. */
(function () {
	'use strict';
	var base = document.currentScript.src.replace(/embed\.js.*$/, '');
	addEventListener('message', function (event) {
		var said = event.data;
		if (!said || said.type !== 'embed-size' || typeof said.height !== 'number' || !isFinite(said.height)) return;
		var frames = document.getElementsByTagName('iframe');
		for (var i = 0; i < frames.length; i++) {
			var frame = frames[i];
			if (frame.contentWindow !== event.source || frame.src.indexOf(base) !== 0) continue;
			frame.style.height = Math.max(100, Math.min(5000, Math.ceil(said.height))) + 'px';
		}
	});
})();
