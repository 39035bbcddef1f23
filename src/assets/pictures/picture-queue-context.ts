import { createContext } from 'react';
import type { PictureQueue } from './picture-queue';

/** The queue of the grid a picture stands in; without one it is loaded at once. */
export const PictureQueueContext = createContext<PictureQueue | undefined>(undefined);
