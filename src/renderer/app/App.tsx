import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { ServicesProvider, type Services } from './services.ts';
import { Window } from './shell/Window.tsx';
import { theme } from './theme.ts';

export function App({ services }: { readonly services: Services }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <ErrorBoundary>
        <ServicesProvider value={services}>
          <Window />
          <Notifications position="bottom-right" limit={4} />
        </ServicesProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}
