/** What passes between the runner and its worker. */
import type { JobName, Jobs } from '#jobs/jobs.ts';
import type { ArraySlice } from '#jobs/slicedArrays.ts';

export interface JobRequest<N extends JobName = JobName> {
  readonly id: number;
  readonly name: N;
  readonly request: Jobs[N]['request'];
}

/** A piece of an array of the request that will follow under the same number. */
export interface JobSlice {
  readonly id: number;
  readonly slice: ArraySlice;
}

export type JobReply =
  | { readonly id: number; readonly ok: true; readonly result: Jobs[JobName]['result'] }
  | { readonly id: number; readonly ok: false; readonly error: string };

/** The buffers of all typed arrays in a plain value, each once, so that they are moved and not copied. */
export function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): ReadonlySet<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const entry of Object.values(value)) buffersOf(entry, found);
  }
  return found;
}
