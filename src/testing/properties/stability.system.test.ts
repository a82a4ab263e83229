import { atLength } from '../at-length.ts'
import { stabilitySuite } from './stability-suite.ts'

stabilitySuite(Number(process.env['SERAT_PROPERTY_RUNS'] ?? atLength(300, 1000)), 3)
