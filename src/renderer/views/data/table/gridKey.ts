/** Keys of the cell table while no field is being typed into. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export type GridKeyAction =
  | { readonly kind: 'move'; readonly place: GridPlace; readonly extend: boolean }
  /** `first` = the character that starts the field anew; null = edit what is there. */
  | { readonly kind: 'edit'; readonly first: string | null }
  | { readonly kind: 'clear' };

export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function clampPlace({ row, column }: GridPlace, { rows, columns }: GridSize): GridPlace {
  return {
    row: Math.min(Math.max(row, 0), Math.max(rows - 1, 0)),
    column: Math.min(Math.max(column, 0), columns - 1),
  };
}

export function gridKeyAction(pressed: PressedKey, at: GridPlace, size: GridSize): GridKeyAction | null {
  const modified = pressed.ctrlKey || pressed.metaKey;
  const step = STEPS[pressed.key];
  if (step)
    return move(at, modified ? [step[0] * size.rows, step[1] * size.columns] : step, size, pressed.shiftKey);
  if (pressed.key === 'Home')
    return move({ ...at, column: 0 }, [modified ? -size.rows : 0, 0], size, pressed.shiftKey);
  if (pressed.key === 'End') {
    return move({ ...at, column: size.columns - 1 }, [modified ? size.rows : 0, 0], size, pressed.shiftKey);
  }
  if (modified || pressed.altKey) return null;
  return typingAction(pressed, at, size);
}

function typingAction({ key, shiftKey }: PressedKey, at: GridPlace, size: GridSize): GridKeyAction | null {
  if (key === 'Enter' || key === 'F2') return { kind: 'edit', first: null };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' };
  if (key === 'Tab') return tab(at, size, shiftKey);
  return key.length === 1 ? { kind: 'edit', first: key } : null;
}

/** At the ends of the table Tab leaves it, so that the keyboard is never caught. */
function tab(at: GridPlace, size: GridSize, backwards: boolean): GridKeyAction | null {
  const index = at.row * size.columns + at.column + (backwards ? -1 : 1);
  if (index < 0 || index >= size.rows * size.columns) return null;
  const place = { row: Math.floor(index / size.columns), column: index % size.columns };
  return { kind: 'move', place, extend: false };
}

function move(
  at: GridPlace,
  [rows, columns]: readonly [number, number],
  size: GridSize,
  extend: boolean,
): GridKeyAction {
  const place = clampPlace({ row: at.row + rows, column: at.column + columns }, size);
  return { kind: 'move', place, extend };
}
