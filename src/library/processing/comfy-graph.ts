import * as z from 'zod/mini';
import { compact, type GenerationData } from './generation-data';

const nodeSchema = z.looseObject({ class_type: z.string(), inputs: z.record(z.string(), z.unknown()) });
type Node = z.infer<typeof nodeSchema>;
/** An input that is fed by another node: its id and which of its outputs. */
const linkSchema = z.tuple([z.string(), z.number()]);

const TEXT_INPUTS = ['text', 'text_g', 'string', 'value', 'prompt', 't5xxl'];
const CONDITIONING_INPUTS = ['conditioning', 'positive', 'conditioning_1', 'conditioning_to', 'guider'];
const MODEL_INPUTS = ['ckpt_name', 'unet_name', 'model_name'];

/**
 * Walks a ComfyUI graph (`prompt` text: nodes by id) from its sampler backwards to the texts, the seed and the model.
 * Custom nodes with other names are followed where they use the usual input names. Undefined for any other JSON.
 */
export function readComfyGraph(json: unknown): GenerationData | undefined {
  const nodes = readNodes(json);
  const all = [...nodes.values()];
  const sampler = all.find(({ class_type }) => class_type.includes('KSampler')) ?? all.find(isSampler);
  if (!sampler) return undefined;
  const value = (input: string) => follow(nodes, sampler.inputs[input]);
  const loader = all.find(({ inputs }) => MODEL_INPUTS.some((name) => typeof inputs[name] === 'string'));
  const model = MODEL_INPUTS.map((name) => loader?.inputs[name]).find((name) => typeof name === 'string');
  return compact({
    prompt: conditioningText(nodes, sampler.inputs['positive'] ?? sampler.inputs['guider']),
    negativePrompt: conditioningText(nodes, sampler.inputs['negative']),
    seed: textOf(value('seed') ?? value('noise_seed') ?? value('noise')),
    numInferenceSteps: numberOf(value('steps')),
    guidance: numberOf(value('cfg')),
    scheduler: textOf(value('sampler_name')),
    modelName: typeof model === 'string' ? modelNameOf(model) : undefined,
  });
}

function readNodes(json: unknown): Map<string, Node> {
  const nodes = new Map<string, Node>();
  if (typeof json !== 'object' || json === null) return nodes;
  for (const [id, value] of Object.entries(json)) {
    const node = nodeSchema.safeParse(value);
    if (node.success) nodes.set(id, node.data);
  }
  return nodes;
}

function isSampler({ inputs }: Node): boolean {
  return ('positive' in inputs && ('seed' in inputs || 'noise_seed' in inputs)) || 'guider' in inputs;
}

/** A plain value, or the value of the primitive node it is linked to. */
function follow(nodes: ReadonlyMap<string, Node>, input: unknown): unknown {
  const link = linkSchema.safeParse(input);
  if (!link.success) return input;
  const inputs = nodes.get(link.data[0])?.inputs ?? {};
  return inputs['value'] ?? inputs['seed'] ?? inputs['noise_seed'] ?? inputs['int'];
}

/** Follows a conditioning link to the first text; `seen` keeps a graph with a loop from being walked for ever. */
function conditioningText(
  nodes: ReadonlyMap<string, Node>,
  input: unknown,
  seen: ReadonlySet<string> = new Set(),
): string | undefined {
  if (typeof input === 'string') return input.trim();
  const link = linkSchema.safeParse(input);
  if (!link.success || seen.has(link.data[0])) return undefined;
  const inputs = nodes.get(link.data[0])?.inputs;
  if (!inputs) return undefined;
  const further = new Set([...seen, link.data[0]]);
  for (const name of [...TEXT_INPUTS, ...CONDITIONING_INPUTS]) {
    const text = conditioningText(nodes, inputs[name], further);
    if (text) return text;
  }
  return undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** `styles\\painterly_v3.safetensors` → `painterly_v3`: what a person calls it. */
function modelNameOf(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return name.replace(/\.(safetensors|ckpt|pt|gguf|sft|bin)$/i, '');
}
