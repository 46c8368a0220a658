/** `npm run docs:formats`: brings the README's table of formats up to the registry. */
import { readFileSync, writeFileSync } from 'node:fs';
import { FORMATS } from '#core/import/formats.ts';
import { formatsTable, withFormatsTable } from './formatsTable.ts';

writeFileSync('README.md', withFormatsTable(readFileSync('README.md', 'utf8'), formatsTable(FORMATS)));
