export const storage = {
  quota: (detail: string) =>
    `There is no room left for this program’s data on the disk. Nothing of the last step was stored; everything before it is safe. Remove a study or datasets that are no longer needed, or free disk space, and repeat the step. (${detail})`,
  closed: (detail: string) =>
    `The study database was closed (${detail}). What was stored is safe. Reload the window and repeat the last step.`,
  other: (detail: string) =>
    `The last step could not be stored (${detail}). Everything before it is safe. Repeat it, or reload the window.`,
  newerTitle: 'The studies on this computer were stored by a newer version of this program.',
  newer:
    'They were neither opened nor changed. Start the newer version again, or install the latest one over this one.',
};
