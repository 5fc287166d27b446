export { oval, place, slab } from './inks';
