import { bilingual } from '../../words/catalogue.ts'

/** Where a cable is broken, in the words of the crew that drives there. Lengths are texts: `123,4 m`. */
const indonesian = {
  meet: ({ apart }: { apart: string }) => `Kedua bacaan bertemu (selisih ${apart}).`,
  twoBreaks: ({ between }: { between: string }) => `Dua putus, atau satu ruas rusak ${between} di antaranya:`,
  contradiction: ({ overlap }: { overlap: string }) =>
    `Kedua bacaan saling tindih ${overlap}: indeks, heliks atau serat peluncur salah dicatat, atau bukan rute ini.`,
  notOpposite: 'Kedua bacaan harus dari kedua ujung satu rute.',
  unknownRoute: ({ route }: { route: string }) => `tidak ada rute ${route}`,
  unknownCable: ({ cable }: { cable: string }) => `tidak ada kabel ${cable}`,
  unknownCore: ({ cable, core, cores }: { cable: string; core: string; cores: string }) =>
    `Kabel ${cable} tidak punya core ${core}: yang ada 1 sampai ${cores}.`,
  litCore: ({ strand, routes }: { strand: string; routes: string }) =>
    `Core ${strand} menyala untuk ${routes}: tulis route=${routes}, sebab sambungannya tercatat di sana.`,
  unknownEnd: ({ from, ends }: { from: string; ends: string }) =>
    `${from} bukan ujungnya, atau bukan satu ujung saja: ${ends}, atau a dan b.`,
  goesOn: ({ at, strand, beyond }: { at: string; strand: string; beyond: string }) =>
    `Bacaan ini ${beyond} di belakang ${at}, tempat core disambung ke ${strand}: putusnya di sana, ` +
    `atau lanjutan kabel ini? Tembak dari ${at}.`,
  joined: ({ closures }: { closures: string }) =>
    `Core ini disambung ke core lain di ${closures}: kedua ujung belum tentu satu serat. Beri satu bacaan saja.`,
  noCable: ({ route }: { route: string }) =>
    `Rute ${route} adalah patch cord atau tidak lengkap: tidak ada kabel untuk dicari.`,
  inLaunchLead: ({ before }: { before: string }) => `Di dalam serat peluncur, ${before} sebelum port ODF.`,
  beyondEnd: ({ beyond, glass }: { beyond: string; glass: string }) =>
    `${beyond} di luar ujung jauh rute (serat ${glass}): periksa indeks dan rutenya.`,
  inRented: ({ cable, owner, before, after, behind, plusMinus }: InRented) =>
    `Di dalam serat sewaan ${cable} milik ${owner}, ${behind} serat dari ${before} ke arah ${after}, ` +
    `± ${plusMinus}. Jalannya tidak diketahui: beri tahu ${owner} panjang ini, dan dari ujung mana.`,
  inSpan: ({ cable, span, before, after, behind }: InSpan) =>
    `Kabel ${cable}, di bentang ${span}, antara ${before} dan ${after}, ${behind} dari ${before}.`,
  inCoil: ({ cable, before }: AtStructure) => `Kabel ${cable}, di gulungan cadangan pada ${before}.`,
  inTail: ({ cable, before }: AtStructure) => `Kabel ${cable}, di ekor kabel pada ${before}.`,
  point: ({ point, plusMinus, doubts }: PointFacts) => `Titik ${point}, ± ${plusMinus}: ${doubts}.`,
  along: ({ glass, line, other }: Along) => `Serat ${glass}, garis ${line} dari ujung ini, ${other} dari ujung lain.`,
  mark: ({ mark }: { mark: string }) => `Tanda ${mark} pada selubung.`,
  nearCoils: ({ coils }: { coils: string }) => `Mungkin di gulungan ${coils}.`,
  affected: ({ routes, tenants }: Affected) => `Rute di sana: ${routes}; perangkat daerah: ${tenants}.`,
}

