import type { ReadInWorker } from './importService.ts';

export const readInWorker: ReadInWorker = () => Promise.reject(new Error('not built yet'));
