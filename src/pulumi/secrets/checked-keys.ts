import pulumi from '@pulumi/pulumi'
import { byText } from '../../text/order.ts'
import { both } from '../words.ts'

/**
 * Whether every tunnel has its key, before the first resource. `keyless` are routers without one, and those that want
 * its public half: an error of a preview, which goes on and shows the rest, and throws `RunError` where anything would
 * be deployed.
 */
export async function checkTunnelKeys(keyless: ReadonlyMap<string, ReadonlySet<string>>): Promise<void> {
  if (keyless.size === 0) return
  const fault = faultOf(keyless)
  if (!pulumi.runtime.isDryRun()) throw new pulumi.RunError(fault)
  await pulumi.log.error(fault)
}

const mostUsers = 4

function faultOf(keyless: ReadonlyMap<string, ReadonlySet<string>>): string {
  const head = both({
    id: `${keyless.size} router belum punya kunci terowongan, jadi tidak ada yang dipasang; \`serat secrets --generate\` membuatnya`,
    en: `${keyless.size} routers have no tunnel key yet, so nothing is deployed; \`serat secrets --generate\` makes them`,
  })
  const owners = [...keyless].sort(byText(([owner]) => owner))
  return [head, ...owners.map(([owner, users]) => `  ${owner}: ${usersOf([...users].sort())}`)].join('\n')
}

function usersOf(users: readonly string[]): string {
  return users.slice(0, mostUsers).join(', ') + (users.length > mostUsers ? `, +${users.length - mostUsers}` : '')
}
