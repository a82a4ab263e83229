import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

export const pieceWithFewerCores = rule({
  code: 'PLT119',
  name: 'piece-with-fewer-cores',
  severity: 'error',
  title: { id: 'Potongan baru dengan core lebih sedikit', en: 'A new piece with fewer cores than its cable' },
  *check({ network }) {
    for (const cable of network.cables.values())
      for (const { type, origin } of cable.repairs) {
        const [there, here] = [cable.type.declared.cores, type.declared.cores]
        if (here < there)
          yield { at: inside(origin, 'type'), facts: { cable: cable.id, type: type.id, there, here }, about: [cable] }
      }
  },
  message: ({ cable, type, there, here }) => ({
    id: `potongan baru berjenis ${type} punya ${here} core, sedangkan kabel ${cable} ${there}`,
    en: `the new piece is of type ${type} with ${here} cores, and cable ${cable} has ${there}`,
  }),
  hint: () => ({
    id: 'tulis jenis potongan yang benar; bila memang lebih kecil, pecah kabelnya menjadi dua kabel',
    en: 'write the type that was laid; where it really is smaller, make two cables of this one',
  }),
})
