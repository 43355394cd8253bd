import type { LetterId } from '../ids.ts'
import type { ToldLine } from '../letter/letter.ts'
import { letterReaderOf } from '../letter/write.ts'
import type { Person } from '../people/person.ts'
import type { Instant } from '../time/time.ts'

/** What every mail to a manager has: it comes from her own address, by way of the programme that has most to say. */
export function managerHeading(
  hearer: Person,
  [first]: readonly ToldLine[],
  { id, now }: { readonly id: LetterId; readonly now: Instant },
) {
  const sender = {
    ...{ managerName: hearer.name, managerEmail: hearer.email },
    programme: first?.programme ?? 'Sotto',
  }
  return { id, reader: letterReaderOf(hearer), sender, madeAt: now, linkId: null } as const
}
