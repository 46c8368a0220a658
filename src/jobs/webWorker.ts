/** Runs jobs in a web worker, one after the other. */
import { buffersOf, type JobReply, type JobRequest } from '#jobs/jobMessages.ts';
import { JOBS, type JobName } from '#jobs/jobs.ts';

function compute<N extends JobName>({ id, name, request }: JobRequest<N>): JobReply {
  try {
    return { id, ok: true, result: JOBS[name](request) };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<JobRequest>) => {
  const reply = compute(data);
  self.postMessage(reply, { transfer: [...buffersOf(reply)] });
});
