import type { Network } from '../../model/network.ts'
import { localAccessOf } from '../../plan/local-access.ts'
import type { Raised, Reviewed } from './raised.ts'

/** How the NOC, or a technician in its place, gets in. What an opened ring says already is not said again. */
export function* management({ networks, service }: Reviewed): Generator<Raised> {
  const { before, after } = networks
  const opened = new Set(service?.ringsOpened.flatMap(({ sites }) => sites))
  for (const site of service?.loseSecondWay ?? []) {
    const router = after.sites.get(site)?.router.id ?? site
    if (opened.has(site)) continue
    yield weakened(
      [`router:${router}`, `site:${site}`],
      `NOC tinggal punya satu jalan ke ${router}`,
      `the NOC is left with one way to ${router}`,
    )
  }
  for (const router of after.routers.values()) {
    const [old] = [router.id, ...router.was].flatMap(id => before.routers.get(id) ?? [])
    if (old === undefined || localAccessOf(before, old) === undefined || localAccessOf(after, router) !== undefined)
      continue
    yield weakened(
      [`router:${router.id}`],
      `${router.id} tidak lagi punya port teknisi`,
      `${router.id} no longer has a technician's port`,
    )
  }
  const network = `network:${after.declared.network}`
  const now = new Set(managed(after))
  for (const pair of managed(before))
    if (!now.has(pair))
      yield weakened([network], `zona NOC tidak lagi mencapai: ${pair}`, `the NOC's zone no longer reaches: ${pair}`)
  if (before.declared.management.radius !== undefined && after.declared.management.radius === undefined)
    yield weakened([network], 'RADIUS tidak lagi dipakai', 'RADIUS is no longer used')
  const [envelope, opens] = [before.declared.management.breakGlass, after.declared.management.breakGlass]
  if (envelope.user !== opens.user || envelope.password.secret !== opens.password.secret)
    yield weakened(
      [network],
      `akun darurat \`${envelope.user}\` diganti: yang tersimpan dalam amplop tidak lagi membuka router`,
      `the break-glass account \`${envelope.user}\` is replaced: what lies in the sealed envelope opens no router any more`,
    )
}

/** Pairs of a zone of the NOC and one of management that it reaches. */
function managed({ zones }: Network): string[] {
  const isOfManagement = (name: string): boolean => zones.get(name)?.declared.kind === 'management'
  return [...zones.values()].flatMap(({ id, declared: { kind, reaches } }) =>
    kind === 'noc' ? reaches.filter(isOfManagement).map(name => `${id} → ${name}`) : [],
  )
}

function weakened(about: Raised['about'], id: string, en: string): Raised {
  return {
    code: 'REV006',
    about,
    message: { id, en },
    mend: { id: 'kembalikan jalannya', en: 'give the way back' },
  }
}
