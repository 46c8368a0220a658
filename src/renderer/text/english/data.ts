export const data = {
  queue: {
    title: 'Importing files',
    work: (name: string, index: number, total: number) =>
      total === 1 ? `Reading ${name}` : `Reading ${name} (${index} of ${total})`,
    crashHint: 'This is a fault of the program, not of your file. Everything stored before is safe.',
  },
};
