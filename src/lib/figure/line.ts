export { across, down } from './marks';
