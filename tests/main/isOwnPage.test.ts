import { describe, expect, test } from 'vitest';
import { isOwnPage } from '../../src/main/isOwnPage.ts';

describe('the sender of a request', () => {
  test('is trusted when it is the main frame of the application', () => {
    expect(isOwnPage({ url: 'app://amalgam/index.html', parent: null })).toBe(true);
  });

  test.each([
    ['another scheme', 'https://amalgam/index.html'],
    ['another host', 'app://print/1'],
    ['a host that only begins alike', 'app://amalgam.example/index.html'],
    ['user information before another host', 'app://amalgam@example/index.html'],
    ['a file', 'file:///amalgam/index.html'],
    ['no page at all', ''],
    ['a data address', 'data:text/html,app://amalgam/'],
  ])('is refused when it is %s', (_, url) => {
    expect(isOwnPage({ url, parent: null })).toBe(false);
  });

  test('is refused when it is a frame inside the page', () => {
    expect(isOwnPage({ url: 'app://amalgam/index.html', parent: {} })).toBe(false);
  });

  test('is refused when its frame is gone', () => {
    expect(isOwnPage(null)).toBe(false);
  });
});
