import { timeZones } from '../../model/time-zones.ts'
import { inside } from '../../source/source.ts'
import { nearest } from '../../text/nearest.ts'
import { printable } from '../../text/screen.ts'
import { rule } from '../define.ts'

const example = 'Asia/Jakarta'

export const timeZoneUnknown = rule({
  code: 'RTR006',
  name: 'time-zone-unknown',
  severity: 'error',
  title: { id: 'Zona waktu tidak dikenal', en: 'Unknown time zone' },
  *check({ network }) {
    const { timeZone } = network.declared
    if (timeZones.includes(timeZone)) return
    yield {
      at: inside(network.origin, 'timeZone'),
      about: [],
      facts: { timeZone: printable(timeZone), near: nearest(timeZone, timeZones), routers: network.routers.size },
    }
  },
  message: ({ timeZone, routers }) => ({
    id: `zona waktu \`${timeZone}\` tidak ada di basis data IANA: ${routers} router menolak barisnya atau berjalan dengan UTC`,
    en: `the time zone \`${timeZone}\` is not in the IANA database: ${routers} routers refuse its line or run by UTC`,
  }),
  hint: ({ near }) => ({
    id: near === undefined ? `tulis nama IANA, misalnya ${example}` : `mungkin maksudnya \`${near}\``,
    en: near === undefined ? `write an IANA name, for example ${example}` : `did you mean \`${near}\`?`,
  }),
})
