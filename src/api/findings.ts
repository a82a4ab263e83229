import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Place } from '../source/source.ts'

/** The same findings with every place turned into another. */
export function placed(diagnostics: readonly Diagnostic[], turn: (place: Place) => Place): Diagnostic[] {
  return diagnostics.map(diagnostic => ({
    ...diagnostic,
    at: turn(diagnostic.at),
    ...(diagnostic.related === undefined
      ? {}
      : { related: diagnostic.related.map(({ at, message }) => ({ at: turn(at), message })) }),
  }))
}

/**
 * Where a place stands as seen from the working directory: files of the inventory below its `folder`, those of the
 * program by their own paths. `shownPath` makes a path short.
 */
export function seenFrom(
  folder: string,
  inProgram: (place: Place) => Place,
  shownPath: (path: string) => string,
): (place: Place) => Place {
  return place => {
    const turned = inProgram(place)
    const path = turned === place ? `${folder}/${place.source.path}` : turned.source.path
    return { ...turned, source: renamed(turned.source, shownPath(path)) }
  }
}

function renamed(source: Place['source'], path: string): Place['source'] {
  return { path, text: source.text }
}
