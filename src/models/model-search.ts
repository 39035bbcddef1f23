import * as z from 'zod/mini';
import { gridViewSearch } from '~/assets/grid/grid-view';
import { modelSearch } from './model-filters';

/** Search parameters of every place that shows models: what is listed, how it is drawn, and which model is open. */
export const modelPlaceSearchSchema = z.object({ ...modelSearch, ...gridViewSearch });
export type ModelPlaceSearch = z.infer<typeof modelPlaceSearchSchema>;
