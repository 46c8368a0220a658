/** Names of changes, as undo and redo show them. */
export const changes = {
  addStudy: (name: string) => `New study “${name}”`,
  openStudy: (name: string) => `Open study “${name}”`,
  removeStudy: (name: string) => `Remove study “${name}”`,
  renameStudy: 'Rename study',
  updateGroup: 'Change group',
  addGroup: (name: string) => `New group “${name}”`,
  removeGroup: 'Remove group',
  addCell: 'New cell',
  moveCells: (count: number) => (count === 1 ? 'Move cell' : `Move ${count} cells`),
  removeCells: (count: number) => (count === 1 ? 'Remove cell' : `Remove ${count} cells`),
  editCells: (field: string, count: number) =>
    count === 1 ? `Set ${field}` : `Set ${field} of ${count} cells`,
  paste: (count: number) => `Paste into ${count} ${count === 1 ? 'cell' : 'cells'}`,
  assign: (count: number, cell: string | null) => {
    const what = count === 1 ? 'measurement' : `${count} measurements`;
    return cell === null ? `Unassign ${what}` : `Assign ${what} to ${cell}`;
  },
  assignByName: (count: number) => `Assign ${count} measurements by name`,
  setState: 'Set state',
  removeDatasets: (count: number) => (count === 1 ? 'Remove measurement' : `Remove ${count} measurements`),
  addImport: (count: number, name: string) => (count === 1 ? `Import ${name}` : `Import ${count} files`),
  replaceImport: (name: string) => `Replace ${name}`,
  leaveOut: (count: number) => (count === 1 ? 'Leave out a point' : `Leave out ${count} points`),
  bringBack: (count: number) => (count === 1 ? 'Bring back a point' : `Bring back ${count} points`),
  impedanceSign: "Set the sign of Z''",
  eventThresholds: 'Change thresholds of events',
  doubtNote: (doubt: string) => `Answer doubt ${doubt}`,
  addPhases: (names: string) => `Add phase ${names}`,
  removePhase: (id: string) => `Remove phase ${id}`,
  radiation: 'Set the X-rays of scans',
  blank: (kind: 'short' | 'open', file: string | null) => {
    const what = kind === 'short' ? 'leads' : 'empty holder';
    return file === null ? `Subtract no ${what}` : `Subtract ${what} ${file}`;
  },
  join: (count: number) => `Join ${count} measurements`,
};
