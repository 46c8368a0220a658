/** `npm run docs:formats`: brings the tables in the documents up to the registries. */
import { readFileSync, writeFileSync } from 'node:fs';
import { ELEMENTS } from '#core/eis/elements.ts';
import { FORMATS } from '#core/import/formats.ts';
import { elementsTable, withElementsTable } from './elementsTable.ts';
import { formatsTable, withFormatsTable } from './formatsTable.ts';

const CIRCUITS = 'docs/circuits.md';
writeFileSync('README.md', withFormatsTable(readFileSync('README.md', 'utf8'), formatsTable(FORMATS)));
writeFileSync(CIRCUITS, withElementsTable(readFileSync(CIRCUITS, 'utf8'), elementsTable(ELEMENTS)));
