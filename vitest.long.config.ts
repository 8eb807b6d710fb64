import { defineConfig } from 'vitest/config';

/** `npm run test:long`: statistical runs of minutes, which `npm test` leaves out. */
export default defineConfig({
  test: {
    include: ['tests/long/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 1_200_000,
  },
});
