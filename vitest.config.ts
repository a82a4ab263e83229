import { defineConfig } from 'vitest/config'

/** System tests of the deployment. */
const underWay = ['pulumi'].map(folder => `src/${folder}/**/*.system.test.ts`)

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.system.test.ts'],
          testTimeout: 30_000,
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
          exclude: underWay,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // What their open issues still work on: run by name, not yet asked for by CI.
        test: {
          name: 'under-way',
          include: underWay,
          testTimeout: 900_000,
          hookTimeout: 900_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
