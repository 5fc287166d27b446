export { rows } from './text';
