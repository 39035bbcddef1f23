/** What the app may ask of the built-in library beside the contract. Made where the library is started. */
export interface LibraryHandle {
  /** Whether any of the sample assets or collections is in the library. */
  hasSamples(): Promise<boolean>;
  /** Deletes the samples; what somebody made of them stays. */
  removeSamples(): Promise<void>;
  /** Brings the samples back. */
  restoreSamples(): Promise<void>;
  /**
   * Lets its worker hold something in memory for the page that is loaded next, which asks for it on a channel; false
   * where it cannot.
   */
  carry: (message: { channel: string; ask: string; answer: object }) => Promise<boolean>;
}
