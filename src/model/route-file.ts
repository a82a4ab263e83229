import { z } from 'zod'
import { explained } from './meanings/meaning.ts'
import { routeEndMeanings, routeMeanings } from './meanings/route.ts'
import { date, id, nameOf, naming, positive, status, text } from './scalars.ts'

const routeEnd = explained(
  z.strictObject({
    router: nameOf('router'),
    port: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9/.-]{0,31}$/)
      .meta({ scalar: 'port' }),
    optic: nameOf('optic').optional(),
    /**
     * A fixed attenuator in front of this end's receiver, by its label in dB. On one strand it meets the light of both
     * directions.
     */
    attenuatorDb: positive.max(30).optional(),
  }),
  routeEndMeanings,
)

/**
 * An owned path of light between two router ports. `path` walks from the ODF port at `a` to the ODF port at `b`:
 * `odf-pemkab/1`, `c-utara-1/7`, `jc-utara-02`, `c-utara-2/7`, `odf-dishub/1`. Where a cable goes from one to the other
 * in two ways, a ring, a span between two namings of the core says which: `c-ring/1`, `sp-3`, `c-ring/1`. Optics of two
 * strands light the core and the ODF port that it names, and the next one of each. A patch cord inside one building has
 * `patchM` instead.
 */
export const routeFile = explained(
  z.strictObject({
    route: id,
    was: z.array(id).min(1).optional(),
    name: text.optional(),
    a: routeEnd,
    b: routeEnd,
    speedMbps: positive,
    path: z
      .array(
        naming(
          z
            .string()
            .regex(/^[a-z0-9][a-z0-9-]{0,39}(\/[1-9]\d{0,3})?$/)
            .meta({ scalar: 'pathStep' }),
          'structure',
          'cable',
        ),
      )
      .min(3)
      .optional(),
    patchM: positive.optional(),
    ring: id.optional(),
    /** Multiplies the cost that follows from the speed. */
    costFactor: positive.optional(),
    mtu: z.number().int().min(1280).max(9216).meta({ scalar: 'mtu' }).default(1500),
    v4: z
      .string()
      .regex(/^\d+\.\d+\.\d+\.\d+\/3[01]$/)
      .meta({ scalar: 'linkPrefix' })
      .optional(),
    status,
    since: date.optional(),
    until: date.optional(),
  }),
  routeMeanings,
)

export type RouteDeclaration = z.output<typeof routeFile>
