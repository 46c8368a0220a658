/** How a sample lies in the beam, as its owner says. */
export type SampleGeometry =
  | { readonly kind: 'powder' }
  | {
      readonly kind: 'layer';
      /** Id of the phase below. */
      readonly substrate: string;
      /** Of the film; null: not known. */
      readonly thickness_um: number | null;
    };
