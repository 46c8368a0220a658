/** Files may be dropped anywhere in the window. */
import { useState, type DragEvent, type ReactNode } from 'react';
import { text } from '../../text/text.ts';
import { isFileDrag } from '../tree/draggedDatasets.ts';

export interface DropAreaProps {
  readonly onDrop: (transfer: DataTransfer) => void;
  readonly children: ReactNode;
}

export function DropArea({ onDrop, children }: DropAreaProps) {
  const [over, setOver] = useState(false);
  const leave = (event: DragEvent) => {
    // Leaving a child is not leaving the window.
    if (event.relatedTarget === null) setOver(false);
  };
  return (
    <div
      className="window"
      onDragOver={(event) => {
        if (!isFileDrag(event.dataTransfer)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={leave}
      onDrop={(event) => {
        setOver(false);
        if (!isFileDrag(event.dataTransfer)) return;
        event.preventDefault();
        onDrop(event.dataTransfer);
      }}
    >
      {children}
      {over && <div className="drop-veil">{text.app.dropAnywhere}</div>}
    </div>
  );
}
