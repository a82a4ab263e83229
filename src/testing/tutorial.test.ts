import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plain } from '../diagnostic/paint.ts'
import { run } from '../cli/run.ts'
import { tutorial } from './tutorial.fixture.ts'

/**
 * README's tutorial, line by line and in order, in this process; as written, from the tarball, `package.system.test.ts`
 * runs it.
 */
test('the tutorial begins a network, lets it grow, and ends clean', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'serat-tutorial-'))
  const said = new Map<string, string>()
  try {
    for (const line of tutorial()) {
      const { code, out } = await outcome(folder, line.replace(/\s+# .*$/, ''))
      expect(code, `${line}\n${out}`).toBe(0)
      said.set(line.replace(/\s+# .*$/, ''), out)
    }
    expect(said.get('npx serat check --frozen')).toMatch(/^no findings/)
    expect(said.get('npx serat show spare')).toMatch(/cable:c-dishub +cores +24 +22/)
    expect(said.get('npx serat what-if --cut route:dishub-1')).toMatch(/dinas-perhubungan|dishub/)
    expect(said.get('npx serat diff')).toMatch(/^sites dinas-perhubungan, kec-selatan added .* 0 errors/)
    expect(readFileSync(join(folder, 'out/routers/dinas-perhubungan/dinas-perhubungan.rsc'), 'utf8')).toContain(
      'Dinas Perhubungan',
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

async function outcome(cwd: string, line: string): Promise<{ code: number | null; out: string }> {
  if (line.startsWith('npm install ./vendor/serat-')) return { code: 0, out: '' }
  const serat = /^npx serat (.*)$/.exec(line)?.[1]
  if (serat === undefined) {
    const git = spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8', env: { ...process.env, ...author } })
    return { code: git.status, out: git.stdout + git.stderr }
  }
  let out = ''
  const words = [...serat.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
  const print = (text: string): void => {
    out += text
  }
  const today = new Date().toISOString().slice(0, 10)
  const code = await run(words, () => ({ language: 'en', cwd, today, paint: plain, print, note: print }))
  return { code, out }
}

const author = {
  GIT_AUTHOR_NAME: 'Uji',
  GIT_AUTHOR_EMAIL: 'uji@contoh.example',
  GIT_COMMITTER_NAME: 'Uji',
  GIT_COMMITTER_EMAIL: 'uji@contoh.example',
}
