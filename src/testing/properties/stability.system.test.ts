import { atLength } from '../at-length.ts'
import { stabilitySuite } from './stability-suite.ts'

stabilitySuite(Number(process.env['SERAT_PROPERTY_RUNS'] ?? atLength(600, 1000)), 3)
