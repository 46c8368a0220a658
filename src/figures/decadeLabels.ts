/** The points of a Nyquist plot nearest to whole decades of frequency, named where there is room. */
import { frequencyText } from '#figures/frequencyText.ts';
import type { LabelSide, PointLabel } from '#figures/figure.ts';
import { textWidth } from '#figures/textWidth.ts';

/** Nearer than this in decades counts as on the decade. */
const NEAR = 0.13;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlacedSpectrum {
  readonly frequency_Hz: Float64Array;
  /** Points in millimetres from the upper left corner of the figure. */
  readonly x_mm: Float64Array;
  readonly y_mm: Float64Array;
}

/** Index of the point nearest to each decade. */
export function decadePoints(frequency_Hz: Float64Array): readonly number[] {
  const nearest = new Map<number, number>();
  const distance = (index: number, decade: number) =>
    Math.abs(Math.log10(frequency_Hz[index] ?? NaN) - decade);
  frequency_Hz.forEach((frequency, index) => {
    const decade = Math.round(Math.log10(frequency));
    const known = nearest.get(decade);
    if (distance(index, decade) > NEAR) return;
    if (known === undefined || distance(index, decade) < distance(known, decade)) nearest.set(decade, index);
  });
  return [...nearest].sort(([a], [b]) => b - a).map(([, index]) => index);
}

const SIDES: readonly LabelSide[] = [
  'above',
  'right',
  'above-right',
  'above-left',
  'below',
  'below-right',
  'left',
];

function boxAt(x: number, y: number, side: LabelSide, size: readonly [number, number]): Box {
  const [width, height] = size;
  const gap = 0.5 * height;
  const across = { left: x - gap - width, middle: x - width / 2, right: x + gap };
  const up = { above: y - gap - height, middle: y - height / 2, below: y + gap };
  const [left, top] = {
    above: [across.middle, up.above] as const,
    'above-right': [across.right, up.above] as const,
    'above-left': [across.left, up.above] as const,
    below: [across.middle, up.below] as const,
    'below-right': [across.right, up.below] as const,
    left: [across.left, up.middle] as const,
    right: [across.right, up.middle] as const,
  }[side];
  return { left, top, right: left + width, bottom: top + height };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** What is already there: points, words, and the frame that nothing may leave. */
export class TakenRoom {
  private readonly boxes: Box[] = [];
  private readonly frame: Box;

  constructor(frame: Box) {
    this.frame = frame;
  }

  take(box: Box): void {
    this.boxes.push(box);
  }

  takePoints({ x_mm, y_mm }: PlacedSpectrum, radius_mm: number): void {
    x_mm.forEach((x, k) => {
      const y = y_mm[k] ?? NaN;
      this.take({ left: x - radius_mm, right: x + radius_mm, top: y - radius_mm, bottom: y + radius_mm });
    });
  }

  isFree(box: Box): boolean {
    const { left, right, top, bottom } = this.frame;
    const isInside = box.left > left && box.right < right && box.top > top && box.bottom < bottom;
    return isInside && !this.boxes.some((other) => overlaps(box, other));
  }
}

/** @param em_mm height of the words */
export function decadeLabels(
  spectrum: PlacedSpectrum,
  em_mm: number,
  room: TakenRoom,
): readonly PointLabel[] {
  return decadePoints(spectrum.frequency_Hz).map((index) => {
    const text = frequencyText(10 ** Math.round(Math.log10(spectrum.frequency_Hz[index] ?? 1)));
    const [x, y] = [spectrum.x_mm[index] ?? NaN, spectrum.y_mm[index] ?? NaN];
    const size = [textWidth(text, em_mm), em_mm] as const;
    const side = SIDES.find((at) => room.isFree(boxAt(x, y, at, size)));
    if (side) room.take(boxAt(x, y, side, size));
    return { index, text: side ? text : '', side: side ?? 'above' };
  });
}
