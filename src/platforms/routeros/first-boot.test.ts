import { describe, expect, it } from 'vitest'
import type { Intent } from '../../intent/intent.ts'
import { routeros } from './platform.ts'
import { copied, laterBy, newDevice, typed, type Device } from './routeros.device.ts'
import { leasedSite } from './routeros.fixture.ts'
import { scriptOf } from './routeros.versions.ts'
import { commandsOf } from './script/commands.ts'
import { applyAll, itemsOf } from './script/configuration.ts'

const named = (intent: Intent, model: string): Intent => ({
  ...intent,
  router: { ...intent.router, model: routeros.models[model]!, declared: { ...intent.router.declared, model } },
})

/** The header's own words: what to copy where, and what is typed at each step. */
function procedureOf(script: string): {
  readonly file: string
  readonly typed: readonly string[]
  readonly confirmation: string
} {
  const header = script.split('\n').filter(text => text.startsWith('#'))
  const after = (pattern: RegExp): string =>
    header.map(text => pattern.exec(text)?.[1]).find(found => found !== undefined) ?? ''
  return {
    file: after(/^# 1\. .* as (\S+)$/),
    typed: [after(/^# 3\. [^:]*: (\/.*)$/), after(/^# 4\. [^:]*: (\/.*)$/)],
    confirmation: after(/^# 5\. [^:]*: (\/.*)$/),
  }
}

/** Somebody does exactly what the header says. */
function followed(device: Device, script: string): Device {
  const { file, typed: steps } = procedureOf(script)
  return steps.reduce(typed, copied(device, file, script))
}

const nameOf = ({ configuration }: Device): string | undefined =>
  itemsOf(configuration, '/system identity')[0]?.values.get('name')

describe.each(Object.keys(routeros.models))('the first load of a %s, as its header says', model => {
  const intent = named(leasedSite('7.20'), model)
  const script = scriptOf(intent)
  const { confirmation } = procedureOf(script)
  const before = newDevice(
    intent.router.model,
    applyAll(newDevice(intent.router.model).configuration, commandsOf('/system identity set name=lama')).configuration,
  )
  const after = followed(before, script)

  it('loads the file', () => expect([nameOf(after), after.stoppedAt]).toEqual(['kec-leased', undefined]))
  it('goes back by itself where nobody confirms', () => expect(nameOf(laterBy(after, 15))).toBe('lama'))
  it('does not go back in a loop', () => expect(laterBy(laterBy(after, 15), 60)).toEqual(laterBy(after, 15)))
  it('stays where the NOC confirms, and no file that holds secrets stays with it', () => {
    expect([...after.files.keys()].some(file => file.endsWith('.rsc'))).toBe(true)
    const confirmed = typed(after, confirmation)
    expect(nameOf(laterBy(confirmed, 60))).toBe('kec-leased')
    expect([...confirmed.files.keys()]).toEqual([])
  })
  it('goes back from a stop at every line behind the one that arms it', () => {
    const lines = script.split('\n')
    const armed = lines.findIndex(text => text.includes('serat-take-back start-time')) + 1
    expect(armed).toBeLessThan(20)
    for (let stop = armed + 1; stop <= lines.length; stop += 1) {
      const broken = lines.with(stop - 1, '/ip address add comment="').join('\n')
      const stopped = followed(before, broken)
      expect([stop, nameOf(laterBy(stopped, 15))]).toEqual([stop, 'lama'])
    }
  })
  it('is not harmed where there is no backup, as on a router out of the box', () => {
    const { file, typed: steps } = procedureOf(script)
    const fresh = typed(copied(newDevice(intent.router.model), file, script), steps[1] ?? '')
    expect(nameOf(laterBy(fresh, 60))).toBe('kec-leased')
  })
})

describe('the model of a reset catches what went wrong before', () => {
  const intent = named(leasedSite('7.20'), 'RB760iGS')
  const script = scriptOf(intent)
  const old = newDevice(
    intent.router.model,
    applyAll(newDevice(intent.router.model).configuration, commandsOf('/system identity set name=lama')).configuration,
  )
  it('a timer that is armed before the reset is gone', () => {
    const bare = script
      .split('\n')
      .filter(text => !text.includes('serat-take-back start-time'))
      .join('\n')
    const { file, typed: steps } = procedureOf(script)
    const armed = typed(
      copied(old, file, bare),
      '/system scheduler add name=rollback interval=10m on-event="/system backup load name=flash/serat-before"',
    )
    expect(nameOf(laterBy(steps.reduce(typed, armed), 60))).toBe('kec-leased')
  })
  it('a file outside flash/ is lost before it runs', () =>
    expect(
      nameOf(
        typed(
          copied(old, 'kec-leased.rsc', script),
          '/system reset-configuration no-defaults=yes run-after-reset=kec-leased.rsc',
        ),
      ),
    ).toBe('MikroTik'))
  it('a backup outside flash/ is lost before it is needed', () => {
    const { file, typed: steps } = procedureOf(script)
    const saved = typed(copied(old, file, script), '/system backup save name=serat-before dont-encrypt=yes')
    expect(nameOf(laterBy(typed(saved, steps[1] ?? ''), 60))).toBe('kec-leased')
  })
  it('keeps users where that is asked for', () =>
    expect(
      itemsOf(
        typed(typed(old, '/user add name=x group=full'), '/system reset-configuration keep-users=yes no-defaults=yes')
          .configuration,
        '/user',
      ),
    ).toHaveLength(2))
})
