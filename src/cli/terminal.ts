/** What a command knows of the world around it: two streams and the signal of Ctrl-C. */
export interface Terminal {
  /** Results; resolves when the text has been taken, so that a slow reader holds the writer back. */
  readonly write: (text: string) => Promise<void>;
  /** Messages. */
  readonly note: (text: string) => void;
  /** Replaces the status line; '' erases it. Undefined where messages do not go to a screen. */
  readonly status?: ((text: string) => void) | undefined;
  readonly signal: AbortSignal;
}
