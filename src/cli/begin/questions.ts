import { isCancel, text } from '@clack/prompts'
import { answerFault, defaults, idOf, type Given, type Wish } from '../../edit/begin/answers.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'

interface Question {
  readonly key: keyof Wish
  readonly id: string
  readonly en: string
  readonly initial: (soFar: Wish) => string
}

const questions: readonly Question[] = [
  { key: 'name', id: 'Nama pemerintah daerah', en: 'Name of the government', initial: () => 'Kabupaten Contoh' },
  { key: 'network', id: 'Nama pendek (id)', en: 'Short name (id)', initial: ({ name }) => idOf(name) },
  { key: 'hub', id: 'Id situs pusat', en: 'Id of the hub site', initial: () => defaults.hub },
  {
    key: 'at',
    id: 'Titik pusat: lintang,bujur',
    en: 'Point of the hub: latitude,longitude',
    initial: () => defaults.at,
  },
  { key: 'kecamatan', id: 'Kode kecamatan pusat', en: 'Code of its kecamatan', initial: () => defaults.kecamatan },
  {
    key: 'radiusKm',
    id: 'Radius serat sendiri (km)',
    en: 'Radius of own fibre (km)',
    initial: () => defaults.radiusKm,
  },
  { key: 'v4', id: 'Alamat IPv4 seluruhnya', en: 'IPv4 addresses of the whole', initial: () => defaults.v4 },
  { key: 'cores', id: 'Router inti: 1 atau 2', en: 'Core routers: 1 or 2', initial: () => defaults.cores },
]

/** Asks for what was not given, each until its answer fits. Undefined where the person broke off. */
export async function asked(language: Language, given: Given): Promise<Wish | undefined> {
  let wish: Wish = { ...given, name: given.name ?? '' }
  for (const { key, initial, ...words } of questions) {
    if (given[key] !== undefined) continue
    const answer = await text({
      message: words[language],
      initialValue: initial(wish),
      validate: typed => answerFault(key, typed ?? '')?.[language],
    })
    if (isCancel(answer)) return undefined
    // A point that nobody changed is nobody's point.
    if (key === 'at' && answer === defaults.at) continue
    wish = { ...wish, [key]: answer }
  }
  return wish
}
