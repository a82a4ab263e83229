import { defineConfig } from 'vitest/config'

/** Long, and with nobody beside it: no daemon, port or namespace. */
const alone = [
  'src/analysis',
  'src/testing/analysis',
  'src/testing/golden',
  'src/testing/klaten',
  'src/testing/properties',
].map(room => `${room}/**/*.system.test.ts`)

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.system.test.ts'],
          testTimeout: 30_000,
          // The first build after an edit bundles the page's program.
          hookTimeout: 60_000,
          // What is pure has nothing to keep apart, and loading it anew for each file is a third of the time.
          isolate: false,
          // Left alone, one core of two would stand by.
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'system-alone',
          include: alone,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Meets the real peers: daemons, ports and network namespaces are not shared.
        test: {
          name: 'system',
          include: ['src/**/*.system.test.ts'],
          exclude: alone,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
