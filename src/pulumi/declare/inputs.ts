import type pulumi from '@pulumi/pulumi'
import type { DeclaredSite } from '../../api/args.ts'

/**
 * Arguments of which every value may be another resource's output. Earlier names are plain: they are known before
 * anything is deployed.
 */
export type Inputs<T extends object> = {
  readonly [K in keyof T]: K extends 'was' ? T[K] : Wrapped<T[K]>
}

type Wrapped<T> = T extends DeclaredSite
  ? T
  : T extends string | number | boolean | undefined
    ? pulumi.Input<T>
    : T extends readonly (infer Each)[]
      ? pulumi.Input<readonly Wrapped<Each>[]>
      : pulumi.Input<{ readonly [K in keyof T]: Wrapped<T[K]> }>
