/**
 * The site promises to store nothing on the reader's device. The router would keep scroll positions in sessionStorage
 * when a page is left; it gives up quietly where storage is refused, so storage is refused to it.
 */
Object.defineProperty(window, 'sessionStorage', {
	configurable: true,
	get() {
		throw new DOMException('This site stores nothing.', 'SecurityError');
	}
});
