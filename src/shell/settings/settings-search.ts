import * as z from 'zod/mini';

/** What the settings are opened for. Invalid values count as none. */
export const settingsSearchSchema = z.object({
  /** A workspace is to be added. */
  add: z.catch(z.optional(z.literal('workspace')), undefined),
  /** Id of the workspace that is being connected. */
  connect: z.catch(z.optional(z.string()), undefined),
  /** The address somebody came for, to be opened once its workspace is connected. */
  back: z.catch(z.optional(z.string().check(z.regex(/^\/[a-z0-9-]+\//))), undefined),
});
export type SettingsSearch = z.output<typeof settingsSearchSchema>;
