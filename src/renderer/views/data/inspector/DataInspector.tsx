/** Details of what is chosen: measurements with their receipt, cells, or the study itself. */
import { useSession } from '../../../app/session.ts';
import { CellPanel } from './CellPanel.tsx';
import { DatasetPanel } from './DatasetPanel.tsx';
import { StudyPanel } from './StudyPanel.tsx';

export function DataInspector() {
  const { contents, selection } = useSession();
  const datasets = contents.datasets.filter(({ id }) => selection.datasetIds.has(id));
  const cells = contents.cells.filter(({ id }) => selection.cellIds.has(id));
  if (datasets.length > 0)
    return <DatasetPanel key={datasets.map(({ id }) => id).join()} datasets={datasets} />;
  if (cells.length > 0) return <CellPanel cells={cells} />;
  return <StudyPanel />;
}
