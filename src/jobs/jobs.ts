/**
 * The typed list of computations that run off the interface's thread. A job is a pure function from a plain request
 * to a plain result; adding one costs its function in core and a line here.
 */

/** Request and result of every job, by name. */
export interface Jobs {
  readonly [name: string]: { readonly request: unknown; readonly result: unknown };
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number) => void;
}

export interface JobRunner<J extends Jobs = Jobs> {
  /** Rejects with an AbortError when the signal fires: the worker is ended and replaced. */
  run<N extends keyof J & string>(name: N, request: J[N]['request'], options?: RunOptions): Promise<J[N]['result']>;
}
