import * as z from 'zod/mini';
import { type CollectionId, collectionIdSchema } from '~/contract/ids';
import { writeStoredText } from '~/ui/stored-text';

const messageSchema = z.object({ at: z.number(), collectionIds: z.array(collectionIdSchema) });

const keyOf = (workspaceId: string) => `vitrine.imported.${workspaceId}`;

/** Tells the other tabs that something came, by the one storage event they all get. */
export function tellImported(workspaceId: string, collectionIds: readonly CollectionId[]): void {
  // Without storage the other tabs see it at their next read.
  writeStoredText(keyOf(workspaceId), JSON.stringify({ at: Date.now(), collectionIds }));
}

/** Hears of what other tabs brought in; the browser sends the event to every tab but the one that wrote. */
export function hearImported(
  workspaceId: string,
  onImported: (collectionIds: readonly CollectionId[]) => void,
): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== keyOf(workspaceId) || newValue === null) return;
    try {
      const message = messageSchema.safeParse(JSON.parse(newValue));
      if (message.success) onImported(message.data.collectionIds);
    } catch {
      // Not ours.
    }
  });
}
