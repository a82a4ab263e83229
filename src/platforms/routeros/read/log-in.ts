import { contains, networkOf, parsePrefix, type Address } from '../../../model/ip.ts'
import type { Script, Words } from './script.ts'

/** Whether SSH and a full account take somebody from this address. */
export function mayLogIn(script: Script, from: Address): boolean {
  const ssh = script.of('/ip service', 'name', 'ssh')
  return (
    ssh.some(words => admits(words.get('address'), from)) &&
    fullUsers(script).some(words => admits(words.get('address'), from))
  )
}

export function fullUsers({ of }: Script): readonly Words[] {
  return of('/user').filter(words => words.get('group') === 'full')
}

function admits(list: string | undefined, from: Address): boolean {
  return (
    list === undefined ||
    list.split(',').some(text => {
      const prefix = parsePrefix(text)
      return prefix !== undefined && prefix.family === from.family && contains(networkOf(prefix), from)
    })
  )
}
