/** Copying and exporting the figure that a view shows. */
import { notifications } from '@mantine/notifications';
import type { Figure } from '#figures/figure.ts';
import { useServices } from '../app/services.ts';
import { useSession } from '../app/session.ts';
import { text } from '../text/text.ts';
import { copyFigure } from './copyFigure.ts';
import { figureFile, FIGURE_FILES, type FigureFileKind } from './figureFile.ts';

const words = text.cycling;

export interface FigureActions {
  readonly copyPlot: () => void;
  readonly exportAs: (kind: FigureFileKind) => void;
}

function tell(title: string, error: unknown): void {
  notifications.show({
    color: 'red',
    title,
    message: error instanceof Error ? error.message : String(error),
  });
}

export async function tellCopied(work: Promise<void>): Promise<void> {
  try {
    await work;
    notifications.show({ message: words.copied, autoClose: 2000 });
  } catch (error) {
    tell(words.copyFailed, error);
  }
}

/** Without characters that some file system refuses. */
function fileName(study: string, figureId: string, extension: string): string {
  return `${study} ${figureId}.${extension}`.replace(/[<>:"/\\|?*]/g, '-');
}

/** @param figure the figure at its exported size; null while there is nothing to draw */
export function useFigureActions(figure: () => Figure | null, dpi: number): FigureActions {
  const { platform, work } = useServices();
  const { contents } = useSession();
  return {
    copyPlot: () => {
      const shown = figure();
      if (shown) void tellCopied(copyFigure(shown));
    },
    exportAs: (kind) => {
      const shown = figure();
      if (!shown) return;
      const { extension, mimeType } = FIGURE_FILES[kind];
      const name = fileName(contents.study.name, shown.id, extension);
      work
        .run(words.exporting(name), async () => {
          const { createdAt } = contents.study;
          const bytes = await figureFile(shown, kind, { platform, dpi, createdAt });
          await platform.saveFile(name, bytes, mimeType);
        })
        .catch((error: unknown) => {
          tell(words.exportFailed, error);
        });
    },
  };
}
