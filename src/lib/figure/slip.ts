export { slip } from './marks';
