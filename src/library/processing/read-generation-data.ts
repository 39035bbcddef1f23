import * as z from 'zod/mini';
import { readComfyGraph } from './comfy-graph';
import { compact, type GenerationData } from './generation-data';

/**
 * Reads what A1111 (`parameters`), ComfyUI (`prompt`) and InvokeAI (`invokeai_metadata`, `sd-metadata`) write.
 * `texts` are text chunks by keyword; EXIF comments come without one. Undefined where nothing is recognised.
 */
export function readGenerationData(
  texts: ReadonlyMap<string, string>,
  comments: readonly string[] = [],
): GenerationData | undefined {
  const parameters = texts.get('parameters') ?? comments.find((text) => A1111_FACTS.test(text));
  if (parameters) return readParameters(parameters);
  const invoke = texts.get('invokeai_metadata') ?? texts.get('sd-metadata');
  const fromInvoke = invoke && readInvoke(parseJson(invoke));
  if (fromInvoke) return fromInvoke;
  const graph = texts.get('prompt') ?? comments.find((text) => text.startsWith('{'));
  return graph ? readComfyGraph(parseJson(graph)) : undefined;
}

const A1111_FACTS = /(?:^|\n)\s*Steps: \d+, /;
/** `Key: value, Key: "quoted, value"`: the last line of A1111's text. */
const FACT = /\s*([\w ]+):\s*("(?:\\.|[^"\\])*"|[^,]*)(?:,|$)/g;

function readParameters(text: string): GenerationData {
  const factsAt = text.search(A1111_FACTS);
  const said = (factsAt === -1 ? text : text.slice(0, factsAt)).trim();
  const [prompt = '', negativePrompt = ''] = said.split(/(?:^|\n)Negative prompt: ?/, 2);
  const line = factsAt === -1 ? '' : text.slice(factsAt).trim();
  const facts = new Map<string, string>();
  for (const [, key = '', value = ''] of line.matchAll(FACT)) {
    if (!facts.has(key.trim())) facts.set(key.trim(), unquote(value.trim()));
  }
  return compact({
    prompt: prompt.trim(),
    negativePrompt: negativePrompt.trim(),
    seed: facts.get('Seed'),
    numInferenceSteps: numberOf(facts.get('Steps')),
    guidance: numberOf(facts.get('CFG scale')),
    scheduler: facts.get('Sampler'),
    modelName: facts.get('Model'),
  });
}

function unquote(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1') : value;
}

const named = z.union([
  z.string(),
  z.looseObject({ name: z.optional(z.string()), model_name: z.optional(z.string()) }),
]);
const invokeFacts = z.looseObject({
  positive_prompt: z.optional(z.string()),
  negative_prompt: z.optional(z.string()),
  prompt: z.optional(z.unknown()),
  seed: z.optional(z.number()),
  steps: z.optional(z.number()),
  cfg_scale: z.optional(z.number()),
  scheduler: z.optional(z.string()),
  sampler: z.optional(z.string()),
  model: z.optional(named),
});
/** Older files (`sd-metadata`) hold the same facts one level down. */
const invokeFile = z.looseObject({ image: z.optional(invokeFacts), model_weights: z.optional(z.string()) });

function readInvoke(json: unknown): GenerationData | undefined {
  const file = invokeFile.safeParse(json);
  const parsed = invokeFacts.safeParse(file.success && file.data.image ? file.data.image : json);
  if (!parsed.success) return undefined;
  const facts = parsed.data;
  const model = typeof facts.model === 'object' ? (facts.model.name ?? facts.model.model_name) : facts.model;
  return compact({
    prompt: facts.positive_prompt ?? oldPrompt(facts.prompt),
    negativePrompt: facts.negative_prompt,
    seed: facts.seed === undefined ? undefined : String(facts.seed),
    numInferenceSteps: facts.steps,
    guidance: facts.cfg_scale,
    scheduler: facts.scheduler ?? facts.sampler,
    modelName: model ?? (file.success ? file.data.model_weights : undefined),
  });
}

const oldPrompts = z.array(z.looseObject({ prompt: z.string() }));

function oldPrompt(prompt: unknown): string | undefined {
  if (typeof prompt === 'string') return prompt;
  const parsed = oldPrompts.safeParse(prompt);
  return parsed.success ? parsed.data[0]?.prompt : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function numberOf(text: string | undefined): number | undefined {
  const number = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}
