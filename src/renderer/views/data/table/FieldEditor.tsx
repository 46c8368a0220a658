/** The field of the cell table that is being typed into. */
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { CellField } from './cellFields.ts';
import { clampPlace } from './gridKey.ts';
import type { CellGrid, Typing } from './useCellGrid.ts';

export interface FieldEditorProps {
  readonly field: CellField;
  readonly typing: Typing;
  readonly grid: CellGrid;
  /** Names to choose from beside the field's own choices. */
  readonly suggestions: readonly string[];
}

const AFTER: Readonly<Record<string, readonly [number, number]>> = { Enter: [1, 0], Tab: [0, 1] };

export function FieldEditor({ field, typing, grid, suggestions }: FieldEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    const end = input.current?.value.length ?? 0;
    input.current?.setSelectionRange(end, end);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') grid.setTyping(null);
    const step = AFTER[event.key];
    if (!step) return;
    event.preventDefault();
    if (!grid.finish()) return;
    const back = event.shiftKey ? -1 : 1;
    const { row, column } = typing.place;
    grid.moveTo(clampPlace({ row: row + step[0] * back, column: column + step[1] * back }, grid.size));
  };
  const list = field.choices.length > 0 ? field.choices : suggestions;
  const listId = `choices-${field.id}`;
  return (
    <>
      <input
        ref={input}
        className="grid-input"
        value={typing.draft}
        aria-label={field.label}
        aria-invalid={typing.refusal !== null}
        list={list.length > 0 ? listId : undefined}
        onChange={(event) => {
          grid.setTyping({ ...typing, draft: event.currentTarget.value, refusal: null });
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // A draft that is not taken when the user goes elsewhere stays visible with its reason.
          grid.finish();
        }}
      />
      {typing.refusal !== null && (
        <div role="alert" className="grid-refusal">
          {typing.refusal}
        </div>
      )}
      {list.length > 0 && (
        <datalist id={listId}>
          {list.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  );
}
