import type { Services } from './services.ts';

export function App({ services }: { readonly services: Services }) {
  return <div data-host={services.platform.host} />;
}
