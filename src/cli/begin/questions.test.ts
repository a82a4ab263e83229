import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeWithPeers } from '../../testing/peers.ts'

/** `serat init` as a person meets it: a terminal, questions, slips of the pen. */

const main = join(import.meta.dirname, '../main.ts')
let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'serat-asked-'))
})
afterEach(() => rmSync(home, { recursive: true }))

const [enter, clear, interrupt] = ['\r', '\u0015', '\u0003']

interface Turn {
  /** What the screen must say first, since the turn before. */
  readonly when: string
  readonly type: string
}

interface Outcome {
  readonly code: number | null
  readonly screen: string
}

/** Types each answer when its question stands on the screen of a pseudo terminal. */
function typed(args: readonly string[], turns: readonly Turn[]): Promise<Outcome> {
  const program = [process.execPath, main, 'init', 'kab', ...args].map(word => `'${word}'`).join(' ')
  // A terminal without a window is as narrow as a letter.
  const line = `stty columns 200 rows 60; ${program}`
  const child = spawn('script', ['--quiet', '--return', '--command', line, '/dev/null'], {
    cwd: home,
    env: { ...process.env, TERM: 'xterm' },
  })
  let [screen, seen, turn] = ['', 0, 0]
  child.stdout.on('data', chunk => {
    screen += stripVTControlCharacters(String(chunk))
    const next = turns[turn]
    if (next === undefined || !screen.slice(seen).includes(next.when)) return
    seen = screen.length
    turn++
    child.stdin.write(next.type)
  })
  return new Promise(resolve => child.on('close', code => resolve({ code, screen })))
}

const answer = (when: string, text?: string): Turn => ({
  when,
  type: text === undefined ? enter : clear + text + enter,
})

describeWithPeers('init asks', ['a pseudo terminal'], () => {
  it('for what was not given, refuses at once what does not fit, and writes the network', async () => {
    const { code, screen } = await typed(
      ['--lang', 'en', '--cores', '1'],
      [
        answer('Name of the government', 'Kabupaten Uji Coba'),
        answer('Short name', 'Uji Coba!'),
        answer('must be lower-case letters', 'uji-coba'),
        answer('Id of the hub site', 'kec-contoh'),
        answer('must be other than', 'setda'),
        answer('Point of the hub', '110.6,-7.7'),
        answer('must be latitude,longitude', '-7.7,110.6'),
        answer('Code of its kecamatan', '33.10'),
        answer('a code like', '33.10.24'),
        answer('Radius of own fibre', '0'),
        answer('must be 1 to 60', '12'),
        answer('IPv4 addresses', '10.64.0.0/24'),
        answer('must be a private IPv4 prefix', '10.96.0.0/12'),
      ],
    )
    expect(screen).toContain('npx serat check')
    expect(code).toBe(0)
    const network = readFileSync(join(home, 'kab/sites/network.yaml'), 'utf8')
    expect(network).toMatch(/^network: uji-coba$/m)
    expect(network).toMatch(/^hub: setda$/m)
    expect(network).toContain('10.96.0.0/12')
    expect(readFileSync(join(home, 'kab/sites/opd/setda.yaml'), 'utf8')).toContain('lat: -7.7')
  })

  it('in Indonesian, and what stands there is taken by Enter', async () => {
    const words = ['Nama pemerintah', 'Nama pendek', 'Id situs pusat', 'Titik pusat', 'Kode kecamatan', 'Radius']
    const { code } = await typed(
      ['--lang', 'id'],
      [...words, 'Alamat IPv4', 'Router inti'].map(word => answer(word)),
    )
    expect(code).toBe(0)
    expect(readFileSync(join(home, 'kab/sites/network.yaml'), 'utf8')).toMatch(/^name: .*Kabupaten Contoh/m)
  })

  it.each([1, 4, 8])('Ctrl-C at question %i leaves nothing behind', async last => {
    const words = ['Name of', 'Short name', 'Id of the hub', 'Point of', 'Code of', 'Radius', 'IPv4', 'Core routers']
    const turns = words.slice(0, last).map((when, i) => ({ when, type: i + 1 === last ? interrupt : enter }))
    const { code, screen } = await typed(['--lang', 'en'], turns)
    expect(screen).toContain('broken off; nothing was written')
    expect(code).toBe(2)
    expect(readdirSync(home)).toEqual([])
    expect(existsSync(join(home, 'kab'))).toBe(false)
  })

  it('an option that does not fit is told before the first question', async () => {
    const { code, screen } = await typed(['--lang', 'en', '--v4', 'ten'], [])
    expect(screen).toMatch(/--v4 ten: must be a private IPv4 prefix/)
    expect(screen).not.toContain('Name of the government')
    expect([code, readdirSync(home)]).toEqual([2, []])
  })
})
