import { basename } from 'node:path';
import { inspectionOf, type Inspection } from '#core/export/inspection.ts';
import { isStudyArchive } from '#jobs/openStudy.ts';
import { alignedRows } from '../alignedRows.ts';
import { answer, filesOf } from '../answer.ts';
import type { Command } from '../command.ts';
import { listFiles } from '../listFiles.ts';
import { RADIATION_OPTION, radiationGiven } from '../radiationOption.ts';
import { runFiles } from '../runFiles.ts';
import { words } from '../text/english.ts';
import { ZIM_OPTION, zimOf } from '../zimOption.ts';

export const inspect: Command = {
  name: 'inspect',
  summary: words.inspect.summary,
  operands: 'FILE…',
  options: {
    zim: ZIM_OPTION,
    radiation: RADIATION_OPTION,
    json: { type: 'boolean', description: words.jsonOption() },
  },
  async run(invocation, terminal) {
    const operands = filesOf(invocation, 'inspect');
    const listed = await Promise.all(operands.map(filesOfOperand));
    const files = listed.flat();
    const known = { ...zimOf(invocation), ...radiationGiven(invocation) };
    const inspections = await runFiles(
      'inspect',
      files.map(({ request }) => ({ ...request, ...known })),
      terminal.signal,
      {
        status: terminal.status,
        failed: ({ path }, problem) =>
          inspectionOf({
            ok: false,
            file: { name: basename(path), bytes: 0, sha256: null },
            format: null,
            problem,
          }),
      },
    );
    const answers = inspections.map((document, i) => ({
      file: files[i]?.file ?? '',
      document,
      text: inspectionText(document),
    }));
    const batch = operands.length > 1 || operands.some(isStudyArchive);
    return answer(answers, { ...invocation, options: { ...invocation.options, batch } }, terminal);
  },
};

/** A study file that cannot be opened is refused by its import in the same words. */
/** A folder is no operand of this command; a study file is all that it holds. */
async function filesOfOperand(path: string) {
  if (!isStudyArchive(path)) return [{ file: path, request: { path } }];
  const files = await listFiles(path);
  return files.map(({ file, request, problem }) =>
    problem ? { file, request: { path, datasetIds: [] } } : { file, request },
  );
}

function inspectionText({ file, receipt, datasets, warnings }: Inspection): string {
  if (!receipt) return '';
  const checks = receipt.checks.map(({ check, status, detail }) => [`  ${check}`, status, detail]);
  return [
    words.inspect.file(file.name, file.bytes, receipt.format),
    words.inspect.rows(receipt),
    ...datasets.map(datasetText),
    words.inspect.checks(),
    alignedRows(checks).trimEnd(),
    ...warnings.map(({ message }) => words.warning(message)),
    '',
  ].join('\n');
}

function datasetText({ kind, label, rows, columns }: Inspection['datasets'][number]): string {
  const cell = (value: number | string | null) => (value === null ? '–' : String(value));
  const lines = columns.map((c) => [
    `  ${c.name}`,
    c.unit,
    cell(c.first),
    cell(c.last),
    cell(c.min),
    cell(c.max),
  ]);
  const table = alignedRows([words.inspect.columnTitles(), ...lines], [2, 3, 4, 5]);
  return `${words.inspect.dataset(kind, label, rows)}\n${table.trimEnd()}`;
}
