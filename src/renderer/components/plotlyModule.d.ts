/** The package has no types of its own; these are the calls this program makes. */
declare module 'plotly.js-strict-dist-min' {
  interface PlotlyModule {
    newPlot(element: HTMLElement, data: unknown, layout: unknown, config: unknown): Promise<HTMLElement>;
    react(element: HTMLElement, data: unknown, layout: unknown, config: unknown): Promise<HTMLElement>;
    purge(element: HTMLElement): void;
    toImage(element: HTMLElement, options: Readonly<Record<string, unknown>>): Promise<string>;
  }
  const plotly: PlotlyModule;
  export default plotly;
}
