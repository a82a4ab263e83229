import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { resolved, type Secrets, type Template } from '../secrets/template.ts'
import { both, errorWords } from '../words.ts'
import { holdsSecrets, pathsOf, shownBytes } from './file.ts'
import { remoteFolder, sftpAddress, type RemoteFile, type RemoteFolder } from './remote-folder.ts'
import type { SftpSettings } from './sftp-settings.ts'
import type { Found, Target, Unit } from './target.ts'

interface SftpTargetSettings {
  readonly sftp?: SftpSettings | undefined
  /** Project and stack: a folder belongs to one. */
  readonly stack: string
}

/**
 * A folder on a named host that hands configurations out: a TFTP or SFTP server, Oxidized. A file is sent under another
 * name and renamed, so that nobody is ever given half of one. The folder has to be there: a disk that is not mounted
 * has none.
 */
export function sftpTarget({ sftp, stack }: SftpTargetSettings): Target {
  const folder = sftp === undefined ? undefined : remoteFolder(sftp, stack)
  const named = (): RemoteFolder => {
    if (folder === undefined) throw new Error(both(unset))
    return folder
  }
  return {
    read: (unit, secrets) => read(named(), unit, secrets),
    apply: (unit, before, secrets) => apply(named(), { unit, before, secrets }),
    remove: unit => named().change([], pathsOf(unit)),
    location: unit => (sftp === undefined ? '' : `${sftpAddress(sftp)}/${unit.folder}`),
  }
}

export const unset: Bilingual = {
  id: 'sasaran sftp perlu serat:sftp (host, user, folder)',
  en: 'the target sftp needs serat:sftp (host, user, folder)',
}

async function read({ fetch }: RemoteFolder, unit: Unit, secrets: Secrets): Promise<Found> {
  const names = [...unit.files.keys()]
  const fetched = await fetch(names.map(name => pathOf(unit, name)))
  if ('failed' in fetched) return { kind: 'unknown', why: fetched.failed }
  const files = new Map(
    [...unit.files].flatMap(([name, template], i) => {
      const live = fetched.contents[i]
      return live === undefined ? [] : [[name, shownBytes(template, live, secrets)] as const]
    }),
  )
  return files.size === 0 ? { kind: 'gone' } : { kind: 'there', files, binaries: new Map() }
}

interface Wish {
  readonly unit: Unit
  readonly before: Unit | undefined
  readonly secrets: Secrets
}

async function apply({ change, secretMode }: RemoteFolder, { unit, before, secrets }: Wish): Promise<void> {
  // Everything is resolved before the first file is sent.
  const files = [...unit.files].map(([name, template]): RemoteFile => {
    const path = pathOf(unit, name)
    return { path, text: resolvedOf(path, template, secrets), mode: holdsSecrets(template) ? secretMode : '644' }
  })
  const kept = new Set(files.map(({ path }) => path))
  await change(files, before === undefined ? [] : pathsOf(before).filter(path => !kept.has(path)))
}

function pathOf({ folder }: Unit, name: string): string {
  return `${folder}/${name}`
}

function resolvedOf(path: string, template: Template, secrets: Secrets): string {
  try {
    return resolved(template, secrets)
  } catch (error) {
    throw new Error(`${path}: ${errorWords(error)}`)
  }
}
