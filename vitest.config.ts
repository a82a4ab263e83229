import { defineConfig } from 'vitest/config'

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
        // Meets the real peers: daemons, ports and network namespaces are not shared.
        test: {
          name: 'system',
          include: ['src/**/*.system.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
