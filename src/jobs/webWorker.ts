/** Runs jobs in a web worker, one after the other. */
import type { ColumnValues } from '#core/columnValues.ts';
import { buffersOf, type JobReply, type JobRequest, type JobSlice } from '#jobs/jobMessages.ts';
import { JOBS, type JobName } from '#jobs/jobs.ts';
import { placeSlice, withLargeArrays } from '#jobs/slicedArrays.ts';

function compute<N extends JobName>({ id, name, request }: JobRequest<N>): JobReply {
  try {
    return { id, ok: true, result: JOBS[name](request) };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Arrays that have come ahead of the request they belong to. */
let arrays: ColumnValues[] = [];

self.addEventListener('message', ({ data }: MessageEvent<JobRequest | JobSlice>) => {
  if ('slice' in data) {
    placeSlice(arrays, data.slice);
    return;
  }
  const request = withLargeArrays(data.request, arrays);
  arrays = [];
  const reply = compute({ ...data, request });
  self.postMessage(reply, { transfer: [...buffersOf(reply)] });
});
