/** Mistakes that nothing catches, by id, with the reason. A mutant that comes to be caught goes from here. */
export const survivors: Readonly<Record<string, string>> = {
  'routeros-3': 'a core has no rule that names the list of that zone: no packet is treated differently',
  'routeros-7':
    "without the outgoing interface the rule lets the NOC, by IPv6, out of the provider's side too, where no IPv6 is: everything else it may reach anyway",
  'junos-3': 'no policy of that site names the addresses of that zone: no packet is treated differently',
  'junos-10':
    'a core has no policy that names the NOC (its filters have a list of their own): no packet is treated differently',
}
