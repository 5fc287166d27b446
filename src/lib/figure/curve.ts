export { curve } from './inks';
