import type { OpdSiteArgs } from './resources/opd-site.ts'
export const site: OpdSiteArgs = { name: 'X', class: 'opd', kecamatan: '33.99.01', location: { lat: -7.7, lon: 110.6, quality: 'sourced' }, tenants: [], router: { platform: 'linux', model: 'x', version: '8' }, segments: {}, bandwith: 10 }
