import { describe, expect, test } from 'vitest';
import { cutWindows, WINDOW } from './windows.ts';

describe('windows', () => {
  test('leave a sentence of ordinary length alone', () => {
    expect(cutWindows(['Yes', '.'])).toEqual([['Yes', '.']]);
    expect(cutWindows([])).toEqual([[]]);
  });

  test('cut after a semicolon, else a comma, else anywhere, and lose no word', () => {
    const long = (mark: string): string[] => Array.from({ length: 500 }, (_, k) => (k % 150 === 149 ? mark : `w${k}`));
    expect(cutWindows(long(';')).map((window) => window.length)).toEqual([150, 150, 150, 50]);
    expect(cutWindows(long(',')).map((window) => window.length)).toEqual([150, 150, 150, 50]);
    expect(cutWindows(long('x')).map((window) => window.length)).toEqual([WINDOW, WINDOW, 500 - 2 * WINDOW]);
    expect(cutWindows(long('x')).flat()).toEqual(long('x'));
  });
});
