import { describe, expect, test } from 'vitest';
import { APP_COMMANDS } from '#core/project/appCommand.ts';
import { menuTemplate } from '../../src/main/menu.ts';

type Items = ReturnType<typeof menuTemplate>;

function flat(items: Items): Items {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

describe.each(['linux', 'darwin', 'win32'] as const)('the menu on %s', (platform) => {
  const items = flat(menuTemplate({ platform, isPackaged: false, send: () => undefined }));

  test('has every command of the application once', () => {
    const commands = items.flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(commands.sort()).toEqual([...APP_COMMANDS].sort());
  });

  test('gives no shortcut twice', () => {
    const shortcuts = items.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  test('has the usual roles', () => {
    const roles = items.flatMap(({ role }) => (role === undefined ? [] : [role]));
    expect(roles).toEqual(
      expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'togglefullscreen', 'about']),
    );
    expect(roles).toContain(platform === 'darwin' ? 'appMenu' : 'quit');
  });
});

test('the developer’s tools are in the menu in development only', () => {
  const rolesOf = (isPackaged: boolean) =>
    flat(menuTemplate({ platform: 'linux', isPackaged, send: () => undefined })).map(({ role }) => role);
  expect(rolesOf(false)).toContain('toggleDevTools');
  expect(rolesOf(true)).not.toContain('toggleDevTools');
});
