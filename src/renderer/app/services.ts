/** What the composition root gives to every component. */
import { createContext, useContext } from 'react';
import type { JobRunner } from '#jobs/jobs.ts';
import type { Platform } from '../platform/platform.ts';
import type { StudyStore } from '../store/studyStore.ts';
import type { ImportQueue } from './importQueue.ts';
import type { WorkList } from './workList.ts';

export interface Services {
  readonly platform: Platform;
  readonly jobs: JobRunner;
  /** Several workers, for many computations in the background. */
  readonly batch: { readonly jobs: JobRunner; readonly workers: number };
  readonly store: StudyStore;
  readonly work: WorkList;
  readonly imports: ImportQueue;
}

const ServicesContext = createContext<Services | null>(null);

export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices outside of ServicesProvider');
  return services;
}
