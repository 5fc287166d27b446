#!/bin/sh
# Packs anew what was edited by hand: servers send page.html.br and page.html.gz in place of page.html.
# Compresse de nouveau ce qui a été modifié à la main : un serveur envoie page.html.br et page.html.gz à sa place.
# sh hosting/repack.sh
cd "$(dirname "$0")/.." || exit 1
find . -name '*.gz' | while read -r packed; do
	file="${packed%.gz}"
	[ "$file" -nt "$packed" ] || continue
	echo "$file"
	gzip -9 -n -c "$file" > "$packed"
	if command -v brotli > /dev/null; then brotli -f -k -o "$file.br" "$file"; else rm -f "$file.br"; fi
done
