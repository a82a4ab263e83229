import { stabilitySuite } from './stability-suite.ts'

stabilitySuite(Number(process.env['SERAT_PROPERTY_RUNS'] ?? 1000), 3)
