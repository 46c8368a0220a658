/** The registry of file formats, in the order in which they are asked. Menus, docs and tests iterate over it. */
import type { Format } from '#core/import/format.ts';

export const FORMATS: readonly Format[] = [];
