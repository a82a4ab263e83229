import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'

/** What `lab up` has to say of a lab that is up. */
interface UpFacts {
  readonly removed: { readonly processes: number; readonly namespaces: number } | undefined
  readonly routers: number
  readonly wires: number
  readonly hosts: number
  readonly seconds: number
  readonly memoryMiB: number
  readonly switchedOn: readonly string[]
  readonly ready: {
    readonly sessions: { readonly ospf: number; readonly ospf6: number; readonly bgp: number; readonly bfd: number }
    readonly faults: readonly Bilingual[]
  }
}

export function upText(
  { removed, routers, wires, hosts, seconds, memoryMiB, switchedOn, ready: { sessions, faults } }: UpFacts,
  language: Language,
): string {
  const { ospf, ospf6, bgp, bfd } = sessions
  const lines: readonly Bilingual[] = [
    ...(removed === undefined
      ? []
      : [
          {
            id: `sisa lab sebelumnya dihapus: ${removed.processes} proses, ${removed.namespaces} namespace`,
            en: `remains of an earlier lab removed: ${removed.processes} processes, ${removed.namespaces} namespaces`,
          },
        ]),
    {
      id: `${routers} router FRR, ${hosts} host, ${wires} kabel; siap dalam ${seconds.toFixed(0)} detik, memori ${memoryMiB} MiB`,
      en: `${routers} FRR routers, ${hosts} hosts, ${wires} wires; ready in ${seconds.toFixed(0)} s, memory ${memoryMiB} MiB`,
    },
    {
      id: `ujung sesi yang tersambung: OSPF ${ospf}, OSPFv3 ${ospf6}, BGP ${bgp}, BFD ${bfd}`,
      en: `ends of sessions that are up: OSPF ${ospf}, OSPFv3 ${ospf6}, BGP ${bgp}, BFD ${bfd}`,
    },
    ...(switchedOn.length === 0
      ? []
      : [
          {
            id: `dihidupkan di lab saja: segmen ${switchedOn.join(', ')}`,
            en: `switched on in the lab alone: segments ${switchedOn.join(', ')}`,
          },
        ]),
    ...(faults.length === 0
      ? []
      : [
          { id: `${faults.length} belum seperti seharusnya:`, en: `${faults.length} not as they should be:` },
          ...faults.slice(0, 20),
        ]),
    {
      id: 'selanjutnya: serat lab verify; selesai: serat lab down',
      en: 'next: serat lab verify; to end: serat lab down',
    },
  ]
  return lines.map(line => line[language]).join('\n') + '\n'
}
