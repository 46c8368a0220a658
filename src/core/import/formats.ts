/** The registry of file formats, in the order in which they are asked. Menus, docs and tests iterate over it. */
import type { Format } from '#core/import/format.ts';
import { amalgamCsv } from '#core/import/formats/amalgamCsv.ts';
import { arbinCsv } from '#core/import/formats/arbin/arbinCsv.ts';
import { bdfCsv } from '#core/import/formats/bdf/bdfCsv.ts';
import { biologicMpr } from '#core/import/formats/biologic/biologicMpr.ts';
import { biologicMpt } from '#core/import/formats/biologic/biologicMpt.ts';
import { genericTable } from '#core/import/formats/genericTable.ts';
import { newareFlat } from '#core/import/formats/neware/newareFlat.ts';
import { newareLayered } from '#core/import/formats/neware/newareLayered.ts';
import { otherVendors } from '#core/import/formats/otherVendors.ts';

export const FORMATS: readonly Format[] = [
  amalgamCsv,
  biologicMpr,
  biologicMpt,
  newareLayered,
  newareFlat,
  arbinCsv,
  bdfCsv,
  otherVendors,
  genericTable,
];
