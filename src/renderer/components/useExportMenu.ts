/** The export menu of the view that is open: the command of the window opens it too. */
import { useEffect, useState } from 'react';
import { offerFigureExport } from '../app/figureExport.ts';

export interface ExportMenu {
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
}

export function useExportMenu(): ExportMenu {
  const [opened, onChange] = useState(false);
  useEffect(
    () =>
      offerFigureExport(() => {
        onChange(true);
      }),
    [],
  );
  return { opened, onChange };
}
