import { describe, expect, it } from 'vitest'
import { editedRouters, folderOf, type Edited } from '../../../testing/changing/edits.ts'
import { makerWith, planted } from '../../../testing/changing/planted.ts'
import { checkRouteros, loadedWith, withoutWay } from '../../../testing/changing/routeros.ts'
import type { RouterSides } from '../../changing/change-script.ts'
import { skipped, treeErrors, treesAbsent } from '../routeros.tree.ts'
import { copied, laterBy, newDevice, typed, type Device } from '../routeros.device.ts'
import { run } from '../script/run.ts'
import { changeRouteros } from './change.ts'

/** A few of each edit; a thousand are a command: `npm run test:scripts`. */
const seeds = [2, 4, 5, 6, 8, 10, 11, 13, 16, 28, 29, 39, 44, 58, 81, 89]
/** Of an edit that changes every router alike three are enough. */
const edited = seeds.flatMap(seed => editedRouters('routeros', seed).slice(0, 3))
const verdicts = edited.map(one => ({ one, verdict: checkRouteros(one) }))
const name = ({ seed, edit, router }: Edited): string => `${seed} ${edit} ${router}`

describe('a script takes a live router from one file to the next', () => {
  it('ends at what the new file loads, back at the old one, and names nothing that is not there at any command', () => {
    expect(new Set(edited.map(({ edit }) => edit)).size).toBeGreaterThan(6)
    expect(
      verdicts.flatMap(({ one, verdict }) =>
        (verdict.kind === 'made' ? verdict.faults : [verdict.why]).map(text => `${name(one)}: ${text}`),
      ),
    ).toEqual([])
  })
  it.skipIf(treesAbsent)(`is accepted by the command tree of its version${skipped}`, async () => {
    const byDialect = Map.groupBy(verdicts, ({ one }) => one.intents.after.router.dialect.id)
    for (const [dialect, own] of byDialect) {
      const text = own.flatMap(({ verdict }) => (verdict.kind === 'made' ? verdict.texts : [])).join('\n')
      expect(await treeErrors(text, dialect)).toEqual([])
    }
  })
})

describe('settings that a whole file no longer says', () => {
  it('are set back to what nobody has set, and no router is loaded whole for them: accounts on a server', () => {
    const [one] = edited
    if (one === undefined) throw new Error('no edit')
    const { after: own } = one.intents
    const { breakGlass } = own.management
    const radius = { server: own.loopback.v4, secret: breakGlass.password, from: breakGlass.from }
    const sides = [radius, undefined].map(given =>
      folderOf({ ...own, management: { ...own.management, radius: given } }, 'routeros'),
    )
    const [on = new Map(), off = new Map()] = sides
    for (const [before, after] of [
      [on, off],
      [off, on],
    ] as const) {
      const verdict = checkRouteros({ ...one, before, after, ways: { before: one.ways.after, after: one.ways.after } })
      expect(verdict).toMatchObject({ kind: 'made', faults: [] })
      expect(verdict.kind === 'made' ? verdict.commands : 0).toBeLessThan(4)
    }
  })
})

describe('settings that nobody knows how to set back', () => {
  const [one] = edited
  if (one === undefined) throw new Error('no edit')
  const full = [...one.before.values()].join('\n')
  const asked = `${full}\n/ip ssh set always-allow-password-login=yes\n`
  const folder = (text: string): RouterSides['before'] => new Map([['router.rsc', text]])
  it('refuse the script and name the key: no command would leave it as it was, and others of its menu with it', () => {
    const made = changeRouteros({ ...one, before: folder(asked), after: folder(full) })
    expect(made).toMatchObject({ refused: { en: expect.stringContaining('/ip ssh: `always-allow-password-login`') } })
  })
  it('do not stand in the way while both files say them, or the new one alone', () => {
    expect(changeRouteros({ ...one, before: folder(full), after: folder(asked) })).toMatchObject({
      commands: ['/ip ssh set always-allow-password-login=yes'],
    })
  })
  it('are set back where the vendor says what they were', () => {
    const { after: own } = one.intents
    const [before, after] = [own.services, { ...own.services, ntp: [] }].map(services =>
      folderOf({ ...own, services }, 'routeros'),
    )
    if (before === undefined || after === undefined) throw new Error('no folders')
    const verdict = checkRouteros({ ...one, before, after, ways: { before: one.ways.after, after: one.ways.after } })
    expect(verdict).toMatchObject({ kind: 'made', faults: [], commands: 1 })
  })
})

describe('a mistake in the maker is found', () => {
  it.each(Object.entries(planted))('%s', (_, mistake) => {
    const found = edited.some(one => {
      const verdict = checkRouteros(one, makerWith(mistake))
      return verdict.kind === 'made' && verdict.faults.length > 0
    })
    expect(found).toBe(true)
  })
})

describe("the NOC's way", () => {
  it('is cut where the way itself moves, and nowhere else', () => {
    const cut = verdicts.filter(({ verdict }) => verdict.kind === 'made' && verdict.withoutWay > 0)
    expect(cut.map(({ one }) => name(one))).toMatchInlineSnapshot(`
      [
        "29 prefix of the NOC core-1",
        "29 prefix of the NOC core-2",
        "29 prefix of the NOC kec-00006",
      ]
    `)
  })
  it('is seen cut where the commands are turned round', () => {
    const turned = edited.filter(one => {
      const made = changeRouteros(one)
      return (
        !('refused' in made) &&
        withoutWay(one, made.commands).length < withoutWay(one, made.commands.toReversed()).length
      )
    })
    expect(turned.length).toBeGreaterThan(0)
  })
})

describe('a script arms its own way back', () => {
  const [one] = edited
  const made = one === undefined ? undefined : changeRouteros(one)
  if (one === undefined || made === undefined || 'refused' in made) throw new Error('no edit')
  const before = loadedWith([...one.before.values()].join('\n'), one.model)
  const device = (): Device => newDevice(one.model, before)

  it('keeps the backup before it arms the scheduler, and arms before it changes', () => {
    const lines = made.text.split('\n')
    const at = (pattern: RegExp): number => lines.findIndex(text => pattern.test(text))
    expect(at(/^\/system backup save/)).toBeGreaterThan(at(/^:if .*serat-state/))
    expect(at(/^:if .*serat-before\.backup.*nothing is changed/)).toBe(at(/^\/system backup save/) + 1)
    expect(at(/^\/system scheduler add/)).toBe(at(/^\/system backup save/) + 2)
    expect(lines.indexOf(made.commands[0] ?? '')).toBe(at(/^\/system scheduler add/) + 2)
    expect(made.text).not.toContain('/system scheduler remove')
  })
  it('is back at the old configuration where nobody confirms, and stays there', () => {
    const changed = typed(copied(device(), 'x', ''), made.text)
    const back = laterBy(changed, 15)
    expect(back.configuration).toEqual(before)
    expect(laterBy(back, 15).configuration).toEqual(before)
  })
  it('keeps what it did once somebody confirms, and its backup goes', () => {
    const confirmed = typed(typed(device(), made.text), made.confirm)
    const schedulers = '/system scheduler remove [find name~"^serat-take-back"]'
    expect(laterBy(confirmed, 60).configuration).toEqual(
      run(run(before, made.text).configuration, schedulers).configuration,
    )
    expect([...confirmed.files.keys()]).toEqual([])
  })
})