const english: typeof indonesian = {
  meet: ({ apart }) => `Both readings meet (${apart} apart).`,
  twoBreaks: ({ between }) => `Two breaks, or one damaged stretch of ${between} between them:`,
  contradiction: ({ overlap }) =>
    `The readings overlap by ${overlap}: index, helix or launch lead were noted wrongly, or it was another route.`,
  notOpposite: 'Two readings have to come from the two ends of one route.',
  unknownRoute: ({ route }) => `there is no route ${route}`,
  unknownCable: ({ cable }) => `there is no cable ${cable}`,
  unknownCore: ({ cable, core, cores }) => `Cable ${cable} has no core ${core}: it has 1 to ${cores}.`,
  litCore: ({ strand, routes }) =>
    `Core ${strand} is lit for ${routes}: write route=${routes}, since its splices are known there.`,
  unknownEnd: ({ from, ends }) => `${from} is no end of it, or not one end alone: ${ends}, or a and b.`,
  goesOn: ({ at, strand, beyond }) =>
    `This reading lies ${beyond} behind ${at}, where the core is spliced to ${strand}: is the break there, ` +
    `or further along this cable? Shoot from ${at}.`,
  joined: ({ closures }) =>
    `This core is spliced to others at ${closures}: the two ends need not be of one glass. Give one reading alone.`,
  noCable: ({ route }) => `Route ${route} is a patch cord, or is not whole: there is no cable to look along.`,
  inLaunchLead: ({ before }) => `Inside the launch lead, ${before} before the ODF port.`,
  beyondEnd: ({ beyond, glass }) => `${beyond} beyond the far end (${glass} of glass): check the index and the route.`,
  inRented: ({ cable, owner, before, after, behind, plusMinus }) =>
    `Inside the rented fibre ${cable} of ${owner}, ${behind} of glass from ${before} towards ${after}, ` +
    `± ${plusMinus}. Its way is not known: tell ${owner} this length, and from which end.`,
  inSpan: ({ cable, span, before, after, behind }) =>
    `Cable ${cable}, in span ${span}, between ${before} and ${after}, ${behind} from ${before}.`,
  inCoil: ({ cable, before }) => `Cable ${cable}, in the slack coil at ${before}.`,
  inTail: ({ cable, before }) => `Cable ${cable}, in the tail of the cable at ${before}.`,
  point: ({ point, plusMinus, doubts }) => `Point ${point}, ± ${plusMinus}: ${doubts}.`,
  along: ({ glass, line, other }) => `Glass ${glass}, line ${line} from this end, ${other} from the other.`,
  mark: ({ mark }) => `Mark ${mark} on the sheath.`,
  nearCoils: ({ coils }) => `It may lie in coil ${coils}.`,
  affected: ({ routes, tenants }) => `Routes there: ${routes}; agencies: ${tenants}.`,
}

interface InRented {
  cable: string
  owner: string
  before: string
  after: string
  behind: string
  plusMinus: string
}

interface AtStructure {
  readonly cable: string
  readonly before: string
}

interface InSpan extends AtStructure {
  readonly span: string
  readonly after: string
  readonly behind: string
}

interface PointFacts {
  readonly point: string
  readonly plusMinus: string
  readonly doubts: string
}

interface Along {
  readonly glass: string
  readonly line: string
  readonly other: string
}

interface Affected {
  readonly routes: string
  readonly tenants: string
}

export const spotMessages = bilingual(indonesian, english)

const nearIndonesian = {
  nearHead: 'Bila ada keadaan yang terlambat atau salah, yang paling mungkin dahulu:',
  and: ' dan ',
  map: ({ link }: { link: string }) => `peta: ${link}`,
  explains: ({ explained, down }: { explained: number; down: number }) =>
    `menjelaskan ${explained} dari ${down} yang mati`,
  seenUp: ({ names }: { names: string }) => `yang menentang, karena terlihat hidup: ${names}`,
  seenDown: ({ names }: { names: string }) => `alarm palsu, bila begitu: ${names}`,
  more: ({ more }: { more: number }) => `dan ${more} lagi (--format json)`,
  notComplete: 'Pencarian dihentikan sebelum selesai: mungkin ada penjelasan lain yang sama mungkinnya.',
  stormHead: ({ causes }: { causes: number }) =>
    'Terlalu banyak untuk tiga gangguan. Satu cara menjelaskannya, ' +
    `bukan satu-satunya dan tidak pasti: ${causes} sebab sekaligus, salah satu dari tiap baris.`,
  unexplained: ({ names }: { names: string }) => `Tidak dijelaskan oleh satu komponen pun: ${names}`,
  apart: ({ sites, apart }: { sites: number; apart: string }) =>
    `${sites} situs yang mati terletak paling jauh ${apart} satu dari yang lain.`,
  shared: ({ cause, explained, against }: { cause: string; explained: number; against: string }) =>
    `Bersama: ${explained} bergantung pada ${cause}; tetapi masih hidup: ${against}`,
}

const nearEnglish: typeof nearIndonesian = {
  nearHead: 'If a state is late or wrong, the likeliest first:',
  and: ' and ',
  map: ({ link }) => `map: ${link}`,
  explains: ({ explained, down }) => `explains ${explained} of ${down} that are down`,
  seenUp: ({ names }) => `against it stands what is seen up: ${names}`,
  seenDown: ({ names }) => `a false alarm, if so: ${names}`,
  more: ({ more }) => `and ${more} more (--format json)`,
  notComplete: 'The search was stopped before its end: there may be others as likely.',
  stormHead: ({ causes }) =>
    `Too much for three faults. One way to explain it, not the only one and not exact: ${causes} causes at one time, one of each line.`,
  unexplained: ({ names }) => `Explained by no single component: ${names}`,
  apart: ({ sites, apart }) => `The ${sites} sites that are down lie at most ${apart} from one another.`,
  shared: ({ cause, explained, against }) => `In common: ${explained} hang on ${cause}; yet still up: ${against}`,
}

export const likelyMessages = bilingual(nearIndonesian, nearEnglish)

const seenIndonesian = {
  strangers: ({ names }: { names: string }) => `dilewati, karena bukan dari jaringan ini atau tidak aktif: ${names}`,
  nothingKnown: 'tidak ada yang diketahui hidup atau mati, jadi tidak ada jawaban; apakah pemantaunya berjalan?',
}

const seenEnglish: typeof seenIndonesian = {
  strangers: ({ names }) => `passed over, for this network has no such thing in service: ${names}`,
  nothingKnown: 'nothing is known to be up or down, so that there is no answer; does the monitor run?',
}

export const seenMessages = bilingual(seenIndonesian, seenEnglish)
