import type { Watched } from './watched.ts'

/**
 * Routers whose running configuration Oxidized keeps: `name:address:model:group`. Models that it lacks are named above,
 * and not asked.
 */
export function routerDb({ routers }: Pick<Watched, 'routers'>): string {
  const known = routers.flatMap(({ id, address, oxidized, access }) =>
    oxidized === undefined ? [] : [`${id}:${address}:${oxidized}:${access}\n`],
  )
  const without = routers
    .filter(({ oxidized }) => oxidized === undefined)
    .map(({ id, platform }) => `${id} (${platform})`)
  return [
    '# name:address:model:group; no credentials: Oxidized has them in its own configuration\n',
    ...(without.length === 0 ? [] : [`# without a model in Oxidized, not kept by it: ${without.join(', ')}\n`]),
    ...known,
  ].join('')
}

/** What of Oxidized's configuration follows from the form of `router.db`; the account comes from the office's store. */
export const oxidizedConfig = {
  username: 'REPLACE_WITH_READ_ONLY_USER',
  password: 'REPLACE_WITH_READ_ONLY_PASSWORD',
  interval: 3600,
  threads: 8,
  timeout: 60,
  retries: 2,
  input: { default: 'ssh', ssh: { secure: true } },
  output: {
    default: 'git',
    git: { user: 'oxidized', email: 'oxidized@localhost', repo: '~/.config/oxidized/configs.git' },
  },
  source: {
    default: 'csv',
    csv: { file: '~/.config/oxidized/router.db', delimiter: ':', map: { name: 0, ip: 1, model: 2, group: 3 } },
  },
}
