/** What is used of shpjs, which has no types of its own. */
declare module 'shpjs' {
  /**
   * Geometries of GeoJSON, `null` for a record without one; by the projection (WKT) into longitude and latitude where
   * one is given.
   */
  export function parseShp(shp: Uint8Array, prj?: string): unknown[]
  /** Rows by the names of their fields; the text of a `.cpg` names the encoding. */
  export function parseDbf(dbf: Uint8Array, cpg?: string): unknown[]
}
