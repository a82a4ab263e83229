// Preloaded into the process that is measured: leaves its peak memory in a file.
import { writeFileSync } from 'node:fs'

process.on('exit', () => writeFileSync(process.env.SERAT_PEAK_MEMORY, String(process.resourceUsage().maxRSS)))
