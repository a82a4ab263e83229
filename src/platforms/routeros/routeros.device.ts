import type { RouterModel } from '../../model/platform.ts'
import { factoryOf } from './routeros.factory.ts'
import { commandsOf, type Command } from './script/commands.ts'
import { apply, itemsOf, type Configuration } from './script/configuration.ts'

/**
 * For tests: a router as its vendor's pages on reset, backup, files and scheduler tell it, as far as a first load needs
 * it. A restart loses what stands outside the lasting folder; a reset restarts and erases the whole configuration,
 * schedulers and scripts with it, and no file.
 */
export interface Device {
  readonly model: RouterModel
  readonly configuration: Configuration
  /** By name: the text of a script, or the configuration that a backup holds. */
  readonly files: ReadonlyMap<string, string | Configuration>
  /** Line at which the running script stopped. */
  readonly stoppedAt?: number | undefined
}

export function newDevice(model: RouterModel, configuration = factoryOf(model)): Device {
  return { model, configuration, files: new Map() }
}

export function copied(device: Device, name: string, text: string): Device {
  return { ...device, files: new Map(device.files).set(name, text) }
}

/** What a person types, command by command. */
export function typed(device: Device, text: string): Device {
  return commandsOf(text).reduce(run, device)
}

/** A script that a router reads; it stops at the first fault, or, for tests, before a line. */
function loaded(device: Device, script: string, stopBefore = Infinity): Device {
  let now = device
  for (const command of commandsOf(script)) {
    if (command.line >= stopBefore || command.faults.length > 0) return { ...now, stoppedAt: command.line }
    now = run(now, command)
  }
  return now
}

function run(device: Device, command: Command): Device {
  const { menu, verb, values, target } = command
  const name = values.get('name') ?? ''
  const put = (file: string, content: Configuration): Device => ({
    ...device,
    files: new Map(device.files).set(file, content),
  })
  if (menu === '/system backup' && verb === 'save') return put(`${name}.backup`, device.configuration)
  if (menu === '/system backup' && verb === 'load') {
    const backup = device.files.get(`${name}.backup`)
    return backup === undefined || typeof backup === 'string' ? device : restarted({ ...device, configuration: backup })
  }
  if (menu === '/system' && verb === 'reset-configuration') return reset(device, command)
  if (menu === '/file' && verb === 'remove' && target !== undefined && 'find' in target) {
    const isGone = (file: string): boolean =>
      target.find.every(({ operator, value }) => (operator === '~' ? new RegExp(value).test(file) : file === value))
    return { ...device, files: new Map([...device.files].filter(([file]) => !isGone(file))) }
  }
  return { ...device, configuration: apply(device.configuration, command).configuration }
}

function restarted(device: Device): Device {
  const folder = device.model.lastingFolder
  if (folder === undefined) return device
  return { ...device, files: new Map([...device.files].filter(([file]) => file.startsWith(`${folder}/`))) }
}

/** Before it, unless told otherwise, a copy is kept; users stay where that is asked for. */
function reset(device: Device, { values }: Command): Device {
  const kept = itemsOf(device.configuration, '/user')
  const factory = factoryOf(device.model)
  const copy = values.get('skip-backup') === 'yes' ? [] : [['auto-before-reset.backup', device.configuration] as const]
  const bare = restarted({
    ...device,
    files: new Map([...device.files, ...copy]),
    configuration: values.get('keep-users') === 'yes' ? { menus: new Map(factory.menus).set('/user', kept) } : factory,
  })
  const script = bare.files.get(values.get('run-after-reset') ?? '')
  return typeof script === 'string' ? loaded(bare, script) : bare
}

/** Time passes: what a scheduler holds is run, once. */
export function laterBy(device: Device, minutes: number): Device {
  const due = itemsOf(device.configuration, '/system scheduler').filter(
    ({ values }) => Number(/^(\d+)m$/.exec(values.get('interval') ?? '')?.[1]) <= minutes,
  )
  return due.reduce((now, { values }) => event(now, values.get('on-event') ?? ''), device)
}

/** The one form of condition that our events have: something of a file's presence. */
function event(device: Device, text: string): Device {
  const [, file, then] = /^:if \(\[:len \[\/file find where name="([^"]+)"\]\]>0\) do=\{(.*)\}$/.exec(text) ?? []
  if (file === undefined) return typed(device, text)
  return device.files.has(file) ? typed(device, then ?? '') : device
}
