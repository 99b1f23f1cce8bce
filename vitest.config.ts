import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tools/**/*.test.ts'],
    globalSetup: ['./src/testing/setup.ts'],
    testTimeout: 60_000,
    pool: 'threads',
  },
});
