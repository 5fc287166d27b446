/*
 * Ce qu'un hébergeur peut changer sans reconstruire le site. Retirez les deux barres d'une ligne pour qu'elle vaille.
 * What a host may change without building the site anew. Take the two strokes off a line to make it count.
 */
window.VSA = {
	/*
	 * Couleurs du texte et du papier, en #rrggbb ; caractères. Le dessin, la nuit et le rouge de la machine restent.
	 * Un texte qui contraste à moins de 4,5:1 avec son fond fait refuser tout le thème : la console dit lequel.
	 * Colours of text and paper, as #rrggbb; typefaces. The drawing, the night and the machine's red stay as they are.
	 * Text under 4.5:1 on its ground has the whole theme refused; the console says which.
	 */
	theme: {
		// paper: '#f6efe2',
		// ground: '#efe4cf',
		// ink: '#1d1b1a',
		// muted: '#6b645b',
		// titles: "'Votre titre', 'Arial Narrow', sans-serif",
		// text: "'Votre texte', Georgia, serif",
	},
	/* Fichiers de caractères, depuis ce fichier-ci. Files of typefaces, from this file. */
	typefaces: {
		// 'Votre titre': 'typefaces/titre.woff2',
	},
	/* Une ligne au pied des pages et des figures. A line at the foot of pages and figures. */
	credit: {
		// fr: 'Publié par La Gazette',
		// en: 'Published by La Gazette',
	},
	/*
	 * L'adresse de référence, si c'est celle de votre copie, comme 'https://example.org/vsa/' ; sinon, c'est la nôtre
	 * quand la copie la connaît.
	 * The address to cite, if it is your copy's, such as 'https://example.org/vsa/'; else it is ours, where the copy
	 * knows it.
	 */
	canonical: ''
};
