import { describe, expect, test } from 'vitest'
import { colourName, colourOrder, corePlace, fibreColour } from './colours.ts'

const names = (scheme: 'tia598' | 'iec60304', language: 'id' | 'en'): string =>
  colourOrder[scheme].map(({ name }) => name[language]).join(' ')

describe('orders of the colours', () => {
  test('TIA-598, in both languages', () => {
    expect(names('tia598', 'en')).toBe('blue orange green brown slate white red black yellow violet rose aqua')
    expect(names('tia598', 'id')).toBe(
      'biru oranye hijau coklat abu-abu putih merah hitam kuning ungu merah muda tosca',
    )
  })

  test('IEC 60304', () => {
    expect(names('iec60304', 'en')).toBe('red green blue yellow white grey brown violet turquoise black orange pink')
  })

  test('above twelve with a black stripe, yellow on black', () => {
    expect(colourName(fibreColour('tia598', 14))).toEqual({
      id: 'oranye bergaris hitam',
      en: 'orange with black stripe',
    })
    expect(colourName(fibreColour('tia598', 20))).toEqual({
      id: 'hitam bergaris kuning',
      en: 'black with yellow stripe',
    })
    expect(fibreColour('tia598', 12).stripe).toBeUndefined()
  })
})

describe('where a core lies', () => {
  const at = (coresPerTube: number, core: number): string => {
    const { tube, position, tubeColour, coreColour } = corePlace({ coresPerTube, colours: 'tia598' }, core)
    return `${tube}/${position} ${colourName(tubeColour).en} ${colourName(coreColour).en}`
  }

  test.each([
    [12, 1, '1/1 blue blue'],
    [12, 12, '1/12 blue aqua'],
    [12, 13, '2/1 orange blue'],
    [12, 48, '4/12 brown aqua'],
    [6, 7, '2/1 orange blue'],
    [6, 12, '2/6 orange white'],
    [24, 13, '1/13 blue blue with black stripe'],
    [12, 145, '13/1 blue with black stripe blue'],
  ])('%i cores a tube, core %i', (coresPerTube, core, expected) => expect(at(coresPerTube, core)).toBe(expected))
})
