/** What figures of diffraction say of a background that was drawn or taken away, and of stripped Kα2. */
import type { BackgroundMethod } from '#core/xrd/background/patternBackground.ts';

type FittedMethod = { readonly kind: 'fit' };

export const backgroundWords = {
  method: (method: BackgroundMethod | FittedMethod): string => {
    switch (method.kind) {
      case 'snip':
        return `SNIP, ± ${method.reach_deg}°`;
      case 'arpls':
        return `arPLS, ${method.length_deg}°`;
      case 'polynomial':
        return `polynomial of degree ${method.degree}`;
      case 'points':
        return `points by hand: ${method.twoTheta_deg.length}`;
      case 'fit':
        return 'fit of the phases';
    }
  },
  curve: (method: string) => `background (${method})`,
  halo: 'background and halo',
  drawn: (method: string) => `Background drawn (${method})`,
  subtracted: (method: string) => `Background subtracted (${method}), halo kept`,
  subtractedWithHalo: (method: string) => `Background and any halo subtracted (${method})`,
  stripped: 'Kα2 stripped for display, fits use the doublet',
  some: (note: string, count: number, all: number) => `${note}; in ${count} of ${all} patterns`,
};
