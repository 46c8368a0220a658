/** Saves the tables of a batch as CSV files. */
import { notifications } from '@mantine/notifications';
import { batchCurvesCsv } from '#core/eis/batchCurves.ts';
import { batchTable, batchTableCsv, type BatchRow } from '#core/eis/batchTables.ts';
import { useServices } from '../../../app/services.ts';
import { useSession } from '../../../app/session.ts';
import { text } from '../../../text/text.ts';
import { IDENTITY_TITLES } from './batchRows.ts';

const words = text.impedanceBatch;

export interface BatchExport {
  readonly parameters: () => void;
  readonly curves: () => void;
}

export function useBatchExport(rows: readonly BatchRow[]): BatchExport {
  const { platform } = useServices();
  const { name } = useSession().contents.study;
  const save = (fileName: string, csv: string) => {
    const plainName = fileName.replace(/[<>:"/\\|?*]/g, '-');
    platform.saveFile(plainName, new TextEncoder().encode(csv), 'text/csv').catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      notifications.show({ color: 'red', title: words.exportFailed, message });
    });
  };
  return {
    parameters: () => {
      save(words.parametersFile(name), batchTableCsv(batchTable(IDENTITY_TITLES, rows)));
    },
    curves: () => {
      save(words.curvesFile(name), [...batchCurvesCsv(IDENTITY_TITLES, rows)].join(''));
    },
  };
}
