export { POLE, STEEL } from './colours';
