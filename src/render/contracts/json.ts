import type { Network } from '../../model/network.ts'
import { documentsOf } from './documents.ts'
import { notesOf } from '../text/notes.ts'
import { delayFineOf } from '../../money/delay-fine.ts'
import { priceNow } from '../../money/stages.ts'
import type { ContractRecord, Line } from './record.ts'
import { restitutionOf } from './restitution.ts'

/** A contract for programs. Money in whole rupiah, dates without time zone; both days of a period count. */
export function contractJson(network: Network, record: ContractRecord): string {
  const {
    contract: { id, declared, provider, period },
    months,
    lines,
    most,
    feesRupiah,
    drawing,
  } = record
  const said = {
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
    period: { ...period, months },
    multiYearApproval: declared.multiYearApproval,
    delivery: declared.delivery,
    delayFine: delayFineOf(record.contract),
    price: priceJson(record),
    circuits: lines.map(lineJson),
    annex: declared.annex,
    addenda: declared.addenda,
    totals: { ...most, feesRupiah },
    sla: slaJson(declared),
    budget: budgetJson(drawing),
    documents: documentsOf(declared),
    successor: declared.successor,
    note: declared.note,
    notes: notesOf(network),
  }
  return `${JSON.stringify(said, undefined, 2)}\n`
}

function priceJson({ contract: { declared }, tax, price, value }: ContractRecord): object {
  return {
    currency: 'IDR',
    exclPpnRupiah: price.exclPpnRupiah,
    onceRupiah: declared.onceRupiah,
    inclPpnRupiah: price.inclPpnRupiah,
    tax: {
      rule: tax.rule,
      basis: tax.basis,
      baseRupiah: tax.baseRupiah,
      ratePercent: tax.ratePercent,
      ppnRupiah: tax.ppnRupiah,
      inclPpnRupiah: tax.inclPpnRupiah,
      steps: tax.steps,
    },
    differenceRupiah: price.inclPpnRupiah - tax.inclPpnRupiah,
    asSigned: { exclPpnRupiah: declared.price.exclPpnRupiah, inclPpnRupiah: declared.price.inclPpnRupiah },
    byInvoice: value,
  }
}

function slaJson({ sla }: ContractRecord['contract']['declared']): object | undefined {
  if (sla?.restitution === undefined) return sla
  return { ...sla, restitutionFormula: restitutionOf(sla.restitution, sla.availabilityPercent) }
}

function budgetJson({ budget, contracts, rents, totalRupiah, leftRupiah }: ContractRecord['drawing']): object {
  return {
    id: budget.id,
    name: budget.declared.name,
    year: budget.declared.year,
    subKegiatan: budget.declared.subKegiatan,
    account: budget.declared.account,
    ceilingRupiah: budget.ceilingRupiah,
    rentRupiah: rents.reduce((sum, { rupiah }) => sum + rupiah, 0),
    totalInclPpnRupiah: totalRupiah,
    leftRupiah,
    contracts: contracts.map(other => ({ contract: other.id, inclPpnRupiah: priceNow(other).inclPpnRupiah })),
  }
}

function lineJson({
  bought,
  term,
  site,
  service,
  bandwidthMbps,
  monthlyRupiah,
  period,
  months,
  feesRupiah,
}: Line): object {
  const { declared } = term
  const { providerRef, status } = declared
  return {
    kind: bought.kind,
    id: bought.id,
    providerRef,
    site,
    service,
    role: 'role' in declared ? declared.role : undefined,
    bandwidthMbps,
    monthlyRupiah,
    status,
    period,
    months,
    feesRupiah,
  }
}
