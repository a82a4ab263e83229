import { expect, it } from 'vitest'
import { frrDifference, normaliseFrr } from './frr-compare.ts'

it('sees the same words in another block', () => {
  const a = normaliseFrr('interface eno1\n ip ospf cost 10\nexit\ninterface eno2\nexit\n')
  const b = normaliseFrr('interface eno1\nexit\ninterface eno2\n ip ospf cost 10\nexit\n')
  expect(frrDifference(a, b)).toEqual(['- interface eno1 > ip ospf cost 10', '+ interface eno2 > ip ospf cost 10'])
})

it('forgives order, ends of blocks and what the list names, and counts them', () => {
  const a = normaliseFrr('hostname x\nip prefix-list A seq 5 permit any\nrouter ospf\n ospf router-id 1.1.1.1\nexit\n')
  const b = normaliseFrr('router ospf\n ospf router-id 1.1.1.1\nexit\n!\nip prefix-list A seq 5 permit any\nend\n')
  expect(frrDifference(a, b)).toEqual([])
  expect(a.dropped.get("the host's own name is shown")).toBe(1)
})
