import type { Network } from '../../model/network.ts'
import { documentsOf } from './documents.ts'
import { notesOf } from '../text/notes.ts'
import type { ContractRecord, Line } from './record.ts'
import { restitutionOf } from './restitution.ts'

/** A contract for programs. Money in whole rupiah, dates without time zone; both days of a period count. */
export function contractJson(network: Network, record: ContractRecord): string {
  const {
    contract: { id, declared, provider },
    tax,
    months,
    lines,
    monthlyRupiah,
    bandwidthMbps,
    feesRupiah,
    drawing,
  } = record
  const { budget, contracts, totalRupiah, leftRupiah } = drawing
  return (
    JSON.stringify(
      {
        formatVersion: 1,
        contract: id,
        number: declared.number,
        title: declared.title,
        form: declared.form,
        method: declared.method,
        rupId: declared.rupId,
        parties: {
          government: { network: network.declared.network, name: network.declared.name, role: declared.ppk },
          provider: {
            id: provider.id,
            name: provider.declared.name,
            npwp: provider.declared.npwp,
            noc: provider.declared.noc,
            escalation: provider.declared.escalation,
          },
        },
        signed: declared.signed,
        period: { ...declared.period, months },
        multiYearApproval: declared.multiYearApproval,
        price: {
          currency: 'IDR',
          exclPpnRupiah: declared.price.exclPpnRupiah,
          onceRupiah: declared.onceRupiah,
          inclPpnRupiah: declared.price.inclPpnRupiah,
          tax: {
            rule: tax.rule,
            basis: tax.basis,
            baseRupiah: tax.baseRupiah,
            ratePercent: tax.ratePercent,
            ppnRupiah: tax.ppnRupiah,
            inclPpnRupiah: tax.inclPpnRupiah,
            steps: tax.steps,
          },
          differenceRupiah: declared.price.inclPpnRupiah - tax.inclPpnRupiah,
        },
        circuits: lines.map(lineJson),
        annex: declared.annex,
        totals: { circuits: lines.length, bandwidthMbps, monthlyRupiah, feesRupiah },
        sla:
          declared.sla === undefined
            ? undefined
            : {
                ...declared.sla,
                ...(declared.sla.restitution === undefined
                  ? {}
                  : { restitutionFormula: restitutionOf(declared.sla.restitution, declared.sla.availabilityPercent) }),
              },
        budget: {
          id: budget.id,
          name: budget.declared.name,
          year: budget.declared.year,
          subKegiatan: budget.declared.subKegiatan,
          account: budget.declared.account,
          ceilingRupiah: budget.declared.ceilingRupiah,
          totalInclPpnRupiah: totalRupiah,
          leftRupiah,
          contracts: contracts.map(other => ({
            contract: other.id,
            inclPpnRupiah: other.declared.price.inclPpnRupiah,
          })),
        },
        documents: documentsOf(declared),
        successor: declared.successor,
        note: declared.note,
        notes: notesOf(network),
      },
      undefined,
      2,
    ) + '\n'
  )
}

function lineJson({ bought, site, service, period, months, feesRupiah }: Line): object {
  const { providerRef, bandwidthMbps, monthlyRupiah, status } = bought.declared
  return {
    kind: bought.kind,
    id: bought.id,
    providerRef,
    site,
    service,
    role: bought.kind === 'circuit' ? bought.declared.role : undefined,
    bandwidthMbps,
    monthlyRupiah,
    status,
    period,
    months,
    feesRupiah,
  }
}
