import { readFileSync } from 'node:fs'

/** The script that changes a Linux router and takes the change back unless somebody confirms. */
export const agent = readFileSync(new URL('./frr-agent.sh', import.meta.url), 'utf8')
