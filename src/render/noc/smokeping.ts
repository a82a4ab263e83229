import type { Watched, WatchedRouter } from './watched.ts'
import { accessName } from './access-names.ts'

/** Delay and loss of every router over months, by how it is reached. */
export function smokepingConfig(network: string, contact: string, { routers }: Pick<Watched, 'routers'>): string {
  const groups = Map.groupBy(routers, ({ access }) => access)
  const sections = [...groups].map(([access, members]) =>
    [`+ ${access}\nmenu = ${accessName(access)}\ntitle = ${accessName(access)}`, ...members.map(targetOf)].join('\n\n'),
  )
  return `*** General ***
owner    = ${network}
contact  = ${contact}
mailhost = localhost
imgcache = /var/cache/smokeping/images
imgurl   = ../smokeping/images
datadir  = /var/lib/smokeping
piddir   = /run/smokeping
cgiurl   = http://localhost/cgi-bin/smokeping.cgi
smokemail = /etc/smokeping/smokemail
tmail    = /etc/smokeping/tmail

*** Database ***
step     = 300
pings    = 20
# consfn mrhb steps total
AVERAGE  0.5   1  28800
AVERAGE  0.5  12   9600
    MIN  0.5  12   9600
    MAX  0.5  12   9600
AVERAGE  0.5 144   7200

*** Presentation ***
template = /etc/smokeping/basepage.html
charset  = utf-8

+ overview
width = 600
height = 50
range = 10h

+ detail
width = 600
height = 200
unison_tolerance = 2

"Last 3 Hours"    3h
"Last 30 Hours"   30h
"Last 10 Days"    10d
"Last 360 Days"   360d

*** Probes ***
+ FPing
binary = /usr/bin/fping

*** Targets ***
probe = FPing
menu = Top
title = ${network}

${sections.join('\n\n')}
`
}

/**
 * A section's name takes letters, digits, hyphens and underscores alone, and may not be one of SmokePing's own words.
 */
function targetOf({ id, site, address }: WatchedRouter): string {
  return `++ r_${id.replaceAll(/[^0-9a-z-]/g, '_')}\nmenu = ${id}\ntitle = ${id} (${site}, ${address})\nhost = ${address}`
}
