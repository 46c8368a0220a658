/** The NIST Statistical Reference Datasets for nonlinear regression, from the file beside the checkout. */
import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { referenceFile } from '../../support/sharedData.ts';

interface StoredProblem {
  readonly name: string;
  readonly model: string;
  readonly parameter_names: readonly string[];
  readonly predictors: readonly string[];
  readonly data: Readonly<Record<string, readonly number[]>>;
  readonly start1: readonly number[];
  readonly start2: readonly number[];
  readonly certified: readonly number[];
  readonly certified_sd: readonly number[];
  readonly rss: number;
}

export interface NistProblem {
  readonly name: string;
  readonly observations: number;
  readonly starts: readonly Float64Array[];
  readonly certified: readonly number[];
  readonly certifiedDeviations: readonly number[];
  readonly rss: number;
  readonly fillResidual: (parameters: Float64Array, residual: Float64Array) => void;
}

/** Empty where the file is not on this machine. */
export function nistProblems(): readonly NistProblem[] {
  const path = referenceFile('nist-strd.json');
  if (path === null) return [];
  const stored = JSON.parse(readFileSync(path, 'utf8')) as { readonly problems: readonly StoredProblem[] };
  return stored.problems.map(problemOf);
}

type Model = (parameters: Float64Array, predictors: readonly number[]) => number;

function problemOf(stored: StoredProblem): NistProblem {
  const model = modelOf(stored);
  const y = stored.data['y'] ?? [];
  const response = stored.name === 'Nelson' ? y.map(Math.log) : y;
  const rows = y.map((_, i) => stored.predictors.map((name) => stored.data[name]?.[i] ?? NaN));
  return {
    name: stored.name,
    observations: y.length,
    starts: [Float64Array.from(stored.start1), Float64Array.from(stored.start2)],
    certified: stored.certified,
    certifiedDeviations: stored.certified_sd,
    rss: stored.rss,
    fillResidual(parameters, residual) {
      rows.forEach((row, i) => (residual[i] = model(parameters, row) - (response[i] ?? NaN)));
    },
  };
}

/** The formula as printed is a JavaScript expression but for the names, which come from arrays here. */
function modelOf({ model, parameter_names, predictors }: StoredProblem): Model {
  const nameOf = (name: string) => {
    const parameter = parameter_names.indexOf(name);
    if (parameter >= 0) return `b[${parameter}]`;
    const predictor = predictors.indexOf(name);
    return predictor >= 0 ? `x[${predictor}]` : `Math.${name === 'pi' ? 'PI' : name}`;
  };
  const body = model.replace(/[a-z]\w*/g, nameOf);
  return compileFunction(`return ${body};`, ['b', 'x']) as Model;
}
