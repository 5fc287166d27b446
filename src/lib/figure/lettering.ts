export { letter, letters, regular } from './text';
