/** Where the parts of a circuit's drawing lie, in abstract units: one element is `ELEMENT_WIDTH` wide, y grows downwards. */
import type { CircuitNode, ElementNode } from '#core/eis/circuit.ts';

/** How an element is drawn: `block` is a box with the code in it. */
export type ElementSymbol = 'resistor' | 'capacitor' | 'inductor' | 'constant-phase' | 'block';

export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

export interface PictureElement {
  readonly name: string;
  readonly code: string;
  readonly label: string;
  readonly symbol: ElementSymbol;
  /** Box of the symbol; its wires meet it in the middle of the left and the right side. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface CircuitPicture {
  readonly width: number;
  readonly height: number;
  readonly elements: readonly PictureElement[];
  readonly wires: readonly (readonly PicturePoint[])[];
  /** Where three or more wires meet. */
  readonly dots: readonly PicturePoint[];
}

const ELEMENT_WIDTH = 60;
const ELEMENT_HEIGHT = 24;
/** Wire in front of and behind each element. */
const LEAD = 14;
/** Room above each element for its name and below it for its label. */
const CLEARANCE = 18;
/** Wire outside the two ends of a parallel group. */
const JOINT = 12;

const SYMBOLS: Readonly<Record<string, ElementSymbol>> = {
  R: 'resistor',
  C: 'capacitor',
  L: 'inductor',
  CPE: 'constant-phase',
};

/** Size of a part and the height at which its wire enters and leaves it, from its top. */
interface Extent {
  readonly width: number;
  readonly height: number;
  readonly axis: number;
}

interface Drawing {
  readonly elements: PictureElement[];
  readonly wires: PicturePoint[][];
  readonly dots: PicturePoint[];
}

/** The layout: series from left to right along one wire, parallel branches below each other. */
export function circuitPicture(root: CircuitNode): CircuitPicture {
  const drawing: Drawing = { elements: [], wires: [], dots: [] };
  const { width, height } = extentOf(root);
  draw(root, { x: 0, y: 0 }, drawing);
  return { width, height, ...drawing };
}

function extentOf(node: CircuitNode): Extent {
  if (node.kind === 'element') {
    const height = ELEMENT_HEIGHT + 2 * CLEARANCE;
    return { width: ELEMENT_WIDTH + 2 * LEAD, height, axis: height / 2 };
  }
  const extents = node.children.map(extentOf);
  return node.kind === 'series' ? seriesExtent(extents) : parallelExtent(extents);
}

function seriesExtent(extents: readonly Extent[]): Extent {
  const above = Math.max(...extents.map(({ axis }) => axis));
  const below = Math.max(...extents.map(({ height, axis }) => height - axis));
  return { width: sum(extents.map(({ width }) => width)), height: above + below, axis: above };
}

function parallelExtent(extents: readonly Extent[]): Extent {
  const width = Math.max(...extents.map((extent) => extent.width)) + 2 * JOINT;
  const height = sum(extents.map((extent) => extent.height));
  return { width, height, axis: height / 2 };
}

function draw(node: CircuitNode, corner: PicturePoint, drawing: Drawing): void {
  if (node.kind === 'element') drawElement(node, corner, drawing);
  else if (node.kind === 'series') drawSeries(node.children, corner, drawing);
  else drawParallel(node.children, corner, drawing);
}

function drawElement(node: ElementNode, { x, y }: PicturePoint, { elements, wires }: Drawing): void {
  const { width, axis } = extentOf(node);
  const { code, name, label } = node;
  const left = x + LEAD;
  elements.push({
    name,
    code,
    label,
    symbol: SYMBOLS[code] ?? 'block',
    x: left,
    y: y + axis - ELEMENT_HEIGHT / 2,
    width: ELEMENT_WIDTH,
    height: ELEMENT_HEIGHT,
  });
  wires.push(level(x, left, y + axis), level(left + ELEMENT_WIDTH, x + width, y + axis));
}

function drawSeries(children: readonly CircuitNode[], { x, y }: PicturePoint, drawing: Drawing): void {
  const extents = children.map(extentOf);
  const { axis } = seriesExtent(extents);
  let left = x;
  for (const [i, child] of children.entries()) {
    const extent = extents[i] ?? { width: 0, height: 0, axis: 0 };
    draw(child, { x: left, y: y + axis - extent.axis }, drawing);
    left += extent.width;
  }
}

function drawParallel(children: readonly CircuitNode[], { x, y }: PicturePoint, drawing: Drawing): void {
  const extents = children.map(extentOf);
  const { width, axis } = parallelExtent(extents);
  const [first, last] = [x + JOINT, x + width - JOINT];
  const branchAxes: number[] = [];
  let top = y;
  for (const [i, child] of children.entries()) {
    const extent = extents[i] ?? { width: 0, height: 0, axis: 0 };
    const left = x + (width - extent.width) / 2;
    const height = top + extent.axis;
    draw(child, { x: left, y: top }, drawing);
    if (left > first)
      drawing.wires.push(level(first, left, height), level(left + extent.width, last, height));
    branchAxes.push(height);
    top += extent.height;
  }
  drawing.wires.push(level(x, first, y + axis), level(last, x + width, y + axis));
  for (const end of [first, last]) {
    drawing.wires.push([
      { x: end, y: Math.min(...branchAxes) },
      { x: end, y: Math.max(...branchAxes) },
    ]);
    drawing.dots.push({ x: end, y: y + axis });
  }
}

function level(from: number, to: number, y: number): PicturePoint[] {
  return [
    { x: from, y },
    { x: to, y },
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
