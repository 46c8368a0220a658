/** What the window knows of a view. A view reads the study with useSession() and the rest with useServices(). */
import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';

export interface ViewProps {
  readonly studyId: string;
}

export interface View {
  readonly id: string;
  readonly name: string;
  readonly icon: Icon;
  readonly Component: ComponentType<ViewProps>;
}
