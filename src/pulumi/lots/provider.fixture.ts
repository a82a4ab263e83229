import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '../provider/serve.ts'
import { targetsOf } from '../targets/index.ts'
import type { Target, Unit } from '../targets/target.ts'

/** Where the test looks on: `log`, `failing` with a name a line, and what each router holds. */
const folder = process.env['SERAT_TEST_LOTS'] ?? ''
const log = (line: string): void => appendFileSync(join(folder, 'log'), `${line}\n`)
const heldBy = ({ name }: Unit): string => join(folder, 'held', name)

/** A router that keeps what it is given, takes a while, and does not come back where the test says so. */
const standIn: Target = {
  async read(unit) {
    if (!existsSync(heldBy(unit))) return { kind: 'gone' }
    const [name = ''] = unit.files.keys()
    return { kind: 'there', files: new Map([[name, readFileSync(heldBy(unit), 'utf8')]]), binaries: new Map() }
  },
  async apply(unit) {
    log(`begin ${unit.name}`)
    await new Promise(resolve => void setTimeout(resolve, 40))
    if (readFileSync(join(folder, 'failing'), 'utf8').split('\n').includes(unit.name)) {
      log(`fail ${unit.name}`)
      throw new Error(`${unit.name} does not answer: connection timed out`)
    }
    const [template] = unit.files.values()
    mkdirSync(join(folder, 'held'), { recursive: true })
    writeFileSync(heldBy(unit), template?.text ?? '')
    log(`end ${unit.name}`)
  },
  remove: async () => {},
  location: ({ address = '' }) => `stand-in://${address}`,
}

await serve(process.argv[2], settings => ({ ...targetsOf(settings), frr: standIn, routeros: standIn }))
