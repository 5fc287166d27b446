import { carried } from './carried';

/** In place of story/panels-file.ts. */
export const fetchPanels = async (): Promise<Record<string, string>> => carried().panels;
