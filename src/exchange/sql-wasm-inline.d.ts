/** The build of sql.js that carries its own WebAssembly, so that the packed program needs no file beside it. */
declare module 'sql.js/dist/sql-wasm-inline.js' {
  import initSqlJs from 'sql.js'
  export default initSqlJs
}
