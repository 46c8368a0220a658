/** Where the window stood, checked against the displays there are now. */
import { readFileSync, writeFileSync } from 'node:fs';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  readonly bounds: Rectangle;
  readonly maximised: boolean;
}

/** This much of the title bar must lie on a display, or the window could not be grabbed. */
const GRASP = 80;
const MINIMUM = { width: 800, height: 560 };

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  return ['x', 'y', 'width', 'height'].every((key) => Number.isFinite(Reflect.get(value, key)));
}

function isWindowState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null) return false;
  return isRectangle(Reflect.get(value, 'bounds')) && typeof Reflect.get(value, 'maximised') === 'boolean';
}

function isGraspable(bounds: Rectangle, area: Rectangle): boolean {
  const overlap = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const titleBarIsInside = bounds.y >= area.y && bounds.y + GRASP <= area.y + area.height;
  return overlap >= GRASP && titleBarIsInside;
}

/** The state if its window would be usable on one of these work areas, else null. */
export function usableState(state: WindowState, workAreas: readonly Rectangle[]): WindowState | null {
  const { bounds } = state;
  if (bounds.width < MINIMUM.width || bounds.height < MINIMUM.height) return null;
  const area = workAreas.find((candidate) => isGraspable(bounds, candidate));
  if (area === undefined) return null;
  const width = Math.min(bounds.width, Math.max(area.width, MINIMUM.width));
  const height = Math.min(bounds.height, Math.max(area.height, MINIMUM.height));
  return { ...state, bounds: { ...bounds, width, height } };
}

/** The state last written, or null when there is none that makes sense. */
export function readWindowState(path: string): WindowState | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isWindowState(value) ? value : null;
  } catch {
    return null;
  }
}

/** Losing the window's position must never keep the program from closing. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    writeFileSync(path, JSON.stringify(state));
  } catch (error) {
    console.error(`The window's position was not kept: ${String(error)}`);
  }
}
