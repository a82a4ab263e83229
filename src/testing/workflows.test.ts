import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

/** What holds for every workflow and action of this repository. */
const folder = join(import.meta.dirname, '../../.github')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path =>
  /^(workflows|actions)\/.*\.yml$/.test(path),
)

interface Step {
  readonly uses?: string
  readonly run?: string
}

/** All steps, wherever they stand. */
function stepsOf(value: unknown): Step[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'steps' && Array.isArray(inner) ? (inner as Step[]) : stepsOf(inner),
  )
}

test.each(files)('%s: pinned by hash, no text of a stranger in a script, no rights of the target branch', path => {
  const text = readFileSync(join(folder, path), 'utf8')
  const document = parse(text) as Readonly<Record<string, unknown>>
  const steps = stepsOf(document)
  expect(steps.length).toBeGreaterThan(0)
  const loose = steps.flatMap(({ uses }) => (uses === undefined || /^\.\/|@[0-9a-f]{40}$/.test(uses) ? [] : [uses]))
  expect(loose).toEqual([])
  expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
  expect(Object.keys((document['on'] as object | undefined) ?? {})).not.toContain('pull_request_target')
  if (path.startsWith('workflows/')) expect(document['permissions']).toEqual({})
})
