/** Why the browser's database refused, in words for the user. */
import { text } from '../text/text.ts';

export type StorageFailure = 'quota' | 'closed' | 'other';

export class StorageError extends Error {
  readonly failure: StorageFailure;

  constructor(failure: StorageFailure, cause: unknown) {
    super(text.storage[failure](cause instanceof Error ? cause.message : String(cause)), { cause });
    this.name = 'StorageError';
    this.failure = failure;
  }
}

/** Dexie wraps the browser's error in `inner`, sometimes twice. */
function errorNames(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const inner: unknown = 'inner' in error ? error.inner : undefined;
  return [error.name, ...errorNames(inner), ...errorNames(error.cause)];
}

/** A cancelled change stays an AbortError. */
export function storageErrorOf(error: unknown): unknown {
  if (error instanceof StorageError || isAbort(error)) return error;
  const names = errorNames(error);
  if (names.includes('QuotaExceededError')) return new StorageError('quota', error);
  if (names.includes('DatabaseClosedError') || names.includes('InvalidStateError')) {
    return new StorageError('closed', error);
  }
  return new StorageError('other', error);
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
