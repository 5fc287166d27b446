export { shuffle } from './motion';
