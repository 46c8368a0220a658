/**
 * PalmSens `.pssession`: one JSON document, mostly UTF-16 with a byte order mark before and another behind it. A
 * measurement holds one list of arrays, or one a channel (`EISDataList`); each spectrum and each run over time becomes
 * a dataset.
 */
import type { FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import { decodeText } from '#core/import/encoding.ts';
import { listField } from '#core/import/formats/palmsens/sessionJson.ts';
import {
  measurementDatasets,
  type MeasurementDatasets,
} from '#core/import/formats/palmsens/sessionDatasets.ts';
import type { Problem, Warning } from '#core/problem.ts';

const SIGN_RULE =
  "PalmSens: sign of the current as in the file; Z'' and phase by the names of their quantities";
/** The whole text and all its numbers as objects must fit into memory. */
export const SESSION_LIMIT_BYTES = 64 * 1024 * 1024;

type Document =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly problem: Problem };

async function readDocument({ source, head }: FileInput): Promise<Document> {
  if (source.size > SESSION_LIMIT_BYTES) {
    const problem: Problem = {
      code: 'file-too-large',
      what: 'A PalmSens session',
      limitBytes: SESSION_LIMIT_BYTES,
    };
    return { ok: false, problem };
  }
  const text = decodeText(await source.read(0, source.size), head.encoding).replace(
    /^\uFEFF|[\uFEFF\s\0]+$/gu,
    '',
  );
  try {
    return { ok: true, json: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, problem: { code: 'malformed', what: 'its JSON text is broken or ends too early' } };
  }
}

async function parse(input: FileInput): Promise<ParseOutcome> {
  const document = await readDocument(input);
  if (!document.ok) return document;
  if (input.signal?.aborted) return { ok: false, problem: { code: 'cancelled' } };
  const measurements = listField(document.json, 'measurements');
  const read = measurements.map((measurement, i) => measurementDatasets(measurement, i, measurements.length));
  input.onBytes(input.source.size);
  return outcomeOf(input, read);
}

function outcomeOf({ head }: FileInput, read: readonly MeasurementDatasets[]): ParseOutcome {
  const datasets = read.flatMap((each) => each.datasets);
  const warnings = read.flatMap((each) => each.warnings);
  if (datasets.length === 0) return { ok: false, problem: refused(warnings) };
  const facts = {
    encoding: head.encoding,
    decimalMark: '.',
    delimiter: null,
    rowsRead: datasets.reduce((sum, { rows }) => sum + rows, 0),
    rowsRepaired: 0,
    rowsRejected: 0,
    rejectedLines: [],
    signRule: SIGN_RULE,
    vendorUnits: {},
    complete: true,
  } as const;
  const distinct = [...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values()];
  return { ok: true, datasets, facts, warnings: distinct };
}

function refused(warnings: readonly Warning[]): Problem {
  const [first] = warnings;
  if (first?.code !== 'table-skipped') return { code: 'no-data-rows' };
  return {
    code: 'known-unsupported',
    format: `a PalmSens session without a spectrum or a run over time; ${first.table}: ${first.reason}`,
    holds: 'measurement',
    advice: 'Impedance, and measurements against time, are read from PalmSens sessions.',
  };
}

export const psSession: Format = {
  id: 'palmsens-session',
  label: 'PalmSens session',
  vendor: 'PalmSens',
  extensions: ['pssession'],
  techniques: 'impedance, chronomethods, voltammetry',
  parserVersion: 1,
  recognise: ({ text }) => /^\s*\{\s*"/u.test(text) && /"PalmSens\.|PSTrace/u.test(text),
  parse,
};
