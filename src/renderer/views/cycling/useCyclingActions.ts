/** Copying and exporting what the view shows. */
import { notifications } from '@mantine/notifications';
import { useServices } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { copyFigure } from '../../export/copyFigure.ts';
import { figureFile, FIGURE_FILES } from '../../export/figureFile.ts';
import { text } from '../../text/text.ts';
import { cyclingFigure, exportStyle } from './cyclingFigure.ts';
import type { CyclingSettings } from './cyclingSettings.ts';
import type { CyclingActions } from './CyclingToolbar.tsx';
import { halfCycleRows, htmlTable, tableColumns, tabSeparated } from './halfCycleRows.ts';
import { possibleBasis } from './normalisationLack.ts';
import type { CyclingRunView } from './useCyclingRuns.ts';

const words = text.cycling;

async function copyRows(runs: readonly CyclingRunView[], settings: CyclingSettings): Promise<void> {
  const columns = tableColumns(possibleBasis(runs, settings.basis));
  const rows = halfCycleRows(runs);
  const blob = (content: string, type: string) => new Blob([content], { type });
  const plain = blob(tabSeparated(columns, rows), 'text/plain');
  const html = blob(htmlTable(columns, rows), 'text/html');
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain, 'text/html': html })]);
}

async function told(work: Promise<void>, failure: string): Promise<void> {
  try {
    await work;
    notifications.show({ message: words.copied, autoClose: 2000 });
  } catch (error) {
    tell(failure, error);
  }
}

function tell(title: string, error: unknown): void {
  notifications.show({
    color: 'red',
    title,
    message: error instanceof Error ? error.message : String(error),
  });
}

/** Without characters that some file system refuses. */
function fileName(study: string, figureId: string, extension: string): string {
  return `${study} ${figureId}.${extension}`.replace(/[<>:"/\\|?*]/g, '-');
}

export function useCyclingActions(
  runs: readonly CyclingRunView[],
  settings: CyclingSettings,
): CyclingActions {
  const { platform, work } = useServices();
  const { contents } = useSession();
  const figure = () => cyclingFigure({ contents, runs, settings, style: exportStyle(settings) });
  return {
    copyTable: () => void told(copyRows(runs, settings), words.copyFailed),
    copyPlot: () => {
      const shown = figure();
      if (shown) void told(copyFigure(shown), words.copyFailed);
    },
    exportAs: (kind) => {
      const shown = figure();
      if (!shown) return;
      const { extension, mimeType } = FIGURE_FILES[kind];
      const name = fileName(contents.study.name, shown.id, extension);
      work
        .run(words.exporting(name), async () => {
          const { createdAt } = contents.study;
          const bytes = await figureFile(shown, kind, { platform, dpi: settings.dpi, createdAt });
          await platform.saveFile(name, bytes, mimeType);
        })
        .catch((error: unknown) => {
          tell(words.exportFailed, error);
        });
    },
  };
}
