import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keepIn, shownNew } from './shown-new.ts'

it('shows a new file by its size and where it can be read, and takes away what an earlier preview left', () => {
  const project = mkdtempSync(join(tmpdir(), 'serat-shown-'))
  const inputs = { router: 'a', files: { 'a.rsc': 'x\npassword="<secret:users/a>"\n' } }
  shownNew({ files: { 'b.rsc': 'x\n' } }, 'routers/b', keepIn(project))
  expect(shownNew(inputs, 'routers/a', keepIn(project))).toEqual({
    router: 'a',
    files: {
      'a.rsc': '2 baris / 2 lines; 1 rahasia menurut namanya / 1 secrets by name; .serat/preview/routers/a/a.rsc',
    },
  })
  expect(readFileSync(join(project, '.serat/preview/routers/a/a.rsc'), 'utf8')).toBe(inputs.files['a.rsc'])
  expect(existsSync(join(project, '.serat/preview/routers/b'))).toBe(false)
  rmSync(project, { recursive: true })
  writeFileSync(project, 'no folder')
  expect(shownNew(inputs, 'routers/a', keepIn(project))).toMatchObject({
    files: { 'a.rsc': '2 baris / 2 lines; 1 rahasia menurut namanya / 1 secrets by name' },
  })
  rmSync(project)
})
