import { stabilitySuite } from './stability-suite.ts'

stabilitySuite(Number(process.env['SERAT_PROPERTY_RUNS'] ?? 100), 2)
