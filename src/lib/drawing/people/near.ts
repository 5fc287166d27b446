import { paintEars, paintFace } from './face';
import { FACED, LARGE, type Head, type Near } from './head';
import { jewels } from './jewels';
import { complexion, marks } from './marks';

/** Radius in pixels from which a head has ears. */
const EARED = 4.4;

/** Faces, as readers see them. Only what paints for readers asks for this file, so that no recording rests on it. */
export const NEAR: Near = {
	face(head: Head): void {
		const { R } = head;
		if (R > LARGE) complexion(head);
		if (R > FACED) paintFace(head);
		if (R > LARGE) marks(head);
	},
	ears(head: Head): void {
		if (head.R > EARED && head.body.subject.look.cut !== 'long') paintEars(head);
	},
	worn(head: Head): void {
		if (head.R > LARGE) jewels(head);
	}
};
