/**
 * A circuit made ready to be evaluated many times at the same frequencies: the tree becomes a flat plan over buffers
 * that are allocated once, so that a fit spends its time on arithmetic alone.
 */
import { elementsOf, type Circuit, type CircuitNode, type ElementNode } from '#core/eis/circuit.ts';
import type { CircuitElement, FrequencyGrid, ParameterScale, Response } from '#core/eis/element.ts';
import { elementOf, parameterName } from '#core/eis/elements.ts';
import { bufferBlock } from '#core/numeric/bufferBlock.ts';

export interface CircuitParameter {
  /** `R1`, `CPE1.Q`. */
  readonly name: string;
  readonly unit: string;
  readonly scale: ParameterScale;
  readonly lower: number;
  readonly upper: number;
  readonly typical: number;
  readonly description: string;
  /** Which element it belongs to: name (`CPE1`), code (`CPE`), symbol (`Q`). */
  readonly elementName: string;
  readonly code: string;
  readonly symbol: string;
  /** Name of the exponent that may not be above 1 when multiplied by this one. */
  readonly jointWith?: string;
}

export interface CircuitModel {
  /** In the order of the elements from left to right, each with its parameters in their own order. */
  readonly parameters: readonly CircuitParameter[];
  readonly points: number;
  /**
   * Z at all frequencies for natural parameter values; with derivatives also dZ/dp, parameter-major (index p·N + k).
   * The buffers are the same ones every time and hold good until the next call; `dRe` and `dIm` keep their last
   * content when derivatives are not wanted.
   */
  readonly evaluate: (values: Float64Array, withDerivatives: boolean) => Response;
}

/** The physical limits are the elements' own; what the circuit's settings say of a parameter is for the fit. */
export function parametersOf(root: CircuitNode): readonly CircuitParameter[] {
  return elementsOf(root).flatMap((node) => elementParameters(node));
}

function elementParameters(node: ElementNode): readonly CircuitParameter[] {
  const element = elementOf(node.code);
  return element.parameters.map((parameter) => ({
    ...parameter,
    name: parameterName(node.name, element, parameter),
    elementName: node.name,
    code: node.code,
    ...(element.jointExponents?.[1] === parameter.symbol && {
      jointWith: `${node.name}.${element.jointExponents[0]}`,
    }),
  }));
}

export function frequencyGrid(frequency_Hz: Float64Array): FrequencyGrid {
  const points = frequency_Hz.length;
  const grid = { omega_radPerS: new Float64Array(points), lnOmega: new Float64Array(points) };
  for (let k = 0; k < points; k += 1) {
    const omega = 2 * Math.PI * (frequency_Hz[k] ?? NaN);
    grid.omega_radPerS[k] = omega;
    grid.lnOmega[k] = Math.log(omega);
  }
  return grid;
}

/** Z of one element or group, and how the circuit's Z follows it. */
interface Branch {
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** d(Z of the circuit)/d(Z of this branch); null = 1, as for everything in series with the rest. */
  readonly factorRe: Float64Array | null;
  readonly factorIm: Float64Array | null;
  /** 1/Z, for the members of a parallel group; null for others. */
  readonly admittance: Admittance | null;
}

