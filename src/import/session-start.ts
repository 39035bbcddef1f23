/**
 * When a session began by the workspace's own clock, told by the first upload that it announced: an asset that is older was
 * there before. Clocks of two machines cannot be compared. `onTold` hears it once, an ISO 8601 text.
 */
export function createSessionStart(onTold: (at: string) => void) {
  let at: string | undefined;
  let finding: Promise<void> | undefined;
  let found = () => {};
  return {
    /** An ISO 8601 text; undefined while it is not known. */
    get at() {
      return at;
    },

    /** The same when it is known. Undefined: the caller announces an upload and tells, and all others wait for that. */
    async known(): Promise<string | undefined> {
      for (;;) {
        if (at !== undefined) return at;
        if (!finding) {
          finding = new Promise((resolve) => (found = resolve));
          return undefined;
        }
        // oxlint-disable-next-line no-await-in-loop -- whoever asked first may find nothing
        await finding;
      }
    },

    /** The moment at which an upload was announced, or that none was. */
    tell(moment: string | undefined): void {
      if (at === undefined && moment !== undefined) {
        at = moment;
        onTold(moment);
      }
      finding = undefined;
      found();
    },
  };
}
