import fc from 'fast-check'
import struct from 'google-protobuf/google/protobuf/struct_pb.js'
import { expect, it } from 'vitest'
import type { Properties } from './properties.ts'
import { structBytes, structOf } from './struct.ts'

/** Text as an engine in Go sends it: no half of a surrogate pair. */
const text = fc.string({ unit: 'binary' })
/** The library loses a field of this name. */
const key = text.filter(each => each !== '__proto__')
const values = fc.dictionary(
  key,
  fc.letrec(tie => ({
    any: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(key, tie('any'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).any,
  { noNullPrototype: true },
) as fc.Arbitrary<Properties>
const theirs = (given: Properties): Uint8Array =>
  struct.Struct.fromJavaScript(given as Record<string, struct.JavaScriptValue>).serializeBinary()

it('reads what the library writes', () => {
  fc.assert(
    fc.property(
      values,
      given => void expect(structOf(Buffer.from(theirs(given)))).toEqual(structOf(structBytes(given))),
    ),
  )
})

it('writes what the library reads', () => {
  fc.assert(
    fc.property(
      values,
      given =>
        void expect(struct.Struct.deserializeBinary(structBytes(given)).toJavaScript()).toEqual(
          struct.Struct.deserializeBinary(theirs(given)).toJavaScript(),
        ),
    ),
  )
})

it('gives back what it was given, long text and all signs too', () => {
  fc.assert(fc.property(values, given => void expect(structOf(structBytes(given))).toEqual(given)))
  const long = { files: { 'a.rsc': 'ü𝛼\0\n'.repeat(100_000) } }
  expect(structOf(structBytes(long))).toEqual(long)
})

it('leaves out what is undefined, and refuses what broke off', () => {
  expect(structOf(structBytes({ a: undefined, b: { c: undefined } }))).toEqual({ b: {} })
  const bytes = structBytes({ a: 'panjang' })
  for (let length = 1; length < bytes.length; length++)
    expect(() => structOf(bytes.subarray(0, length)), String(length)).toThrow(RangeError)
})
