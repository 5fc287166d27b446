/** What opens a recording in a page, in one piece, without what makes recordings. */
export { decode } from './codec';
export { openSensor, unpackPictures } from './sensor';
