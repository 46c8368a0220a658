export const toolbar = {
  page: 'Show the page as it is exported',
  copyPlot: 'Copy the plot as a picture',
  copyTable: 'Copy the table for a spreadsheet',
};
