import { inside } from '../../source/source.ts'
import { leasedActive } from '../circuit/bought.ts'
import { rule } from '../define.ts'
import { mayHide } from '../missing.ts'

export const fewUplinks = rule({
  code: 'RTE010',
  name: 'few-uplinks',
  severity: 'warning',
  title: { id: 'Pusat dengan kurang dari dua uplink', en: 'Hub with fewer than two uplinks' },
  *check({ network }) {
    const active = [...network.uplinks.values()].filter(uplink => uplink.active)
    // Without any, an internet circuit has the finding.
    const told = active.length === 0 && leasedActive(network).some(({ declared }) => declared.service === 'internet')
    if (active.length > 1 || told || mayHide(network, 'uplink')) return
    yield {
      at: inside(network.origin, 'hub'),
      about: [network.hub, ...active],
      facts: { hub: network.hub.id, only: active[0]?.id },
    }
  },
  message: ({ hub, only }) => ({
    id:
      only === undefined
        ? `${hub} tidak punya uplink aktif: tidak ada jalan ke internet`
        : `${hub} hanya punya uplink ${only}: bila putus, seluruh internet putus`,
    en:
      only === undefined
        ? `${hub} has no active uplink: there is no way to the internet`
        : `${hub} has uplink ${only} only: when it fails, the internet is gone everywhere`,
  }),
  hint: () => ({
    id: 'pasang uplink kedua dari penyedia lain, di router inti yang lain',
    en: 'add a second uplink from another provider, at the other core',
  }),
})
