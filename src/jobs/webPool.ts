/** Several job runners side by side: a job goes to the one with the fewest waiting. */
import type { JobRunner } from '#jobs/jobs.ts';
import { createWebRunner, type JobWorker } from '#jobs/webRunner.ts';

interface Seat {
  readonly runner: JobRunner;
  jobs: number;
}

/** Workers are started when first needed, at most `size` of them. */
export function createWebPool(createWorker: () => JobWorker, size: number): JobRunner {
  const seats = Array.from({ length: size }, (): Seat => ({
    runner: createWebRunner(createWorker),
    jobs: 0,
  }));
  return {
    run: async (name, request, options) => {
      const seat = seats.reduce((best, each) => (each.jobs < best.jobs ? each : best));
      seat.jobs += 1;
      try {
        return await seat.runner.run(name, request, options);
      } finally {
        seat.jobs -= 1;
      }
    },
  };
}
