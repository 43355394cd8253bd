import { SPECIMENS } from '../../web/specimens/book.ts'
import type { CastName } from '../../web/specimens/cast.ts'
import type { Specimen } from '../../web/specimens/specimen.ts'
import type { Locale } from '../../worker/domain/people/person.ts'
import { assets, written } from './pages.tsx'

export const everySpecimen = SPECIMENS.flatMap((specimen) =>
  specimen.states.map((state) => ({ specimen, state, title: `${specimen.page}: ${state}` })),
)

export function drawn(
  specimen: Specimen,
  state: string,
  locale: Locale = 'en',
  names: CastName = 'usual',
): string {
  return written(specimen.draw(state, { locale, names, assets }))
}
