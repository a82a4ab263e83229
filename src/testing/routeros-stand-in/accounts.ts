import type { Row } from './rows.ts'

export const everyPolicy = 'local,telnet,ssh,ftp,reboot,read,write,policy,test,winbox,password,web,sniff,sensitive,api'

/** What an account may do: all of it in the group `full`. */
export function policiesOf(rows: (menu: string) => readonly Row[], user: string): ReadonlySet<string> {
  const read = (menu: string, name: string, key: string): string | undefined =>
    rows(menu)
      .find(({ values }) => values.get('name') === name)
      ?.values.get(key)
  const group = read('/user', user, 'group') ?? ''
  const policies = group === 'full' ? everyPolicy : (read('/user group', group, 'policy') ?? '')
  return new Set(policies.split(',').filter(word => word !== '' && !word.startsWith('!')))
}
