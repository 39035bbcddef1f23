/** How a picture was made, as far as its file says. Names follow the asset's metadata. */
export interface GenerationData {
  prompt?: string;
  negativePrompt?: string;
  seed?: string;
  numInferenceSteps?: number;
  guidance?: number;
  scheduler?: string;
  /** Name of the model; the library finds or makes the model of that name. */
  modelName?: string;
}

type Found = { [K in keyof GenerationData]: GenerationData[K] | undefined };

/** Leaves out what was not found. */
export function compact(found: Found): GenerationData {
  const entries = Object.entries(found).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries);
}
