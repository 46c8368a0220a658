import { createHash } from 'node:crypto';
import type { Hasher } from '#core/import/hasher.ts';

/** SHA-256 by Node's own implementation. */
export function createNodeHasher(): Hasher {
  const hash = createHash('sha256');
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => hash.digest('hex'),
  };
}
