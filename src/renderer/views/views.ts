/** The registry of views, in the order of their tabs. A new view is a folder and a line here. */
import {
  IconChartDots,
  IconChartHistogram,
  IconScale,
  IconStack2,
  IconFileImport,
  IconWaveSquare,
} from '@tabler/icons-react';
import { text } from '../text/text.ts';
import { CompareView } from './compare/CompareView.tsx';
import { CyclingView } from './cycling/CyclingView.tsx';
import { DataView } from './data/DataView.tsx';
import { DiffractionView } from './diffraction/DiffractionView.tsx';
import { ImpedanceView } from './impedance/ImpedanceView.tsx';
import { LayerView } from './layer/LayerView.tsx';
import type { View } from './view.ts';

export const VIEWS: readonly View[] = [
  { id: 'data', name: text.views.data, icon: IconFileImport, Component: DataView },
  { id: 'cycling', name: text.views.cycling, icon: IconWaveSquare, Component: CyclingView },
  { id: 'impedance', name: text.views.impedance, icon: IconChartDots, Component: ImpedanceView },
  { id: 'diffraction', name: text.views.diffraction, icon: IconChartHistogram, Component: DiffractionView },
  { id: 'compare', name: text.views.compare, icon: IconScale, Component: CompareView },
  { id: 'layer', name: text.views.layer, icon: IconStack2, Component: LayerView },
];