interface Admittance {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

interface ElementStep {
  readonly element: CircuitElement;
  readonly values: Float64Array;
  /** Position of its first parameter among those of the circuit. */
  readonly first: number;
  readonly branch: Branch;
  readonly plain: Response;
  readonly derived: Response;
}

interface GroupStep {
  readonly kind: 'series' | 'parallel';
  readonly branch: Branch;
  readonly children: readonly Branch[];
}

interface Plan {
  readonly grid: FrequencyGrid;
  /** Room for one value a point, times `count`. */
  readonly buffer: (count: number) => Float64Array;
  readonly out: Response;
  readonly elements: ElementStep[];
  /** Children before their parents. */
  readonly groups: GroupStep[];
  parameters: number;
}

export function compileCircuit({ root }: Pick<Circuit, 'root'>, frequency_Hz: Float64Array): CircuitModel {
  const parameters = parametersOf(root);
  const points = frequency_Hz.length;
  const cut = bufferBlock(points * (2 + 2 * parameters.length + branchBuffers(root)));
  const buffer = (count: number) => cut(count * points);
  const derivatives = { dRe: buffer(parameters.length), dIm: buffer(parameters.length) };
  const out = { re: buffer(1), im: buffer(1), ...derivatives };
  const plan: Plan = {
    grid: frequencyGrid(frequency_Hz),
    buffer,
    out,
    elements: [],
    groups: [],
    parameters: 0,
  };
  compileNode(root, { re: out.re, im: out.im, factorRe: null, factorIm: null, admittance: null }, plan);
  return {
    parameters,
    points,
    evaluate(values, withDerivatives) {
      for (const step of plan.elements) evaluateElement(step, plan.grid, { values, withDerivatives });
      for (const step of plan.groups) combine(step);
      if (withDerivatives) applyChainRule(plan);
      return out;
    },
  };
}

const SERIES_BUFFERS = 2;
const PARALLEL_BUFFERS = 6;

/** How many buffers the branches of all groups need. */
function branchBuffers(node: CircuitNode): number {
  if (node.kind === 'element') return 0;
  const own = node.kind === 'series' ? SERIES_BUFFERS : PARALLEL_BUFFERS;
  return node.children.reduce((sum, child) => sum + own + branchBuffers(child), 0);
}

function compileNode(node: CircuitNode, branch: Branch, plan: Plan): void {
  if (node.kind === 'element') {
    plan.elements.push(compileElement(node, branch, plan));
    return;
  }
  const children = node.children.map((child) => {
    const childBranch = emptyBranch(node.kind, branch, plan);
    compileNode(child, childBranch, plan);
    return childBranch;
  });
  plan.groups.push({ kind: node.kind, branch, children });
}

/** In series every part counts as the whole does; in parallel each part has a factor of its own. */
function emptyBranch(
  kind: 'series' | 'parallel',
  { factorRe, factorIm }: Branch,
  { buffer }: Pick<Plan, 'buffer'>,
): Branch {
  const re = buffer(1);
  const im = buffer(1);
  if (kind === 'series') return { re, im, factorRe, factorIm, admittance: null };
  const admittance = { re: buffer(1), im: buffer(1) };
  return { re, im, factorRe: buffer(1), factorIm: buffer(1), admittance };
}

const NO_DERIVATIVES = new Float64Array(0);

function compileElement({ code }: ElementNode, branch: Branch, plan: Plan): ElementStep {
  const element = elementOf(code);
  const first = plan.parameters;
  const count = element.parameters.length;
  plan.parameters += count;
  const points = branch.re.length;
  const block = (all: Float64Array) => all.subarray(first * points, (first + count) * points);
  return {
    element,
    values: new Float64Array(count),
    first,
    branch,
    plain: { re: branch.re, im: branch.im, dRe: NO_DERIVATIVES, dIm: NO_DERIVATIVES },
    derived: { re: branch.re, im: branch.im, dRe: block(plan.out.dRe), dIm: block(plan.out.dIm) },
  };
}

interface EvaluationRequest {
  readonly values: Float64Array;
  readonly withDerivatives: boolean;
}

function evaluateElement(
  { element, values: own, first, plain, derived }: ElementStep,
  grid: FrequencyGrid,
  { values, withDerivatives }: EvaluationRequest,
): void {
  for (let p = 0; p < own.length; p += 1) own[p] = values[first + p] ?? NaN;
  element.evaluate(own, grid, withDerivatives ? derived : plain);
}

function combine({ kind, branch: { re, im }, children }: GroupStep): void {
  re.fill(0);
  im.fill(0);
  if (kind === 'series') {
    for (const child of children) addImpedance(child, re, im);
    return;
  }
  for (const child of children) addAdmittance(child, re, im);
  invert(re, im);
}

function addImpedance(child: Branch, re: Float64Array, im: Float64Array): void {
  for (let k = 0; k < re.length; k += 1) {
    re[k] = (re[k] ?? NaN) + (child.re[k] ?? NaN);
    im[k] = (im[k] ?? NaN) + (child.im[k] ?? NaN);
  }
}

function addAdmittance(child: Branch, re: Float64Array, im: Float64Array): void {
  const { admittance } = child;
  if (!admittance) return;
  for (let k = 0; k < re.length; k += 1) {
    const zRe = child.re[k] ?? NaN;
    const zIm = child.im[k] ?? NaN;
    const perSquare = 1 / (zRe * zRe + zIm * zIm);
    const yRe = zRe * perSquare;
    const yIm = -zIm * perSquare;
    admittance.re[k] = yRe;
    admittance.im[k] = yIm;
    re[k] = (re[k] ?? NaN) + yRe;
    im[k] = (im[k] ?? NaN) + yIm;
  }
}

function invert(re: Float64Array, im: Float64Array): void {
  for (let k = 0; k < re.length; k += 1) {
    const yRe = re[k] ?? NaN;
    const yIm = im[k] ?? NaN;
    const perSquare = 1 / (yRe * yRe + yIm * yIm);
    re[k] = yRe * perSquare;
    im[k] = -yIm * perSquare;
  }
}

/** dZ/dZᵢ of a parallel group is (Z/Zᵢ)²; parents before their children, elements last. */
function applyChainRule({ groups, elements }: Plan): void {
  for (let i = groups.length - 1; i >= 0; i -= 1) {
    const group = groups[i];
    if (group?.kind === 'parallel') for (const child of group.children) fillFactor(child, group.branch);
  }
  for (const { branch, derived } of elements) multiplyByFactor(branch, derived);
}

function fillFactor({ admittance, factorRe, factorIm }: Branch, parent: Branch): void {
  if (!admittance || !factorRe || !factorIm) return;
  for (let k = 0; k < factorRe.length; k += 1) {
    const yRe = admittance.re[k] ?? NaN;
    const yIm = admittance.im[k] ?? NaN;
    const wholeRe = parent.re[k] ?? NaN;
    const wholeIm = parent.im[k] ?? NaN;
    const shareRe = wholeRe * yRe - wholeIm * yIm;
    const shareIm = wholeRe * yIm + wholeIm * yRe;
    factorRe[k] = shareRe * shareRe - shareIm * shareIm;
    factorIm[k] = 2 * shareRe * shareIm;
  }
  if (parent.factorRe && parent.factorIm) multiply(factorRe, factorIm, parent.factorRe, parent.factorIm);
}

function multiplyByFactor({ factorRe, factorIm }: Branch, { dRe, dIm }: Response): void {
  if (!factorRe || !factorIm) return;
  for (let first = 0; first < dRe.length; first += factorRe.length) {
    for (let k = 0; k < factorRe.length; k += 1) {
      const xRe = dRe[first + k] ?? NaN;
      const xIm = dIm[first + k] ?? NaN;
      const yRe = factorRe[k] ?? NaN;
      const yIm = factorIm[k] ?? NaN;
      dRe[first + k] = xRe * yRe - xIm * yIm;
      dIm[first + k] = xRe * yIm + xIm * yRe;
    }
  }
}

/** a ← a·b, over the length of b. */
function multiply(aRe: Float64Array, aIm: Float64Array, bRe: Float64Array, bIm: Float64Array): void {
  for (let k = 0; k < bRe.length; k += 1) {
    const xRe = aRe[k] ?? NaN;
    const xIm = aIm[k] ?? NaN;
    const yRe = bRe[k] ?? NaN;
    const yIm = bIm[k] ?? NaN;
    aRe[k] = xRe * yRe - xIm * yIm;
    aIm[k] = xRe * yIm + xIm * yRe;
  }
}
