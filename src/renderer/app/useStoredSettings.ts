/** Choices of the user that outlive a restart: kept in the browser's storage under a versioned key. */
import { useCallback, useState } from 'react';

function stored<Settings extends object>(key: string, defaults: Settings): Settings {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Settings>) };
  } catch {
    return defaults;
  }
}

/**
 * @param key ends in a version, which grows when what is kept changes its meaning
 * @param defaults for what was never chosen; the same object in every call
 */
export function useStoredSettings<Settings extends object>(
  key: string,
  defaults: Settings,
): readonly [Settings, (patch: Partial<Settings>) => void] {
  const [settings, setSettings] = useState(() => stored(key, defaults));
  const update = useCallback(
    (patch: Partial<Settings>) => {
      setSettings((before) => {
        const after = { ...before, ...patch };
        localStorage.setItem(key, JSON.stringify(after));
        return after;
      });
    },
    [key],
  );
  return [settings, update];
}
