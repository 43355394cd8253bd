import * as z from 'zod/mini'

import { fromIso, instant } from '../../worker/domain/time/time.ts'
import type { InMemoryWorker } from '../simulating/in-memory-worker.ts'
import type { Participant } from './corpus.ts'

const Mails = z.array(z.object({ at: z.string(), to: z.string(), raw: z.string() }))
const People = z.array(z.object({ name: z.string(), email: z.string(), zone: z.string() }))

/** Executives and mentors, whose calendars Sotto writes into; assistants and managers get mail alone. */
const IN_CALENDARS = `SELECT name, email, zone FROM people
  WHERE id IN (SELECT executive_id FROM pairings UNION SELECT mentor_id FROM pairings) ORDER BY email`

/** What the mailboxes of a programme hold that has lived. `year`: tells two of them apart, their people have one name. */
export async function participantsOf(
  { ask, rows }: Pick<InMemoryWorker, 'ask' | 'rows'>,
  year: string,
): Promise<readonly Participant[]> {
  const mails = Mails.parse(await (await ask('/dev/mail.json?after=0')).json())
  const people = People.parse(await rows(IN_CALENDARS))
  const byReader = Map.groupBy(mails, ({ to }) => to)
  return people.map(({ name, email, zone }) => ({
    id: `${year} ${email}`,
    owner: { name, address: email, zone },
    mails: (byReader.get(email) ?? []).map(({ at, raw }) => ({
      at: fromIso(at) ?? instant(0),
      raw,
      isOurs: true,
    })),
  }))
}
