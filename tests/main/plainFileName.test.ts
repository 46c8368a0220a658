import { expect, test } from 'vitest';
import { plainFileName } from '../../src/main/plainFileName.ts';

test.each([
  ['figure.svg', 'figure.svg'],
  ['极化 0.5 mA.csv', '极化 0.5 mA.csv'],
  ['../../outside/figure.svg', 'figure.svg'],
  ['..\\..\\figure.svg', 'figure.svg'],
  ['/etc/passwd', 'passwd'],
  ['C:\\Windows\\win.ini', 'win.ini'],
  ['a<b>:"c"|d?.csv', 'a_b___c__d_.csv'],
  ['line\nbreak\0.csv', 'line_break_.csv'],
  ['..', 'untitled'],
  ['.', 'untitled'],
  ['', 'untitled'],
  ['folder/', 'folder'],
  ['.bashrc', 'bashrc'],
])('%j is proposed as %j', (proposed, plain) => {
  expect(plainFileName(proposed)).toBe(plain);
});
