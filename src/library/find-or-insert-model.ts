import type { ModelId } from '~/contract/ids';
import { insertModelsIn } from './insert-models';
import { modelNameKey } from './model-record';
import { newId } from './new-id';
import type { WriteTransaction } from './storage';

/** The own model of that name (without regard to case), added where there is none. */
export async function findOrInsertModel(
  tx: WriteTransaction,
  name: string,
  createdAt: string,
): Promise<ModelId> {
  const key = modelNameKey(name);
  const [known] = await tx.range('models', { index: 'byName', from: key, to: key, limit: 1 });
  if (known) return known.id;
  const id = newId('model') as ModelId;
  await insertModelsIn(tx, [{ id, name: name.trim(), createdAt }]);
  return id;
}
